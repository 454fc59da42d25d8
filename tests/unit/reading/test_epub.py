from __future__ import annotations

from pathlib import Path

import pytest

from newstimeline.model import Article
from support.containers import CHAPTER, book, zipped
from unit.reading.containers import article, read, reasons, titles


def test_each_chapter_is_an_article_of_the_book() -> None:
    chapters = {"b.xhtml": CHAPTER.format(title="The first boat"), "a.xhtml": CHAPTER.format(title="The second")}
    found = read(book(chapters), "harbour.epub")
    assert titles(found) == ["The first boat", "The second"]
    first = found[0]
    assert isinstance(first, Article)
    assert first.text == "The first boat\n\nAda Quill came on Monday."
    assert (first.source, first.path) == ("The Harbour", "harbour.epub, OEBPS/b.xhtml")
    assert (first.extra, first.published_by) == ({"authors": ["Ada Quill"]}, "book")


@pytest.mark.parametrize(
    ("dates", "published"),
    [
        ("<dc:date>2019</dc:date>", "2019"),
        ("<dc:date>2019-05</dc:date>", "2019-05"),
        ("<dc:date>2019-05-07T00:00:00+00:00</dc:date>", "2019-05-07T00:00:00+00:00"),
        ('<dc:date opf:event="modification">2020</dc:date><dc:date opf:event="publication">2019</dc:date>', "2019"),
        ("<dc:date>0101-01-01T00:00:00+00:00</dc:date>", None),
        ("<dc:date>soon</dc:date>", None),
        ("", None),
    ],
)
def test_a_chapter_is_dated_by_the_book(dates: str, published: str | None) -> None:
    found = article(read(book(metadata=dates)))
    assert (found.published.edtf if found.published else None) == published


def test_a_cover_without_words_is_passed_over() -> None:
    cover = "<html><body><img src='cover.jpg'/></body></html>"
    assert titles(read(book({"cover.xhtml": cover, "a.xhtml": CHAPTER.format(title="One")}))) == ["One"]


def test_a_book_of_pictures_says_so() -> None:
    found = read(book({"cover.xhtml": "<html><body><img src='cover.jpg'/></body></html>"}))
    assert reasons(found) == {"a.zip": "it is a book without words; its pages may be pictures"}


@pytest.mark.parametrize(
    "files",
    [
        {"META-INF/rights.xml": b"<x/>"},
        {
            "META-INF/encryption.xml": b'<e><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></e>'
        },
    ],
)
def test_a_locked_book_is_refused(files: dict[str, bytes]) -> None:
    (reason,) = reasons(read(book(files=files))).values()
    assert reason.startswith("the book is locked against copying (DRM)")


def test_obscured_fonts_lock_nothing() -> None:
    fonts = b'<e><EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/></e>'
    assert len(titles(read(book(files={"META-INF/encryption.xml": fonts})))) == 1


def test_a_missing_chapter_costs_that_chapter() -> None:
    data = book({"a.xhtml": CHAPTER.format(title="One"), "b.xhtml": CHAPTER.format(title="Two")})
    found = read(data.replace(b"OEBPS/a.xhtml", b"OEBPS/z.xhtml"))
    assert titles(found) == ["Two"]
    assert reasons(found) == {"a.zip, OEBPS/a.xhtml": "it is a damaged book: it lacks OEBPS/a.xhtml"}


@pytest.mark.parametrize("container", [b"", b"<container/>", b"\x00", b"<rootfile full-path='none.opf'/>"])
def test_a_book_that_does_not_describe_itself_is_refused(container: bytes) -> None:
    (reason,) = reasons(read(zipped({"META-INF/container.xml": container}))).values()
    assert reason.startswith("it is a")


def test_entities_of_a_description_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("SECRET")
    package = (
        f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]><package xmlns:dc="http://purl.org/dc/elements/1.1/">'
        '<dc:title>&e;</dc:title><item id="a" href="a.xhtml" media-type="text/html"/><itemref idref="a"/></package>'
    ).encode()
    found = article(read(book(files={"OEBPS/content.opf": package, "OEBPS/a.xhtml": b"<p>Words</p>"})))
    assert "SECRET" not in str(found)
