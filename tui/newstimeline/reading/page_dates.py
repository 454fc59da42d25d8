"""The day on which a page was published, of all the dates that stand on it.

Statements rank by what they are about and where they stand. First comes what is said of the page's own article: its
address, its data (JSON-LD), its head. What its body has is htmldate's (https://htmldate.readthedocs.io) to find, once
everything that is of other articles is cut off: where elements are marked as dates, that is firm; what only the words
have is likely, and so is the day of the last change. Each is held to the rule of `publication`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from newstimeline.reading.outlet_zones import day_at
from newstimeline.reading.page_metadata import NewsData
from newstimeline.reading.page_parts import own_part
from newstimeline.reading.publication_date_checks import Claim, objection, read_claim
from newstimeline.reading.publication_date_forms import date_told
from newstimeline.reading.shown_dates import shown_day
from newstimeline.terms import DatedBy
from newstimeline.when import Precision, When, calendar

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_METAS = (
    "article:published_time", "article:published", "article:published_date", "og:article:published_time",
    "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.issued", "dcterms.date",
    "dcterms.created", "dc.terms.date", "dc.date.created", "pubdate", "publishdate", "publish-date", "publish_date",
    "publication_date", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "bt:pubdate",
)  # fmt: skip
"""Names of meta tags with the date of publication, the surest first."""
_MODIFIED = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "dcterms.modified",
    "dc.date.modified", "dc.modified", "last-modified", "lastmod", "modified", "revised",
)  # fmt: skip
_MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_YEAR, _MONTH, _DAY = r"((?:19|20)\d\d)", r"(0[1-9]|1[0-2])", r"(0[1-9]|[12]\d|3[01])"
_DAY_IN_ADDRESS = re.compile(
    rf"/{_YEAR}[/-](0?[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[/-](0?[1-9]|[12]\d|3[01])"
    rf"(?:[/-]|$)|[/_-]{_YEAR}{_MONTH}{_DAY}(?:[/_.]|$)|/{_YEAR}(?:{_MONTH}/|[/-]{_MONTH}){_DAY}/"
    rf"|/t{_YEAR}{_MONTH}{_DAY}_"
)
"""Such as /2025/11/07/, /2025/nov/7/, -20251107/, and in China /2025/1107/, /202511/07/ and /t20251107_123."""
_WESTERNMOST, _EASTERNMOST = 10, 10
"""Hours from UTC of the zones in which most outlets are: Hawaii to Sydney."""
_FIRST_DAY = date(1990, 1, 1)
"""Of the web. A page may tell of an earlier day, but then in its data."""
_MARKS = re.compile(r"date|datum|time|publi|posted|byline|submitted|created|meta|fecha|parution|author|info", re.I)
"""In the names of classes and ids of elements that hold an article's date."""
_MARKED = ("time", "abbr", "small", "h1")
_EMPTY = "<html><head></head><body></body></html>"
_MOST_ELEMENTS = 40_000
"""Of a page whose body is asked; four times as many as the longest pages of newspapers have."""
_MOST_CHARACTERS = 1_000_000
"""In which the words of a page are searched for dates."""
_MOST_SHORT = 200
"""Short pieces of text with digits; each may cost htmldate 50 ms."""
_SHORT = (6, 52)
"""Characters of what may be a date: htmldate's own limits."""


@dataclass(frozen=True, slots=True)
class DatedPage:
    """When a page was published."""

    when: When | None = None
    by: DatedBy | None = None
    refused: Claim = field(default_factory=Claim)
    """The first statement that was not believed."""


def date_of_page(tree: HtmlElement, metas: dict[str, str], data: NewsData, url: str, today: date) -> DatedPage:
    """The day or moment of publication that a page gives; none where it gives none."""
    told = [
        (read_claim(data.published, today), DatedBy.JSON_LD),
        *((read_claim(metas.get(name, ""), today), DatedBy.META) for name in _METAS),
    ]
    refused = next((claim for claim, _ in told if claim.refused), Claim())
    said = [(claim.when, by) for claim, by in told if claim.when]
    if day := read_claim(_day_in(url), today).when:
        if (first := told[0][0].when) and _is_of_next_day(first, day, read_claim(data.modified, today).when):
            return DatedPage(first, DatedBy.JSON_LD, refused)
        moment = next((pair for pair in said if _is_on(pair[0], day)), (day, DatedBy.ADDRESS))
        return DatedPage(*moment, refused)
    if said:
        when, by = said[0]
        return DatedPage(_local_day(when, tree, url, today) if _may_be_of_another_day(when) else when, by, refused)
    part = _own_part(tree)
    if dated := next(filter(None, _of_body(part, data, metas, today)), None):
        return DatedPage(*dated, refused)
    return DatedPage(refused=refused)


def _of_body(
    part: HtmlElement, data: NewsData, metas: dict[str, str], today: date
) -> Iterator[tuple[When, DatedBy] | None]:
    """What else than its head may tell, the surest first; each is looked for when the ones before are none."""
    for text in _microdata(part):
        yield _by(read_claim(text, today).when, DatedBy.TIME)
    marked = _marked(part)
    yield _by(_found(marked, today, extensive=False), DatedBy.TIME)
    yield _by(shown_day(marked.itertext(), today), DatedBy.TIME)
    if _may_be_searched(part):
        yield _by(_found(part, today, extensive=True), DatedBy.TEXT)
        yield _by(shown_day(part.itertext(), today), DatedBy.TEXT)
    for text in (data.modified, *(metas.get(name, "") for name in _MODIFIED)):
        yield _by(read_claim(text, today).when, DatedBy.MODIFIED)


def _by(when: When | None, by: DatedBy) -> tuple[When, DatedBy] | None:
    return (when, by) if when else None


def _own_part(tree: HtmlElement) -> HtmlElement:
    """What is of the page's own article, without the meta tags that were asked already; nothing of a huge page."""
    from lxml import html

    if sum(1 for _ in islice(tree.iter(), _MOST_ELEMENTS)) == _MOST_ELEMENTS:
        return html.fromstring(_EMPTY)
    part = own_part(tree)
    for element in list(part.iterfind(".//meta[@content]")):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if name.strip().lower() in (*_METAS, *_MODIFIED, "og:url"):
            element.drop_tree()
    return part


def _is_on(when: When, day: When) -> bool:
    return when.precision < Precision.MONTH and day.start <= when.start < day.end


def _is_of_next_day(published: When, day: When, modified: When | None) -> bool:
    """Whether an article was published on the day after the one that its address names: that of its draft.

    Where the day of publication is that of the last change, the address has the first one.
    """
    if published.precision is not Precision.MINUTE or modified is None or modified.start <= published.start:
        return False
    if _is_in_utc(published):
        return day.end + 60 * _WESTERNMOST <= published.start < day.end + calendar.MINUTES_A_DAY
    local = date_told(published.edtf[:10])
    return local is not None and local.start == day.end


def _is_in_utc(when: When) -> bool:
    return when.precision is Precision.MINUTE and when.edtf.endswith(("Z", "+00:00"))


def _may_be_of_another_day(when: When) -> bool:
    """Whether it is a moment in UTC that may be of another day in the zone of the outlet."""
    if not _is_in_utc(when):
        return False
    hour = when.start % calendar.MINUTES_A_DAY // 60
    return hour < _WESTERNMOST or hour >= 24 - _EASTERNMOST


def _local_day(when: When, tree: HtmlElement, url: str, today: date) -> When:
    """The day of a moment that the data have in UTC, as the page shows it, else as the outlet's country has it."""
    shown = _found(_marked(_own_part(tree)), today, extensive=False)
    if shown is None:
        local = day_at(url, when)
        return when if local is None or _is_on(when, local) else local
    if _day(shown.start) == _day(when.start):
        return when
    is_near = _day(when.start - 60 * _WESTERNMOST) <= _day(shown.start) <= _day(when.start + 60 * _EASTERNMOST)
    return date_told(shown.edtf[:10]) or when if is_near else when


def _day(moment: int) -> int:
    return moment // calendar.MINUTES_A_DAY


def _day_in(url: str) -> str:
    """The day that an address names, as ISO 8601 has it."""
    match = _DAY_IN_ADDRESS.search(url.lower())
    if not match:
        return ""
    year, month, day = (part for part in match.groups() if part)
    number = _MONTH_NAMES.index(month) + 1 if month in _MONTH_NAMES else int(month)
    return f"{year}-{number:02}-{day.zfill(2)}"


def _found(page: HtmlElement, today: date, *, extensive: bool) -> When | None:
    """What htmldate finds in a page, if the page names the day; it makes a first of the month of what has none."""
    from htmldate import find_date

    last = datetime(today.year, today.month, today.day) + timedelta(days=2, microseconds=-1)
    text = find_date(
        page,
        original_date=True,
        extensive_search=extensive,
        outputformat="%Y-%m-%dT%H:%M:%S%z",
        min_date=datetime(_FIRST_DAY.year, 1, 1),
        max_date=last,
        url="",
    )
    when = date_told(text.replace("T00:00:00", "")) if text else None
    if when is None or objection(when, today) or not _names_day(page, when):
        return None
    return when


def _names_day(page: HtmlElement, when: When) -> bool:
    """Whether a first of a month stands there, and not only the month or a year."""
    year, month, day = calendar.day_of(when.start)
    if day > 1:
        return True
    from lxml.html import tostring

    years, first, m = rf"(?:{year}|{year % 100:02})(?!\d)", r"(?<!\d)0?1", rf"0?{month}"
    forms = (
        rf"(?<!\d){year}(?:[-/. ]|\W{{1,2}})?{m}(?:[-/. ]|\W{{1,2}})?0?1(?!\d)",
        rf"{first}[-/. ]{{1,2}}{m}[-/. ]{{1,2}}{years}",
        rf"(?<!\d){m}/0?1/{years}",
        rf"{first}(?:st|er|\.|º|ª)?\s(?:of |de |d[’'])?[^\W\d]{{3,}}\.?,?\s(?:de |del )?{year}",
        rf"[^\W\d]{{3,}}\.?\s0?1(?:st)?,?\s{year}",
    )
    return bool(re.search("|".join(forms), str(tostring(page, encoding="unicode"))))


def _microdata(part: HtmlElement) -> Iterator[str]:
    """What elements say that are marked as the date of publication in the data of schema.org (microdata, RDFa)."""
    for element in part.xpath(
        ".//body//*[contains(@itemprop, 'datePublished') or contains(@property, 'datePublished')]"
    ):
        yield element.get("datetime") or element.get("content") or element.text_content()


def _marked(part: HtmlElement) -> HtmlElement:
    """A page of nothing but the elements that are marked as dates, and of its other meta tags."""
    from lxml import html

    page = html.fromstring(_EMPTY)
    head, body = page
    for element in part.iterfind(".//meta[@content]"):
        head.append(deepcopy(element))
    for element in _topmost_marked(part):
        copy = deepcopy(element)
        copy.tail = None
        body.append(copy)
    return page


def _topmost_marked(part: HtmlElement) -> Iterator[HtmlElement]:
    waiting = [part]
    while waiting:
        element = waiting.pop()
        if _is_marked(element):
            yield element
        else:
            waiting.extend(child for child in reversed(element) if isinstance(child.tag, str))


def _is_marked(element: HtmlElement) -> bool:
    if element.tag in ("html", "body", "head", "meta", "script"):
        return False
    names = f"{element.get('class', '')} {element.get('id', '')} {element.get('itemprop', '')}"
    return element.tag in _MARKED or bool(_MARKS.search(names))


def _may_be_searched(part: HtmlElement) -> bool:
    length = short = 0
    for text in part.itertext():
        length += len(text)
        short += _SHORT[0] < len(text.strip()) < _SHORT[1] and any(map(str.isdigit, text))
    return length <= _MOST_CHARACTERS and short <= _MOST_SHORT
