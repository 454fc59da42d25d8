"""The values that everything else passes on: articles, and what was found in them.

They mirror the parsed-events format `newstimeline/1`: frozen, without input or output. Its records (`records/`) follow
from the fields here and their types, and so do the columns of a library (`library/finding_tables.py`).
Offsets count Unicode code points of `Article.text`, end exclusive. Ids such as `p1` are unique within one
extraction only; the library has identities of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypedDict

from newstimeline.terms import Basis, DatedBy, MentionKind, QuoteKind
from newstimeline.when import When

HEADLINE = "headline"
"""The id of the event that stands for an article in which none was found; see `headlines`."""
Extra = Mapping[str, object]
"""Keys of a parsed-events file that this version has no use for, kept so that nothing is lost."""


_AMONG_EXTRA = ("published_by", "published_refused", "unextracted")


class StoredFields(TypedDict):
    """Those fields of an article that `Article.stored_fields` finds."""

    published_by: DatedBy | None
    published_refused: str | None
    unextracted: str | None
    extra: Extra


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of an article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of this stretch."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether both share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One report."""

    id: str
    title: str
    published: When | None = None
    """None where the input does not say: no date is invented."""
    source: str | None = None
    """The outlet, such as "apnews.com"."""
    url: str | None = None
    path: str | None = None
    """Where it was read from."""
    text: str | None = None
    """Headline and body, cleaned; None in a parsed-events file that leaves it out."""
    published_by: DatedBy | None = None
    """What gave the date; None where the text begins with it, or nobody knows."""
    published_refused: str | None = None
    """The date that the input gives and that is not believed, as it stands there."""
    unextracted: str | None = None
    """The language, by its code, because of which nothing was looked for in the text; None where that was done."""
    extra: Extra = field(default_factory=dict)

    @property
    def stored_extra(self) -> Extra:
        """`extra` with what else of the article stands among other keys where it is stored; see `stored_fields`."""
        told = {name: getattr(self, name) for name in _AMONG_EXTRA}
        return {**{name: str(value) for name, value in told.items() if value is not None}, **self.extra}

    @staticmethod
    def stored_fields(stored: Extra) -> StoredFields:
        """The fields of an article that stand among other keys; what is none of their values stays in `extra`."""
        rest = dict(stored)
        try:
            by = DatedBy(str(rest.get("published_by")))
        except ValueError:
            by = None
        texts = {name: value for name in _AMONG_EXTRA[1:] if isinstance(value := rest.get(name), str)}
        for name in (*texts, *(("published_by",) if by else ())):
            del rest[name]
        return StoredFields(
            published_by=by,
            published_refused=texts.get("published_refused"),
            unextracted=texts.get("unextracted"),
            extra=rest,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """Time words, with what they mean as TIMEX3 (ISO-TimeML) and as EDTF."""

    id: str
    span: Span | None
    text: str
    type: str
    """TIMEX3 type: DATE, TIME, DURATION or SET."""
    value: str
    """TIMEX3 value, such as "2025-11-07", "P3D" or "PRESENT_REF"."""
    when: When | None = None
    """None where the words name no place on a timeline."""
    anchor: When | None = None
    """The date from which words such as "Friday" were counted."""
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names or refers to a person or place."""

    span: Span
    kind: MentionKind = MentionKind.NAME


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One human across mentions."""

    id: str
    name: str
    roles: tuple[str, ...] = ()
    """As the text gives them, such as "Russian Deputy Foreign Minister"."""
    mentions: tuple[Mention, ...] = ()
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place across mentions."""

    id: str
    name: str
    mentions: tuple[Mention, ...] = ()
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words that the article gives as somebody's."""

    id: str
    kind: QuoteKind
    spans: tuple[Span, ...] = ()
    """Where `text` stands, without the outer quotation marks; one stretch a paragraph."""
    text: str
    cue: Span | None = None
    """The word of saying, such as "said"."""
    source: Span | None = None
    """The words that name the speaker, such as "The diplomat"."""
    speaker: str | None = None
    """The id of a person, or None: unattributed is better than a guess."""
    when: When | None = None
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that the text says happened, or was said, at a time."""

    id: str
    when: When | None = None
    """None for an undated event, which stays reachable."""
    basis: Basis | None = None
    time: str | None = None
    """The id of the time words that `when` rests on."""
    title: str
    evidence: Span | None = None
    people: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """All that was found in one article; one line of a parsed-events file."""

    article: Article
    times: tuple[TimeExpression, ...] = ()
    people: tuple[Person, ...] = ()
    places: tuple[Place, ...] = ()
    quotes: tuple[Quote, ...] = ()
    events: tuple[Event, ...] = ()
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FileState:
    """A file as its folder tells of it, without being read."""

    path: str
    """Absolute."""
    size: int
    """Bytes."""
    mtime_ns: int
    inode: int


@dataclass(frozen=True, slots=True)
class PageState:
    """A page or feed as its server tells of it, so that it is sent again only when it has changed."""

    url: str
    etag: str | None
    """As the server sent it (RFC 9110, 8.8.3)."""
    modified: str | None
    """Its Last-Modified, as the server sent it."""


SourceState = FileState | PageState


def quoted_text(spans: tuple[Span, ...], text: str) -> str:
    """The text of a quote that stands in several stretches: joined by a space, each without white space around."""
    return " ".join(span.of(text).strip() for span in spans)
