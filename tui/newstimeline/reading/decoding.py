"""Bytes to text in whatever encoding they are."""

from __future__ import annotations

import codecs

from newstimeline.reading.outcome import Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ENOUGH_TO_GUESS = 64
"""Bytes outside ASCII from which a statistical guess of the encoding is better than the commonest one."""
_SAMPLE = 100_000
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\f\r\x1b"))


def decode(data: bytes) -> str:
    """The text of a file: by its byte order mark, else UTF-8, else the likeliest older encoding.

    Raises:
        Unreadable: the bytes are no text.
    """
    return data.decode(encoding_of(data), errors="replace")


def encoding_of(data: bytes, *, cut: bool = False) -> str:
    """The encoding of a text, or of its beginning if it is `cut` wherever that came.

    Raises:
        Unreadable: the bytes are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    if wide := _wide_encoding(data):
        return wide
    if _is_binary(data):
        raise Unreadable("it is a binary file, not text")
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data, final=not cut)
    except UnicodeDecodeError as error:
        if error.start <= _SAMPLE and not _nearly_utf8(data):
            return _older_encoding(data)
    return "utf-8"


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark: Latin text then has a zero in every second byte."""
    sample = data[:_SAMPLE]
    half = max(1, len(sample) // 2)
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if sample[offset::2].count(0) > 0.7 * half and sample[1 - offset :: 2].count(0) < 0.05 * half:
            return encoding
    return None


def _is_binary(data: bytes) -> bool:
    """More than one byte in twenty is a control character that no text needs; a few strays are cleaned away."""
    sample = data[:_SAMPLE]
    return len(sample.translate(None, delete=_CONTROLS)) < 0.95 * len(sample)


def _nearly_utf8(data: bytes) -> bool:
    """UTF-8 with a few damaged bytes, as after a careless cut."""
    text = data[:_SAMPLE].decode("utf-8", errors="replace")
    damaged = text.count("\ufffd")
    good = sum(ch > "\x7f" for ch in text) - damaged
    return good > 10 * damaged


def _older_encoding(data: bytes) -> str:
    sample = data[:_SAMPLE]
    if sum(byte > 0x7F for byte in sample) < _ENOUGH_TO_GUESS:
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best else "cp1252"
