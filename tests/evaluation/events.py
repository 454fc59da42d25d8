"""Events, their dates, basis and people against our own gold.

    python tests/evaluation/events.py

The gold is in the parsed-events format, marked by hand, in two halves; see `gold/README.md`. An event is found when an
event of the extraction shares at least half of the shorter one's evidence; each counts once, the best overlap first.
Prints precision, recall and F1 of the events, and of those found how many have the date (the same EDTF), a date that
agrees (one of the two lies within the other), the basis, and F1 over their people.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from newstimeline.extraction.pipeline import Extractor
from newstimeline.model import Event, Extraction, Span
from newstimeline.records.codec import load
from newstimeline.sample import sample_path
from newstimeline.when import When

GOLD = Path(__file__).parent / "gold"
_ENOUGH = 0.5
_LOOKED_AT = 6
"""Articles of the sample that belong to the half that may be looked at."""


@dataclass
class Score:
    """Counts over all articles."""

    gold: int = 0
    found: int = 0
    both: int = 0
    dates: int = 0
    agreeing: int = 0
    bases: int = 0
    people_gold: int = 0
    people_found: int = 0
    people_both: int = 0

    def lines(self) -> Iterator[str]:
        """The figures, in percent."""
        yield f"{self.gold} gold and {self.found} found events"
        yield f"{'events':<28} {prf(self.both, self.found, self.gold)}"
        yield f"{'people of found events':<28} {prf(self.people_both, self.people_found, self.people_gold)}"
        for label, count in (("date", self.dates), ("date agrees", self.agreeing), ("basis", self.bases)):
            yield f"{f'{label}, of found events':<28} {percent(count, self.both):5.1f}"


def percent(part: int, whole: int) -> float:
    """A share, or nothing of nothing."""
    return 100 * part / whole if whole else 0.0


def prf(both: int, found: int, gold: int) -> str:
    """Precision, recall and F1."""
    precision, recall = percent(both, found), percent(both, gold)
    f1 = 2 * precision * recall / (precision + recall) if both else 0.0
    return f"P {precision:5.1f}  R {recall:5.1f}  F1 {f1:5.2f}"


def compare(gold: Extraction, found: Extraction, score: Score) -> None:
    """Add an article to the score."""
    score.gold += len(gold.events)
    score.found += len(found.events)
    for one, other in matches(gold.events, found.events):
        score.both += 1
        score.dates += one.when == other.when
        score.agreeing += one.when == other.when or bool(one.when and other.when and agree(one.when, other.when))
        score.bases += one.basis == other.basis
        wanted, given = names(gold, one), names(found, other)
        score.people_gold += len(wanted)
        score.people_found += len(given)
        score.people_both += len(wanted & given)


def matches(gold: Sequence[Event], found: Sequence[Event]) -> Iterator[tuple[Event, Event]]:
    """Pairs of events with much of their evidence in common, the best first."""
    shares = sorted(
        (
            (overlap(one.evidence, other.evidence), i, j)
            for i, one in enumerate(gold)
            for j, other in enumerate(found)
            if one.evidence and other.evidence
        ),
        reverse=True,
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for (shorter, _), i, j in shares:
        if shorter >= _ENOUGH and i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            yield gold[i], found[j]


def overlap(one: Span, other: Span) -> tuple[float, float]:
    """What two spans share, of the shorter one and of both together."""
    shared = max(0, min(one.end, other.end) - max(one.start, other.start))
    shorter = min(one.end - one.start, other.end - other.start)
    return shared / shorter, shared / (max(one.end, other.end) - min(one.start, other.start))


def agree(one: When, other: When) -> bool:
    """Whether one date lies within the other."""
    return (one.start <= other.start and other.end <= one.end) or (other.start <= one.start and one.end <= other.end)


def names(extraction: Extraction, event: Event) -> set[str]:
    """The people of an event by the last word of their names."""
    people = {person.id: person.name for person in extraction.people}
    return {people[person].split()[-1].lower() for person in event.people}


def halves() -> dict[str, list[str]]:
    """The lines of gold that may be looked at, and those that may not."""
    sample = sample_path().read_text(encoding="utf-8").splitlines()
    parts = {"looked at": ("looked_at", sample[:_LOOKED_AT]), "held out": ("held_out", sample[_LOOKED_AT:])}
    return {
        label: (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines() + more
        for label, (name, more) in parts.items()
    }


def main() -> None:
    """Score each half."""
    extractor = Extractor()
    for label, lines in halves().items():
        score = Score()
        for line in lines:
            gold = load(line)
            compare(gold, extractor.extract(gold.article), score)
        print(f"{label}: {len(lines)} articles")
        print("\n".join(f"  {line}" for line in score.lines()))


if __name__ == "__main__":
    main()
