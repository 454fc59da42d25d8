"""NewsML-G2 (https://iptc.org/standards/newsml-g2/), the XML of news agencies: articles in NITF or XHTML, and events.

Elements are told by their local names, so that any prefix will do. Entities and document types are refused: the
format has no use for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from newstimeline.clean import clean_line
from newstimeline.model import Article
from newstimeline.reading.clean_json import harmless
from newstimeline.reading.file_head import Beginning
from newstimeline.reading.input_file import InputFile
from newstimeline.reading.markup import element_paragraphs, html_paragraphs
from newstimeline.reading.outcome import Parsed, Skipped, Unreadable, named
from newstimeline.reading.outlets import outlet_name
from newstimeline.reading.plain import build_article, headline_and_body
from newstimeline.reading.publication_date_checks import first_claim, utc_today
from newstimeline.reading.publication_date_forms import unread_dates
from newstimeline.reading.structured_events import ChronicleEntry, as_cancelled, chronicle, says_cancelled
from newstimeline.reading.table_dates import from_to
from newstimeline.terms import DatedBy
from newstimeline.when import When

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROOT = re.compile(
    rb"(?:!DOCTYPE\s+)?(?:[\w.-]+:)?"
    rb"(?:newsMessage|newsItem|packageItem|conceptItem|knowledgeItem|planningItem|contentSet|nitf)[\s/>\[]"
)
_BEFORE = re.compile(rb"\s*<(?:\?[^<>]*>|!--(?:[^-]|-(?!->))*-->)")
_FAR = 4_096
"""Bytes in which the first element begins."""
_DECLARES = "it declares entities or a document type, which NewsML-G2 has no use for"
_DATES = {
    "contentCreated": DatedBy.CONTENT_CREATED,
    "versionCreated": DatedBy.VERSION_CREATED,
    "firstCreated": DatedBy.FIRST_CREATED,
}
_TEXTS = ("inlineXML", "inlineData")
_UNDEFINED_PREFIX = "NS_ERR_UNDEFINED_NAMESPACE"


def is_newsml(begin: Beginning) -> bool:
    """Whether XML begins as an item of NewsML-G2 or a part of one."""
    start = _after_prolog(begin.data)
    return start.startswith(b"<") and _ROOT.match(start, 1) is not None


def _after_prolog(data: bytes) -> bytes:
    """XML from its document type or its first element on."""
    start, at = data.removeprefix(b"\xef\xbb\xbf"), 0
    while before := _BEFORE.match(start, at):
        at = before.end()
    return start[at : at + _FAR].lstrip()


def read_newsml(file: InputFile) -> Iterator[Parsed]:
    """Make an article or events of each item.

    Raises:
        Unreadable: it is no XML that is safe to read, or there is nothing in it to be read.
    """
    root, name = _parsed(file.stream.read()), file.name
    items = [root, *_all(root, "newsItem", "conceptItem", "knowledgeItem", "planningItem")]
    items = [item for item in items if _name(item) not in ("newsMessage", "packageItem")]
    if not items:
        links = len(_all(root, "itemRef"))
        raise Unreadable(f"it only refers to {links:,} items in other files; add those")
    for number, item in enumerate(items, 1):
        place = f"{name}, item {number}" if len(items) > 1 else name
        if concepts := [
            concept for concept in _all(item, "concept", "event") if _child(concept, "eventDetails") is not None
        ]:
            yield from _events(item, concepts, name)
        elif article := _article(item, name):
            yield article
            if not article.published:
                yield from unread_dates(place, (("its head", _below(item, date)) for date in _DATES))
        else:
            yield Skipped(place, f"it is a {_name(item)} of NewsML-G2 without a headline, a text or an event")


def _parsed(data: bytes) -> _Element:
    from lxml import etree

    if _after_prolog(data).startswith(b"<!"):
        raise Unreadable(_DECLARES)
    parser = _parser(recover=False)
    try:
        root: _Element = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if not len(parser.error_log) or any(entry.type_name != _UNDEFINED_PREFIX for entry in parser.error_log):
            raise Unreadable(f"it is no well-formed XML: {clean_line(str(error))}") from None
        # A piece cut out of an item, without the declarations of its prefixes.
        root = etree.fromstring(data, _parser(recover=True))
    declared: Any = root.getroottree().docinfo
    if declared.doctype:
        raise Unreadable(_DECLARES)
    return root


def _parser(*, recover: bool) -> Any:
    """A parser that fetches nothing and resolves nothing."""
    from lxml import etree

    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True, recover=recover
    )


def _name(element: _Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _all(element: _Element, *names: str) -> list[_Element]:
    """All elements below one that have one of the names, in their order."""
    return [descendant for descendant in element.iterdescendants() if _name(descendant) in names]


def _child(element: _Element | None, *path: str) -> _Element | None:
    """The first element along a path of names."""
    for name in path:
        element = next((child for child in element if _name(child) == name), None) if element is not None else None
    return element


def _text(element: _Element | None) -> str:
    return clean_line("".join(str(piece) for piece in element.itertext())) if element is not None else ""


def _below(element: _Element, *names: str) -> str:
    """The words of the first element below one that has one of the names and any words."""
    return next((words for name in names for descendant in _all(element, name) if (words := _text(descendant))), "")


def _article(item: _Element, path: str) -> Article | None:
    headline = _below(item, "headline", "hl1", "title")
    published, by = _published(item)
    given = _given(item)
    paragraphs = [line for line in _body(item) if line != headline]
    if not headline and not paragraphs:
        return None
    return build_article(
        *headline_and_body(headline, paragraphs),
        published,
        path=path,
        source=_outlet(item),
        url=_address(item),
        sure=bool(headline),
        by=by,
        extra={"given": given} if given else {},
    )


def _published(item: _Element) -> tuple[When | None, DatedBy | None]:
    return first_claim(((by, _below(item, name)) for name, by in _DATES.items()), utc_today())


def _body(item: _Element) -> list[str]:
    """The paragraphs of the content: NITF or XHTML without its head, or a text."""
    paragraphs: list[str] = []
    for content in [item] if _name(item) == "nitf" else _all(item, *_TEXTS):
        for head in _all(content, "head", "hedline", "docdata"):
            parent = head.getparent()
            if parent is not None:
                parent.remove(head)
        if _name(content) == "inlineData" and not len(content):
            paragraphs += html_paragraphs(content.text or "")
        else:
            paragraphs += element_paragraphs(content)
    return paragraphs or [words for description in _all(item, "description") if (words := _text(description))]


def _outlet(item: _Element) -> str | None:
    for name in ("infoSource", "provider", "copyrightHolder", "service"):
        for element in _all(item, name):
            code = str(element.get("qcode") or "").rpartition(":")[2]
            if words := outlet_name(_text(_child(element, "name")), code):
                return words
    return None


def _address(item: _Element) -> str | None:
    guid = clean_line(str(item.get("guid") or ""))
    return guid if guid.startswith(("http://", "https://")) else None


def _events(item: _Element, concepts: list[_Element], path: str) -> Iterator[Parsed]:
    entries = [_entry(concept, f"event {number}") for number, concept in enumerate(concepts, 1)]
    yield from chronicle(
        _below(item, "headline"),
        entries,
        path,
        published=_published(item)[0],
        source=_outlet(item),
        url=_address(item),
        given=_given(item),
    )
    repeated = [
        entry.place for entry, concept in zip(entries, concepts, strict=True) if _all(concept, "rRule", "rDate")
    ]
    if repeated:
        yield Skipped(path, f"events that repeat, in {named(repeated)}: only the first time of each is read")


def _entry(concept: _Element, place: str) -> ChronicleEntry:
    details = _child(concept, "eventDetails")
    assert details is not None  # what makes a concept an event
    when, words, trouble = _dates(_child(details, "dates"))
    title, status = _text(_child(concept, "name")), _child(details, "occurStatus")
    is_cancelled = status is not None and says_cancelled(str(status.get("qcode") or status.get("uri") or ""))
    definitions = [
        line for part in concept if _name(part) in ("definition", "note") for line in element_paragraphs(part)
    ]
    return ChronicleEntry(
        place=place,
        title=as_cancelled(title) if is_cancelled else title,
        date=words,
        when=when,
        trouble=trouble,
        paragraphs=definitions,
        people=[_text(_child(part, "name")) for part in details if _name(part) in ("participant", "contactInfo")],
        places=[_text(_child(part, "name")) for part in details if _name(part) == "location"],
        details=[
            *(("Organiser", _text(_child(part, "name"))) for part in details if _name(part) == "organiser"),
            *(("Repeats", " ".join(map(str, rule.attrib.values()))) for rule in _all(details, "rRule")),
            *((_name(contact), _text(contact)) for contact in _all(details, "web", "email", "phone")),
        ],
    )


def _dates(dates: _Element | None) -> tuple[When | None, str, str]:
    """When an event is, how its dates are told, and what of them could not be read."""
    if dates is None:
        return None, "", ""
    start, end, duration = (_text(_child(dates, name)) for name in ("start", "end", "duration"))
    element = _child(dates, "start")
    is_about = element is not None and bool(element.get("approxstart") or element.get("approxend"))
    return from_to(start, end, duration, is_about=is_about)


def _given(item: _Element) -> dict[str, Any]:
    """What else is said of an item, by the names of its elements and attributes."""
    given: dict[str, Any] = {str(name): str(value) for name, value in item.attrib.items() if "}" not in str(name)}
    for part in item:
        if _name(part) in ("itemMeta", "contentMeta", "rightsInfo"):
            for child in part:
                words = _text(child) or str(child.get("qcode") or child.get("uri") or child.get("href") or "")
                if words and _name(child) not in ("headline",):
                    given.setdefault(_name(child), []).append(words)
    return harmless(given)  # type: ignore[no-any-return]
