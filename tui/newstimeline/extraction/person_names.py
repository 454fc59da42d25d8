"""A human's name as it stands in the text: its words without titles, and whether two are one name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from newstimeline.extraction.first_names import is_first_name
from newstimeline.extraction.grammar import Grammar, Token
from newstimeline.extraction.name_words import (
    BEGINNINGS_OF_PLACES,
    FIRST_OF_NAMES_TOO,
    NICKNAMES,
    NO_NAMES,
    PARTICLES,
    PLACES,
    ROLE_WORDS,
    SUFFIXES,
    SURNAMES_OF_ROLE_WORDS,
    SURNAMES_TOO,
    THINGS,
)
from newstimeline.extraction.roles import is_title

_LONGEST = 8
_FIRST_AND_LAST = 2
_SHORTEST_MISSPELT, _LONG_WORD = 5, 8
_INITIALS = re.compile(r"(?:[A-Z]\.){1,3}")
_ABBREVIATIONS = frozenset(("U.S.", "U.N.", "U.K.", "E.U.", "D.C.", "L.A.", "N.Y.", "U.S.A."))
_NICKNAME_MARKS = frozenset(('"', "'", "(", ")", "``", "''"))


@dataclass(frozen=True, slots=True)
class Name:
    """A place where somebody is named: tokens `first` to `last`, both included, without titles."""

    first: int
    last: int
    parts: tuple[str, ...]
    """The words of the name, lower case, without initials, nickname and suffix."""
    title: str = ""
    """The title before it, lower case."""
    initials: str = ""
    """The single letters in it, "gw" for "G. W. Roe"."""
    suffix: str = ""
    """For example "jr"."""
    nickname: str = ""
    """What stands in it between quotation marks or brackets, lower case."""
    within: bool = False
    """Whether it is only part of a thing's name, so that nobody acts: "the Jane Roe Foundation"."""

    @property
    def is_bare(self) -> bool:
        """Whether this is a single word, without initials."""
        return len(self.parts) == 1 and not self.initials

    @property
    def starts_with_particle(self) -> bool:
        """Whether it begins as only the surname's latter half would: "von der Roe"."""
        return len(self.parts) > 1 and self.parts[0] in PARTICLES


def name_at(grammar: Grammar, first: int, last: int, known: bool = False) -> Name | None:
    """The name in a stretch of tokens; None if it does not look like one.

    Args:
        grammar: the parsed text.
        first: the first token.
        last: the last one.
        known: whether somebody of that name is known, so that the model's tags do not matter.
    """
    tokens = grammar.tokens
    while first <= last and _is_before_a_name(tokens[first]):
        first += 1
    while last > first + 1 and _is_shouted_before_a_name(tokens[first], tokens[first + 1]):
        first += 1
    first = max((i + 1 for i in range(first, last - 1) if _is_role_within(tokens[i])), default=first)
    first, last = _without_shouting(tokens, first, last)
    while last >= first and _is_after_a_name(tokens[last], last - first):
        last -= 1
    inner, nickname = _without_nickname(list(tokens[first : last + 1]))
    if not inner or len(inner) > _LONGEST or not all(_fits_a_name(inner, i) for i in range(len(inner))):
        return None
    if not any(t.text[0].isupper() and len(t.text) > 1 for t in inner) or _cannot_end(inner):
        return None
    if (_cannot_begin(inner) and not (known and len(inner) == 1 and _is_alone(tokens, first))) or (
        len(inner) == 1 and inner[0].tag[:2] != "NN" and not known
    ):
        return None
    words = [t.lower.rstrip(".") for t in inner if t.text[0].isalnum()]
    suffix = next((word for word in words[1:] if word in SUFFIXES), "")
    parts = tuple(word for word in words if not _is_initial(word) and word not in SUFFIXES)
    if not parts and len(words[0]) > 1:
        parts = (words[0],)
    if not parts:
        return None
    title = tokens[first - 1].lower.rstrip(".") if first and is_title(tokens[first - 1]) else ""
    initials = "".join(word.replace(".", "") for word in words if _is_initial(word) and word not in parts)
    return Name(first, last, parts, title, initials, suffix, nickname)


def is_same_full_name(name: Name, other: Name) -> bool:
    """Whether two names of several words are one person's: "Bill Roe" and "William J. Roe"."""
    if name.suffix != other.suffix:
        return False
    short, long = sorted((name, other), key=lambda n: len(n.parts))
    if len(short.parts) == 1 < len(long.parts):
        return short.parts[0] == long.parts[-1] and short.initials[:1] == long.parts[0][:1]
    if not _initials_agree(name, other):
        return False
    if name.parts == other.parts:
        return True
    same_last = name.parts[-1] == other.parts[-1]
    return same_last and is_same_first_name(name, other)


def is_same_first_name(name: Name, other: Name) -> bool:
    """Whether the first names of two names are one, in full, short, or as the text's own nickname."""
    first, second = name.parts[0], other.parts[0]
    if first == second or NICKNAMES.get(first, first) == NICKNAMES.get(second, second):
        return True
    return first == other.nickname or second == name.nickname


def is_shorter_form(short: Name, long: Name) -> bool:
    """Whether a name leaves out some of another one's words: "Ana Roe" of "Ana Roe Doe", "von Roe" of "Jan von Roe"."""
    if short.suffix != long.suffix or len(short.parts) >= len(long.parts):
        return False
    ends_so = long.parts[-len(short.parts) :] == short.parts
    if short.starts_with_particle or (ends_so and not is_first_name(short.parts[0])):
        return ends_so
    rest = iter(long.parts)
    return short.parts[0] == long.parts[0] and all(part in rest for part in short.parts)


def is_misspelt(word: str, other: str) -> bool:
    """Whether a word is another one but for a letter that is wrong, missing or too much; for two in a long word."""
    shorter = min(len(word), len(other))
    if shorter < _SHORTEST_MISSPELT or word[0] != other[0] or word == other:
        return False
    allowed = 2 if shorter >= _LONG_WORD else 1
    return Levenshtein.distance(word, other, score_cutoff=allowed) <= allowed


def is_initial(text: str) -> bool:
    """Whether a word is one or more initials, such as "J." or "J.R."; not a country's or city's."""
    return bool(_INITIALS.fullmatch(text)) and text.upper() not in _ABBREVIATIONS


def belongs_to_next(grammar: Grammar, token: Token) -> bool:
    """Whether an initial is the next word's, not the end of a sentence: "J. Roe", not "Plan B. Roe left"."""
    after = grammar.tokens[token.number + 1] if token.number + 1 < len(grammar.tokens) else None
    if after is None or token.end + 1 != after.start or not is_initial(token.text):
        return False
    before = grammar.tokens[token.number - 1] if token.number else None
    follows_word = before is not None and before.end + 1 == token.start and before.text[-1].isalpha()
    return token.sentence == after.sentence or not follows_word


def _initials_agree(name: Name, other: Name) -> bool:
    """Whether the initials may be one person's: those of one name go on with those of the other, or it has none."""
    return name.initials.startswith(other.initials) or other.initials.startswith(name.initials)


def _is_initial(word: str) -> bool:
    return len(word) == 1 or (len(word) < 6 and all(len(letter) <= 1 for letter in word.split(".")))


def _without_nickname(inner: list[Token]) -> tuple[list[Token], str]:
    """The tokens without a nickname between marks, and the nickname: 'James "Jimmy" Roe'."""
    marks = [i for i, token in enumerate(inner) if token.text in _NICKNAME_MARKS]
    if len(marks) != 2 or marks[0] == 0 or marks[1] == len(inner) - 1:
        return inner, ""
    nickname = " ".join(token.lower for token in inner[marks[0] + 1 : marks[1]])
    return inner[: marks[0]] + inner[marks[1] + 1 :], nickname


def _is_alone(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "King" is a surname here: no article before it, no name behind."""
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if before is not None and (before.lower in ("the", "a", "an", "'s") or before.tag == "PRP$"):
        return False
    return tokens[at].lower in SURNAMES_OF_ROLE_WORDS and not (after is not None and after.tag[:3] == "NNP")


def _cannot_begin(inner: list[Token]) -> bool:
    first = inner[0]
    if len(inner) > 1 and first.lower in BEGINNINGS_OF_PLACES:
        return True
    if first.lower in NO_NAMES | PLACES and not (len(inner) > 1 and first.lower in FIRST_OF_NAMES_TOO):
        return True
    return len(inner) == 1 and first.lower in ROLE_WORDS


def _cannot_end(inner: list[Token]) -> bool:
    """Whether the last word is nobody's: that of "Hyde Park", not of "Doris Day"."""
    last = inner[-1].lower
    if last in SURNAMES_TOO and len(inner) == _FIRST_AND_LAST and is_first_name(inner[0].text):
        return False
    return last in NO_NAMES or last in THINGS


def _is_before_a_name(token: Token) -> bool:
    return (
        is_title(token)
        or token.lower in ("the", "a", "an")
        or not token.text[0].isalnum()
        or (token.lower in ROLE_WORDS and token.relation == "compound")
    )


def _is_role_within(token: Token) -> bool:
    """Whether the name begins after a word: "North School Principal Jane Roe"; not "Billie Jean King"."""
    return token.lower in ROLE_WORDS and token.text[0].isupper()


def _without_shouting(tokens: tuple[Token, ...], first: int, last: int) -> tuple[int, int]:
    """A name without the capital-letter headline around it: "ANNA ROE RESIGNS", "JANE ROE Jane Roe"."""
    loud = [i for i in range(first, last + 1) if tokens[i].text.isupper() and len(tokens[i].text) > _FIRST_AND_LAST]
    if len(loud) < last - first + 1:
        before = next((i for i in range(first, last + 1) if i not in loud), first)
        return (before, last) if before < last and is_first_name(tokens[before].text) else (first, last)
    named = next((i for i in loud if is_first_name(tokens[i].text)), None)
    return (named, named + 1) if named is not None and named < last and len(loud) > _FIRST_AND_LAST else (first, last)


def _is_shouted_before_a_name(token: Token, after: Token) -> bool:
    """Whether a word in capitals, such as the agency's in a caption, stands before a first name: "GETTY Jane Roe"."""
    shouted = token.text.isupper() and token.text.isalpha() and len(token.text) > 1
    return shouted and not after.text.isupper() and is_first_name(after.text)


def _is_after_a_name(token: Token, before: int) -> bool:
    """Whether a last token is none of the name's: a mark, "'s", the "Photo" of a caption."""
    if not token.text[0].isalnum() or token.lower in ("'s", "s"):
        return True
    return before > 1 and token.lower in ("image", "images", "photo", "video", "file")


def _fits_a_name(inner: list[Token], at: int) -> bool:
    token = inner[at]
    if token.text[0].isupper():
        return not any(ch.isdigit() for ch in token.text)
    if at > 1 and inner[at - 1].text == "-" and inner[at - 1].end == token.start:
        return token.text.isalpha()
    return token.lower in PARTICLES or token.text in ("-", "'", ".", ",") or "'" in token.text
