"""The identity of an article: a hash of its content, so that reading it twice finds it again."""

from __future__ import annotations

from hashlib import blake2b

from newstimeline.when import When


def article_id(title: str, published: When | None, content: str) -> str:
    """32 hexadecimal digits that follow from headline, date of publication and content (BLAKE2b, RFC 7693)."""
    parts = (title, published.edtf if published else "", content)
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
