"""Texts in other languages stand on the timeline by their headlines; what is not sure counts as English."""

from __future__ import annotations

import pytest

from newstimeline.extraction.language_detection import language_of
from newstimeline.extraction.pipeline import Extractor
from newstimeline.model import Article, Span
from newstimeline.terms import Basis
from newstimeline.when import parse
from unit.builders import TEXT, article

GERMAN = (
    "Der Bürgermeister hat am Freitag den neuen Hafen von Lindhaven eröffnet. „Das Werk ist getan“, sagte er vor vielen"
    " hundert Gästen. Die Arbeiten hatten vier Jahre gedauert und mehr gekostet als geplant war."
)
TEXTS = {
    "de": GERMAN,
    "fr": "Le maire a inauguré vendredi le nouveau port de la ville.",
    "es": "El alcalde inauguró el viernes el nuevo puerto de la ciudad.",
    "ru": "Мэр открыл в пятницу новый порт города.",
    "zh": "市长周五宣布新港口开放。",
    "ja": "市長は金曜日に新しい港の開港を宣言した。",
    "ko": "시장은 금요일에 새 항구를 열었다.",
    "ar": "افتتح العمدة الميناء الجديد يوم الجمعة.",
    "th": "นายกเทศมนตรีเปิดท่าเรือใหม่เมื่อวันศุกร์",
    "el": "Ο δήμαρχος εγκαινίασε την Παρασκευή το νέο λιμάνι.",
}


def german(published: str | None = "2025-11-07") -> Article:
    return article("Hafen eröffnet", text=f"Hafen eröffnet\n\n{GERMAN}", published=published)


@pytest.mark.parametrize("language", TEXTS)
def test_the_language_of_a_sentence_is_told(language: str) -> None:
    assert language_of(TEXTS[language]) == language


@pytest.mark.parametrize("headline", ["横浜港", "Новый порт", "ميناء جديد", "항구 개장"])
def test_a_headline_in_another_script_is_never_english(headline: str) -> None:
    assert language_of(headline) != "en"


@pytest.mark.parametrize("text", ["", "Das Kind", "Anif im Sommer", TEXT, "7 11 2025 " * 40])
def test_what_is_short_or_not_sure_counts_as_english(text: str) -> None:
    assert language_of(text) == "en"


def test_names_and_quotes_of_other_languages_leave_a_text_english() -> None:
    said = "“Wir schaffen das”, said Frau Müller-Lüdenscheidt of the Bundesministerium für Digitales und Verkehr. "
    assert language_of(f"{TEXT} {said * 3}") == "en"


def test_an_article_in_another_language_is_one_event_with_the_whole_text_as_evidence(extractor: Extractor) -> None:
    found = extractor.extract(german())
    (event,) = found.events
    assert (event.title, event.when, event.basis) == ("Hafen eröffnet", parse("2025-11-07"), Basis.PUBLISHED)
    assert event.evidence == Span(0, len(found.article.text or ""))
    assert found.article.unextracted == "de"
    assert (found.quotes, found.people, found.times) == ((), (), ())


def test_such_an_article_without_a_date_is_an_undated_event(extractor: Extractor) -> None:
    (event,) = extractor.extract(german(None)).events
    assert (event.when, event.basis) == (None, None)


@pytest.mark.parametrize("text", ["Harbour news", "Harbour news\n\nCranes: three. Docks: four.", None])
def test_an_article_that_tells_no_event_has_its_headline_on_its_day(extractor: Extractor, text: str | None) -> None:
    (event,) = extractor.extract(article("Harbour news", text=text)).events
    assert (event.id, event.title, event.when) == ("headline", "Harbour news", parse("2025-11-07"))


def test_an_english_article_is_extracted(extractor: Extractor) -> None:
    assert extractor.extract(article()).article.unextracted is None
