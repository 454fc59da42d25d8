"""The log of changes as lines, the newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstimeline.changes.change_states import Entry, State
from newstimeline.clean import one_line
from newstimeline.drawing.line_wrap import wrapped
from newstimeline.drawing.pieces import Piece
from newstimeline.drawing.targets import ChangeTarget, TargetLine, heading
from newstimeline.graphemes import shortened
from newstimeline.library.change_log import UnreadableChange
from newstimeline.output.descriptions import STATES, changed_to, day_of, value_in_words


def change_lines(
    entries: Sequence[Entry], lost: Sequence[Entry], unreadable: Sequence[UnreadableChange], width: int
) -> Iterator[TargetLine]:
    """What can't be read, has lost its place or contradicts first, then all of it."""
    lost_ids = {entry.change.id for entry in lost}
    rivals = [entry for entry in entries if entry.state is State.RIVAL]
    if not entries and not unreadable:
        yield from (TargetLine(line) for line in wrapped("Nothing has been changed yet.", width, "faint"))
    if unreadable:
        yield heading("Unreadable, so left out: newstimeline check says why", width)
        for bad in unreadable:
            yield from (TargetLine(line) for line in wrapped(f"{bad.number}: {one_line(bad.reason)}", width, "faint"))
    if rivals:
        yield heading("Another reader disagrees: Enter accepts their change", width)
        for entry in rivals:
            yield from _entry_lines(entry, width, "")
    if lost:
        yield heading("Lost their place: the words are no longer there", width)
        for entry in lost:
            yield from _entry_lines(entry, width, "")
    rest = [entry for entry in reversed(entries) if entry.state is not State.RIVAL and entry.change.id not in lost_ids]
    for title, automatic in (
        ("All changes, newest first: Enter undoes one, or redoes it", False),
        ("People merged by name and role: Enter separates them", True),
    ):
        group = [entry for entry in rest if entry.change.is_automatic is automatic]
        if group:
            yield heading(title, width)
        for entry in group:
            yield from _entry_lines(entry, width, STATES.get(entry.state, ""))


def _entry_lines(entry: Entry, width: int, state: str) -> Iterator[TargetLine]:
    change = entry.change
    target = ChangeTarget(change.id, entry.state)
    who = f"{one_line(change.who)}, " if change.who else ""
    style = "faint" if entry.state in (State.UNDONE, State.DROPPED) else "title"
    former = f" (was {value_in_words(change.found)})" if change.found is not None else ""
    for line in wrapped(f"{change.what}: {changed_to(change)}{former}", width, style):
        yield TargetLine(line, target)
    shown_state = f", {state}" if state else ""
    about = f"{change.target.kind} “{shortened(one_line(change.target.words), 60)}”"
    for line in wrapped(f"{about}, {who}{day_of(change.made)}{shown_state}", width, "faint", indent="  "):
        yield TargetLine((Piece("  "), *line) if line and not line[0].text.startswith(" ") else line, target)
