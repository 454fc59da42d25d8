from __future__ import annotations

from newstimeline.changes.change import Change, Kind, Target, Value, What
from newstimeline.changes.change_states import Entry, State, in_force, to_redo, to_undo

EVENT = Target(Kind.EVENT, "a1", None, "Harbour opens")


def change(id: str, value: Value, what: What = What.TITLE) -> Change:
    return Change(id=id, made="2025-11-08T10:00:00+00:00", who=None, what=what, target=EVENT, value=value)


def log(*states: State) -> list[Entry]:
    return [Entry(n, change(f"c{n}", f"Title {n}"), state) for n, state in enumerate(states)]


def test_of_two_changes_to_one_thing_the_later_one_counts() -> None:
    assert [one.id for one in in_force(log(State.ACTIVE, State.ACTIVE))] == ["c1"]


def test_an_undone_change_gives_way_to_the_one_before() -> None:
    assert [one.id for one in in_force(log(State.ACTIVE, State.UNDONE))] == ["c0"]


def test_a_change_of_another_reader_that_contradicts_does_not_count() -> None:
    assert [one.id for one in in_force(log(State.ACTIVE, State.RIVAL))] == ["c0"]


def test_undo_takes_the_newest_and_redo_what_was_undone_last() -> None:
    entries = log(State.ACTIVE, State.ACTIVE, State.UNDONE, State.UNDONE)
    undone, redone = to_undo(entries), to_redo(entries)
    assert [entry.number for entry in (*undone, *redone)] == [1, 2]


def test_what_was_done_at_one_stroke_is_undone_so() -> None:
    entries = [Entry(n, change(id, "x"), State.ACTIVE) for n, id in enumerate(["a1", "b1", "b1-1"])]
    assert [entry.number for entry in to_undo(entries)] == [1, 2]


def test_a_change_that_only_looks_as_if_it_were_of_one_stroke_stays_when_that_is_undone() -> None:
    entries = [Entry(n, change(id, "x"), State.ACTIVE) for n, id in [(1, "b1"), (2, "b1-1"), (4, "b1-2")]]
    assert [entry.number for entry in to_undo(entries)] == [4]
    assert [entry.number for entry in to_undo(entries[:2])] == [1, 2]


def test_what_was_dropped_comes_back_by_neither() -> None:
    entries = log(State.DROPPED)
    assert to_undo(entries) == to_redo(entries) == []
