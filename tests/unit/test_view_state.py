from __future__ import annotations

import pytest

from newstimeline.browser.filter import Filter
from newstimeline.browser.view_state import Session, Trail, View
from newstimeline.timeline.lines import Subheading
from newstimeline.timeline.units import Unit


def test_zooming_closes_what_was_opened() -> None:
    view = View(zoom=Unit.MONTH).with_opened(Subheading(Unit.MONTH, 7))
    assert view.opened
    assert view.zoomed(1) == View(zoom=Unit.YEAR)


def test_zooming_beyond_the_last_unit_changes_nothing() -> None:
    view = View(zoom=Unit.CENTURY).with_opened(Subheading(Unit.CENTURY, 7))
    assert view.zoomed(1) is view


def test_the_trail_leads_back_and_forward() -> None:
    a, b, c = View(Filter("a")), View(Filter("b")), View(Filter("c"))
    trail = Trail().leaving(a).leaving(b)
    there, trail = trail.back(c)
    assert there == b
    there, trail = trail.back(b)
    assert (there, trail.past) == (a, ())
    there, trail = trail.forward(a)
    assert (there, trail) == (b, Trail((a,), (c,)))


def test_a_new_leap_forgets_what_lay_ahead() -> None:
    _, trail = Trail().leaving(View(Filter("a"))).back(View(Filter("b")))
    assert trail.leaving(View(Filter("c"))) == Trail((View(Filter("c")),))


def test_the_trail_forgets_its_beginning_after_many_leaps() -> None:
    trail = Trail()
    for number in range(300):
        trail = trail.leaving(View(Filter(str(number))))
    assert trail.past[-1] == View(Filter("299"))
    assert len(trail.past) < 200


def test_there_is_no_way_back_from_the_beginning() -> None:
    with pytest.raises(IndexError):
        Trail().back(View())


def test_while_a_filter_is_typed_the_event_selected_before_stays_wanted() -> None:
    session = Session(View(event=7)).editing(7).typing(Filter("mayor")).selecting(3)
    assert session.view == View(Filter("mayor"), event=7)
    assert session.kept(3).view == View(Filter("mayor"), event=3)


def test_a_filter_that_is_kept_can_be_gone_back_from_and_one_that_is_dropped_leaves_no_trace() -> None:
    typing = Session(View(Filter("flood"), event=7)).editing(7).typing(Filter("mayor"))
    assert typing.kept(3).trail == Trail((View(Filter("flood"), event=7),))
    assert typing.returned() == Session(View(Filter("flood"), event=7))


def test_keeping_a_filter_as_it_was_is_no_leap() -> None:
    assert Session(View(Filter("flood"))).editing(None).kept(None).trail == Trail()


def test_a_filter_that_comes_otherwise_ends_the_typing_of_one() -> None:
    typing = Session(View(Filter("flood"))).editing(None).typing(Filter("mayor"))
    assert typing.leaping(View(Filter("bridge"))) == Session(View(Filter("bridge")), Trail((View(Filter("mayor")),)))
    assert typing.showing(View(Filter("mayor"), event=4)).before_typing == View(Filter("flood"))
