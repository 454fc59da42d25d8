"""Articles in a language that the model can't read: they are kept as what was published, and nothing is guessed.

The language is told by py3langid, a naive Bayes classifier over byte n-grams (Lui and Baldwin, "langid.py: An
Off-the-shelf Language Identification Tool", ACL 2012). What is short or not sure counts as English.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from newstimeline.model import Article, Event, Extraction, Span
from newstimeline.terms import Basis

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENGLISH = "en"
_SURE = 0.99
"""Probability from which a language is taken for another than English."""
_SHORTEST = 120
"""Characters of a text; the language of a shorter one is not sure enough."""
_FAR = 3_000
"""Characters that are looked at."""
_COMMON = frozenset("the of and to that with from said which".split())
"""English words that no other language writes so often."""
_PLAINLY = 0.08
"""Share of these words from which a text is plainly English; it has 15 % of them in news. Few texts are left for which
the classifier is loaded, which takes half a second and 110 MB."""
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """The language of a text by its code in ISO 639-1, such as "de"; "en" where that is not sure."""
    beginning = text[:_FAR]
    words = _WORD.findall(beginning.lower())
    if len(beginning) < _SHORTEST or sum(word in _COMMON for word in words) >= _PLAINLY * len(words):
        return ENGLISH
    language, probability = _identifier().classify(beginning)
    return str(language) if probability >= _SURE else ENGLISH


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def as_published(article: Article, language: str) -> Extraction:
    """An article as a single event: that it was published, with its whole text as evidence, so that it is found."""
    when = article.published.whole_day() if article.published else None
    event = Event(
        id="e1",
        title=article.title,
        when=when,
        basis=Basis.PUBLISHED if when else None,
        evidence=Span(0, len(article.text)) if article.text else None,
    )
    return Extraction(article=replace(article, extra={**article.extra, "unextracted": language}), events=(event,))
