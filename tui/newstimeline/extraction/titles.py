"""Titles of events: a clause's own words, made readable without the sentences around them.

The title of a relative clause is a sentence with the noun that the clause tells more of; what somebody says stands
behind who says it; and the words are those that `title_compression` keeps. A title never ends with an ellipsis of ours:
a screen may cut it, what is stored is whole.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from newstimeline.extraction import linking_words
from newstimeline.extraction.clauses import Clause, Clauses
from newstimeline.extraction.cues import VERBS
from newstimeline.extraction.grammar import Grammar, Token
from newstimeline.extraction.quotes.marked_quotes import FoundQuote
from newstimeline.extraction.relative_clauses import RelativeClauses, Words
from newstimeline.extraction.subject_names import SubjectNames
from newstimeline.extraction.title_compression import LIMIT, Compression
from newstimeline.extraction.title_quotes import quote_in_title
from newstimeline.model import Span

_SHORTEST_ATTRIBUTION = 40
"""Characters for who says something, however long that is."""
_MARKS = frozenset(("PUNCT", "SPACE"))
_LEADING = _MARKS | {"CCONJ"}
_OPENING_MARKS, _CLOSING_MARKS = ("\"'“‘$#(@"), ("\"'”’)%")
_OPENING_SINGLE, _CLOSING_SINGLE = re.compile(r"(?:^|\s)['‘](?=\w)"), re.compile(r"[\w.,!?]['’](?=\W|$)")
_BEFORE_CLOSING = re.compile(r"[,;:]+([”\"’'])$")
_DANGLING = frozenset(("IN", "TO", "CC", "DT", "WDT", "WP", "WRB", "PRP$"))


class Titles:
    """Writes titles."""

    def __init__(self, text: str, grammar: Grammar, clauses: Clauses, names: SubjectNames) -> None:
        """Prepare for one article."""
        self._text = text
        self._grammar = grammar
        self._names = names
        self._relative = RelativeClauses(grammar, clauses, names)

    def of(self, clause: Clause, evidence: Span, direct: Sequence[FoundQuote]) -> str:
        """The title of a clause; what is said directly comes last."""
        inside = self._grammar.within(evidence.start, evidence.end)
        marks = [outer for quote in direct for outer in quote.outer]
        kept = [
            i for i in inside
            if not self._grammar.tokens[i].is_space
            and not any(mark.start <= self._grammar.tokens[i].start < mark.end for mark in marks)
        ]  # fmt: skip
        kept = self._without_ends(clause, self._connected(clause, kept)) or list(inside)
        said = self._said_before(clause, kept)
        if said and not direct:
            words = self._turned_round(clause, kept, said)
        else:
            if said:
                kept = self._without_marks([i for i in kept if i not in set(said)]) or [clause.head.number]
            limit = max(LIMIT - 4 - len(direct[0].spans[0].of(self._text)), _SHORTEST_ATTRIBUTION) if direct else LIMIT
            words = self._fitted(clause, kept, limit, introduces=bool(direct))
        if direct:
            room = LIMIT - len(words) - len(": “”")
            words = f"{_finished(words)}: “{quote_in_title(self._grammar, self._text, direct[0].spans[0], room)}”"
        return _finished(words)

    def _connected(self, clause: Clause, words: list[int]) -> list[int]:
        """Without the words whose governing word has been cut off: "watched as workers" of "as workers came"."""
        kept = set(words)
        top = {clause.head.number}
        if clause.head.relation in ("relcl", "acl"):
            top.add(clause.head.head)
        hangs: dict[int, bool] = {}
        for index in words:
            path, at = list[int](), index
            while at not in hangs and at not in top and at in kept and self._grammar.tokens[at].head != at:
                path.append(at)
                at = self._grammar.tokens[at].head
            result = hangs.get(at, at in kept)  # the verb itself, or the first word of another sentence
            hangs.update(dict.fromkeys((*path, at), result))
        connected = [i for i in words if hangs[i]]
        return connected if len(connected) * 2 > len(words) else words

    def _without_ends(self, clause: Clause, kept: list[int]) -> list[int]:
        """Without links to the sentence before, background before the subject, and marks at the end."""
        tokens = self._grammar.tokens
        kept = self._behind_marker(clause, kept)
        while len(kept) > 1 and (count := self._linking(clause, kept)):
            del kept[:count]
        while len(kept) > 1 and self._ends_nothing(tokens[kept[-1]], kept):
            del kept[-1]
        return kept

    def _behind_marker(self, clause: Clause, kept: list[int]) -> list[int]:
        """Of "shortly after it rained" what stands behind the conjunction."""
        if clause.head.relation != "advcl" or clause.subject is None or clause.subject.number > clause.head.number:
            return kept
        first = self._grammar.subtree(clause.subject.number)[0]
        marks = [i for i in kept if i < first and self._grammar.tokens[i].lower == clause.marker]
        return [i for i in kept if i > marks[-1]] if marks else kept

    def _linking(self, clause: Clause, kept: list[int]) -> int:
        """How many words at the beginning only tie the clause to another one."""
        first = self._grammar.tokens[kept[0]]
        if first.pos in _LEADING:
            marks = sum(self._grammar.tokens[i].text == first.text for i in kept)
            return first.text not in _OPENING_MARKS or (first.text == '"' and marks % 2 == 1)
        lower = tuple(self._grammar.tokens[i].lower for i in kept[: linking_words.LONGEST + 1])
        for count in range(1, len(lower)):
            if lower[count] == "," and (lower[:count] in linking_words.PHRASES or lower[0] in linking_words.ADVERBS):
                return count + 1 if count == 1 or lower[:count] in linking_words.PHRASES else 0
        is_own = first.head == clause.head.number != first.number and not self._grammar.children[first.number]
        if is_own and (first.pos == "SCONJ" or (first.pos == "ADV" and first.lower in linking_words.ADVERBS)):
            return 1
        if first.lower in linking_words.BEFORE_BACKGROUND and lower[1:2] and lower[1] in linking_words.BACKGROUND:
            return 1
        return self._background(clause, kept)

    def _background(self, clause: Clause, kept: list[int]) -> int:
        """The length of a clause such as "When it rained, " before the subject."""
        first = self._grammar.tokens[kept[0]]
        if first.lower not in linking_words.BACKGROUND or clause.subject is None:
            return 0
        verb = first if first.relation == "prep" else self._grammar.tokens[first.head]
        while verb.relation in ("prep", "pcomp", "auxpass", "aux") and verb.head != clause.head.number:
            verb = self._grammar.tokens[verb.head]
        if (
            verb.head != clause.head.number
            or verb.relation not in ("advcl", "prep")
            or verb.number > clause.head.number
        ):
            return 0
        if first.relation == "prep" and self._grammar.child(first.number, "pcomp") is None:
            return 0
        branch = self._grammar.subtree(verb.number)
        count = sum(1 for i in kept if i <= branch[-1])
        return count if branch[-1] < self._grammar.subtree(clause.subject.number)[0] else 0

    def _ends_nothing(self, token: Token, kept: Collection[int]) -> bool:
        """Whether a title can't end with a word: a mark, or one whose complement has been cut off."""
        if token.pos in _MARKS:
            return token.text not in _CLOSING_MARKS
        if token.relation == "agent":  # "refuted by"
            return not self._grammar.children[token.number]
        if token.tag not in _DANGLING or token.relation in ("prt", "dobj", "pobj", "nsubj", "attr"):
            return False
        children = self._grammar.children[token.number]
        return token.tag != "IN" or token.relation == "mark" or any(i not in kept for i in children)

    def _said_before(self, clause: Clause, kept: list[int]) -> list[int]:
        """The words of a content clause that stands before its verb of saying: "It rained, police said"."""
        if clause.head.lemma not in VERBS:
            return []
        for child in self._grammar.children[clause.head.number]:
            if child < clause.head.number and self._grammar.tokens[child].relation == "ccomp" and child in kept:
                branch = self._grammar.subtree(child)
                if kept[0] in branch:
                    return [i for i in kept if i in branch]
        return []

    def _turned_round(self, clause: Clause, kept: list[int], said: list[int]) -> str:
        """For "it rained, police said": "Police said it rained"."""
        saying = self._without_marks([i for i in kept if i not in set(said)])
        attribution = self._fitted(clause, saying or [clause.head.number], _SHORTEST_ATTRIBUTION, introduces=True)
        said = self._without_marks(said)
        head = next(i for i in said if self._grammar.tokens[i].head not in said or i == self._grammar.tokens[i].head)
        fitted = Compression(self._grammar, head, said).fit(
            lambda words: len(attribution) + 1 + len(self._plain(words)), LIMIT
        )
        content = self._plain(self._trimmed(fitted))
        first = self._grammar.tokens[fitted[0]]
        if first.pos != "PROPN" and first.text != "I" and not first.text[1:2].isupper():
            content = content[:1].lower() + content[1:]
        return f"{attribution} {content}"

    def _without_marks(self, words: list[int]) -> list[int]:
        """Without punctuation at either end."""
        positions = [n for n, i in enumerate(words) if self._grammar.tokens[i].pos not in _MARKS]
        return words[positions[0] : positions[-1] + 1] if positions else []

    def _trimmed(self, words: list[int]) -> list[int]:
        while len(words) > 1 and self._ends_nothing(self._grammar.tokens[words[-1]], words):
            words = words[:-1]
        return words

    def _fitted(self, clause: Clause, kept: list[int], limit: int, *, introduces: bool) -> str:
        fitted = Compression(self._grammar, clause.head.number, kept, introduces=introduces).fit(
            lambda words: len(self._sentence(clause, words)), limit
        )
        return self._sentence(clause, self._trimmed(fitted))

    def _sentence(self, clause: Clause, kept: Sequence[int]) -> str:
        """The words of a clause with its subject before them."""
        if relative := self._relative.sentence(clause, self._plain_words(kept)):
            return self._joined(relative)
        subject, words = clause.subject, self._plain_words(kept)
        if subject is None:
            return self._joined(words)
        named = self._names.of(subject)
        behind = subject.number > clause.head.number
        if behind and kept[0] == clause.head.number:  # "said Jane Roe on Friday"
            phrase = set(self._grammar.subtree(subject.number))
            words = [word for word in words if word[0] not in phrase]
        if subject.number not in {number for number, _ in words}:
            shared = self._shared_auxiliaries(clause)
            return " ".join((named or self._names.phrase(subject), *shared, self._joined(words)))
        if named:
            replaced = self._described(subject)
            words = [(n, named if n == subject.number else text) for n, text in words if n not in replaced]
        return self._joined(self._with_auxiliary(clause, words))

    def _with_auxiliary(self, clause: Clause, words: Words) -> Words:
        """ "The rocket, launched on Friday" and no more: "The rocket was launched on Friday"."""
        head, subject, grammar = clause.head, clause.subject, self._grammar
        if subject is None or head.tag != "VBN" or head.relation == "conj":
            return words
        if (
            grammar.child(head.number, "aux", "auxpass", "dobj", "ccomp", "xcomp")
            or grammar.tokens[head.number - 1].text != ","
        ):
            return words
        was = "were" if subject.tag in ("NNS", "NNPS") else "was"
        return [(n, f"{was} {text}" if n == head.number else text) for n, text in words if n != head.number - 1]

    def _shared_auxiliaries(self, clause: Clause) -> list[str]:
        """ "was" for "repaired" in "was closed and repaired"."""
        head, grammar = clause.head, self._grammar
        if head.tag not in ("VBN", "VBG") or grammar.child(head.number, "aux", "auxpass"):
            return []
        while head.relation == "conj" and head.head != head.number and not grammar.child(head.number, "aux", "auxpass"):
            head = grammar.tokens[head.head]
        return [grammar.tokens[i].text for i in grammar.children[head.number]
                if grammar.tokens[i].relation in ("aux", "auxpass")]  # fmt: skip

    def _described(self, subject: Token) -> frozenset[int]:
        """The words before a noun that a name stands for: "the" of "the diplomat"."""
        before = (i for i in self._grammar.children[subject.number] if i < subject.number)
        return frozenset(word for child in before for word in self._grammar.subtree(child))

    def _plain_words(self, kept: Iterable[int]) -> Words:
        tokens = self._grammar.tokens
        return [(i, self._text[tokens[i].start : tokens[i].end]) for i in kept]

    def _plain(self, kept: Iterable[int]) -> str:
        return self._joined(self._plain_words(kept))

    def _joined(self, words: Words) -> str:
        """Words with the spaces that they have in the text, and one where others stood between."""
        parts = list[str]()
        for (number, text), (following, next_text) in zip(words, [*words[1:], (-1, "")], strict=True):
            end = self._grammar.tokens[number].end
            adjacent = following == number + 1
            closes = next_text[:1] in tuple(",.;:!?)%") or next_text in ("'s", "’s", "n't", "n’t")
            space = self._text[end : end + 1].isspace() if adjacent else not closes
            parts.append(text + (" " if space else ""))
        return " ".join("".join(parts).split())


def _finished(words: str) -> str:
    """A title with a capital, its marks in pairs and none of those that go on."""
    words = _BEFORE_CLOSING.sub(r"\1", words.strip().rstrip(" ,;:-–—…"))
    if words.count("“") > words.count("”"):
        words += "”"
    elif words.count("”") > words.count("“"):
        words = " ".join(words.replace("”", "", 1).split())
    if len(_OPENING_SINGLE.findall(words)) > len(_CLOSING_SINGLE.findall(words)):
        words += "’" if "‘" in words else "'"
    if words.count('"') % 2:
        words = words.replace('"', "", 1) if words.endswith('"') else words + '"'
    return words[:1].upper() + words[1:]
