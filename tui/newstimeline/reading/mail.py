"""Letters (.eml) and boxes of them (.mbox): newsletters, alerts, press lists. The sender is the outlet.

A letter's date is the one in its head, when it was written. Files attached are read as files within it, but those that
hold no text: pictures, sounds, signatures.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from typing import BinaryIO, cast

from newstimeline.clean import clean_line, remove
from newstimeline.reading.encodings import decode
from newstimeline.reading.file_head import Beginning
from newstimeline.reading.input_file import InputFile
from newstimeline.reading.letter_parts import parted
from newstimeline.reading.markup import html_paragraphs
from newstimeline.reading.nested_files import Inner, place_within
from newstimeline.reading.outcome import Parsed, Skipped, Unreadable
from newstimeline.reading.plain import build_article
from newstimeline.reading.publication_date_forms import date_told, unread_dates
from newstimeline.terms import DatedBy
from newstimeline.when import When

LARGEST_LETTER = 32 * 2**20
"""Bytes, with all that is attached."""
_MOST_PARTS = 1_000
_FIELD = re.compile(rb"([A-Za-z][A-Za-z0-9-]{0,76}):[^\n]*\n(?:[ \t][^\n]*\n)*")
_SENT = {b"to", b"received", b"message-id", b"delivered-to", b"return-path", b"cc", b"bcc", b"reply-to", b"list-id"}
"""Fields of which a letter that was sent has one; pages saved as MHTML have none."""
_FAR = 16_384
_POSTMARK = re.compile(rb"From \S.{0,200}\d\d:\d\d.{0,40}\d{4}\s*\n")
"""The line before each letter in a box (RFC 4155)."""
_QUOTED_POSTMARK = re.compile(rb"^>(>*From )", re.MULTILINE)
_WORDLESS = ("image", "audio", "video", "font")
_LETTER_OR_TEXT = ("message/rfc822", "text/plain", "text/html")
"""What needs no name to be worth reading; reports of delivery and the like have none either."""
_SIGNATURES = ("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature")
_MUCH_MORE = 2
"""Times as many words as the plain version must have been left out of it for the HTML version to be read instead."""


_YEAR = re.compile(r"(?<![\d:+-])\d{4}(?![\d:])")


def is_letter(begin: Beginning) -> bool:
    """Whether a file begins with the head of a letter that was sent."""
    fields = set[bytes]()
    at, head = 0, begin.data[:_FAR].replace(b"\r\n", b"\n")
    while field := _FIELD.match(head, at):
        fields.add(field[1].lower())
        at = field.end()
    is_sent = bool(fields & _SENT) or begin.name.endswith(".eml")
    return b"from" in fields and is_sent and (at == len(head) or head[at : at + 1] in (b"\n", b""))


def is_box(begin: Beginning) -> bool:
    """Whether a file begins like a box of letters."""
    postmark = _POSTMARK.match(begin.data[:_FAR])
    return postmark is not None and _FIELD.match(begin.data[:_FAR].replace(b"\r\n", b"\n"), postmark.end()) is not None


def read_letter(file: InputFile) -> Iterator[Parsed]:
    """Make an article of a letter, and read what is attached to it.

    Raises:
        Unreadable: it is too large, or there are no words in it.
    """
    data = file.stream.read(LARGEST_LETTER + 1)
    if len(data) > LARGEST_LETTER:
        raise Unreadable(f"it is a letter of more than {LARGEST_LETTER // 2**20} MiB")
    yield from _read(data, file.name, file.inner)


def read_box(file: InputFile) -> Iterator[Parsed]:
    """Read the letters of a box, one after another, in whatever number."""
    for number, data in enumerate(_letters(file.stream), 1):
        place = f"{file.name}, letter {number}"
        if data is None:
            yield Skipped(place, f"it is a letter of more than {LARGEST_LETTER // 2**20} MiB")
        else:
            yield from file.inner.reading(place, _read(data, place, file.inner))


def _letters(stream: BinaryIO) -> Iterator[bytes | None]:
    """Each letter without its postmark; None for one that is too large."""
    lines, size, after_blank = list[bytes](), 0, True
    stream.readline(_FAR)
    while line := stream.readline(_FAR):
        if after_blank and _POSTMARK.match(line):
            yield _unquoted(lines, size)
            lines, size = [], 0
        else:
            size += len(line)
            if size <= LARGEST_LETTER:
                lines.append(line)
        after_blank = line in (b"\n", b"\r\n")
    yield _unquoted(lines, size)


def _unquoted(lines: list[bytes], size: int) -> bytes | None:
    return _QUOTED_POSTMARK.sub(rb"\1", b"".join(lines)) if size <= LARGEST_LETTER else None


def _read(data: bytes, place: str, inner: Inner) -> Iterator[Parsed]:
    letter = message_from_bytes(data, policy=policy.default)
    parts = list(_parts(letter))
    body = _body([part for part in parts if not _is_attached(part)])
    subject = clean_line(_field(letter, "Subject"))
    attached = [part for part in parts if _is_attached(part) and _may_have_words(part)]
    if subject or body:
        yield from _articles(letter, subject, body, place)
    elif not attached:
        raise Unreadable("it is a letter without words")
    for part in attached:
        if inner.is_spent:
            return
        name = place_within(place, part.get_filename() or part.get_content_type())
        yield from inner(inner.unpacked(io.BytesIO(_content(part))), name)


def _articles(letter: EmailMessage, subject: str, body: str, place: str) -> Iterator[Parsed]:
    """The article of a letter, and the reason of a date that can't be read."""
    body, beside = parted(body)
    headline, text = (subject, body) if subject else _headed(body)
    if not headline:
        raise Unreadable("it is a letter without words")
    published = _date(letter)
    yield build_article(
        headline,
        text,
        published,
        path=place,
        source=_sender(letter) or None,
        sure=bool(subject),
        by=DatedBy.LETTER,
        extra={"not_extracted": beside} if beside else {},
    )
    if not published:
        yield from unread_dates(place, [("its head", _date_as_told(letter))])


def _headed(body: str) -> tuple[str, str]:
    headline, _, text = body.partition("\n")
    return headline, text


def _parts(letter: EmailMessage) -> Iterator[EmailMessage]:
    """The parts that hold something themselves; a letter within a letter is one of them."""
    waiting = [letter]
    for _ in range(_MOST_PARTS):
        if not waiting:
            return
        part = waiting.pop(0)
        if part.is_multipart() and part.get_content_type() != "message/rfc822":
            waiting[:0] = [inner for inner in cast(list[EmailMessage], part.get_payload()) if inner is not part]
        else:
            yield part
    raise Unreadable(f"it is a letter of more than {_MOST_PARTS:,} parts")


def _is_attached(part: EmailMessage) -> bool:
    kind = part.get_content_type()
    return part.get_content_disposition() == "attachment" or kind not in ("text/plain", "text/html")


def _may_have_words(part: EmailMessage) -> bool:
    kind = part.get_content_type()
    if part.get_content_maintype() in _WORDLESS or kind in _SIGNATURES:
        return False
    return bool(part.get_filename()) or kind in _LETTER_OR_TEXT


def _content(part: EmailMessage) -> bytes:
    """What a part holds, decoded."""
    if part.get_content_type() == "message/rfc822" and part.is_multipart():
        return cast(EmailMessage, part.get_payload(0)).as_bytes()
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def text_of(part: EmailMessage) -> str:
    """The text of a part, in the encoding that it names or in the likeliest."""
    content = _content(part)
    charset = part.get_content_charset()
    try:
        return content.decode(charset, "replace") if charset else decode(content)
    except (LookupError, ValueError):  # an encoding that nobody knows, or none of text
        return decode(content)


def _body(parts: list[EmailMessage]) -> str:
    """The plain version, unless it is only an excuse for the one in HTML."""
    of_kind = {
        kind: [text_of(part) for part in parts if part.get_content_type() == kind]
        for kind in ("text/plain", "text/html")
    }
    plain = "\n\n".join(remove(text).strip() for text in of_kind["text/plain"])
    rich = "\n\n".join(line for html in of_kind["text/html"] for line in html_paragraphs(html))
    return rich if len(rich.split()) > _MUCH_MORE * len(plain.split()) else plain.strip()


def _field(letter: EmailMessage, name: str) -> str:
    """A field of the head with encoded words read; as it stands where Python's own reading of it fails."""
    try:
        return str(letter.get(name, ""))
    except Exception:  # broken fields make it raise errors of many kinds (IndexError, AttributeError, ...)
        return next((str(value) for key, value in letter.raw_items() if key.lower() == name.lower()), "")


def _sender(letter: EmailMessage) -> str:
    """The sender's name, else the domain of the address."""
    name, address = parseaddr(_field(letter, "From"))
    return clean_line(name) or clean_line(address.rpartition("@")[2])


def _date_as_told(letter: EmailMessage) -> str:
    """The field as it stands there; `_field` has what Python makes of it, which is 2001 of the year 0001."""
    return next((str(value) for name, value in letter.raw_items() if name.lower() == "date"), "")


def _date(letter: EmailMessage) -> When | None:
    text = _date_as_told(letter)
    year = _YEAR.search(text)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return date_told(text)
    if year and moment.year != int(year[0]):
        return None
    return date_told(moment.isoformat())
