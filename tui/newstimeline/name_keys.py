"""What makes two spellings the same to a reader, and two names the same entry of the library."""

from __future__ import annotations

import re
import unicodedata

_SILENT = (
    "\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"  # Latin, Greek, Cyrillic, symbols
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"  # Hebrew points
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"  # Arabic vowels
    "\u0711\u0730-\u074a\u08d3-\u08e1\u08e3-\u08ff"  # Syriac and more Arabic vowels
    "\u00ad\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"  # hyphens, joiners and marks of no width
    "\ufe00-\ufe0f\U000e0100-\U000e01ef"  # variation selectors
)
"""As the inside of a character class: what a reader who searches leaves out.

Marks of other scripts (the dakuten of kana, vowel signs and viramas of Indic scripts, the tones of Thai) make other
letters, so they stay.
"""
_WITHOUT_STROKES = str.maketrans({
    "ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ŧ": "t", "ƀ": "b", "ɨ": "i", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe",
})  # fmt: skip
"""Letters with strokes and joined letters, which Unicode does not take apart: as who has no key for them types them."""


def folded(text: str) -> str:
    """A text as it is compared: in Unicode's compatibility form without case, accents and what shows nothing.

    Full-width letters, ligatures, presentation forms and circled numbers are what they stand for (NFKC and full case
    folding; Unicode Standard Annex 15 and chapter 3.13).
    """
    if text.isascii():
        return text.lower()
    bare = re.sub(f"[{_SILENT}]", "", unicodedata.normalize("NFKD", text))
    return unicodedata.normalize("NFKC", bare.casefold().translate(_WITHOUT_STROKES))


def name_key(name: str) -> str:
    """A name without case, accents and surplus white space."""
    return " ".join(folded(name).split())
