from __future__ import annotations

from newstimeline.library.views import ArticleInfo, QuoteSaid
from newstimeline.output.citations import citation, quotation
from newstimeline.terms import QuoteKind
from unit.builders import when


def info(
    *, published: str | None = "2025-11-07T14:30", outlet: str | None = "The Post", url: str | None = None
) -> ArticleInfo:
    return ArticleInfo(1, "Harbour\nopens", when(published), outlet, None, url, None, True, "a1")


def said(kind: QuoteKind, speaker: str | None = "Ada Quill", source: str | None = "she") -> QuoteSaid:
    return QuoteSaid(1, kind, "it is done", speaker, None, ("mayor",) if speaker else (), None, source, ())


def test_a_citation_has_outlet_headline_day_and_address() -> None:
    cited = citation(info(url="https://post.example/1"))
    assert cited == "The Post, “Harbour opens”, 7 November 2025, https://post.example/1"


def test_a_citation_leaves_out_what_is_not_known() -> None:
    assert citation(info(published=None, outlet=None)) == "“Harbour opens”"


def test_only_a_direct_quote_stands_in_quotation_marks() -> None:
    assert quotation(said(QuoteKind.DIRECT), info()).startswith("“it is done” — Ada Quill, mayor (The Post")
    assert quotation(said(QuoteKind.INDIRECT), info()).startswith("it is done — Ada Quill")


def test_a_quote_without_a_speaker_names_the_words_for_one() -> None:
    assert "— officials (" in quotation(said(QuoteKind.INDIRECT, None, "officials"), info())
    assert "— unattributed (" in quotation(said(QuoteKind.INDIRECT, None, None), info())
