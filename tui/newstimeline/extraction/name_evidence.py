"""What the words around a name tell: that it is a human's where the model saw none, or nobody's where it saw one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newstimeline.extraction.cues import STATEMENTS
from newstimeline.extraction.first_names import gender_of_first_name, is_first_name
from newstimeline.extraction.gazetteer import is_nation_or_city
from newstimeline.extraction.grammar import Entity, Grammar, Token
from newstimeline.extraction.name_words import (
    EASTERN_FAMILY_NAMES,
    FIRST_OF_NAMES_TOO,
    HUMANS,
    KIN,
    NO_NAMES,
    NOUNS_FOR_THINGS,
    PARTICLES,
    PERSONAL,
    ROLE_WORDS,
    ROLES_OF_COMPANIES_TOO,
    THINGS,
)
from newstimeline.extraction.person_names import Name, belongs_to_next, is_initial
from newstimeline.extraction.roles import is_role_word, is_title, roles_of

_LONGEST = 4
_PREFIX = 4
"""Letters that a surname may have before a capital of its own: "Fitz", "Mac"."""
_NEVER_HUMAN = frozenset(("ORG", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW", "NORP", "LANGUAGE"))
_BETWEEN = frozenset(('"', "'", ",", "named", "called", "dubbed"))
_MISTAKEN = frozenset(("ORG", "PRODUCT", "FAC", "WORK_OF_ART"))
"""What the model may take a full name for."""
_WHERE = frozenset("in at near inside outside across throughout aboard".split())
_ONE_OF_SUCH = frozenset(("a", "an", "another", "other"))
_ARTICLES = frozenset(("the", "a", "an"))


def names_by_context(grammar: Grammar, taken: set[int], alone: set[str]) -> Iterator[tuple[int, int]]:
    """Stretches of capitals, first and last token, that their context shows to be a human's name.

    Args:
        grammar: the parsed text.
        taken: the tokens of names that are known.
        alone: the words by which somebody is named alone; a Chinese or Korean family name that is such makes a full
            name with the word behind it.
    """
    labels = {i: entity for entity in grammar.entities for i in range(entity.first, entity.last)}
    for first, last in _runs(grammar, taken):
        entities = {labels[i] for i in range(first, last + 1) if i in labels}
        family = grammar.tokens[first]
        eastern = family.lower in EASTERN_FAMILY_NAMES and family.text in alone and last == first + 1
        if (
            (eastern and not {entity.label for entity in entities} & _NEVER_HUMAN)
            or _follows_role(grammar, first, last)
            or (first < last and _is_somebodys(grammar, entities, first, last))
        ):
            yield first, last


def _is_somebodys(grammar: Grammar, entities: set[Entity], first: int, last: int) -> bool:
    """Whether a stretch of several words is a human's name, by what stands in it and around it."""
    labels = {entity.label for entity in entities}
    head = grammar.tokens[last]
    if _is_presented(grammar, head, last) or (not labels & _NEVER_HUMAN and _acts(grammar, head, first)):
        return True
    return labels <= _MISTAKEN and _is_whole(grammar, entities, first, last) and _is_full_name(grammar, first, last)


def _follows_role(grammar: Grammar, first: int, last: int) -> bool:
    """Whether a role without a capital stands right before: "designer Roe", "the athletes Jane Roe and ..."."""
    before = grammar.tokens[first - 1] if first else None
    if before is None or before.sentence != grammar.tokens[first].sentence or not before.text.islower():
        return False
    head = grammar.head_of(range(first, last + 1))
    above = head.head == before.number and head.relation == "appos"
    beside = head.head == before.head and head.relation == before.relation
    return _is_role(before) and (before.head in range(first, last + 1) or above or beside)


def _is_role(token: Token) -> bool:
    """Whether a word, in the singular or plural, is a role that only humans have."""
    role = is_role_word(token) or token.lemma in ROLE_WORDS
    return role and token.lemma not in ROLES_OF_COMPANIES_TOO


def _is_whole(grammar: Grammar, entities: set[Entity], first: int, last: int) -> bool:
    """Whether no other words belong to what the model sees; whose somebody is may, "Emden Post's Jane Roe"."""
    owned = first > 0 and grammar.tokens[first - 1].tag == "POS"
    return all((first <= entity.first or owned) and entity.last - 1 <= last for entity in entities)


def _is_full_name(grammar: Grammar, first: int, last: int) -> bool:
    """Whether a first name stands before another word, and nothing speaks for a company called so."""
    tokens = grammar.tokens
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    goes_on = after is not None and (
        after.lower in ("&", "inc", "inc.", "corp", "co", "'s") or _may_be_of_a_name(after)
    )
    return is_first_name(tokens[first].text) and not goes_on and not _has_article(grammar, first)


def _runs(grammar: Grammar, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Stretches of up to four proper nouns side by side, none of them of a known name; the parser may cut one.

    Hyphens and particles may stand between: "Jean-Luc Roe", "Jan van der Roe".
    """
    run: list[Token] = []
    for token in (*grammar.tokens, None):
        free = token is not None and token.number not in taken
        if token is not None and free and run and _joins_names(grammar, run, token):
            run.append(token)
            continue
        while run and not run[-1].text[0].isupper():
            run.pop()
        if run and sum(word.text[0].isupper() for word in run) <= _LONGEST:
            yield run[0].number, run[-1].number
        run = [token] if token is not None and free and _may_be_of_a_name(token) else []


def _joins_names(grammar: Grammar, run: list[Token], token: Token) -> bool:
    """Whether a stretch of capitals goes on with a token."""
    before = run[-1]
    if token.text == "-" or before.text == "-":
        return before.end == token.start and (token.text == "-" or _may_be_of_a_name(token))
    if before.end + 1 != token.start or (is_initial(before.text) and not belongs_to_next(grammar, before)):
        return False
    return _may_be_of_a_name(token) or (token.text.islower() and token.lower in PARTICLES)


def _may_be_of_a_name(token: Token) -> bool:
    if token.lower in NO_NAMES or token.lower in ROLE_WORDS or is_title(token):
        return False
    word = token.text.replace("-", "").isalpha() or is_initial(token.text)
    return token.tag.startswith("NNP") and token.text[0].isupper() and word


def _is_presented(grammar: Grammar, head: Token, last: int) -> bool:
    """Whether an age, or an aside such as "a woman from Perth", tells that this is somebody."""
    following = [token.lower for token in grammar.tokens[last + 1 : last + 4]]
    if len(following) == 3 and following[0] == following[2] == "," and following[1].isdigit():
        return True
    aside = grammar.child(head.number, "appos")
    return aside is not None and (aside.lower in HUMANS or _is_role(aside))


def _acts(grammar: Grammar, head: Token, first: int) -> bool:
    """Whether a first name, or that somebody says something, makes a human of it."""
    first_word = grammar.tokens[first]
    if is_first_name(first_word.text) or is_initial(first_word.text):
        return True
    verb = grammar.tokens[head.head]
    if head.relation == "nsubj" and gender_of_first_name(first_word.text):  # a place, too: "Paris Hilton left"
        return verb.lemma in PERSONAL
    return head.relation == "nsubj" and verb.lemma in STATEMENTS and not _has_article(grammar, first)


def start_with_first_name(grammar: Grammar, first: int, last: int, labelled: set[int]) -> int:
    """Where a name begins whose first word the model left out: "Dries" of "Dries Mertens"."""
    tokens = grammar.tokens
    before = tokens[first - 1] if first else None
    if before is None or before.number in labelled or before.end + 1 != tokens[first].start:
        return first
    has_first_name = last > first and is_first_name(tokens[first].text) and not is_first_name(before.text)
    if not _may_be_of_a_name(before) or has_first_name:
        return first
    farther = tokens[first - 2] if first > 1 and tokens[first - 2].end + 1 == before.start else None
    if farther and is_first_name(farther.text) and farther.number not in labelled and _may_be_of_a_name(farther):
        return farther.number
    joined = last == first and before.tag == "NNP" and before.relation == "compound" and first <= before.head <= last
    alone = farther is None or farther.tag != "NNP"
    return before.number if is_first_name(before.text) or (joined and alone) else first


class Company:
    """What the whole article tells of a word by the words around it and by what the model calls it."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.things = words_for_things(grammar)
        self._votes: defaultdict[str, Counter[bool]] = defaultdict(Counter)
        for entity in grammar.entities:
            text = " ".join(t.text for t in grammar.tokens[entity.first : entity.last] if t.lower not in _ARTICLES)
            self._votes[text.removesuffix(" 's")][entity.label == "PERSON"] += 1
        self._where: Counter[str] = Counter()
        self._spelt: set[str] = set()
        self._common = {t.text for t in grammar.tokens if t.tag in ("NN", "NNS") and t.text.islower()}
        for before, token in pairwise(grammar.tokens):
            self._spelt.add(token.text)
            if before.lower in _WHERE and token.text[:1].isupper():
                self._where[token.text] += 1

    def is_place(self, name: Name) -> bool:
        """Whether things happen in it, or it is a nation or city."""
        first, last = self.grammar.tokens[name.first], self.grammar.tokens[name.last]
        if is_nation_or_city(self.grammar.span(name.first, name.last).of(self.grammar.text)):
            return True
        return first is last and self._where[first.text] > 0

    def is_where(self, name: Name) -> bool:
        """Whether a name stands right behind "in" or "at"."""
        *_, noun, before = (None, None, *self.grammar.tokens[max(0, name.first - 2) : name.first])
        if before is None:
            return False
        if before.lower in _WHERE:
            return True
        return before.lower == "of" and noun is not None and noun.lower in NOUNS_FOR_THINGS

    def begins_as_thing(self, name: Name) -> bool:
        """Whether the article has the first word as a common noun, "Bitcoin Cash" of bitcoin; not "Ban Ki-moon"."""
        first = self.grammar.tokens[name.first]
        hyphened = any(self.grammar.tokens[i].text == "-" for i in range(name.first, name.last))
        return not hyphened and first.lower in self._common and first.lower not in FIRST_OF_NAMES_TOO

    def is_called_otherwise(self, name: Name) -> bool:
        """Whether the model takes the same words more often for something else than for somebody."""
        votes = self._votes[" ".join(t.text for t in self.grammar.tokens[name.first : name.last + 1])]
        return votes[False] > votes[True]

    def is_called_a_thing(self, words: str) -> bool:
        """Whether the model ever takes words for something else than for somebody."""
        return self._votes[words][False] > 0

    def is_acronym(self, name: Name) -> bool:
        """Whether a single word is of capitals only and never spelt with small letters: "DAB", "THAAD"."""
        token = self.grammar.tokens[name.last]
        shouted = name.first == name.last and len(token.text) > 1 and token.text.isupper()
        return shouted and token.text.title() not in self._spelt


def is_unlikely(company: Company, names: Sequence[Name], others: set[int]) -> bool:
    """Whether what bears these names is rather one of the things of the text.

    A full name is believed unless something speaks against it; a single word only if a human's doing is told of it. To
    say something is that of firms, nations and agencies, too, so that it does not outweigh what speaks against.

    Args:
        company: what the article tells of words.
        names: where the name stands.
        others: the tokens of other people's full names.
    """
    grammar = company.grammar
    if any(_is_spelt_as_brand(grammar.tokens[i].text) for name in names for i in (name.first, name.last)):
        return True
    acts = any(_says(grammar, name) or _is_told_of(grammar, name, others) for name in names)
    if not acts and any(_goes_on_as_model(company, name) for name in names):
        return True
    if any(_is_somebody(grammar, name) for name in names):
        return False
    if any(_is_told_to_be_a_thing(grammar, name) for name in names):
        return True
    full = [name for name in names if len(name.parts) > 1]
    says = any(_says(grammar, name) for name in names)
    if not full:
        if any(company.is_place(n) or company.is_acronym(n) or company.is_called_otherwise(n) for n in names):
            return True
        return not says and not any(_is_told_of(grammar, name, others) for name in names)
    if any(company.is_where(n) or company.is_called_otherwise(n) or company.begins_as_thing(n) for n in full):
        return True
    if any(_is_called_the(grammar, n) or _is_called_a_thing(grammar, n) or _counts_things(grammar, n) for n in full):
        return True
    if says:
        return False
    return any(
        _is_word_for_thing(grammar.tokens[name.last], company.things) or _begins_a_thing(grammar, name) for name in full
    )


def _goes_on_as_model(company: Company, name: Name) -> bool:
    """Whether a letter without a stop ends or follows the name: "Tesla Model X", "Chandra X-ray"; not "Malcolm X"."""
    tokens = company.grammar.tokens
    after = tokens[name.last + 1] if name.last + 1 < len(tokens) else None
    if len(tokens[name.last].text) == 1:
        hyphened = after is not None and after.text == "-" and after.start == tokens[name.last].end
        return hyphened or company.is_called_a_thing(tokens[name.first].text)
    goes_on = after is not None and len(after.text) == 1 and after.text.isupper() and after.tag == "NNP"
    return goes_on and not is_first_name(tokens[name.first].text)


def _is_told_to_be_a_thing(grammar: Grammar, name: Name) -> bool:
    """Whether an aside, "which", another thing beside it or the noun before tells what thing a name is of."""
    tokens = grammar.tokens
    head = grammar.head_of(range(name.first, name.last + 1))
    following = [token.lower for token in tokens[name.last + 1 : name.last + 3]]
    if following == [",", "which"]:
        return True
    beside = (tokens[i] for i in grammar.children[head.number] if tokens[i].relation in ("appos", "conj"))
    return any(
        token.number > name.last
        and token.lower in NOUNS_FOR_THINGS
        and any(tokens[i].lower in _ONE_OF_SUCH for i in grammar.children[token.number])
        for token in beside
    )


def _counts_things(grammar: Grammar, name: Name) -> bool:
    """Whether a name stands before the thing that it is the name of, "a Nature Air flight"; not "a Roe adviser"."""
    head = grammar.tokens[name.last]
    above = grammar.tokens[head.head]
    return head.relation == "compound" and above.number > name.last and above.lower in NOUNS_FOR_THINGS


def _is_told_of(grammar: Grammar, name: Name, others: set[int]) -> bool:
    """Whether a single word does what only humans do, stands beside a relative's noun, or is joined to somebody."""
    tokens = grammar.tokens
    token = tokens[name.last]
    if token.relation in ("nsubj", "nsubjpass") and tokens[token.head].lemma in PERSONAL:
        return True
    noun = _noun_before(grammar, name)
    if noun and (noun.lemma in KIN or noun.lemma in HUMANS or noun.lower.endswith("old")):
        return True
    if token.relation == "pobj" and tokens[token.head].lower in ("as", "like", "including"):
        return _is_role(tokens[tokens[token.head].head])
    joined = {token.head} if token.relation == "conj" else set()
    joined |= {i for i in grammar.children[token.number] if tokens[i].relation == "conj"}
    return any(i in others or is_first_name(tokens[i].text) for i in joined)


def _is_called_a_thing(grammar: Grammar, name: Name) -> bool:
    """Whether a noun before a name tells what thing it is: "the newspaper Alpenpost", "a lake named Blue Eye"."""
    noun = _noun_before(grammar, name)
    return noun is not None and noun.lower in NOUNS_FOR_THINGS


def _noun_before(grammar: Grammar, name: Name) -> Token | None:
    """The word before a name that may tell what bears it; a mark or "named" may stand between."""
    sentence = grammar.tokens[name.first].sentence
    for token in reversed(grammar.tokens[max(0, name.first - 4) : name.first]):
        if token.sentence != sentence:
            return None
        if token.text not in _BETWEEN:
            return token
    return None


def _is_spelt_as_brand(word: str) -> bool:
    """Whether capitals stand where no surname has them: "PayNow", "VoteX"; not "McRoe" and "DeRoe"."""
    if word.isupper() or not word.isalpha():
        return False
    return word[-1].isupper() or any(letter.isupper() for letter in word[_PREFIX:])


def _is_word_for_thing(token: Token, things: set[str]) -> bool:
    return token.text[0].isupper() and token.lower in things


def _is_called_the(grammar: Grammar, name: Name) -> bool:
    """Whether a name of several words has an article of its own: "the Red Endeavour"."""
    before = grammar.tokens[name.first - 1] if name.first else None
    if len(name.parts) < 2 or before is None or before.lower not in _ARTICLES:
        return False
    return name.first <= before.head <= name.last


def _begins_a_thing(grammar: Grammar, name: Name) -> bool:
    """Whether a name of several words goes on as that of a company or place: "Blue Harvest Bank"."""
    after = grammar.tokens[name.last + 1] if name.last + 1 < len(grammar.tokens) else None
    return len(name.parts) > 1 and after is not None and after.lower in THINGS and after.text[0].isupper()


def words_for_things(grammar: Grammar) -> set[str]:
    """The nouns that the text also has with an article, or without a capital; in lower case."""
    nouns = [token for token in grammar.tokens if token.tag.startswith("NN") and token.lower not in PARTICLES]
    return {t.lower for t in nouns if t.text.islower() or _is_determined(grammar, t)}


def _is_determined(grammar: Grammar, token: Token) -> bool:
    """Whether "the" stands right before a word and means it, unlike "the Roe plan" and "the late Roe"."""
    article = grammar.child(token.number, "det")
    return article is not None and article.lower in _ARTICLES and article.number == token.number - 1


def _is_somebody(grammar: Grammar, name: Name) -> bool:
    tokens = grammar.tokens
    if name.title or name.initials or is_first_name(tokens[name.first].text):
        return True
    roles = roles_of(grammar, name.first, name.last)
    if any(role.lower().split()[-1] not in ROLES_OF_COMPANIES_TOO for role in roles) or _is_presented(
        grammar, tokens[name.last], name.last
    ):
        return True
    head = grammar.head_of(range(name.first, name.last + 1))
    clause = grammar.child(head.number, "relcl")
    return clause is not None and any(tokens[i].lower == "who" for i in grammar.children[clause.number])


def _says(grammar: Grammar, name: Name) -> bool:
    head = grammar.head_of(range(name.first, name.last + 1))
    return head.relation == "nsubj" and grammar.tokens[head.head].lemma in STATEMENTS


def _has_article(grammar: Grammar, first: int) -> bool:
    return first > 0 and grammar.tokens[first - 1].lower in _ARTICLES
