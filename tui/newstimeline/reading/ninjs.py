"""ninjs, the JSON of news agencies (https://iptc.org/standards/ninjs/), versions 1 to 3: articles and planned events.

The versions write the same names in other cases, and 1.x has single values where later ones have lists with roles.
Pictures and other media have no words of their own; they are left out as those of a web page are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newstimeline.clean import clean_line
from newstimeline.model import Article
from newstimeline.reading.clean_json import harmless
from newstimeline.reading.json_parts import Value, object_of, objects_of, text_of, without
from newstimeline.reading.markup import html_paragraphs
from newstimeline.reading.outcome import Parsed, Unreadable
from newstimeline.reading.outlets import outlet_name
from newstimeline.reading.plain import build_article, headline_and_body
from newstimeline.reading.publication_date_checks import first_claim, utc_today
from newstimeline.reading.publication_date_forms import unread_dates
from newstimeline.reading.structured_events import ChronicleEntry, as_cancelled, chronicle, says_cancelled
from newstimeline.reading.table_dates import about, between, event_date
from newstimeline.terms import DatedBy
from newstimeline.when import When

_SIGNS = frozenset(
    "versioncreated contentcreated firstcreated headlines headline bodies body_text body_xhtml eventdetails "
    "pubstatus associations standard".split()
)
_DATES = (DatedBy.CONTENT_CREATED, DatedBy.VERSION_CREATED, DatedBy.FIRST_CREATED)
"""Each called as the property that has it."""
_MEDIA = frozenset({"picture", "video", "audio", "graphic", "component"})
_NEARLY = 0.9
"""A body that has so much of the longest one may be chosen for its paragraphs."""


def is_ninjs(value: Value) -> bool:
    """Whether a JSON object is an item of ninjs."""
    return isinstance(value.get("uri"), str) and not _SIGNS.isdisjoint(name.lower() for name in value)


def read_ninjs(value: Value, name: str) -> Iterator[Parsed]:
    """Make an article of an item, or an event, and of those that it is associated with.

    Raises:
        Unreadable: there are no words in it.
    """
    item = {key.lower(): member for key, member in value.items()}
    inner = [
        associated for associated in _associated(item) if is_ninjs(associated) and associated.get("type") not in _MEDIA
    ]
    if "eventdetails" in item or item.get("type") == "event":
        yield from _event(item, name)
    elif article := _article(item, name):
        yield article
        if not article.published:
            yield from unread_dates(name, (("its head", text_of(item, date)) for date in _DATES))
    elif not inner:
        raise Unreadable(f"it is a ninjs item ({text_of(item, 'type')[:20] or 'of no type'}) without words")
    for associated in inner:
        yield from read_ninjs(associated, name)


def _associated(item: Value) -> Iterator[Value]:
    """Other items within this one: in 3.x a list, before that an object of lists or items by name."""
    associations = item.get("associations")
    if isinstance(associations, dict):
        for key in associations:
            yield from objects_of(associations, key)
    else:
        yield from objects_of(item, "associations")


def _article(item: Value, path: str) -> Article | None:
    bodies = _texts(item, "bodies", "body") or _texts(item, "descriptions", "description")
    paragraphs = _best(bodies)
    headline = _headline(item)
    if not headline and not paragraphs:
        return None
    published, by = _published(item)
    return build_article(
        *headline_and_body(headline, paragraphs),
        published,
        path=path,
        source=_outlet(item),
        url=_address(item),
        sure=bool(headline),
        by=by,
        extra={"given": harmless(_rest(item))},
    )


def _published(item: Value) -> tuple[When | None, DatedBy | None]:
    return first_claim(((by, text_of(item, by)) for by in _DATES), utc_today())


def _event(item: Value, path: str) -> Iterator[Parsed]:
    details = {key.lower(): member for key, member in object_of(item, "eventdetails").items()}
    when, words, trouble = _dates({key.lower(): member for key, member in object_of(details, "dates").items()})
    title = _headline(item)
    if any(says_cancelled(text_of(status, "uri")) for status in objects_of(details, "occurstatus")):
        title = as_cancelled(title)
    entry = ChronicleEntry(
        place="its dates",
        title=title,
        date=words,
        when=when,
        trouble=trouble,
        paragraphs=_best(_texts(item, "descriptions", "description") + _texts(item, "bodies", "body")),
        people=[text_of(person, "name") for person in objects_of(item, "people")],
        places=[text_of(place, "name") for place in objects_of(item, "places")],
        given=without(details, "dates"),
    )
    yield from chronicle(
        title,
        [entry],
        path,
        published=_published(item)[0],
        source=_outlet(item),
        url=_address(item),
        given=_rest(item),
    )


def _dates(dates: Value) -> tuple[When | None, str, str]:
    """When an event is, how its dates are told, and what of them could not be read.

    They are named startDate, endDate, or with what is known of them before that: expected, confirmed, estimated.
    """
    ends = {
        end: (name, text)
        for name, text in ((name, text_of(dates, name)) for name in dates)
        for end in ("startdate", "enddate")
        if name.endswith(end) and text
    }
    name, start = ends.get("startdate", ("", ""))
    end = ends.get("enddate", ("", ""))[1]
    words = start if end in ("", start) else f"{start} – {end}"
    begin, finish = event_date(start), event_date(end)
    when = between(begin, finish) if begin else None
    if when and name.startswith("estimated"):
        when = about(when)
    return when or begin, words, "" if when and (finish or not end) else words


def _headline(item: Value) -> str:
    """Of several the main one."""
    headlines = sorted(objects_of(item, "headlines"), key=lambda headline: headline.get("role") != "main")
    texts = [*(text_of(headline, "value") for headline in headlines), text_of(item, "headline"), text_of(item, "title")]
    return next((line for text in texts if (line := clean_line(" ".join(html_paragraphs(text))))), "")


def _texts(item: Value, names: str, prefix: str) -> list[list[str]]:
    """The paragraphs of each of an item's texts of a kind: a list, or in 1.x keys with a common beginning."""
    texts = [text_of(entry, "value") for entry in objects_of(item, names)]
    texts += [text_of(item, key) for key in item if key == prefix or key.startswith(f"{prefix}_")]
    return [paragraphs for text in texts if (paragraphs := html_paragraphs(text))]


def _best(texts: list[list[str]]) -> list[str]:
    """The longest of several texts, or one that is nearly as long and has more paragraphs."""
    longest = max((sum(map(len, text)) for text in texts), default=0)
    return max((text for text in texts if sum(map(len, text)) >= _NEARLY * longest), key=len, default=[])


def _outlet(item: Value) -> str | None:
    sources = [*objects_of(item, "infosources"), *objects_of(item, "infosource")]
    names = (*(text_of(source, "name") for source in sources), text_of(item, "copyrightholder"))
    return outlet_name(*names) or None


def _address(item: Value) -> str | None:
    links = [
        text_of(link, "href", "url") for link in objects_of(item, "links") if link.get("rel") in ("canonical", "self")
    ]
    addresses = map(clean_line, (text_of(item, "url"), *links, text_of(item, "uri")))
    return next((address for address in addresses if address.startswith(("http://", "https://"))), None)


def _rest(item: Value) -> dict[str, Any]:
    """What an article has no place for."""
    told = [key for key in item if key.startswith(("body", "bodies", "headline", "description"))]
    return without(item, *told, "associations", "eventdetails")
