"""The log of changes: which of them are in force, what "undo" and "redo" mean, and where two readers contradict.

The newest change that is not undone is the next to be undone; a new change forgets what was undone before, as editors
do. Nothing is ever taken out of the log.

What was done at one stroke stands side by side in the log, and the ids have the stroke in common. Ids alone do not
tell: another reader's change may have one that looks like ours, so the log leaves a number free before what comes from
others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from newstimeline.changes.change import Change, Target, What


class State(StrEnum):
    """What became of a change."""

    ACTIVE = "active"
    UNDONE = "undone"
    """It can be redone."""
    DROPPED = "dropped"
    """It was undone, and something else was done instead."""
    RIVAL = "rival"
    """It came from another reader and contradicts one of ours: a question to the reader."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A change in the log."""

    number: int
    """Its place."""
    change: Change
    state: State


def in_force(entries: Iterable[Entry]) -> tuple[Change, ...]:
    """The changes that count, in the order of the log: of each thing the last one that is active."""
    last: dict[tuple[Target, What], Change] = {}
    for entry in entries:
        if entry.state is State.ACTIVE:
            last.pop(entry.change.subject, None)
            last[entry.change.subject] = entry.change
    return tuple(last.values())


def to_undo(entries: Sequence[Entry]) -> list[Entry]:
    """The changes that "undo" takes back: those of the newest act."""
    by_reader = (entry for entry in reversed(entries) if not entry.change.is_automatic)
    newest = next((entry for entry in by_reader if entry.state is State.ACTIVE), None)
    return _act_of(newest, entries)


def to_redo(entries: Sequence[Entry]) -> list[Entry]:
    """The changes that "redo" brings back."""
    return _act_of(next((entry for entry in entries if entry.state is State.UNDONE), None), entries)


def _act_of(member: Entry | None, entries: Sequence[Entry]) -> list[Entry]:
    if member is None:
        return []
    by_number = {entry.number: entry for entry in entries if entry.change.act == member.change.act}
    first = last = member.number
    while first - 1 in by_number:
        first -= 1
    while last + 1 in by_number:
        last += 1
    act = (by_number[number] for number in range(first, last + 1))
    return [entry for entry in act if entry.state is member.state]
