"""The density of a page's events over time, as the browser draws it: silences folded, zero blank; here as SVG."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from newstimeline.library.matches import Matches
from newstimeline.timeline.density import Placed
from newstimeline.timeline.scale import Scale, fold_scale, ticks
from newstimeline.timeline.time_names import counted, days_name

COLUMNS = 120
_BAR, _HEIGHT, _LABELS = 8, 72, 18
"""Width of a column, height of the bars, and of the line of labels."""


def scale_of(matches: Matches) -> Scale | None:
    """The axis of the dated events; None without any."""
    return fold_scale(matches.dates, COLUMNS)


def strip(matches: Matches, scale: Scale, uids: dict[int, str]) -> Iterator[str]:
    """The drawing; a click on a column leads to its first event, whose name `uids` has by the column."""
    density = Placed(matches.dates, scale.borders).density()
    most = float(density.total.max())
    first, last = int(matches.dates.starts[0]), int(matches.dates.ends.max()) - 1
    title = f"{counted(matches.dated, 'dated event')}, {days_name(first, last)}"
    width = COLUMNS * _BAR
    size = f'viewBox="0 0 {width} {_HEIGHT + _LABELS}" data-height="{_HEIGHT}"'
    yield f'<svg {size} role="img" aria-label="{escape(title)}">'
    for column in range(scale.width):
        exact, spread = (float(part[column]) / most * _HEIGHT for part in (density.exact, density.spread))
        bars = (
            f'<rect class="hit" x="{column * _BAR}" y="0" width="{_BAR}" height="{_HEIGHT}"/>'
            f"{_bar('exact', column, _HEIGHT - exact, exact)}{_bar('spread', column, _HEIGHT - exact - spread, spread)}"
        )
        link = f'<a href="#e-{uids[column]}" tabindex="-1">{bars}</a>' if column in uids else bars
        yield link
    yield f'<line class="ground" x1="0" x2="{width}" y1="{_HEIGHT}" y2="{_HEIGHT}"/>'
    for first, end in scale.folds:
        yield f'<line class="fold" x1="{first * _BAR}" x2="{end * _BAR}" y1="{_HEIGHT // 2}" y2="{_HEIGHT // 2}"/>'
    for tick in ticks(scale):
        yield f'<text x="{tick.column * _BAR}" y="{_HEIGHT + _LABELS - 4}">{escape(tick.text)}</text>'
    yield "</svg>\n"


def _bar(kind: str, column: int, top: float, height: float) -> str:
    return (
        f'<rect class="{kind}" x="{column * _BAR + 1}" y="{top:.1f}" width="{_BAR - 2}" height="{height:.1f}" rx="1"/>'
    )
