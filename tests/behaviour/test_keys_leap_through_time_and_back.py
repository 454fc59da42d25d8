from pathlib import Path

import pytest

from support.browser import browsing


@pytest.mark.parametrize(
    ("keys", "title"),
    [
        (["left_square_bracket"], "Kremlin says the terms for a Putin-Trump meeting are unfulfilled"),
        (["left_square_bracket", "alt+left"], "Donald Trump has Viktor Orban as a guest at the White House"),
        (
            ["left_square_bracket", "alt+left", "alt+right"],
            "Kremlin says the terms for a Putin-Trump meeting are unfulfilled",
        ),
        (["left_parenthesis"], "Kremlin says the terms for a Putin-Trump meeting are unfulfilled"),
        (["left_curly_bracket"], "Budapest summit of Donald Trump and Vladimir Putin comes to nothing"),
        (
            ["left_curly_bracket", "right_curly_bracket"],
            "Kremlin says the terms for a Putin-Trump meeting are unfulfilled",
        ),
        (["left_curly_bracket", "right_parenthesis"], "Plan for a Trump-Putin summit in Budapest lasts six days"),
    ],
)
async def test_keys_leap_to_days_months_gaps_and_back(sample_library: Path, keys: list[str], title: str) -> None:
    async with browsing(sample_library) as browser:
        await browser.press(*keys)
        assert browser.selected_title == title


async def test_years_lead_to_each_other(sample_library: Path) -> None:
    async with browsing(sample_library) as browser:
        await browser.press("less_than_sign", "less_than_sign")
        earlier = browser.selected_title
        await browser.press("less_than_sign", "greater_than_sign")
        assert browser.selected_title == earlier


async def test_peaks_lead_to_days_with_many_events(sample_library: Path) -> None:
    async with browsing(sample_library) as browser:
        await browser.press("g", "p")
        there = browser.selected_title
        await browser.press("p", "P")
        assert browser.selected_title == there


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        (["right_parenthesis"], "No later day has events."),
        (["greater_than_sign"], "No later year has events."),
        (["right_square_bracket"], "There is no gap below."),
        (["g", "left_square_bracket"], "There is no gap above."),
        (["G", "right_parenthesis"], "This event has no date."),
        (["alt+left"], "There is nowhere to go back to."),
        (["alt+right"], "There is nowhere to go forward to."),
        (["p"], "No day after this one stands out."),
        (["slash", *"zzz", "enter", "p"], "There are no events here."),
    ],
)
async def test_a_key_that_can_not_act_says_why(sample_library: Path, keys: list[str], reason: str) -> None:
    async with browsing(sample_library) as browser:
        await browser.press(*keys)
        assert reason in browser.text


async def test_going_to_a_person_can_be_taken_back(sample_library: Path) -> None:
    async with browsing(sample_library) as browser:
        await browser.press("tab", "F")
        assert "of 63 events" in browser.lines[0]
        await browser.press("alt+left")
        assert "of 63 events" not in browser.lines[0]


async def test_the_clock_orders_by_the_reports_and_back(sample_library: Path) -> None:
    async with browsing(sample_library) as browser:
        title = browser.selected_title
        await browser.press("T")
        assert "sorted by date of report" in browser.lines[0]
        assert browser.selected_title == title
        await browser.press("T")
        assert "sorted by date of report" not in browser.lines[0]
        assert browser.selected_title == title
