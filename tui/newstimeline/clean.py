"""Text from outside made harmless: nothing in it can steer a terminal or deceive the eye.

A terminal obeys escape sequences, and bidirectional or invisible characters make a text look like another one
(Trojan Source, https://trojansource.codes; Unicode TR 36 and TR 55). `remove` is for text on its way in;
`remove_from_prose` leaves what does nothing in the texts of articles, whose characters others count; `reveal` keeps
every offset and is for text whose offsets are fixed, and for all text on its way out.
"""

from __future__ import annotations

import re
from functools import cache

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
_ORDINARY = "[ -~\xa1-\xac\xae-\u02ff\u0370-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*"
"""Latin, Greek and Cyrillic letters, typographic marks, currencies and plain spaces: nothing harmful is among them."""
# Of C1 (ECMA-48) those that move no cursor, change no character set and begin or end no string.
IDLE = "\xad\u200b\u2060\ufeff\x80-\x83\x86\x87\x89-\x8c\x91-\x95\x99"
"""What shows nothing and does nothing, as the inside of a character class."""
_ALWAYS_HARMFUL_IN_PROSE, _HARMFUL_IN_PROSE = (f"(?![{IDLE}])(?:{pattern})" for pattern in (_ALWAYS_HARMFUL, _HARMFUL))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern, compiled when it is first used: that takes milliseconds, and most lists use few."""
    return re.compile(pattern)


def remove(text: str) -> str:
    """The text without anything harmful, and with newlines as its only line ends."""
    text = _compiled(_SEQUENCE).sub("", _compiled(_LINE_ENDS).sub("\n", text))
    # What stands beside a joiner is known only when all that is harmful anywhere has gone.
    return _compiled(_HARMFUL).sub("", _compiled(_ALWAYS_HARMFUL).sub("", text))


def remove_from_prose(text: str) -> str:
    """As `remove`, but what does nothing at all stays: soft hyphens, spaces of no width, the idle controls of C1.

    For an article's text, of which others count every character; `reveal` shows these as all that is harmful.
    """
    text = _compiled(_SEQUENCE).sub("", _compiled(_LINE_ENDS).sub("\n", text))
    return _compiled(_HARMFUL_IN_PROSE).sub("", _compiled(_ALWAYS_HARMFUL_IN_PROSE).sub("", text))


def escaped(json_text: str) -> str:
    """A JSON text that says the same with nothing harmful in it: such characters are written by their numbers."""
    if json_text.isascii():
        return json_text
    import json  # little that is printed has such characters

    while _compiled(_HARMFUL).search(json_text):  # what stood beside a harmful character may now stand alone
        json_text = _compiled(_HARMFUL).sub(lambda found: json.dumps(found[0])[1:-1], json_text)
    return json_text


def reveal(text: str) -> str:
    """The text with each harmful character replaced by U+FFFD: as long as before, so that offsets hold."""
    if _compiled(_ORDINARY).fullmatch(text):
        return text
    return _compiled(_HARMFUL).sub(REPLACEMENT, text)


def one_line(text: str) -> str:
    """A harmless text for one line of a screen: white space of any kind becomes one space."""
    if "  " not in text and _compiled(_ORDINARY).fullmatch(text):  # nearly every title
        return text.strip()
    return reveal(" ".join(text.split()))


def clean_line(text: str) -> str:
    """A text from outside as one line, without anything harmful."""
    return one_line(remove(text))


def is_clean(text: str) -> bool:
    """Whether `reveal` would change nothing."""
    return not _compiled(_HARMFUL).search(text)
