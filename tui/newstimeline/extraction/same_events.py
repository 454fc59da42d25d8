"""When two clauses tell of the same event, the one that dates it less well takes the date of the other.

"They met in Alaska on Aug. 15 ... during their August summit in Alaska". Whether two clauses mean the same is told by
the kinds of happenings that their words name, by their places, and by dates of which one lies within the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from newstimeline.extraction.dating import Dated
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
class Told:
    """What one clause tells, as far as it helps to see that another one tells the same."""

    dated: Dated
    kinds: frozenset[str]
    places: frozenset[str]


def kinds_of(grammar: Grammar, tokens: Iterable[int]) -> frozenset[str]:
    """The kinds of happenings that some words name."""
    return frozenset(KIND_OF_WORD[lemma] for i in tokens if (lemma := grammar.tokens[i].lemma) in KIND_OF_WORD)


def better_dates(told: Sequence[Told]) -> dict[int, Dated]:
    """For the clauses that tell again what another one dates better, that date; by their place in the sequence."""
    found: dict[int, Dated] = {}
    for number, one in enumerate(told):
        dates = {
            other.dated.when.edtf: other.dated
            for other in told
            if other is not one and other.dated.when and _is_same_but_better_dated(other, one)
        }
        if len(dates) == 1:
            (dated,) = dates.values()
            found[number] = Dated(dated.when, Basis.INHERITED, dated.time)
    return found


def _is_same_but_better_dated(other: Told, one: Told) -> bool:
    if other.dated.basis is not Basis.STATED or other.dated.when is None:
        return False
    shared = one.kinds & other.kinds
    if one.dated.basis is Basis.STATED:
        finer = other.dated.when.precision < Precision.MONTH <= (one.dated.when.precision if one.dated.when else 0)
        return bool(finer and shared and one.places & other.places and _contains(one.dated.when, other.dated.when))
    telling = one.kinds - _SAY_LITTLE
    return len(telling) > 1 and telling <= other.kinds


def _contains(wide: When | None, narrow: When) -> bool:
    return wide is not None and wide.start <= narrow.start and narrow.end <= wide.end
