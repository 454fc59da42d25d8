from __future__ import annotations

import pytest

from newstimeline.app.state import Trail, View
from newstimeline.timeline import Subheading, Unit


def test_zooming_closes_what_was_opened() -> None:
    view = View(zoom=Unit.MONTH).with_opened(Subheading(Unit.MONTH, 7))
    assert view.opened
    assert view.zoomed(1) == View(zoom=Unit.YEAR)


def test_zooming_beyond_the_last_unit_changes_nothing() -> None:
    view = View(zoom=Unit.CENTURY).with_opened(Subheading(Unit.CENTURY, 7))
    assert view.zoomed(1) is view


def test_the_trail_leads_back_and_forward() -> None:
    a, b, c = View("a"), View("b"), View("c")
    trail = Trail().leaving(a).leaving(b)
    there, trail = trail.back(c)
    assert there == b
    there, trail = trail.back(b)
    assert (there, trail.past) == (a, ())
    there, trail = trail.forward(a)
    assert (there, trail) == (b, Trail((a,), (c,)))


def test_a_new_leap_forgets_what_lay_ahead() -> None:
    _, trail = Trail().leaving(View("a")).back(View("b"))
    assert trail.leaving(View("c")) == Trail((View("c"),))


def test_the_trail_forgets_its_beginning_after_many_leaps() -> None:
    trail = Trail()
    for number in range(300):
        trail = trail.leaving(View(str(number)))
    assert trail.past[-1] == View("299")
    assert len(trail.past) < 200


def test_there_is_no_way_back_from_the_beginning() -> None:
    with pytest.raises(IndexError):
        Trail().back(View())
