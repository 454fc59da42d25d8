"""When two clauses tell of the same event, the one that dates it less well takes the date of the other.

"They met in Alaska on Aug. 15 ... during their August summit in Alaska". Whether two clauses mean the same is told by
the kinds of happenings that their words name, by their places, and by dates of which one lies within the other.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from newstimeline.extraction.clause_dates import Dated
from newstimeline.extraction.grammar import Grammar
from newstimeline.terms import Basis
from newstimeline.when import Precision, When

_WORDS_BY_KIND: Mapping[str, str] = {
    "meeting": "meet meeting summit talk talks sit-down tete-a-tete conference negotiation",
    "call": "call phone telephone",
    "cancelling": "cancel cancellation upend upending scrap scrapping collapse postpone postponement off",
    "attack": "attack bombing bomb shooting shoot strike raid explosion explode blast assault ambush stabbing",
    "accident": "crash collide collision derail derailment sink sinking accident",
    "disaster": "earthquake quake flood storm hurricane typhoon wildfire eruption landslide tsunami",
    "election": "election elect vote ballot referendum poll",
    "arrest": "arrest detain detention capture",
    "trial": "trial verdict sentence convict conviction acquit acquittal ruling",
    "death": "die death kill killing murder assassinate assassination",
}
KIND_OF_WORD: Mapping[str, str] = {word: kind for kind, words in _WORDS_BY_KIND.items() for word in words.split()}
"""Lemmas of verbs and nouns that name a kind of happening."""
_SAY_LITTLE = frozenset(("call",))
MEETINGS = frozenset(word for word, kind in KIND_OF_WORD.items() if kind == "meeting")


@dataclass(frozen=True, slots=True)
class ToldClause:
    """What one clause tells, as far as it helps to see that another one tells the same."""

    dated: Dated
    kinds: frozenset[str]
    places: frozenset[str]


def kinds_of(grammar: Grammar, tokens: Iterable[int]) -> frozenset[str]:
    """The kinds of happenings that some words name."""
    return frozenset(KIND_OF_WORD[lemma] for i in tokens if (lemma := grammar.tokens[i].lemma) in KIND_OF_WORD)


def better_dates(clauses: Sequence[ToldClause]) -> dict[int, Dated]:
    """For the clauses that tell again what another one dates better, that date; by their place in the sequence."""
    dates = _Dates(clauses)
    better: dict[int, Dated] = {}
    for number, clause in enumerate(clauses):
        dated = dates.for_stated(clause) if clause.dated.basis is Basis.STATED else dates.for_unstated(clause)
        if dated:
            better[number] = Dated(dated.when, Basis.INHERITED, dated.time)
    return better


class _Dates:
    """The dates that clauses state, once for each that tells the same: an article may tell one thing many times."""

    def __init__(self, clauses: Sequence[ToldClause]) -> None:
        stated = {
            (clause.kinds, clause.places, clause.dated.when.edtf): (number, clause, clause.dated.when)
            for number, clause in enumerate(clauses)
            if clause.kinds and clause.dated.basis is Basis.STATED and clause.dated.when
        }
        self._all = sorted(stated.values(), key=lambda item: (item[2].start, item[0]))
        self._starts = [when.start for _, _, when in self._all]
        self._by_telling: dict[frozenset[str], Dated | None] = {}
        self._by_stated: dict[tuple[frozenset[str], frozenset[str], str], Dated | None] = {}

    def for_unstated(self, clause: ToldClause) -> Dated | None:
        """The only date of whatever has all the kinds of a clause that says more than one thing."""
        telling = clause.kinds - _SAY_LITTLE
        if len(telling) < 2:
            return None
        if telling not in self._by_telling:
            self._by_telling[telling] = _only(item for item in self._all if telling <= item[1].kinds)
        return self._by_telling[telling]

    def for_stated(self, clause: ToldClause) -> Dated | None:
        """The only finer date, within that of a clause, of something of its kinds at one of its places."""
        wide = clause.dated.when
        if wide is None or wide.precision < Precision.MONTH or not (clause.kinds and clause.places):
            return None
        key = clause.kinds, clause.places, wide.edtf
        if key not in self._by_stated:
            within = self._all[bisect_left(self._starts, wide.start) : bisect_left(self._starts, wide.end)]
            self._by_stated[key] = _only(
                (number, other, when)
                for number, other, when in within
                if when.precision < Precision.MONTH
                and when.end <= wide.end
                and clause.kinds & other.kinds
                and clause.places & other.places
            )
        return self._by_stated[key]


def _only(candidates: Iterable[tuple[int, ToldClause, When]]) -> Dated | None:
    """The date on which all agree, as the last one in the text has it."""
    last: tuple[int, ToldClause] | None = None
    date = ""
    for number, clause, when in candidates:
        if last and when.edtf != date:
            return None
        if last is None or number > last[0]:
            last, date = (number, clause), when.edtf
    return last[1].dated if last else None
