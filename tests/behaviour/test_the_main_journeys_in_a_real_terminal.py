"""What people open the browser for, each from the start to the end, in a real pseudo-terminal on the sample."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from support.terminal import Terminal, running


@contextmanager
def browsing_the_sample(home: Path, size: tuple[int, int] = (120, 36)) -> Iterator[Terminal]:
    with running(home=home, size=size) as terminal:
        terminal.wait_for_text("63 events")
        yield terminal
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_find_a_quote_and_trace_it_to_the_words_it_rests_on(tmp_path: Path) -> None:
    with browsing_the_sample(tmp_path) as terminal:
        terminal.press("/", 'said:"always a chance"', "enter")
        terminal.wait_for_text("1 of 63 events")
        terminal.press('"')
        terminal.wait_for_text("“There is always a chance,”")
        terminal.press("down", "enter")
        terminal.wait_for_text("direct quote: Donald Trump")
        terminal.wait_for_text("evidence  quote  name  time")
        terminal.press("escape")
        terminal.wait_for_text("with quotes")
        terminal.press("escape")
        terminal.wait_for_text("1 of 63 events")


def test_follow_a_person_from_an_event_through_pages_and_back(tmp_path: Path) -> None:
    with browsing_the_sample(tmp_path) as terminal:
        terminal.press("tab", "down")
        terminal.press("enter")
        terminal.wait_for_text("person · 3 events")
        terminal.press("enter")
        terminal.wait_for_text("person · 38 events")
        terminal.press("F")
        terminal.wait_for_text("38 of 63 events")
        terminal.press("\x1b[1;3D")  # Alt and the left arrow
        terminal.wait_for(lambda text: "of 63" not in text, "all events again")


def test_zoom_out_to_see_the_whole_and_in_again(tmp_path: Path) -> None:
    with browsing_the_sample(tmp_path) as terminal:
        terminal.press("-")
        terminal.wait_for_text("by month")
        terminal.press("-", "-")
        terminal.wait_for_text("by decade")
        terminal.wait_for_text("2020s")
        terminal.press("+", "+", "+")
        terminal.wait_for_text("Fri 7 November")


def test_narrow_by_facets_and_take_them_off(tmp_path: Path) -> None:
    with browsing_the_sample(tmp_path) as terminal:
        terminal.press("f")
        terminal.wait_for_text("████████    38")
        terminal.press("down", " ")
        terminal.wait_for_text("24 of 63 events")
        terminal.press("f")
        terminal.wait_for(lambda text: "everything" not in text and "24 of 63" in text, "the panel")
        terminal.press("escape")
        terminal.wait_for(lambda text: "of 63" not in text, "all events again")
