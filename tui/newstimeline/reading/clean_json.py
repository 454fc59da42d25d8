"""JSON values from outside made harmless, with every offset into their texts as it was."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

from newstimeline.clean import is_clean, reveal

_LINE_ENDS = str.maketrans({"\r": " ", "\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"})
"""White space for white space, one for one: the offsets hold."""
_SUSPECT = re.compile(r"\\[ubfr]")
"""What a text of JSON has when one of its strings may have a control character other than tab and newline."""
_MARGIN = 400
"""Levels of nesting that a record must leave to those who write it out again."""
_SURELY_SHALLOW = 500
"""So few brackets can't lie that deep within one another."""


def harmless(value: Any, text: str | None = None) -> Any:
    """The value with harmful characters replaced in all its texts; `text` is the JSON that it was read from.

    Raises:
        RecursionError: it is nested more deeply than those can follow who write it out again.
    """
    # Most records are clean, and a look at the whole costs a tenth of a walk through its parts.
    if text is not None and text.count("{") + text.count("[") < _SURELY_SHALLOW and _is_harmless(text):
        return value
    nested = value
    for _ in range(_MARGIN):
        nested = [nested]
    return value if _is_harmless(json.dumps(nested, ensure_ascii=False)) else _walked(value)


def _is_harmless(json_text: str) -> bool:
    return not _SUSPECT.search(json_text) and (json_text.isascii() or not _unusual().search(json_text))


@cache
def _unusual() -> re.Pattern[str]:
    """Finds what is not known to need no change wherever it stands: anything but characters of common alphabets."""
    every = map(chr, range(ord(" "), ord("\u2c00")))
    harmless = [ch for ch in every if is_clean(f"я{ch}") and is_clean(ch) and ch.translate(_LINE_ENDS) == ch]
    return re.compile(f"[^{re.escape(''.join(harmless))}]")


def _walked(value: Any) -> Any:
    if isinstance(value, str):
        return reveal(value.translate(_LINE_ENDS))
    if isinstance(value, dict):
        return {reveal(key): _walked(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_walked(inner) for inner in value]
    return value
