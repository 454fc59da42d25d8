"""Bytes to text in whatever encoding they are."""

from __future__ import annotations

import codecs
import re

import cchardet

from newstimeline.reading.outcome import Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_COMMONEST = "cp1252"
"""Windows Latin-1, which the WHATWG's Encoding Standard takes for ISO 8859-1 too."""
_CODECS = {
    "ISO-8859-2": "iso8859-2", "ISO-8859-5": "iso8859-5", "ISO-8859-6": "iso8859-6", "ISO-8859-7": "iso8859-7",
    "ISO-8859-8": "cp1255", "ISO-8859-9": "iso8859-9", "ISO-8859-11": "cp874", "ISO-8859-13": "cp1257",
    "ISO-8859-15": "iso8859-15", "ISO-8859-16": "iso8859-16",
    "WINDOWS-1250": "cp1250", "WINDOWS-1251": "cp1251", "WINDOWS-1253": "cp1253", "WINDOWS-1254": "cp1254",
    "WINDOWS-1255": "cp1255", "WINDOWS-1256": "cp1256", "WINDOWS-1257": "cp1257", "WINDOWS-1258": "cp1258",
    "KOI8-R": "koi8-u", "KOI8-U": "koi8-u", "TIS-620": "cp874", "SHIFT_JIS": "cp932", "EUC-JP": "euc_jp",
    "ISO-2022-JP": "iso2022_jp", "ISO-2022-KR": "iso2022_kr", "EUC-KR": "cp949", "UHC": "cp949",
    "GB18030": "gb18030", "BIG5": "big5hkscs",
}  # fmt: skip
"""By the detector's names, the codecs of encodings in which news is found; those of other eras are not believed.
Where one encoding has all letters of another, the larger one stands for both."""
_WINDOWS_TWINS = {
    "iso8859-2": "cp1250", "iso8859-16": "cp1250", "iso8859-7": "cp1253", "iso8859-9": "cp1254", "iso8859-15": "cp1252",
}  # fmt: skip
"""What a text in an encoding of ISO is in truth if it has quotation marks and dashes where ISO has controls."""
_SWITCH_TO_TWO_BYTES = re.compile(rb"\x1b\$[@AB()]")
"""How ISO 2022 begins Japanese, Korean and Chinese in seven bits (ECMA-35, 14.3), which is valid UTF-8 as well."""
_MOST_ALONE = 0.3
"""Share of the letters of a text that may be words of one letter, as the Ukrainian "і" is."""
_CONTROLS_OF_ISO = re.compile(rb"[\x80-\x9f]")
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
    if _SWITCH_TO_TWO_BYTES.search(data, 0, _SAMPLE) and (encoding := _detected(data)).startswith("iso2022"):
        return encoding
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data, final=not cut)
    except UnicodeDecodeError as error:
        if error.start <= _SAMPLE and not _is_nearly_utf8(data):
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


def _is_nearly_utf8(data: bytes) -> bool:
    """UTF-8 with a few damaged bytes, as after a careless cut."""
    text = data[:_SAMPLE].decode("utf-8", errors="replace")
    damaged = text.count("\ufffd")
    good = sum(ch > "\x7f" for ch in text) - damaged
    return good > 10 * damaged


def _older_encoding(data: bytes) -> str:
    """What is detected, or the commonest encoding where that is not credible."""
    sample = data[:_SAMPLE]
    encoding = _detected(sample)
    if _CONTROLS_OF_ISO.search(sample):
        encoding = _WINDOWS_TWINS.get(encoding, encoding)
    return _COMMONEST if _makes_words_of_signs(sample, encoding) else encoding


def _detected(data: bytes) -> str:
    """The codec of the encoding that uchardet, a statistical detector, tells."""
    return _CODECS.get(str(cchardet.detect(data[:_SAMPLE])["encoding"]).upper(), _COMMONEST)


def _makes_words_of_signs(sample: bytes, encoding: str) -> bool:
    """Whether much that an encoding reads as letters are signs by themselves in the commonest one, as "£" in "£100"."""
    common, other = (sample.decode(name, errors="replace") for name in (_COMMONEST, encoding))
    if len(common) != len(other):
        return False
    differing = [at for at, (sign, letter) in enumerate(zip(common, other, strict=True)) if sign != letter]
    alone = sum(not any(map(str.isalpha, common[max(at - 1, 0) : at + 2])) for at in differing)
    return alone > _MOST_ALONE * len(differing)
