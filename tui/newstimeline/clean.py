"""Text from outside made harmless: nothing in it can steer a terminal or deceive the eye.

A terminal obeys escape sequences, and bidirectional or invisible characters make a text look like another one
(Trojan Source, https://trojansource.codes; Unicode TR 36 and TR 55). `remove` is for text on its way in;
`remove_from_prose` leaves what does nothing in the texts of articles, whose characters others count; `reveal` keeps
every offset and is for text whose offsets are fixed. All text on its way to a screen or a page goes through `displayed`
or `one_line`; these also end what would pile up on one character without end, which the stored text keeps.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from unicodedata import category

REPLACEMENT = "\ufffd"

# ECMA-48: CSI sequences, the string sequences (OSC, DCS, SOS, PM, APC) up to their end or the line's, other escapes.
# The one-byte forms of the string sequences lose only that byte: wrongly decoded quotation marks ("â\x80\x9d") have it.
_SEQUENCE = (
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]?"
    "|\x1b[\\]PX^_][^\x07\x1b\x9c\n]*(?:\x07|\x1b\\\\|\x9c)?"
    "|\x1b[ -/]*[0-~]?"
)  # fmt: skip
_LINE_ENDS = "\r\n?|[\x0b\x0c\x85\u2028\u2029]"

_HARMFUL_RANGES = (
    ("\x00", "\x08"), ("\x0b", "\x1f"), ("\x7f", "\x9f"),  # C0 but tab and newline, DEL, C1
    ("\u00ad", "\u00ad"), ("\u034f", "\u034f"), ("\u061c", "\u061c"),  # soft hyphen, grapheme joiner, Arabic mark
    ("\u115f", "\u1160"), ("\u17b4", "\u17b5"), ("\u3164", "\u3164"), ("\uffa0", "\uffa0"),  # blank letters
    ("\u180b", "\u180f"),  # Mongolian selectors
    ("\u200b", "\u200b"), ("\u200e", "\u200f"), ("\u2028", "\u202e"),  # zero width, direction marks and overrides
    ("\u2060", "\u206f"),  # word joiner, invisible operators, isolates
    ("\ufdd0", "\ufdef"), ("\ufeff", "\ufeff"), ("\ufff0", "\ufffb"), ("\ufffe", "\uffff"),
    ("\ud800", "\udfff"),  # lone surrogates
    ("\U0001bca0", "\U0001bca3"), ("\U0001d173", "\U0001d17a"),  # shorthand and musical format controls
    ("\U000e0000", "\U000e0fff"),  # tags and the supplementary variation selectors
)  # fmt: skip
# Joiners belong to some scripts and to emoji. Between letters of the others they only deceive.
_SIMPLE_SCRIPTS = "\x00-\u058f\u1e00-\u1fff\u2000-\u200b\u2010-\u206f"
_ASCII_WITHOUT_KEYCAPS = '\x00-"$-)+-/:-~'
_JOINERS, _SELECTORS = "\u200c\u200d", "\ufe00-\ufe0f"
# Each at the beginning or after what has no use for it; after a visible character at most one selector and one joiner.
_MISPLACED = (
    f"(?<![^{_ASCII_WITHOUT_KEYCAPS}{_JOINERS}{_SELECTORS}])[{_SELECTORS}]"
    f"|(?<![^{_SIMPLE_SCRIPTS}{_JOINERS}])[{_JOINERS}]"
    f"|(?<=(?<![^{_SIMPLE_SCRIPTS}{_JOINERS}{_SELECTORS}])[{_SELECTORS}])[{_JOINERS}]"
)
_ALWAYS_HARMFUL = f"[{''.join(f'{a}-{b}' for a, b in _HARMFUL_RANGES)}]"
_HARMFUL = f"{_ALWAYS_HARMFUL}|{_MISPLACED}"
_ORDINARY = "[ -~\xa1-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*"
"""Latin, Greek and Cyrillic letters, typographic marks, currencies and plain spaces: nothing harmful is among them."""
_ORDINARY_LINES = f"[\t\n{_ORDINARY[1:]}"
# Of C1 (ECMA-48) those that move no cursor, change no character set and begin or end no string.
IDLE = "\xad\u200b\u2060\ufeff\x80-\x83\x86\x87\x89-\x8c\x91-\x95\x99"
"""What shows nothing and does nothing, as the inside of a character class."""
_SUSPECT = f"{_ALWAYS_HARMFUL[:-1]}{_JOINERS}{_SELECTORS}]"
"""What is or may be harmful: one set of characters is looked for ten times as fast as all of `_HARMFUL`."""
_ALWAYS_HARMFUL_IN_PROSE, _HARMFUL_IN_PROSE = (f"(?![{IDLE}])(?:{pattern})" for pattern in (_ALWAYS_HARMFUL, _HARMFUL))

MOST_MARKS = 8
"""Combining characters that one letter may bear on a screen. Scripts need fewer (Tibetan stacks and Hebrew with its
accents the most); UAX 15 allows 30 in its Stream-Safe Text Format, which still climb over the lines above."""
_PERHAPS_BORNE = r"(?:[^\w\s\x00-\u02ff\u2000-\u200b\u2010-\u206f\u20a0-\u20bf]|[\u1160-\u11ff\ud7b0-\ud7fb])"
"""No letter and nothing ordinary, so a mark, a joiner or a symbol; or a vowel or final consonant of Hangul (jamo)."""
_COMMON = r"\x00-\u02ff\u0370-\u0482\u048a-\u052f\u2000-\u200b\u2010-\u206f\u20a0-\u20bf\u3400-\u9fff\uac00-\ud7a3"
_LONG_RUN = f"[^{_COMMON}]{_PERHAPS_BORNE}{{{MOST_MARKS},}}"
_BORNE = "[\u1160-\u11ff\ud7b0-\ud7fb\u200c\u200d\U0001f3fb-\U0001f3ff]"
"""What is no mark and yet has no cells of its own after another character: jamo, joiners, the skin tones of emoji."""
_BESIDE = "[^\\w\\s\x00-\u02ff\u2000-\u206f\u20a0-\u20bf\u2190-\u2bff\U0001f000-\U0001f3fa\U0001f400-\U0001faff]"
"""What stands between a character and its joiner: a mark, a selector, a skin tone; no letter, and no picture."""
_LONG_CHAIN = f"(?:[^\\s\u200d]{_BESIDE}{{0,2}}\u200d){{{MOST_MARKS + 1},}}"
"""Characters joined to one, as the families among the emoji are (UTS 51 has none of more than four)."""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern, compiled when it is first used: that takes milliseconds, and most lists use few."""
    return re.compile(pattern)


def remove(text: str) -> str:
    """The text without anything harmful, and with newlines as its only line ends."""
    if _compiled(_ORDINARY_LINES).fullmatch(text):  # nearly every cell of a table
        return text
    text = _compiled(_SEQUENCE).sub("", _compiled(_LINE_ENDS).sub("\n", text))
    # What stands beside a joiner is known only when all that is harmful anywhere has gone.
    return _compiled(_HARMFUL).sub("", _compiled(_ALWAYS_HARMFUL).sub("", text))


def remove_from_prose(text: str) -> str:
    """As `remove`, but what does nothing at all stays: soft hyphens, spaces of no width, the idle controls of C1.

    For an article's text, of which others count every character; `reveal` shows these as all that is harmful.
    """
    if _compiled(_ORDINARY_LINES).fullmatch(text):
        return text
    text = _compiled(_SEQUENCE).sub("", _compiled(_LINE_ENDS).sub("\n", text))
    return _compiled(_HARMFUL_IN_PROSE).sub("", _compiled(_ALWAYS_HARMFUL_IN_PROSE).sub("", text))


def escaped(json_text: str) -> str:
    """A JSON text that says the same with nothing harmful in it: such characters are written by their numbers."""
    if (json_text.isascii() and "\x7f" not in json_text) or _compiled(_ORDINARY).fullmatch(json_text):
        return json_text
    import json  # little that is printed has such characters

    def by_number(text: str) -> str:
        return json.dumps(text)[1:-1]

    while _is_suspect(json_text) and _compiled(_HARMFUL).search(json_text):  # what stood beside one may now stand alone
        json_text = _compiled(_HARMFUL).sub(lambda match: by_number(match[0]), json_text)
    return _without_piles(json_text, by_number)


def reveal(text: str) -> str:
    """The text with each harmful character replaced by U+FFFD: as long as before, so that offsets hold."""
    if _compiled(_ORDINARY).fullmatch(text) or not _is_suspect(text):
        return text
    return _compiled(_HARMFUL).sub(REPLACEMENT, text)


def displayed(text: str) -> str:
    """The text as it may be shown: as `reveal`, and with no more than `MOST_MARKS` marks on one character."""
    if _compiled(_ORDINARY_LINES).fullmatch(text):
        return text
    return _without_piles(reveal(text), lambda _: "")


def one_line(text: str) -> str:
    """A harmless text for one line of a screen: as `displayed`, and white space of any kind becomes one space."""
    if "  " not in text and _compiled(_ORDINARY).fullmatch(text):  # nearly every title
        return text.strip()
    return displayed(" ".join(text.split()))


def clean_line(text: str) -> str:
    """A text from outside as one line, without anything harmful."""
    return " ".join(remove(text).split())


def is_clean(text: str) -> bool:
    """Whether `reveal` would change nothing."""
    return not _is_suspect(text) or not _compiled(_HARMFUL).search(text)


def _is_suspect(text: str) -> bool:
    return _compiled(_SUSPECT).search(text) is not None


def _without_piles(text: str, instead: Callable[[str], str]) -> str:
    """The text with something else in the place of what is piled or strung on one character beyond all measure."""
    if _compiled(_LONG_RUN).search(text):
        text = _compiled(_LONG_RUN).sub(lambda match: _lowered(match[0], instead), text)
    if "\u200d" in text and _compiled(_LONG_CHAIN).search(text):
        text = _compiled(_LONG_CHAIN).sub(lambda match: _cut_chain(match[0], instead), text)
    return text


def _lowered(run: str, instead: Callable[[str], str]) -> str:
    kept: list[str] = []
    height = 0
    for character in run:
        height = height + 1 if _is_borne(character) else 0
        kept.append(character if height <= MOST_MARKS else instead(character))
    return "".join(kept)


def _is_borne(character: str) -> bool:
    return category(character).startswith("M") or bool(_compiled(_BORNE).match(character))


def _cut_chain(chain: str, instead: Callable[[str], str]) -> str:
    *links, end = chain.split("\u200d")
    rest = "".join(instead("\u200d") + link for link in links[MOST_MARKS + 1 :])
    return "\u200d".join(links[: MOST_MARKS + 1]) + rest + instead("\u200d") + end
