import os
import shlex
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from newstimeline.browser.external_programs import OutsideError, edited, local_clipboard, web_address, web_browser
from newstimeline.cli.arguments import parse_arguments
from newstimeline.cli.browse_command import BrowseOptions
from support.browser import Browser, browsing

LAST = "Donald Trump has Viktor Orban as a guest at the White House"


def program(folder: Path, name: str, script: str) -> Path:
    """A program of our own in place of another one."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@pytest.fixture(autouse=True)
def no_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER", "EDITOR", "VISUAL", "PAGER"):
        monkeypatch.delenv(name, raising=False)


def copied(browser: Browser) -> str:
    return browser.app.clipboard


async def test_a_letter_copies_the_citation_by_the_terminal(own_library: Path) -> None:
    async with browsing(own_library) as browser:
        await browser.press("y")
        assert "citation" in browser.text
        await browser.press("c")
        assert browser.said == "Copied the citation by the terminal (OSC 52)."
        assert copied(browser) == (
            "newstimeline sample, “Budapest still Trump’s choice for talks with Putin”, 8 November 2025"
        )


async def test_a_quote_is_copied_with_who_said_it(own_library: Path) -> None:
    async with browsing(own_library) as browser:
        await browser.press("k", "y", "1")
        assert "— Donald Trump, US president (newstimeline sample" in copied(browser)


async def test_where_there_is_a_clipboard_of_the_machine_it_is_used(
    own_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, "wl-copy", f"cat > {shlex.quote(str(tmp_path / 'clipboard'))}")
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    async with browsing(own_library) as browser:
        await browser.press("y", "r")
        assert browser.said == "Copied the row by wl-copy."
    assert (tmp_path / "clipboard").read_text(encoding="utf-8") == f"2025-11-07  {LAST}"


def test_over_ssh_the_clipboard_is_that_of_the_terminal() -> None:
    assert local_clipboard({"WAYLAND_DISPLAY": "wayland-0", "SSH_CONNECTION": "1"}) is None


async def test_the_copied_command_opens_the_same_view(own_library: Path) -> None:
    async with browsing(own_library) as browser:
        await browser.press("slash")
        await browser.type("orban OR 'x'")
        await browser.press("enter", "minus", "y", "v")
        words = shlex.split(copied(browser))
    _, options = parse_arguments(words[1:])
    assert isinstance(options, BrowseOptions)
    assert (options.filter, options.zoom, options.library) == ("orban OR 'x'", "month", own_library)
    assert options.event
    assert len(options.event) == 24


async def test_an_article_without_an_address_says_so(own_library: Path) -> None:
    async with browsing(own_library) as browser:
        await browser.press("o")
        assert browser.said == "The article has no address."


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "javascript:alert(1)", "http://", "https://a b", "-x", "https://[x"]
)
def test_only_web_pages_are_opened(url: str) -> None:
    with pytest.raises(OutsideError, match="Only web addresses"):
        web_address(url)


def test_the_readers_own_browser_goes_first() -> None:
    assert web_browser({"BROWSER": "w3m -F %s"}) == (["w3m", "-F"], True)
    assert web_browser({"BROWSER": "firefox"}) == (["firefox"], False)


@contextmanager
def terminal() -> Iterator[None]:
    """In place of giving the terminal away, which a test does not have."""
    yield


async def test_a_note_is_written_in_the_editor(
    own_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", str(program(tmp_path, "ed", 'printf "Two\\nlines" > "$1"')))
    async with browsing(own_library) as browser:
        monkeypatch.setattr(browser.app, "suspend", terminal)
        await browser.press("A")
        assert "✎ Two" in browser.text
        assert "  lines" in browser.text


async def test_an_editor_that_fails_leaves_the_note_as_it_was(
    own_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", str(program(tmp_path, "ed", 'printf "lost" > "$1"; exit 1')))
    async with browsing(own_library) as browser:
        monkeypatch.setattr(browser.app, "suspend", terminal)
        await browser.press("A")
        assert browser.said == "Nothing changed."
        assert "✎" not in browser.text


def test_an_editor_that_can_not_be_run_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "no-such-editor")
    with pytest.raises(OutsideError, match="no-such-editor can't be run"):
        edited("")


async def test_the_pager_gets_the_articles_text(
    own_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGER", str(program(tmp_path, "page", f"cat > {shlex.quote(str(tmp_path / 'text'))}")))
    async with browsing(own_library) as browser:
        monkeypatch.setattr(browser.app, "suspend", terminal)
        await browser.press("vertical_line")
    assert (tmp_path / "text").read_text(encoding="utf-8").startswith("Budapest still Trump’s choice")
