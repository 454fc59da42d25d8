"""What the words around a name tell: that it is a human's where the model saw none, or nobody's where it saw one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstimeline.extraction.cues import STATEMENTS
from newstimeline.extraction.first_names import is_first_name
from newstimeline.extraction.grammar import Grammar, Token
from newstimeline.extraction.name_words import HUMANS, NO_NAMES, PARTICLES, ROLE_WORDS
from newstimeline.extraction.roles import is_title, roles_of

_LONGEST = 4
_NEVER_HUMAN = frozenset(("ORG", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW", "NORP", "LANGUAGE"))
_ARTICLES = frozenset(("the", "a", "an"))


def names_by_context(grammar: Grammar, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Stretches of capitals, first and last token, that their context shows to be a human's full name."""
    labels = {i: entity.label for entity in grammar.entities for i in range(entity.first, entity.last)}
    for first, last in _runs(grammar, taken):
        known = {labels[i] for i in range(first, last + 1) if i in labels}
        head = grammar.tokens[last]
        if _is_presented(grammar, head, last) or (not known & _NEVER_HUMAN and _acts(grammar, head, first)):
            yield first, last


def _runs(grammar: Grammar, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Stretches of two to four proper nouns side by side, none of them of a known name; the parser may cut one."""
    run: list[Token] = []
    for token in (*grammar.tokens, None):
        fits = token is not None and token.number not in taken and _may_be_of_a_name(token)
        if token is not None and fits and (not run or run[-1].end + 1 == token.start):
            run.append(token)
            continue
        if 1 < len(run) <= _LONGEST:
            yield run[0].number, run[-1].number
        run = [token] if token is not None and fits else []


def _may_be_of_a_name(token: Token) -> bool:
    if token.lower in NO_NAMES or token.lower in ROLE_WORDS or is_title(token):
        return False
    return token.tag.startswith("NNP") and token.text[0].isupper() and token.text.replace("-", "").isalpha()


def _is_presented(grammar: Grammar, head: Token, last: int) -> bool:
    """Whether an age, or an aside such as "a woman from Perth", tells that this is somebody."""
    following = [token.lower for token in grammar.tokens[last + 1 : last + 4]]
    if len(following) == 3 and following[0] == following[2] == "," and following[1].isdigit():
        return True
    aside = grammar.child(head.number, "appos")
    return aside is not None and aside.lower in HUMANS


def _acts(grammar: Grammar, head: Token, first: int) -> bool:
    """Whether a first name, or that somebody says something, makes a human of it."""
    given = grammar.tokens[first]
    if is_first_name(given.text):
        return True
    verb = grammar.tokens[head.head]
    return head.relation == "nsubj" and verb.lemma in STATEMENTS and not _has_article(grammar, first)


def start_with_first_name(grammar: Grammar, first: int, last: int, labelled: set[int]) -> int:
    """Where a name begins whose first word the model left out: "Dries" of "Dries Mertens"."""
    tokens = grammar.tokens
    before = tokens[first - 1] if first else None
    if before is None or before.number in labelled or before.sentence != tokens[first].sentence or last > first:
        return first
    joined = before.relation == "compound" and first <= before.head <= last
    alone = first < 2 or tokens[first - 2].tag != "NNP" or tokens[first - 2].sentence != before.sentence
    return before.number if joined and alone and _may_be_of_a_name(before) else first


def is_unlikely(grammar: Grammar, places: Sequence[tuple[int, int]], things: set[str]) -> bool:
    """Whether what bears a name of one word is rather one of the things of the text: no human's doing is told of it."""
    if any(first != last for first, last in places):
        return False
    heads = [grammar.tokens[first] for first, _ in places]
    return any(token.lower in things for token in heads) and not any(_is_somebody(grammar, token) for token in heads)


def words_for_things(grammar: Grammar) -> set[str]:
    """The nouns that the text also has with an article, or without a capital; in lower case."""
    nouns = [token for token in grammar.tokens if token.tag.startswith("NN") and token.lower not in PARTICLES]
    return {t.lower for t in nouns if t.text.islower() or _is_determined(grammar, t)}


def _is_determined(grammar: Grammar, token: Token) -> bool:
    article = grammar.child(token.number, "det")
    return article is not None and article.lower in _ARTICLES


def _is_somebody(grammar: Grammar, token: Token) -> bool:
    tokens = grammar.tokens
    before = tokens[token.number - 1] if token.number else None
    if before and is_title(before):
        return True
    if is_first_name(token.text) or any(roles_of(grammar, token.number, token.number)):
        return True
    verb = tokens[token.head]
    clause = grammar.child(token.number, "relcl")
    who = clause is not None and any(tokens[i].lower == "who" for i in grammar.children[clause.number])
    return who or (token.relation == "nsubj" and verb.lemma in STATEMENTS)


def _has_article(grammar: Grammar, first: int) -> bool:
    return first > 0 and grammar.tokens[first - 1].lower in _ARTICLES
