"""What differs between two states of the same news: events, quotes and people that came, went or changed.

A difference is a line of JSON (`newstimeline-difference/1`): `what` it is ("event", "quote" or "person"), its `fate`
("came", "went" or "changed"), the record `before` and `after` as the lists print them, null where there is none, and
`fields`, the names of what has changed.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from newstimeline.changes.change import BESIDE, Kind
from newstimeline.clean import one_line
from newstimeline.name_keys import name_key
from newstimeline.output.query_results import Fields, quote_line
from newstimeline.timeline.time_names import counted

COMPARED: Mapping[Kind, tuple[str, ...]] = {
    Kind.EVENT: ("date", "basis", "title", "people", "places", "evidence", *map(str, BESIDE)),
    Kind.QUOTE: ("speaker", "said_by", "kind"),
    Kind.PERSON: ("events",),
}
"""What can change of each; what else a record has follows from its article."""
SIGNS = {"came": "+", "went": "-", "changed": "~"}


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs."""

    what: Kind
    before: Fields | None
    after: Fields | None

    @property
    def fate(self) -> str:
        """What became of it."""
        return "came" if self.before is None else "went" if self.after is None else "changed"

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of what has changed; none of what came or went."""
        before, after = self.before, self.after
        if before is None or after is None:
            return ()
        return tuple(name for name in COMPARED[self.what] if _told(before, name) != _told(after, name))

    @property
    def record(self) -> Fields:
        """As JSON has it."""
        return {
            "schema": "newstimeline-difference/1",
            "what": str(self.what),
            "fate": self.fate,
            "fields": list(self.fields),
            "before": self.before,
            "after": self.after,
        }


def differing_events(before: Sequence[Fields], after: Sequence[Fields]) -> Iterator[Difference]:
    """The events of one article in two states: the same one has the same id, or evidence, or title."""
    return _differing(Kind.EVENT, before, after, [_under("id"), _under("evidence"), _under("title")])


def differing_quotes(before: Iterable[Fields], after: Iterable[Fields]) -> Iterator[Difference]:
    """The quotes of one article in two states; the same one has the same words, at whichever event."""
    return _differing(Kind.QUOTE, _once(before), _once(after), [_under("text")])


def differing_people(before: Sequence[Fields], after: Sequence[Fields]) -> Iterator[Difference]:
    """The people of two states, by their names."""
    return _differing(Kind.PERSON, before, after, [lambda person: name_key(str(person["name"]))])


def _under(name: str) -> Callable[[Fields], object]:
    return lambda record: record.get(name)


def _once(quotes: Iterable[Fields]) -> list[Fields]:
    """A quote stands at several events, but was said once."""
    return list({quote["text"]: quote for quote in reversed(list(quotes))}.values())[::-1]


def _differing(
    what: Kind, before: Sequence[Fields], after: Sequence[Fields], sames: Sequence[Callable[[Fields], object]]
) -> Iterator[Difference]:
    """What went, and then in their new order what changed and what came; `sames` tell by what two are the same."""
    former = _former(before, after, sames)
    matched = {id(record) for record in former.values()}
    yield from (Difference(what, record, None) for record in before if id(record) not in matched)
    for place, record in enumerate(after):
        difference = Difference(what, former.get(place), record)
        if difference.before is None or difference.fields:
            yield difference


def _former(
    before: Sequence[Fields], after: Sequence[Fields], sames: Sequence[Callable[[Fields], object]]
) -> dict[int, Fields]:
    """What those that are there now, by their places, were before."""
    former: dict[int, Fields] = {}
    unmatched = list(before)
    for same in sames:
        by_key: defaultdict[object, deque[Fields]] = defaultdict(deque)
        for record in unmatched:
            if (key := same(record)) is not None:
                by_key[key].append(record)
        for place, record in enumerate(after):
            if place not in former and by_key.get(same(record)):
                former[place] = by_key[same(record)].popleft()
        taken = {id(record) for record in former.values()}
        unmatched = [record for record in unmatched if id(record) not in taken]
    return former


# As lines


def difference_lines(difference: Difference) -> Iterator[str]:
    """One line for what came or went, and one more for each thing that changed."""
    record = difference.after or difference.before
    assert record
    yield f"{SIGNS[difference.fate]} {_LINES[difference.what](record)}"
    before, after = difference.before, difference.after
    if difference.what is not Kind.PERSON and before and after:
        for name in difference.fields:
            yield f"    {name.replace('_', ' ')}: {_text(before, name)} → {_text(after, name)}"
    elif before and after:
        yield f"    events: {before['events']:,} → {after['events']:,}"


def summary(differences: Mapping[tuple[Kind, str], int]) -> Iterator[str]:
    """Such as "3 events came, 1 went"; a line a kind, or that nothing differs."""
    for what in (Kind.EVENT, Kind.QUOTE, Kind.PERSON):
        numbers = [(fate, differences[what, fate]) for fate in SIGNS if differences.get((what, fate))]
        if numbers:
            (fate, number), *others = numbers
            plural = "people" if what is Kind.PERSON and number != 1 else ""
            first = f"{number:,} {plural}" if plural else counted(number, str(what))
            yield ", ".join([f"{first} {fate}", *(f"{number:,} {fate}" for fate, number in others)])
    if not differences:
        yield "nothing differs"


def _event_line(record: Fields) -> str:
    return f"{record['date'] or 'undated':<10}  {one_line(str(record['title']))}"


def _person_line(record: Fields) -> str:
    return one_line(str(record["name"]))


_LINES: Mapping[Kind, Callable[[Fields], str]] = {
    Kind.EVENT: _event_line,
    Kind.QUOTE: quote_line,
    Kind.PERSON: _person_line,
}


def _told(record: Fields, name: str) -> object:
    """What a record says, as far as it is compared: of people their names."""
    value = record.get(name)
    return [person["name"] for person in cast("list[Fields]", value)] if name == "people" and value else value or None


def _text(record: Fields, name: str) -> str:
    value = _told(record, name)
    words = "; ".join(map(str, value)) if isinstance(value, list) else "none" if value is None else str(value)
    return one_line(words)
