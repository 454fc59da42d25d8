"""Texts in other languages are kept as what was published; what is not sure counts as English."""

from __future__ import annotations

import pytest

from newstimeline.extraction.foreign import as_published, language_of
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
    "fr": "Le maire a inauguré vendredi le nouveau port de la ville devant plusieurs centaines d'invités. Les travaux"
    " avaient duré quatre ans et coûté plus cher que prévu, selon la municipalité.",
    "es": "El alcalde inauguró el viernes el nuevo puerto de la ciudad ante varios cientos de invitados. Las obras"
    " habían durado cuatro años y costado más de lo previsto, según el ayuntamiento.",
    "ru": "Мэр открыл в пятницу новый порт города в присутствии нескольких сотен гостей. Работы продолжались четыре"
    " года и обошлись дороже, чем планировалось, сообщили в администрации.",
}


def german(published: str | None = "2025-11-07") -> Article:
    return article("Hafen eröffnet", text=f"Hafen eröffnet\n\n{GERMAN}", published=published)


@pytest.mark.parametrize("language", TEXTS)
def test_the_language_of_a_few_sentences_is_told(language: str) -> None:
    assert language_of(TEXTS[language]) == language


@pytest.mark.parametrize("text", ["", "Das Geburtstagskind", "Verregnetes Anif im Sommer", TEXT, "7 11 2025 " * 40])
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


def test_such_an_article_without_a_date_is_an_undated_event() -> None:
    (event,) = as_published(german(None), "de").events
    assert (event.when, event.basis) == (None, None)


def test_an_english_article_is_extracted(extractor: Extractor) -> None:
    assert extractor.extract(article()).article.unextracted is None
