"""What makes two names the same entry of the library."""

from __future__ import annotations

import unicodedata


def name_key(name: str) -> str:
    """A name without case, accents and surplus white space."""
    if name.isascii():
        return " ".join(name.lower().split())
    decomposed = unicodedata.normalize("NFKD", name)
    return " ".join("".join(ch for ch in decomposed if not unicodedata.combining(ch)).casefold().split())
