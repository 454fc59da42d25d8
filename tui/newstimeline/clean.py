"""Text from outside made harmless: nothing in it can steer a terminal or deceive the eye.

A terminal obeys escape sequences, and bidirectional or invisible characters make a text look like another one
(Trojan Source, https://trojansource.codes; Unicode TR 36 and TR 55). `remove` is for text on its way in;
`reveal` keeps every offset and is for text whose offsets are fixed, and for all text on its way out.
"""

from __future__ import annotations

import re

REPLACEMENT = "\ufffd"

# ECMA-48: CSI sequences, the string sequences (OSC, DCS, SOS, PM, APC) up to their end or the line's, other escapes.
# The one-byte forms of the string sequences lose only that byte: wrongly decoded quotation marks ("â\x80\x9d") have it.
_SEQUENCE = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]?"
    "|\x1b[\\]PX^_][^\x07\x1b\x9c\n]*(?:\x07|\x1b\\\\|\x9c)?"
    "|\x1b[ -/]*[0-~]?"
)  # fmt: skip
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")

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
_ALWAYS_HARMFUL = re.compile("[" + "".join(f"{a}-{b}" for a, b in _HARMFUL_RANGES) + "]")
_HARMFUL = re.compile(f"{_ALWAYS_HARMFUL.pattern}|{_MISPLACED}")


def remove(text: str) -> str:
    """The text without anything harmful, and with newlines as its only line ends."""
    text = _SEQUENCE.sub("", _LINE_ENDS.sub("\n", text))
    # What stands beside a joiner is known only when all that is harmful anywhere has gone.
    return _HARMFUL.sub("", _ALWAYS_HARMFUL.sub("", text))


def reveal(text: str) -> str:
    """The text with each harmful character replaced by U+FFFD: as long as before, so that offsets hold."""
    if text.isascii() and text.isprintable():
        return text
    return _HARMFUL.sub(REPLACEMENT, text)


def one_line(text: str) -> str:
    """A harmless text for one line of a screen: white space of any kind becomes one space."""
    return reveal(" ".join(text.split()))


def is_clean(text: str) -> bool:
    """Whether `reveal` would change nothing."""
    return not _HARMFUL.search(text)
