"""`newstimeline add URL`, from a server on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newstimeline.cli import main
from newstimeline.records import dump
from support.web import Page, Web, serving
from unit.builders import harbour


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    monkeypatch.setattr("newstimeline.fetching.fetcher._PAUSE", 0.0)
    with serving() as served:
        served.pages["/events.jsonl"] = Page(f"{dump(harbour())}\n".encode(), headers={"ETag": '"1"'})
        yield served


def add(capsys: pytest.CaptureFixture[str], library: Path, *arguments: str) -> tuple[int, str]:
    code = main(["add", "--library", str(library), *arguments])
    return code, capsys.readouterr().err


def test_a_page_is_added_and_known_the_next_time(web: Web, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library, url = tmp_path / "library.sqlite", f"{web.url}/events.jsonl"
    code, narration = add(capsys, library, "--allow-private", url)
    assert (code, "1 new with 1 event" in narration) == (0, True)
    code, narration = add(capsys, library, "--allow-private", url)
    assert (code, "0 new with 0 events, 1 unchanged" in narration) == (0, True)
    assert web.asked[1][1]["If-None-Match"] == '"1"'
    add(capsys, library, "--allow-private", "--again", url)
    assert "If-None-Match" not in web.asked[2][1]


def test_an_address_is_fetched_to_be_shown_or_extracted_too(
    web: Web, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newstimeline.fetching.hosts.is_public", lambda _: True)
    assert main([f"{web.url}/events.jsonl"]) == 0
    assert "Ada Quill opens the harbour" in capsys.readouterr().out
    assert main(["extract", f"{web.url}/events.jsonl"]) == 0
    assert "Harbour opens" in capsys.readouterr().out


def test_an_address_of_this_machine_needs_leave(web: Web, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, narration = add(capsys, tmp_path / "library.sqlite", f"{web.url}/events.jsonl")
    assert (code, web.asked) == (1, [])
    assert "--allow-private" in narration
