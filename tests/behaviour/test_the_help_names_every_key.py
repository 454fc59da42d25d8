from pathlib import Path

from newstimeline.app.commands import COMMANDS
from newstimeline.app.help_lines import help_lines
from newstimeline.app.keys import shown_keys
from newstimeline.drawing.pieces import text_of
from support.browser import browsing


def test_the_help_names_every_command_with_its_keys() -> None:
    text = "\n".join(text_of(line) for line in help_lines(100, COMMANDS))
    for command in COMMANDS:
        assert f"{shown_keys(command):<24}{command.help}" in text


async def test_a_question_mark_opens_the_help_and_escape_closes_it(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        before = browser.text
        await browser.press("question_mark")
        assert "Move down" in browser.text
        await browser.press("escape")
        assert browser.text == before


async def test_the_palette_offers_the_commands(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.pilot.press("ctrl+p")
        await browser.pilot.pause()
        await browser.pilot.press(*"filter")
        await browser.pilot.pause()
        await browser.pilot.press("enter")
        await browser.settle()
        await browser.type("ek")
        assert "2 of 9 events" in browser.text
