"""The role that a text gives somebody, read from the words around the name.

"Lakonian Foreign Minister Jane Roe", "his old rival, John Doe", "Jane Roe, the mayor of Springfield,".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newstimeline.extraction.first_names import FEMALE, MALE
from newstimeline.extraction.grammar import Grammar, Token
from newstimeline.extraction.name_words import FEMALE_ROLES, KIN, MALE_ROLES, ROLE_TITLES, ROLE_WORDS, TITLES
from newstimeline.model import Span

_LONGEST = 12
_PARTY = re.compile(r"\s?[,(]\s?(?:an? )?(Republican|Democrat|[RD])(?:[-–,)]| from | of )")
_PARTIES = {"R": "republican", "D": "democrat"}
_LONGEST_PARTY = 24
_DETERMINERS = frozenset("the a an his her their its our my your 's another one this that".split())
_WITHIN_A_ROLE = frozenset(("of", "for", "-", "and", "the"))
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_MODIFIER_TAGS = frozenset(("NNP", "NNPS", "JJ", "NN", "NNS", "VBN", "CD"))


def is_role_word(token: Token) -> bool:
    """Whether a word can be the head of a role."""
    return token.lower in ROLE_WORDS or (token.lower.endswith("person") and len(token.lower) > 8)


def is_title(token: Token) -> bool:
    """Whether a word is a title such as "Mr."."""
    return token.lower.rstrip(".") in TITLES and token.text[:1].isupper()


def roles_of(grammar: Grammar, first: int, last: int) -> Iterator[str]:
    """The roles that stand beside a name, given as tokens `first` to `last` (included)."""
    for span in (_before(grammar, first), _before_comma(grammar, first), _after_comma(grammar, last)):
        if span:
            yield " ".join(span.of(grammar.text).split())


def gender_of_relative(grammar: Grammar, first: int, last: int) -> str | None:
    """What is told of a gender where a name comes with whose relative that is, "her husband, John Roe".

    Nothing is told by "the son of John Roe"; None if it is nobody's relative.
    """
    tokens = grammar.tokens
    before = [token for token in tokens[max(0, first - 4) : first] if token.text != ","]
    if len(before) > 1 and before[-1].lower in KIN and before[-2].tag in ("PRP$", "POS"):
        noun = before[-1].lower
        return MALE if noun in MALE_ROLES else FEMALE if noun in FEMALE_ROLES else ""
    head = grammar.head_of(range(first, last + 1))
    of_whom = head.relation == "pobj" and tokens[head.head].lower == "of"
    return "" if of_whom and tokens[tokens[head.head].head].lower in KIN else None


def party_of(grammar: Grammar, last: int) -> str:
    """The American party that stands behind a name that ends at a token, "(R-Ky.)", ", Republican from Texas"."""
    end = grammar.tokens[last].end
    party = _PARTY.match(grammar.text, end, end + _LONGEST_PARTY)
    return _PARTIES[party[1][0]] if party else ""


def _before(grammar: Grammar, first: int) -> Span | None:
    """The role right before a name."""
    title = grammar.tokens[first - 1] if first else None
    if title and is_title(title):
        if title.lower.rstrip(".") in ROLE_TITLES:
            return title.span
        first -= 1
    words = _role_words_before(grammar, first)
    return grammar.span(words.start, words.stop - 1) if words is not None else None


def _role_words_before(grammar: Grammar, first: int) -> range | None:
    """The tokens of a role that ends right before a token: modifiers, role word, and "of" with a name."""
    tokens = grammar.tokens
    sentence = tokens[first].sentence if first < len(tokens) else -1
    begin, role_at = first, -1
    for at in range(first - 1, max(-1, first - 1 - _LONGEST), -1):
        token = tokens[at]
        if token.sentence != sentence or (token.lower in _DETERMINERS and token.lower != "the"):
            break
        if is_role_word(token):
            begin, role_at = at, at if role_at < 0 else role_at
        elif _modifies_role(token, role_at) or (at + 1 < first and _times_role(grammar, at, role_at)):
            begin = at
        elif token.lower in _WITHIN_A_ROLE and at + 1 < first and _joins(grammar, at, role_at):
            continue
        else:
            break
    begin = _without_loose_ends(grammar, begin, first)
    if role_at < begin or role_at < 0:
        return None
    after_role = tokens[role_at + 1] if role_at + 1 < first else None
    if after_role and after_role.lower not in ("of", "for"):
        return None
    return range(begin, first)


def _modifies_role(token: Token, role_at: int) -> bool:
    """Whether a word belongs to the role that follows; right before a name, only with a capital."""
    return token.tag in _MODIFIER_TAGS and not _is_mark(token) and (role_at >= 0 or token.text[0].isupper())


def _times_role(grammar: Grammar, at: int, role_at: int) -> bool:
    """Whether "then" tells when somebody was what the role says: "then-President", "met then President"."""
    tokens = grammar.tokens
    before = tokens[at - 1] if at else None
    if role_at < 0 or tokens[at].lower != "then":
        return False
    if tokens[at + 1].text == "-":
        return tokens[at].end == tokens[at + 1].start
    return before is not None and before.tag[:2] in ("IN", "VB") and before.sentence == tokens[at].sentence


def _joins(grammar: Grammar, at: int, role_at: int) -> bool:
    """Whether "of", "the" or a hyphen holds two parts of a role together."""
    tokens = grammar.tokens
    before = tokens[at - 1] if at else None
    match tokens[at].lower:
        case "of" | "for":
            return role_at < 0 and before is not None and is_role_word(before)
        case "the":
            return role_at < 0 and before is not None and before.lower in ("of", "for")
        case "and":
            return role_at >= 0 and before is not None and is_role_word(before)
        case _:
            return before is not None and before.end == tokens[at].start


def _is_mark(token: Token) -> bool:
    return not token.text[0].isalnum()


def _without_loose_ends(grammar: Grammar, begin: int, first: int) -> int:
    """Drop what cannot begin a role: a year, a participle, a joining word."""
    while begin < first:
        token = grammar.tokens[begin]
        if token.lower in _WITHIN_A_ROLE or token.tag in ("CD", "VBN") or is_title(token) or token.lower in _DAYS:
            begin += 1
        else:
            break
    return begin


def _before_comma(grammar: Grammar, first: int) -> Span | None:
    """ "his Lakonian counterpart, Jane Roe": the noun phrase before a comma whose head is a role word."""
    tokens = grammar.tokens
    while first and is_title(tokens[first - 1]):
        first -= 1
    if first < 2 or tokens[first - 1].text != "," or tokens[first - 1].sentence != tokens[first - 2].sentence:
        return None
    words = _role_words_before(grammar, first - 1)
    if words is None or words.start == 0:
        return None
    if tokens[words.start - 1].lower not in _DETERMINERS and not tokens[words.start].text[0].isupper():
        return None
    name_governs = any(tokens[i].relation == "appos" for i in range(first, min(first + 5, len(tokens))))
    return grammar.span(words.start, words.stop - 1) if name_governs else None


def _after_comma(grammar: Grammar, last: int) -> Span | None:
    """ "Jane Roe, the mayor of Springfield,": the noun phrase after a comma, up to the next comma."""
    tokens = grammar.tokens
    at = last + 1
    if at + 1 >= len(tokens) or tokens[at].text != ",":
        return None
    at += 1
    begin = at + 1 if tokens[at].lower in ("the", "a", "an") else at
    role_at = -1
    for i in range(begin, min(begin + _LONGEST, len(tokens))):
        token = tokens[i]
        if token.sentence != tokens[last].sentence:
            return None
        if role_at < 0 and is_role_word(token) and not (i + 1 < len(tokens) and is_role_word(tokens[i + 1])):
            role_at = i
        elif role_at >= 0 and not (token.lower in _WITHIN_A_ROLE or token.tag in ("NNP", "NNPS", "JJ", "NN", "NNS")):
            break
        elif role_at < 0 and token.tag not in _MODIFIER_TAGS and token.lower not in _WITHIN_A_ROLE:
            return None
    else:
        return None
    if role_at < 0 or token.text not in (",", ".", ";", "who", ")", "and", "said"):
        return None
    end = i - 1
    while end > role_at and tokens[end].lower in _WITHIN_A_ROLE:
        end -= 1
    return grammar.span(begin, end)
