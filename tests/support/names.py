"""Names such as an attacker would give to files, settings and options, and what of them may not reach a terminal."""

from __future__ import annotations

import re

from hypothesis import strategies as st

from support.attacks import ATTACKS

HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e0fff]"
)
"""All of C0 but tab and newline, C1, and what turns the direction of a text or shows nothing."""
ATTACKS_ON_NAMES = tuple(attack.replace("/", "∕").replace("\x00", "") for attack in ATTACKS.values())
"""The same without what no file's name can have."""
_LETTERS = "ab 1.-_é\x07\x1b[]0;m\\\r\n\t\x9b\x9d\x85\u200b\u202e\u2066\u2028\ufeff\U000e0041\u0301"
names = st.text(_LETTERS, min_size=1, max_size=30)
