"""In which language a text is written: what the model can't read is kept by its headline, and nothing is guessed.

The language is told by py3langid, a naive Bayes classifier over byte n-grams (Lui and Baldwin, "langid.py: An
Off-the-shelf Language Identification Tool", ACL 2012). Of a text in Latin letters, what is short or not sure counts as
English.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENGLISH = "en"
_SURE = 0.7
"""Probability from which a language is taken for another than English: of 1,424 English paragraphs and articles and 179
headlines none was lost, and three quarters of the sentences of other languages were told."""
_SHORTEST = 20
"""Characters of a text; the language of a shorter one is not sure enough."""
_FAR = 3_000
"""Characters that are looked at."""
_WRITTEN_AS = {"yue": "zh", "wuu": "zh"}
"""Languages of China that news is hardly written in, and that the classifier takes it for."""
_COMMON = frozenset("the of and to that with from said which".split())
"""English words that no other language writes so often."""
_PLAINLY = 0.08
"""Share of these words from which a text is plainly English; it has 15 % of them in news. Few texts are left for which
the classifier is loaded, which takes half a second and 110 MB."""
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """The language of a text by its code in ISO 639-1, such as "de"; "en" where that is not sure."""
    beginning = text[:_FAR]
    if not _is_latin(beginning):
        language = next(str(language) for language, _ in _identifier().rank(beginning) if language != ENGLISH)
        return _WRITTEN_AS.get(language, language)
    words = _WORD.findall(beginning.lower())
    if len(beginning) < _SHORTEST or sum(word in _COMMON for word in words) >= _PLAINLY * len(words):
        return ENGLISH
    language, probability = _identifier().classify(beginning)
    return str(language) if probability >= _SURE else ENGLISH


def _is_latin(text: str) -> bool:
    """Whether at least half of the letters are of the Latin script."""
    letters = [letter for letter in text if letter.isalpha()]
    return 2 * sum(letter < "\u0250" or "\u1e00" <= letter <= "\u1eff" for letter in letters) >= len(letters)


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
