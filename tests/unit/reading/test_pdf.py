from __future__ import annotations

import io
import sys

import pypdf
import pytest

from newstimeline.model import Article
from newstimeline.reading.format_detection import read_stream
from support.containers import pdf, tarred
from unit.reading.containers import article, read, reasons

WORDS = """\
The harbour at last
Ada Quill, the mayor, opened the harbour of Lindhaven on Mon-
day before two hundred guests from the whole of the town and
spoke. “Boats,” she said, “will come.”
The boats left the new quay of the town an hour later."""


def test_the_words_of_the_pages_are_an_article() -> None:
    found = article(read(pdf(WORDS, "The town was glad.", title="Harbour opens"), "a.pdf"))
    assert found.title == "Harbour opens"
    assert (
        found.text
        == """\
Harbour opens

The harbour at last

Ada Quill, the mayor, opened the harbour of Lindhaven on Monday before two hundred guests from the whole of the town \
and spoke. “Boats,” she said, “will come.”

The boats left the new quay of the town an hour later.

The town was glad."""
    )


def test_the_date_of_the_file_is_kept_and_dates_nothing() -> None:
    found = article(read(pdf(WORDS), "a.pdf"))
    assert found.published is None
    assert found.extra == {"pages": 1, "file_created": "2024-01-02T03:04:00+00:00"}


@pytest.mark.parametrize("title", ["", "Untitled", "Microsoft Word - a.docx", "report.indd"])
def test_a_title_that_a_program_made_is_none(title: str) -> None:
    assert article(read(pdf("date 2025-11-07 Harbour opens", "Boats came.", title=title))).title == "Harbour opens"


def test_a_date_in_the_first_line_is_that_of_publication() -> None:
    found = article(read(pdf("2025-11-07 Harbour opens.", "Boats came.")))
    assert found.published
    assert found.published.edtf == "2025-11-07"


def test_pages_without_words_are_said_to_be_pictures() -> None:
    (reason,) = reasons(read(pdf("", ""))).values()
    assert reason == "the pages of this PDF are pictures, without words; OCR adds them, for instance ocrmypdf"


@pytest.mark.parametrize(("password", "expected"), [("secret", "it is a PDF that needs a password"), ("", None)])
def test_a_password_is_asked_for_only_where_there_is_one(password: str, expected: str | None) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(WORDS, title="Harbour opens")))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    packed = io.BytesIO()
    writer.write(packed)
    found = read(packed.getvalue())
    if expected:
        assert next(iter(reasons(found).values())).startswith(expected)
    else:
        assert article(found).title == "Harbour opens"


@pytest.mark.parametrize("size", [9, 200, 600])
def test_a_damaged_pdf_is_read_or_refused(size: int) -> None:
    found = read(pdf(WORDS)[:size])
    assert all(reason.startswith(("it is a damaged PDF", "the pages")) for reason in reasons(found).values())


def test_a_damaged_page_costs_that_page(monkeypatch: pytest.MonkeyPatch) -> None:
    extract = pypdf.PageObject.extract_text

    def fail_on_the_second(page: pypdf.PageObject) -> str:
        if page.page_number == 1:
            raise KeyError("/Font")
        return extract(page)

    monkeypatch.setattr(pypdf.PageObject, "extract_text", fail_on_the_second)
    found = read(pdf("First page.", "Second page.", "Third page."), "a.pdf")
    assert reasons(found) == {"a.pdf, page 2": "the page is damaged (KeyError); the others were read"}
    assert [item.text for item in found if isinstance(item, Article)] == ["First page.\n\nThird page."]


def test_a_page_that_ended_its_reader_is_left_out() -> None:
    stream = io.BytesIO(pdf("First page.", "Second page."))
    (found,) = read_stream(stream, "a.pdf", lambda place, _: place != "a.pdf, page 1")
    assert isinstance(found, Article)
    assert found.text == "Second page."


def test_a_pdf_within_an_archive_is_read() -> None:
    assert article(read(tarred({"a.pdf": pdf(WORDS, title="Harbour opens")}))).title == "Harbour opens"


def test_without_its_library_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    (reason,) = reasons(read(pdf(WORDS))).values()
    assert reason == "it is a PDF, which needs one more library; install it with: pip install 'newstimeline[pdf]'"
