from pathlib import Path

import pytest

from support.browser import browsing


async def test_all_events_stay_and_the_matches_are_marked_and_counted(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("slash", *"ferry", "enter", "s")
        assert "2 matches in 9 events" in browser.lines[0]
        marked = [line for line in browser.lines if "▸" in line]
        assert len(marked) == 2
        assert all("ferry" in line for line in marked)


async def test_ticks_on_the_strip_stand_where_matches_begin(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("slash", *"bridge", "enter")
        assert "┻" not in browser.text
        await browser.press("s")
        assert 1 <= browser.lines[3].count("┻") <= 4


async def test_n_leads_from_match_to_match_and_there_is_a_way_back(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("slash", *"closes", "enter", "s", "g", "n")
        assert browser.selected_title == "The harbour bridge closes"
        await browser.press("alt+left")
        assert browser.selected_title == "The bridge is built"
        await browser.press("G", "N")
        assert browser.selected_title == "The harbour bridge closes"


async def test_n_finds_a_match_that_the_zoom_leaves_out(sample_library: Path) -> None:
    async with browsing(sample_library) as browser:
        await browser.press("slash", *"lukoil", "enter", "s", "minus", "minus", "g", "n")
        assert "Lukoil" in browser.selected_title


async def test_s_narrows_to_the_matches_again(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("slash", *"ferry", "enter", "s", "s")
        assert "2 of 9 events" in browser.lines[0]


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        (["n"], "There is nothing to search for: type it after /."),
        (["s"], "There is nothing to search for: type it after /."),
        (["slash", *"ferry", "enter", "n"], "Everything shown matches; press s to show the other events as well."),
        (["slash", *"closes", "enter", "s", "g", "n", "n"], "Nothing below matches."),
    ],
)
async def test_a_search_key_that_can_not_act_says_why(story_library: Path, keys: list[str], reason: str) -> None:
    async with browsing(story_library) as browser:
        await browser.press(*keys)
        assert reason in browser.lines[0]
