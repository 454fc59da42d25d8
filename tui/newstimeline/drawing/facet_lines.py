"""The facets: who, where, what and when is most present under the filter, to be put into it or taken out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstimeline.browser.facets import Choice, Facet
from newstimeline.clean import one_line
from newstimeline.drawing.bars import bar
from newstimeline.drawing.cells import cell_len
from newstimeline.drawing.pieces import Piece, Pieces, cut, fit, width_of
from newstimeline.drawing.targets import FilterTarget, SavedTarget, TargetLine, heading, section
from newstimeline.library.filters import SavedFilter

_BAR, _SHORT_BAR = 8, 4
"""Cells of the longest bar; where there is little room, names matter more."""
_NARROW = 40
_INCLUDED, _EXCLUDED = Piece("✓ ", "count"), Piece("− ", "warning strong")


def facet_lines(
    facets: Sequence[Facet], parts: Sequence[str], width: int, saved: Sequence[SavedFilter] = ()
) -> list[TargetLine]:
    """The filter's parts, those with a name, then each kind of condition with its counts as bars."""
    lines = [heading("Filter", width)]
    lines += [TargetLine(_part_row(part, width), FilterTarget(bare(part))) for part in parts]
    if not parts:
        lines.append(TargetLine((Piece(fit("everything", width), "faint"),)))
    if saved:
        lines += section("Saved", width)
        lines += [TargetLine(_saved_row(filter_, width), SavedTarget(filter_)) for filter_ in saved]
    for facet in facets:
        if facet.choices:
            lines += _facet(facet, parts, width)
    return lines


def bare(part: str) -> str:
    """A condition without its negation."""
    return part.removeprefix("-")


def _part_row(part: str, width: int) -> Pieces:
    sign = _EXCLUDED if part.startswith("-") else _INCLUDED
    return cut((sign, Piece(one_line(bare(part)), "name")), width)


def _saved_row(saved: SavedFilter, width: int) -> Pieces:
    name = fit(saved.name, min(cell_len(saved.name), max(width // 2, 8)))
    return cut((Piece("  "), Piece(name, "title"), Piece(f"  {saved.query}", "faint")), width)


def _facet(facet: Facet, parts: Sequence[str], width: int) -> Iterator[TargetLine]:
    yield from section(facet.name, width)
    most = max(choice.events for choice in facet.choices)
    for choice in facet.choices:
        yield TargetLine(_choice_row(choice, most, parts, width), FilterTarget(choice.part))


def _choice_row(choice: Choice, most: int, parts: Sequence[str], width: int) -> Pieces:
    sign = Piece("  ")
    if choice.part in parts:
        sign = _INCLUDED
    elif f"-{choice.part}" in parts:
        sign = _EXCLUDED
    longest = _BAR if width >= _NARROW else _SHORT_BAR
    end = (Piece(bar(choice.events, most, longest), "bar"), Piece(f"{choice.events:>6,}", "faint"))
    room = width - 2 - width_of(end) - 1
    return (sign, Piece(fit(one_line(choice.label), room) + " ", "title"), *end) if room > 4 else (sign, *end)
