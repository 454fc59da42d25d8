"""Where somebody is named: by the model, by a title, by the words around, or by a name known from elsewhere.

The model misses names and cuts them short, and takes things for people; what it says is taken with what the whole
article tells.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from itertools import takewhile

from newstimeline.extraction.cues import STATEMENTS
from newstimeline.extraction.first_names import is_first_name
from newstimeline.extraction.grammar import Entity, Grammar, Token
from newstimeline.extraction.name_evidence import names_by_context, start_with_first_name
from newstimeline.extraction.name_words import PARTICLES, ROLE_WORDS, SUFFIXES
from newstimeline.extraction.person_names import Name, belongs_to_next, name_at
from newstimeline.extraction.roles import is_title

_LABELS_AFTER_TITLES = frozenset(("ORG", "GPE", "NORP", "FAC"))
_BEFORE_DATES = frozenset("in on since until till last next early late mid by this every of".split())
_MONTHS = frozenset("march april may june august".split())
_FULL = 2
_LONG = 5
_LONGEST_TITLED = 3
"""Words after a title that may be a name."""
_MOST_INITIALS = 8
"""Before a name; in a list of letters there may be thousands."""
_AFTER_HYPHENS = frozenset("style era like led type ally run born ed held free only".split())


class NameFinder:
    """Looks for names from an offset on."""

    def __init__(self, grammar: Grammar, begin: int) -> None:
        """Look in a text after its headline, which ends at the offset `begin`."""
        self._grammar = grammar
        self._begin = begin
        self._found: dict[int, Name] = {}
        self._votes: defaultdict[str, Counter[bool]] = defaultdict(Counter)
        for entity in grammar.entities:
            self._votes[self._text(entity)][entity.label == "PERSON"] += 1

    def find(self) -> list[Name]:
        """The names, in order of appearance."""
        self._add_nicknamed()
        self._add_by_model()
        self._add_titled()
        for first, last in names_by_context(self._grammar, self._covered(), self._known_alone()):
            self._add(first, last)
        names = [self._found[first] for first in sorted(self._found)]
        surnames: defaultdict[str, set[str]] = defaultdict(set)
        for name in names:
            if not name.is_bare:
                surnames[name.parts[0]].add(name.parts[-1])
        return [self._with_shared_surname(name, surnames[name.parts[0]]) for name in names]

    def _add(self, first: int, last: int) -> None:
        first, last = whole_name(self._grammar, first, last)
        name = name_at(self._grammar, first, last)
        if name and self._grammar.tokens[name.first].start >= self._begin:
            self._found.setdefault(name.first, name)

    def _with_shared_surname(self, name: Name, surnames: set[str]) -> Name:
        """ "Ann" of "Ann and John Roe" with her surname, unless somebody else of that first name is named in full."""
        tokens = self._grammar.tokens
        after = tokens[name.last + 1] if name.last + 1 < len(tokens) else None
        other = self._found.get(name.last + 2)
        if after is None or other is None or not name.is_bare or len(other.parts) < _FULL:
            return name
        if surnames and other.parts[-1] not in surnames:
            return name
        if after.lower not in ("and", "&") or not is_first_name(name.parts[0]) or not is_first_name(other.parts[0]):
            return name
        return replace(name, parts=(*name.parts, other.parts[-1]))

    def _known_alone(self) -> set[str]:
        """The words by which somebody is named alone."""
        return {self._grammar.tokens[name.last].text for name in self._found.values() if name.is_bare}

    def _covered(self) -> set[int]:
        return {i for name in self._found.values() for i in range(name.first, name.last + 1)}

    def _text(self, entity: Entity) -> str:
        return " ".join(t.text for t in self._grammar.tokens[entity.first : entity.last])

    def _add_nicknamed(self) -> None:
        """Names such as 'James "Jimmy" Roe'."""
        tokens = self._grammar.tokens
        for token in tokens[1:-3]:
            if token.text not in ('"', "(", "'") or not _is_capital(tokens[token.number - 1]):
                continue
            closing = ")" if token.text == "(" else token.text
            ends = (t.number for t in tokens[token.number + 2 : token.number + 5] if t.text == closing)
            end = next(ends, None)
            if end is not None and end + 1 < len(tokens) and self._is_nickname(token, end):
                self._add(self._start_of_capitals(token.number - 1), end + 1)

    def _is_nickname(self, opening: Token, closing: int) -> bool:
        """Whether a surname follows the mark at once, and a first name stands before the other one."""
        tokens = self._grammar.tokens
        surname = tokens[closing + 1]
        if not _is_capital(surname) or tokens[closing].end + 1 != surname.start or surname.sentence != opening.sentence:
            return False
        inner = tokens[opening.number + 1 : closing]
        has_first_name = is_first_name(tokens[self._start_of_capitals(opening.number - 1)].text)
        return has_first_name and all(t.text[0].isupper() for t in inner if t.lower not in ("the", "of"))

    def _start_of_capitals(self, at: int) -> int:
        tokens = self._grammar.tokens
        while at and _is_capital(tokens[at - 1]) and tokens[at - 1].end + 1 == tokens[at].start and not (
            is_title(tokens[at - 1]) or tokens[at - 1].lower in ROLE_WORDS
        ):  # fmt: skip
            at -= 1
        return at

    def _add_by_model(self) -> None:
        grammar = self._grammar
        labelled = {i for entity in grammar.entities for i in range(entity.first, entity.last)}
        covered = self._covered()
        for first, last, label in self._joined():
            titled = first > 0 and is_title(grammar.tokens[first - 1])
            if first in covered or (label != "PERSON" and not (titled and label in _LABELS_AFTER_TITLES)):
                continue
            votes = self._votes[" ".join(t.text for t in grammar.tokens[first : last + 1])]
            alone = first == last and not titled
            if alone and (votes[False] > votes[True] or self._has_article(first)):
                continue
            if self._begins_with_act(first, last):
                first += 1
            self._add(start_with_first_name(grammar, first, last, labelled), last)

    def _begins_with_act(self, first: int, last: int) -> bool:
        """Whether a sentence opens with what is done to somebody: "Calling Roe", where Roe is named elsewhere."""
        token = self._grammar.tokens[first]
        opens = self._grammar.sentences[token.sentence][0] == first
        return first < last and opens and token.lower.endswith("ing") and not is_first_name(token.text) and (
            " ".join(t.text for t in self._grammar.tokens[first + 1 : last + 1]) in self._votes
        )  # fmt: skip

    def _joined(self) -> list[tuple[int, int, str]]:
        """The model's names, first and last token, with those joined that it cut in two."""
        joined: list[tuple[int, int, str]] = []
        tokens = self._grammar.tokens
        for entity in self._grammar.entities:
            first, last, label = entity.first, entity.last - 1, entity.label
            if joined and label == joined[-1][2] == "PERSON" and joined[-1][1] + 1 == first:
                before, here = tokens[first - 1], tokens[first]
                near = before.end + 1 == here.start and before.sentence == here.sentence and before.tag == "NNP"
                if near and not is_first_name(here.text):
                    joined[-1] = (joined[-1][0], last, label)
                    continue
            joined.append((first, last, label))
        return joined

    def _has_article(self, first: int) -> bool:
        """Whether "the" stands before: a brand or a thing, not a human."""
        return first > 0 and self._grammar.tokens[first - 1].lower in ("the", "a", "an")

    def _add_titled(self) -> None:
        """ "Mr. Roe", where the model saw no name."""
        tokens = self._grammar.tokens
        covered = self._covered()
        for token in tokens:
            if not is_title(token) or token.lower.rstrip(".") == "st" or token.number + 1 in covered:
                continue
            following = takewhile(_is_proper, tokens[token.number + 1 : token.number + 1 + _LONGEST_TITLED])
            if last := max((word.number for word in following), default=None):
                self._add(token.number + 1, last)


def _is_proper(token: Token) -> bool:
    return token.tag == "NNP" and token.text[0].isupper()


def whole_name(grammar: Grammar, first: int, last: int) -> tuple[int, int]:
    """A name with what the model cut off: the rest after a particle or hyphen, a suffix, an initial."""
    tokens = grammar.tokens
    if first and _is_particle(tokens[first]) and _may_precede_particle(tokens[first - 1], tokens[first]):
        first -= 1
    farthest = first - _MOST_INITIALS
    while first and first > farthest and belongs_to_next(grammar, tokens[first - 1]):
        first -= 1
    while last + 2 < len(tokens) and tokens[last + 1].sentence == tokens[first].sentence:
        here, after = tokens[last + 1 : last + 3]
        if _is_hyphened(tokens[last], here, after, last > first) or (here.text == "," and _is_suffix(after)):
            last += 2
        elif (last > first and tokens[last].lower in PARTICLES and _is_capital(here)) or _is_suffix(here):
            last += 1
        else:
            break
    return first, last


def _may_precede_particle(before: Token, particle: Token) -> bool:
    usual = not is_title(before) and before.lower not in ROLE_WORDS
    return usual and _is_capital(before) and before.end + 1 == particle.start


def _is_particle(token: Token) -> bool:
    return token.text.islower() and token.lower in PARTICLES


def _is_suffix(token: Token) -> bool:
    return token.lower.rstrip(".") in SUFFIXES and token.text[0].isupper()


def _is_hyphened(before: Token, hyphen: Token, after: Token, long: bool) -> bool:
    """Whether a name goes on behind a hyphen: "Kim Jong-un", "Jean-Luc"; not "Roe-led", "Roe-Doe talks"."""
    if hyphen.text != "-" or before.end != hyphen.start or hyphen.end != after.start or not after.text.isalpha():
        return False
    if after.text[0].isupper():
        after_first_name = is_first_name(before.text) and len(after.text) > 1
        return after.tag.startswith("NNP") and (long or after_first_name)
    return long and len(before.text) > 1 and len(after.text) <= _LONG and after.lower not in _AFTER_HYPHENS


def known_name_at(grammar: Grammar, first: int, last: int, within: bool) -> Name | None:
    """A name that is known from elsewhere in the article."""
    name = name_at(grammar, first, last, known=True)
    return replace(name, within=within) if name else None


def may_be_known_name(grammar: Grammar, token: Token, known: set[str]) -> bool:
    """Whether a word may be a known name; the model takes "Waters" for waters, and May is also a month."""
    if not token.text[0].isupper() or (len(token.text) < _LONG and token.text.isupper() and token.text not in known):
        return False
    opens = grammar.sentences[token.sentence][0] == token.number
    if not token.tag.startswith("NN") and opens:
        return False
    if token.lower in _MONTHS:
        after = grammar.tokens[token.number + 1 : token.number + 2]
        before = grammar.tokens[token.number - 1] if token.number else None
        return not (before and before.lower in _BEFORE_DATES) and not (after and after[0].text[0].isdigit())
    return True


def is_first_name_alone(grammar: Grammar, token: Token) -> bool:
    """Whether a word is a first name without a surname, or says something as somebody with that name would."""
    beside = grammar.tokens[max(0, token.number - 1) : token.number + 2]
    if any(
        _is_capital(other) or (other.lower == "the" and other.head == token.number)
        for other in beside
        if other is not token
    ):
        return False
    verb = grammar.tokens[token.head]
    return is_first_name(token.text) or (token.relation == "nsubj" and verb.lemma in STATEMENTS)


def _is_capital(token: Token) -> bool:
    return token.tag.startswith("NNP") and token.text[0].isupper() and token.text.replace(".", "").isalpha()
