"""A text as terms to search by: the same for what is indexed and for what is asked.

FTS5's tokenizer `ascii` takes every character beyond ASCII for part of a word, so all that is to be known of Unicode is
known here. Scripts that put no spaces between words are searched by their characters: each is indexed with the one
after it, the last one of a run alone. What is asked is then found wherever it stands within a run. As between words
of other scripts, spaces and punctuation within a run don't count: 高市早苗 is 高市 早苗.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from newstimeline.name_keys import folded

_UNSPACED = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303c\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"  # Han
    "\u3041-\u309a\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\U0001aff0-\U0001b16f"  # Hiragana, Katakana
    "\u3105-\u312f\u31a0-\u31bf"  # Bopomofo
    "\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\ua9e0-\ua9fe\uaa60-\uaadf"  # South-East Asia
)
"""As the inside of a character class: letters of classes ID, CJ and SA of Unicode Standard Annex 14."""
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+(?:[^0-9A-Za-z\x80-\U0010ffff]+[^\x00-\x7f]+)*")
_TERM = re.compile(r"[0-9a-z\x80-\U0010ffff]+")
_SHORT = 16
"""Characters of what is worth remembering: the accents and quotation marks of a language of Latin letters."""


def search_text(text: str | None) -> str | None:
    """A text for the index, whose terms the tokenizer `ascii` sees as we do; None for None, as functions of SQL do."""
    return text if text is None or text.isascii() else _BEYOND_ASCII.sub(_searched, text)


def terms_of(text: str) -> list[str]:
    """The terms of a text, as the index has them."""
    return _TERM.findall(_lower_ascii(search_text(text) or ""))


def asked_terms(text: str, *, prefix: bool) -> tuple[list[str], bool]:
    """The terms that stand side by side wherever a text does, and whether the last one may go on.

    A run without spaces may go on in any case.
    """
    terms = terms_of(text)
    if terms and is_unspaced(terms[-1]):
        if len(terms) > 1 and len(terms[-2]) == 2 and is_unspaced(terms[-2]):
            return terms[:-1], False
        return terms, True
    return terms, prefix


def words_of(text: str) -> list[str]:
    """The words of a text, folded, with each run of characters without spaces as one."""
    words: list[str] = []
    in_run = False
    for term in terms_of(text):
        if not is_unspaced(term):
            words.append(term)
            in_run = False
        elif in_run:
            words[-1] += term[0]
        else:
            words.append(term[0])
            in_run = True
    return words


def is_unspaced(term: str) -> bool:
    """Whether a term is of a script without spaces."""
    return re.match(f"[{_UNSPACED}]", term) is not None


def _lower_ascii(text: str) -> str:
    return text.lower() if text.isascii() else re.sub("[A-Z]+", lambda match: match[0].lower(), text)


def _searched(match: re.Match[str]) -> str:
    run = match[0]
    return _remembered(run) if len(run) <= _SHORT else _words_of(run)


def _words_of(run: str) -> str:
    """Folded, with spaces between words, and what has none as its characters."""
    # Turkish has two letters i, of which folding knows one; whoever has no Turkish keyboard types that.
    text = folded(run).replace("ı", "i").translate(_LETTERS)
    return re.sub(f"[{_UNSPACED}](?:[{_UNSPACED} ]*[{_UNSPACED}])?", _pairs, text)


_remembered = lru_cache(maxsize=4096)(_words_of)


def _pairs(match: re.Match[str]) -> str:
    run = match[0].replace(" ", "")
    return f" {' '.join(run[at : at + 2] for at in range(len(run)))} "


class _Letters(dict[int, str]):
    """Whatever is no part of a word as a space; made as characters are met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        is_part = character.isalnum() or unicodedata.category(character)[0] == "M"
        letter = self[code] = character if is_part else " "
        return letter


_LETTERS = _Letters()
