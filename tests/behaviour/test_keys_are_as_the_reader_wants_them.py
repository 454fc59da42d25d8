from pathlib import Path

from newstimeline.settings import Settings
from support.browser import browsing
from support.terminal import running


async def test_the_keys_of_emacs_move_search_and_leave(story_library: Path) -> None:
    async with browsing(story_library, settings=Settings("emacs")) as browser:
        await browser.press("home", "ctrl+n", "ctrl+n")
        assert browser.selected_title == "Bo Ek warns the council"
        await browser.press("ctrl+p")
        assert browser.selected_title == "Bo Ek inspects the bridge"
        await browser.press("ctrl+s", *"ferry", "enter")
        assert "2 of 9 events" in browser.text
        await browser.press("ctrl+g")
        assert "2 of 9 events" not in browser.text


async def test_a_key_that_was_given_away_does_nothing_any_more(story_library: Path) -> None:
    async with browsing(story_library, settings=Settings("emacs")) as browser:
        await browser.press("home", "j")
        assert browser.selected_title == "The bridge is built"


async def test_footer_help_and_notes_name_the_keys_in_force(story_library: Path) -> None:
    settings = Settings(keys={"search": ("ctrl+o",), "show_lanes": ("w",), "help": ("f1",)})
    async with browsing(story_library, settings=settings) as browser:
        assert "^o filter" in browser.lines[-1]
        await browser.press("n")
        assert "type it after Ctrl+o" in browser.lines[0]
        await browser.press("f1")
        assert "w                       Show one strip" in browser.text


async def test_two_keys_can_change_places(story_library: Path) -> None:
    settings = Settings(keys={"move_down": ("k",), "move_up": ("j",)})
    async with browsing(story_library, settings=settings) as browser:
        await browser.press("home", "k", "k", "j")
        assert browser.selected_title == "Bo Ek inspects the bridge"


def test_a_configuration_that_can_not_be_followed_is_said_before_the_screen_is_taken(tmp_path: Path) -> None:
    config = tmp_path / "config" / "newstimeline" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('[keys]\nnext_gpa = "w"\n', encoding="utf-8")
    with running(home=tmp_path) as terminal:
        assert terminal.wait_for_end() == 2
        assert "keys.next_gpa: there is no such command; did you mean next_gap?" in " ".join(terminal.text.split())
