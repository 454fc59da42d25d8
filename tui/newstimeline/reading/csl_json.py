"""CSL-JSON, in which Zotero and other programs keep references (https://citationstyles.org): one article an item.

The abstract is its text. One without an abstract still tells that something was published, when and where.
"""

from __future__ import annotations

from newstimeline.clean import clean_line
from newstimeline.model import Article
from newstimeline.reading.clean_json import harmless
from newstimeline.reading.json_parts import Value, list_of, object_of, text_of, without
from newstimeline.reading.markup import html_paragraphs
from newstimeline.reading.outcome import Unreadable
from newstimeline.reading.plain import build_article, headline_and_body
from newstimeline.reading.table_dates import about, between, composed, event_date
from newstimeline.terms import DatedBy
from newstimeline.when import When

_TYPES = frozenset(
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection "
    "dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case "
    "legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical "
    "personal_communication post post-weblog regulation report review review-book software song speech standard "
    "thesis treaty webpage".split()
)
_SIGNS = ("issued", "container-title", "container-title-short", "author", "citation-key", "accessed", "DOI")


def is_csl(value: Value) -> bool:
    """Whether a JSON object is an item of CSL-JSON."""
    return value.get("type") in _TYPES and "title" in value and any(name in value for name in _SIGNS)


def read_csl(value: Value, path: str) -> Article:
    """Make an article of an item.

    Raises:
        Unreadable: it has no words.
    """
    title = clean_line(" ".join(html_paragraphs(text_of(value, "title"))))
    abstract = html_paragraphs(text_of(value, "abstract"))
    if not title and not abstract:
        raise Unreadable("it is a reference with neither a title nor an abstract")
    published = _date(object_of(value, "issued"))
    url = clean_line(text_of(value, "URL"))
    return build_article(
        *headline_and_body(title, abstract),
        published,
        path=path,
        source=clean_line(text_of(value, "container-title", "publisher")) or None,
        url=url if url.startswith(("http://", "https://")) else None,
        sure=bool(title),
        by=DatedBy.ISSUED,
        extra={"given": harmless(without(value, "title", "abstract"))},
    )


def _date(date: Value) -> When | None:
    """A date of CSL, of one or two lists of year, month and day; its words where it has no such lists."""
    parts = [_of_parts(part) for part in list_of(date, "date-parts") if isinstance(part, list)]
    when = parts[0] if parts else event_date(text_of(date, "raw", "literal"))
    if when and len(parts) > 1 and parts[1]:
        when = between(when, parts[1]) or when
    return about(when) if when and date.get("circa") else when


def _of_parts(parts: list[object]) -> When | None:
    numbers = [str(part) for part in parts if part not in ("", None)]
    if not numbers or not all(part.lstrip("-").isdecimal() and len(part) < 8 for part in numbers):
        return None
    return composed(*map(int, numbers[:3]))
