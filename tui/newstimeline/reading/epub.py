"""Books (EPUB): each chapter is an article, dated by the book.

A whole book would be too long an article to extract, and evidence within it hard to find. The chapters have the
book's title as their source, so that a filter brings them together.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile

from newstimeline.clean import clean_line
from newstimeline.reading.encodings import decode
from newstimeline.reading.markup import html_paragraphs
from newstimeline.reading.nested_files import Inner, place_within
from newstimeline.reading.outcome import Parsed, Unreadable
from newstimeline.reading.plain import build_article
from newstimeline.reading.publication_date_checks import objection, utc_today
from newstimeline.reading.publication_date_forms import date_told
from newstimeline.terms import DatedBy
from newstimeline.when import EdtfError, When, parse

if TYPE_CHECKING:
    from lxml.etree import _Element

_LARGEST_PART = 20 * 2**20
"""Bytes of a chapter, or of the book's own description."""
_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_LOCKS = ("META-INF/rights.xml", "META-INF/sinf.xml", "META-INF/license.lcpl")
"""Of Adobe, Apple and Readium."""
_FONT_ALGORITHMS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""Fonts are obscured by these, which hides no text (EPUB 3.3, 4.4)."""
_PAGES = ("application/xhtml+xml", "text/html")
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_LONGEST_HEADING = 20
"""Words."""


@dataclass(frozen=True, slots=True)
class _Book:
    title: str
    authors: tuple[str, ...]
    published: When | None
    chapters: tuple[str, ...]
    """The names of their files, in the order of reading."""


def read_book(archive: ZipFile, name: str, inner: Inner) -> Iterator[Parsed]:
    """Make an article of each chapter that has words.

    Raises:
        Unreadable: the book is locked, damaged, or has no words.
    """
    _refuse_locked(archive, inner)
    book = _described(archive, inner)
    empty = True
    for chapter in book.chapters:
        if inner.is_spent:
            return
        place = place_within(name, chapter)
        for parsed in inner.reading(place, _read_chapter(archive, chapter, book, place, inner)):
            empty = False
            yield parsed
    if empty:
        raise Unreadable("it is a book without words; its pages may be pictures")


def _read_chapter(archive: ZipFile, chapter: str, book: _Book, place: str, inner: Inner) -> Iterator[Parsed]:
    lines = html_paragraphs(decode(_part(archive, chapter, inner)))
    if not lines:
        return  # a cover, or a plate
    yield build_article(
        lines[0],
        "\n\n".join(lines[1:]),
        book.published,
        path=place,
        source=book.title or None,
        sure=len(lines) > 1 and len(lines[0].split()) <= _LONGEST_HEADING,
        by=DatedBy.BOOK,
        extra={"authors": list(book.authors)} if book.authors else {},
    )


def _refuse_locked(archive: ZipFile, inner: Inner) -> None:
    names = archive.namelist()
    locked = any(lock in names for lock in _LOCKS)
    if not locked and _ENCRYPTION in names:
        methods = _xml(_part(archive, _ENCRYPTION, inner)).iter("{*}EncryptionMethod")
        locked = not all(method.get("Algorithm") in _FONT_ALGORITHMS for method in methods)
    if locked:
        raise Unreadable("the book is locked against copying (DRM), so its text can't be read; ask for a copy without")


def _described(archive: ZipFile, inner: Inner) -> _Book:
    roots = _xml(_part(archive, _CONTAINER, inner)).iter("{*}rootfile")
    root = next((path for rootfile in roots if (path := rootfile.get("full-path"))), None)
    if root is None:
        raise Unreadable("it is a book that does not say where its text is")
    package = _xml(_part(archive, root, inner))
    folder = posixpath.dirname(root)
    files = {
        item.get("id"): posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))
        for item in package.iter("{*}item")
        if item.get("media-type") in _PAGES and "nav" not in item.get("properties", "").split()
    }
    order = [item.get("idref") for item in package.iter("{*}itemref")]
    chapters = tuple(dict.fromkeys(files[idref] for idref in order if idref in files))
    if not chapters:
        raise Unreadable("it is a book without chapters")
    return _Book(
        title=next(iter(_said(package, "title")), ""),
        authors=tuple(_said(package, "creator")),
        published=next((when for text in _said(package, "date") if (when := _date(text))), None),
        chapters=chapters,
    )


def _said(package: _Element, what: str) -> list[str]:
    """What the book's description says of it, by the name that the Dublin Core has for that."""
    elements = [element for element in package.iter(f"{_DUBLIN_CORE}{what}") if _is_of_publication(element)]
    return [line for element in elements if (line := clean_line("".join(map(str, element.itertext()))))]


def _is_of_publication(element: _Element) -> bool:
    """Whether it is not a date of something else, such as the last change."""
    return all(not str(name).endswith("event") or value == "publication" for name, value in element.items())


def _date(text: str) -> When | None:
    """A year, a month or a day."""
    try:
        when = parse(text) if len(text) <= len("2025-11") else date_told(text)
    except EdtfError:
        return None
    return None if when is None or objection(when, utc_today()) else when


def _part(archive: ZipFile, part: str, inner: Inner) -> bytes:
    """A file of the book.

    Raises:
        Unreadable: the book lacks it, or it is damaged or too large.
    """
    try:
        packed = archive.open(part)
    except (KeyError, BadZipFile, NotImplementedError, RuntimeError, ValueError):
        raise Unreadable(f"it is a damaged book: it lacks {clean_line(part)}") from None
    data = inner.unpacked(packed).read(_LARGEST_PART + 1)
    if len(data) > _LARGEST_PART:
        raise Unreadable(f"it is larger than {_LARGEST_PART // 2**20} MiB, too large for a chapter")
    return data


def _xml(data: bytes) -> _Element:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        tree: _Element | None = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        tree = None
    if tree is None:  # lxml gives that for what it can't recover at all
        raise Unreadable("it is a book whose description of itself is no XML")
    return tree
