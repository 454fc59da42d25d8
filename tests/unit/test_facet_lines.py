from __future__ import annotations

import pytest

from newstimeline.browser.facets import Choice, Facet
from newstimeline.drawing.facet_lines import facet_lines
from newstimeline.drawing.pieces import text_of, width_of
from newstimeline.drawing.targets import FilterTarget

PEOPLE = Facet("People", (Choice("Ada", "person:ada", 80), Choice("Bo", "person:bo", 40), Choice("Cy", "person:cy", 1)))


def rows(width: int, *parts: str) -> list[str]:
    return [text_of(line.pieces) for line in facet_lines([PEOPLE], parts, width)]


def test_bars_begin_at_zero_and_what_occurs_shows_a_trace() -> None:
    assert [row.split()[1] for row in rows(60)[-3:]] == ["████████", "████", "▏"]


def test_signs_tell_what_the_filter_has_and_what_it_excludes() -> None:
    shown = rows(60, "person:ada", "-person:bo")
    assert [row[:2] for row in shown] == ["Fi", "✓ ", "− ", "", "Pe", "✓ ", "− ", "  "]


def test_a_part_and_its_row_are_the_same_choice() -> None:
    targets = [line.target for line in facet_lines([PEOPLE], ["-person:bo"], 60)]
    assert targets.count(FilterTarget("person:bo")) == 2


@pytest.mark.parametrize("width", [8, 20, 39, 40, 64])
def test_rows_keep_to_the_width(width: int) -> None:
    lines = facet_lines([PEOPLE], ['person:"A very long name that no panel has room for, ever"'], width)
    assert all(width_of(line.pieces) <= max(width, 20) for line in lines)
