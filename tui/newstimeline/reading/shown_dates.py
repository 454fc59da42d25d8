"""Days as pages show them to readers in scripts whose dates htmldate does not know.

It reads months in a few languages of Latin script; newspapers write "24 نيسان / أبريل 2020" and "2020年4月17日", too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from newstimeline.reading.date_forms import is_day, normalised, one_date
from newstimeline.reading.foreign_dates import foreign_day
from newstimeline.reading.publication_date_checks import objection
from newstimeline.when import When

_LONGEST = 120
"""Characters of a text that shows when something was published; longer ones tell of something."""
_MOST = 40
"""Of what may be a day on a page; each new name of a month costs 20 ms."""
_LAST_LATIN = "\u024f"
"""Latin Extended-B ends there; what stands beyond is of other scripts."""
_DAYS = (
    re.compile(r"(?<!\d)(?:19|20)\d\d ?[年년] ?\d\d? ?[月월] ?\d\d? ?[日일]"),
    re.compile(r"(?<![\d/.:-])\d\d?(?:\.|º|ª)?[ /-][^\d,;:|]{3,24}[ /-](?:19|20)\d\d(?![\d/.:-])"),
)


def shown_day(texts: Iterable[str], today: date) -> When | None:
    """The first day that one of the texts shows in another script than Latin, and that may be one of publication."""
    for words in islice(_candidates(texts), _MOST):
        when = one_date(words) or foreign_day(words)
        if when and is_day(when) and not objection(when, today):
            return when
    return None


def _candidates(texts: Iterable[str]) -> Iterator[str]:
    """What may be a day, of the texts that are short."""
    for text in texts:
        words = text.strip()
        if len(words) > _LONGEST or not any(map(str.isdigit, words)):
            continue
        words = normalised(words)
        for form in _DAYS:
            yield from filter(_is_of_another_script, form.findall(words))


def _is_of_another_script(words: str) -> bool:
    return any(mark.isalpha() and mark > _LAST_LATIN for mark in words)
