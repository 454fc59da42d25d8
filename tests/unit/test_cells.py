from __future__ import annotations

import unicodedata

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from newstimeline.app.ascii_filter import in_ascii
from newstimeline.clean import displayed
from newstimeline.drawing.cells import cut_text, graphemes
from newstimeline.drawing.line_wrap import wrap
from newstimeline.drawing.pieces import fit
from newstimeline.graphemes import shortened

WHOLE = [
    *("🇩🇪", "👍🏽", "1️⃣", "❤️", "👨‍👩‍👧‍👦", "👩🏽‍❤️‍💋‍👨🏿", "🏳️‍🌈", "क्षि", "ක්‍රි", "นำ", "ཧྐྵྨླྺྼྻྂ", "漢", "é", "a", " "),
    *(unicodedata.normalize("NFD", one) for one in ("각", "ế")),
]
TEXTS = st.lists(st.sampled_from(WHOLE), max_size=20)
WIDTHS = st.integers(0, 30)


@pytest.mark.parametrize("whole", WHOLE, ids=ascii)
def test_what_a_reader_takes_for_one_character_is_one(whole: str) -> None:
    assert graphemes(whole) == [(0, len(whole), cell_len(whole))]
    assert cut_text(f"{whole}x", cell_len(whole)) == whole
    assert cut_text(whole, cell_len(whole) - 1) == ""


@given(TEXTS, WIDTHS)
def test_a_text_is_cut_to_the_cells_there_are_and_never_within_a_character(parts: list[str], width: int) -> None:
    text = "".join(parts)
    begin = cut_text(text, width)
    assert begin == displayed(begin)
    assert cell_len(begin) <= width
    assert regex.findall(r"\X", begin) == regex.findall(r"\X", text)[: len(regex.findall(r"\X", begin))]


@given(TEXTS, WIDTHS)
def test_what_is_fitted_takes_exactly_the_cells_there_are(parts: list[str], width: int) -> None:
    assert cell_len(fit("".join(parts), width)) == width


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))))
def test_graphemes_take_together_the_cells_that_the_text_takes(text: str) -> None:
    text = displayed(text)
    spans = graphemes(text)
    assert "".join(text[start:end] for start, end, _ in spans) == text
    assert sum(cells for *_, cells in spans) == cell_len(text)


@given(TEXTS, st.integers(2, 30))
def test_a_word_wider_than_the_line_is_broken_between_characters(parts: list[str], width: int) -> None:
    text = "".join(parts)
    words = text.split()
    lines = [line.of(text) for line in wrap(text, width)]
    assert "".join("".join(line.split()) for line in lines) == "".join(words)
    assert all(cell_len(line) <= width for line in lines)
    known = {end for _, end, _ in graphemes(text)} | {0}
    assert {place for line in wrap(text, width) for place in (line.start, line.end)} <= known


@given(TEXTS)
def test_a_screen_of_ascii_keeps_the_columns(parts: list[str]) -> None:
    text = "".join(parts)
    assert in_ascii(text).isascii()
    assert len(in_ascii(text)) == cell_len(text)


@given(TEXTS, st.integers(0, 40))
def test_what_is_shortened_has_no_part_of_a_character_at_its_end(parts: list[str], most: int) -> None:
    text = "".join(parts)
    begin = shortened(text, most)
    assert len(begin) <= most
    assert text.startswith(begin)
    assert len(begin) in {0, *(match.end() for match in regex.finditer(r"\X", text))}
