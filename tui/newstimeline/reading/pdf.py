"""PDF by pypdf, an optional part: the words of its pages, and the title if it has one of its own.

What a PDF calls its date of creation is when that file was made: a scan of an old ruling or a page printed years later
has one too. So it is kept beside the article and dates nothing.
"""

from __future__ import annotations

import logging
import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from newstimeline.clean import clean_line
from newstimeline.model import Article
from newstimeline.reading.file_head import Beginning
from newstimeline.reading.input_file import InputFile
from newstimeline.reading.nested_files import Inner, seekable
from newstimeline.reading.outcome import Parsed, Skipped, Unreadable, missing
from newstimeline.reading.plain import build_article, read_plain
from newstimeline.reading.publication_date_forms import date_told, with_date_of_name

if TYPE_CHECKING:
    from pypdf import PdfReader

_MARK = b"%PDF-"
_FAR = 1_024
"""Bytes before the mark that readers of PDF put up with."""
_MOST_PAGES = 5_000
_NO_TITLE = re.compile(r"untitled|microsoft (?:word|powerpoint)|.*\.(?:docx?|pdf|indd|qxd|tex|dvi|odt)$", re.IGNORECASE)
"""What programs write where nobody gave a title."""
_SENTENCE_END = re.compile(r"[.!?:]['\"’”)]*$")
_FULL_LINE = 0.75
"""Of a page's longest line: one that is shorter and ends a sentence ends a paragraph."""
_HEADING = 0.6
"""Of that line: one that is shorter and followed by a capital letter is a heading."""


def is_pdf(begin: Beginning) -> bool:
    """Whether a file begins like a PDF."""
    return _MARK in begin.data[:_FAR] and (begin.start.startswith(_MARK) or begin.name.endswith(".pdf"))


def read_pdf(file: InputFile) -> Iterator[Parsed]:
    """Make an article of a PDF; a page that can't be read costs that page.

    Raises:
        Unreadable: pypdf is not there, or the file is locked, damaged, or has no words.
    """
    try:
        from pypdf import PdfReader
        from pypdf.errors import DependencyError
    except ImportError:
        raise missing("a PDF", "pdf") from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    with seekable(file.stream) as whole:
        try:
            reader = PdfReader(whole)
            if reader.is_encrypted and not reader.decrypt(""):
                raise Unreadable("it is a PDF that needs a password; save a copy without one")
            pages = len(reader.pages)
            title, created = _described(reader)
        except DependencyError:
            reason = "it is a PDF that is encrypted, though without a password; print it into a new PDF"
            raise Unreadable(reason) from None
        except _damage() as error:
            reason = f"it is a damaged PDF ({type(error).__name__}); open it elsewhere and save it anew"
            raise Unreadable(reason) from None
        if pages > _MOST_PAGES:
            raise Unreadable(f"it is a PDF of {pages:,} pages; the limit is {_MOST_PAGES:,}: split it")
        paragraphs = list[str]()
        for part in _pages(reader, file.name, file.inner):
            if isinstance(part, Skipped):
                yield part
            else:
                paragraphs += part
    if not paragraphs:
        raise Unreadable("the pages of this PDF are pictures, without words; OCR adds them, for instance ocrmypdf")
    extra = {"pages": pages, **({"file_created": created} if created else {})}
    yield with_date_of_name(replace(_article(title, paragraphs, file.name), extra=extra), file.name)


def _article(title: str, paragraphs: list[str], name: str) -> Article:
    if not title:
        return read_plain("\n\n".join(paragraphs), name)  # its first line may have a date, as a text's
    body = paragraphs[1:] if paragraphs[0] == title else paragraphs
    return build_article(title, "\n\n".join(body), None, path=name)


def _damage() -> tuple[type[Exception], ...]:
    """What pypdf raises where a file is damaged."""
    from pypdf.errors import PyPdfError

    return PyPdfError, ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError, zlib.error


def _pages(reader: PdfReader, name: str, inner: Inner) -> Iterator[list[str] | Skipped]:
    """The paragraphs of each page, or why they are missing."""
    for number in range(len(reader.pages)):
        place = f"{name}, page {number + 1}"
        if inner.enters(place):
            try:
                yield list(joined(reader.pages[number].extract_text()))
            except _damage() as error:
                yield Skipped(place, f"the page is damaged ({type(error).__name__}); the others were read")


def _described(reader: PdfReader) -> tuple[str, str]:
    """The title, and when the file was made; either may be missing."""
    info = reader.metadata
    if not info:
        return "", ""
    title = clean_line(str(info.title or ""))
    try:
        created = date_told(info.creation_date.isoformat()) if info.creation_date else None
    except ValueError:
        created = None
    return "" if _NO_TITLE.match(title) else title, created.edtf if created else ""


def joined(text: str) -> Iterator[str]:
    """The paragraphs of a page whose text comes line by line, as it was set."""
    lines = [clean_line(line) for line in text.splitlines()]
    longest = max(map(len, lines), default=0)
    paragraph = ""
    for line, following in zip(lines, [*lines[1:], ""], strict=False):
        if line:
            paragraph = _with(paragraph, line)
        if paragraph and _ends(line, following, longest):
            yield paragraph
            paragraph = ""


def _ends(line: str, following: str, longest: int) -> bool:
    """Whether a paragraph ends with this line."""
    if not line or not following:
        return True
    if _SENTENCE_END.search(line):
        return len(line) < _FULL_LINE * longest
    return len(line) < _HEADING * longest and following[0].isupper()


def _with(paragraph: str, line: str) -> str:
    if paragraph.endswith("-") and line[0].islower():
        return paragraph[:-1] + line
    return f"{paragraph} {line}" if paragraph else line
