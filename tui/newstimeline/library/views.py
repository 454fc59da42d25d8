"""What the library answers with: values made for showing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newstimeline.changes.change import Value, What
from newstimeline.library.event_row import EventRow as EventRow  # a view too, but one that is had without the others
from newstimeline.model import Article, Span
from newstimeline.terms import Basis, DatedBy, QuoteKind
from newstimeline.when import When

if TYPE_CHECKING:
    from newstimeline.library.matches import Matches
    from newstimeline.query import NameScope


@dataclass(frozen=True, slots=True)
class Annotation:
    """One thing that a reader made of an event, a quote, a person or an article."""

    what: What
    value: str | None
    made: str
    """UTC, ISO 8601."""
    who: str | None
    found: Value
    """What the extraction had there."""
    extractor: str | None
    """What had found that."""


@dataclass(frozen=True, slots=True)
class PersonSeen:
    """A person at an event."""

    id: int
    """The library's id of the person, across articles."""
    name: str
    roles: tuple[str, ...]
    """As the event's article gives them."""


@dataclass(frozen=True, slots=True)
class PlaceSeen:
    """A place of an event."""

    id: int
    """The library's id of the place, across articles."""
    name: str


@dataclass(frozen=True, slots=True)
class QuoteSaid:
    """A quote of an event."""

    id: int
    kind: QuoteKind
    text: str
    speaker: str | None
    """The person's name, as the article has it."""
    person: int | None
    """The library's id of that person."""
    roles: tuple[str, ...]
    verb: str | None
    """The word of saying, such as "warned"."""
    source: str | None
    """The words that name who spoke, where that is no known person."""
    spans: tuple[Span, ...]
    own: tuple[Annotation, ...] = ()

    @property
    def by(self) -> str:
        """Who says it: the person, else the words that name who spoke, else that nobody is named."""
        return self.speaker or self.source or "unattributed"


@dataclass(frozen=True, slots=True)
class Origin:
    """A place where an article stands."""

    source: str | None
    """The outlet."""
    url: str | None
    path: str | None
    """Where it was read."""

    @property
    def record(self) -> dict[str, str | None]:
        """As JSON has it."""
        return {"source": self.source, "url": self.url, "path": self.path}


@dataclass(frozen=True, slots=True)
class Version:
    """Another text of an article."""

    is_earlier: bool
    """Whether it is what the article was before; else it is how the article stands elsewhere."""
    origin: Origin
    added: str
    """When it came into the library: UTC, ISO 8601."""
    article: Article


@dataclass(frozen=True, slots=True)
class ArticleInfo:
    """An article without its text."""

    id: int
    title: str
    published: When | None
    source: str | None
    """The outlet."""
    source_id: int | None
    """The library's id of the outlet."""
    url: str | None
    path: str | None
    has_text: bool
    key: str
    """The article's name, the same in every library."""
    own: tuple[Annotation, ...] = ()
    published_by: DatedBy | None = None
    """Where the date of publication comes from, such as "feed"; None where the article itself begins with it."""
    published_refused: str | None = None
    """A date of publication that the article bears and that is not believed, and why where its text tells."""
    unextracted: str | None = None
    """The language, by its code, because of which nothing was looked for in the text."""
    origins: tuple[Origin, ...] = ()
    """Where it stands besides."""
    versions: int = 0
    """How many other texts of it are known."""


@dataclass(frozen=True, slots=True)
class EventDetail:
    """All there is to say of one event."""

    id: int
    uid: str
    """The event's name, the same in every library."""
    local: str
    """The event's id within its article's extraction."""
    title: str
    when: When | None
    basis: Basis | None
    time_text: str | None
    """The time words that the date rests on, such as "Friday"."""
    anchor: When | None
    """The date from which those words were counted."""
    evidence: Span | None
    people: tuple[PersonSeen, ...]
    quotes: tuple[QuoteSaid, ...]
    places: tuple[PlaceSeen, ...]
    article: ArticleInfo
    own: tuple[Annotation, ...] = ()
    """What readers made of the event, in the order of the log."""

    def made(self, what: What) -> Annotation | None:
        """What readers made of one side of it."""
        return next((own for own in self.own if own.what is what), None)

    def text_of(self, what: What) -> str:
        """The same as text; empty where there is none."""
        own = self.made(what)
        return (own.value or "") if own else ""


@dataclass(frozen=True, slots=True)
class Counted:
    """A person, a place or an outlet with a number of events."""

    id: int
    name: str
    events: int


@dataclass(frozen=True, slots=True)
class Facets:
    """Who, where and which outlets are most present, the most frequent first."""

    people: tuple[Counted, ...]
    places: tuple[Counted, ...]
    sources: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class RoleSeen:
    """A role that articles give a person."""

    role: str
    first: int | None
    """The first minute of the date of the earliest report; None where no report with it is dated."""
    last: int | None
    """The first minute of the date of the latest one."""
    articles: int


@dataclass(frozen=True, slots=True)
class QuoteAt:
    """A quote with the event where it stands."""

    event: int
    when: When | None
    """The event's."""
    said: QuoteSaid
    outlet: str | None


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """All that the library knows of a person, a place or an outlet."""

    scope: NameScope
    """PERSON, PLACE or SOURCE."""
    id: int
    name: str
    events: Matches
    """Those that the person is part of or speaks in, or those of the place or outlet, as on the timeline."""
    quoted: Matches
    """Of these the ones with a quote: of the person's own, or of anyone's. `Library.quotes` has the words."""
    first: When | None
    """The date of the first dated event."""
    last: When | None
    """The date of the last one, by its beginning."""
    roles: tuple[RoleSeen, ...]
    """A person's, in the order in which they were first reported."""
    people: tuple[Counted, ...]
    """Who shares most of these events; without the person."""
    places: tuple[Counted, ...]
    """Where most of them are; without the place."""
    sources: tuple[Counted, ...]
    """Who reports most of them; empty for an outlet."""
    also: tuple[str, ...] = ()
    """Names of other entries that are one with the person."""
    own: tuple[Annotation, ...] = ()
