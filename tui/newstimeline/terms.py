"""The words by which findings, and the times of them, are told apart; see `model`."""

from __future__ import annotations

from enum import Enum, StrEnum


class Basis(StrEnum):
    """What the date of an event rests on."""

    STATED = "stated"
    """The event's own clause has time words."""
    INHERITED = "inherited"
    """A neighbouring clause has them."""
    PUBLISHED = "published"
    """Nothing but the article's date of publication."""
    CORRECTED = "corrected"
    """A reader has set it."""


class Status(StrEnum):
    """What a reader thinks of an event."""

    CONFIRMED = "confirmed"
    DISPUTED = "disputed"
    REJECTED = "rejected"


class QuoteKind(StrEnum):
    """How much of a quote stands within quotation marks."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"

    def marked(self, text: str) -> str:
        """A quote's text for print: only what the article has in quotation marks as a whole is put into some."""
        return f"“{text}”" if self is QuoteKind.DIRECT else text


class MentionKind(StrEnum):
    """How a mention refers to its person."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class ArticleRelation(StrEnum):
    """What an article that comes is to one that the library has."""

    COPY = "copy"
    """The same, from another place, or an excerpt; what the library has stays."""
    EARLIER = "earlier"
    """The same as it was before."""
    LATER = "later"
    """The same as it is now: it takes the place of what the library has."""


class DatedBy(StrEnum):
    """What gave an article its date of publication."""

    JSON_LD = "JSON-LD"
    META = "meta"
    TIME = "time"
    """An element of a page that is marked as a date."""
    ADDRESS = "address"
    FEED = "feed"
    FILE_NAME = "file name"
    LETTER = "letter"
    ISSUED = "issued"
    FRONT_MATTER = "front matter"
    BOOK = "book"
    CONTENT_CREATED = "contentcreated"
    VERSION_CREATED = "versioncreated"
    FIRST_CREATED = "firstcreated"
    TEXT = "text"
    """The words of a page, which may be of something else."""
    MODIFIED = "modified"
    """The last change of a page that does not say when it was published."""
    GIVEN = "given"

    @classmethod
    def _missing_(cls, value: object) -> DatedBy | None:
        """As older libraries have it: NewsML's own names, with capitals."""
        return next((member for member in cls if isinstance(value, str) and member == value.casefold()), None)


LIKELY = frozenset({DatedBy.TEXT, DatedBy.MODIFIED})
"""By these a date is but likely."""


class Clock(Enum):
    """Which time of an event is meant."""

    HAPPENED = "happened"
    """When it happened, by the event's own date."""
    REPORTED = "reported"
    """When it was reported, by its article's date."""
