from __future__ import annotations

import pytest

from newstimeline.drawing.chip_line import chip_row
from newstimeline.drawing.pieces import text_of, width_of

PARTS = ('person:"Viktor Orban"', "-place:Alaska", "summit")


def test_each_condition_is_a_chip_with_a_sign_for_what_it_excludes() -> None:
    assert text_of(chip_row(PARTS, 80)[0]) == ' person:"Viktor Orban" ×   − place:Alaska ×   summit × '


def test_what_finds_no_room_is_counted() -> None:
    assert text_of(chip_row(PARTS, 38)[0]).endswith("and 2 more")


def test_a_chip_knows_its_cells() -> None:
    pieces, chips = chip_row(PARTS, 80)
    line = text_of(pieces)
    assert [line[chip.begin : chip.off].strip() for chip in chips] == [
        'person:"Viktor Orban"',
        "− place:Alaska",
        "summit",
    ]
    assert [line[chip.off : chip.end] for chip in chips] == [" × "] * 3


@pytest.mark.parametrize("width", [0, 3, 8, 20, 40, 80])
def test_a_line_of_chips_keeps_to_the_width(width: int) -> None:
    assert width_of(chip_row(["x" * 90, "日本" * 30, *PARTS], width)[0]) <= width
