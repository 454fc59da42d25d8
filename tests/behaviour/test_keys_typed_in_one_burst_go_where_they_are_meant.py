from pathlib import Path

from support.terminal import running


def test_a_filter_typed_in_one_burst_with_its_slash_is_a_filter(tmp_path: Path) -> None:
    with running(home=tmp_path) as terminal:
        terminal.wait_for_text("63 events")
        terminal.press("/quota")  # its q must not quit
        terminal.wait_for_text("/ quota")
        terminal.wait_for_text("0 of 63 events")
        terminal.press("escape")
        terminal.wait_for(lambda text: "of 63" not in text, "the filter to go")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_tab_and_what_follows_reach_the_panel(tmp_path: Path) -> None:
    with running(home=tmp_path, size=(120, 40)) as terminal:
        terminal.wait_for_text("63 events")
        terminal.press("\tj\r")
        terminal.wait_for_text("Roles, as reported")


def test_what_follows_a_filter_goes_to_the_timeline(tmp_path: Path) -> None:
    with running(home=tmp_path, size=(120, 40)) as terminal:
        terminal.wait_for_text("63 events")
        terminal.press("/alaska\rjf")
        terminal.wait_for_text("Filter ───")
        terminal.wait_for_text("/  alaska ×")
