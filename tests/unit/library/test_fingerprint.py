from __future__ import annotations

from dataclasses import dataclass

from newstimeline.library.fingerprint import fingerprint, teller
from newstimeline.model import Place
from unit.builders import harbour


def test_what_libraries_have_stored_stays_the_fingerprint_of_the_same_findings() -> None:
    assert fingerprint(harbour()) == "2:9ea632f842ac2085e9ea747587b6f462"


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterPlace(Place):
    """A place of a model that has learnt something since."""

    country: str | None = None


def test_a_field_that_came_later_counts_only_where_it_has_a_value() -> None:
    first = "id name mentions extra"
    before = teller(Place, first)(Place(id="l1", name="Oslo"))
    tell = teller(LaterPlace, first)
    assert tell(LaterPlace(id="l1", name="Oslo")) == before
    assert tell(LaterPlace(id="l1", name="Oslo", country="Norway")) == (*before, ("country", "Norway"))
