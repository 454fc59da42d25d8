"""What can be changed, and what of it."""

from __future__ import annotations

from enum import StrEnum


class What(StrEnum):
    """What was changed; beside each, the value that it takes (see `change_values`)."""

    DATE = "date"
    """An event's: EDTF, or None for an undated event."""
    TITLE = "title"
    """An event's: a text."""
    HIDDEN = "hidden"
    """Whether an event is left out."""
    EVENT = "event"
    """An event added by hand to an article: its title; the date is a change of its own."""
    STATUS = "status"
    """What the reader thinks of an event, see `terms.Status`; None takes it back."""
    REASON = "reason"
    """Why an event is disputed or rejected: a text."""
    SPEAKER = "speaker"
    """A quote's: a person's name, or None for an unattributed quote."""
    KIND = "kind"
    """A quote's: direct, mixed or indirect."""
    NAME = "name"
    """A person's, in one article (which tells two people of one name apart) or in all."""
    SAME = "same"
    """A person is one with another, whose name this is; None: is not."""
    ROLE = "role"
    """A person's: a text; "since 2021: president" says since when."""
    MARK = "mark"
    """A name for the mark, perhaps empty; None takes it off."""
    NOTE = "note"
    """A text; empty takes it off."""
    TAGS = "tags"
    """Words, separated by spaces."""


class Kind(StrEnum):
    """What can be changed."""

    EVENT = "event"
    QUOTE = "quote"
    PERSON = "person"
    ARTICLE = "article"
