"""Hostile text in every field, shown everywhere it can be shown, in a real pseudo-terminal."""

import json
import re
from pathlib import Path

import pytest

from support.attacks import ATTACKS
from support.terminal import Terminal, running

HOSTILE = Path(__file__).parents[2].parent / "shared" / "corpora" / "hostile"

FORBIDDEN = [
    *(rb"\x1b\]52;", rb"\x1b\]8;;https://evil", rb"PWNED\x07", rb"\x1b\]0;PWNED", rb"\x1bP\$q", rb"\x1b\[6n"),
    *(rb"\x00", rb"\x7f"),
    *(re.escape(ch.encode()) for ch in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200e\u200f"),
    *(re.escape(ch.encode()) for ch in "\U000e0041\x9b\x9d\x85\u2028"),
]


def assert_harmless(received: bytes) -> None:
    for attack in FORBIDDEN:
        assert not re.search(attack, received), f"{attack!r} reached the terminal"


def hostile_record(name: str, attack: str) -> str:
    """Parsed events with the attack in every text there is; their offsets make cleaning harder."""
    text = f"Title {attack}\n\nMayor {attack} said “{attack}” on Monday {attack}."
    start = text.index("Mayor")
    here = {"start": start, "end": len(text)}
    return json.dumps(
        {
            "schema": "newstimeline/1",
            "article": {
                "id": f"{name}{attack}", "title": f"Title {attack}", "published": "2024-05-07",
                "source": f"source{attack}", "url": f"https://x.example/{attack}", "path": f"p{attack}", "text": text,
                f"unknown{attack}": attack,
            },
            "times": [{"id": "t1", **here, "text": f"Monday {attack}", "timex": {"type": "DATE", "value": attack}}],
            "people": [{"id": "p1", "name": f"Mayor {attack}", "roles": [f"role {attack}"], "mentions": [here]}],
            "places": [{"id": "l1", "name": f"Place {attack}"}],
            "quotes": [{"id": "q1", "kind": "direct", "text": f"quote {attack}", "source": here, "speaker": "p1"},
                       {"id": "q2", "kind": "direct", "text": f"quote {attack}", "source": here}],
            "events": [{"id": "e1", "title": f"Event {name} {attack}", "date": "2024-05-06", "basis": "stated",
                        "time": "t1", "evidence": here, "people": ["p1"], "quotes": ["q1", "q2"], "places": ["l1"]}],
        }
    )  # fmt: skip


def see_everything(terminal: Terminal, events: int) -> None:
    """Visit each event: its row, its panel, its article; then a hostile person's page, all quotes, and what failed."""
    terminal.press("g")
    for _ in range(events):
        terminal.press("enter")
        terminal.wait_for_text("evidence  quote  name  time")
        terminal.press("escape")
        terminal.wait_for(lambda text: "evidence  quote" not in text, "the timeline")
        terminal.press("j")
    terminal.press("tab")
    terminal.wait_for_text("filter to it")
    terminal.press("j", "j", "enter")
    terminal.wait_for_text("Roles, as reported")
    terminal.press("F")
    terminal.wait_for_text("person:")
    terminal.press('"')
    terminal.wait_for_text("with quotes")
    terminal.press("escape")
    terminal.wait_for(lambda text: "with quotes" not in text, "the timeline")
    terminal.press("!")
    terminal.wait_for_text("Skipped")
    terminal.press("escape")
    terminal.wait_for(lambda text: "Skipped" not in text, "the timeline")
    terminal.press("q")
    terminal.wait_for_text("Keep these")
    terminal.press("n")
    terminal.wait_for_end()


def test_the_browser_shows_hostile_events_harmlessly(tmp_path: Path) -> None:
    source = tmp_path / "evil\x1b]0;PWNED\x07.jsonl"
    source.write_text("\n".join(hostile_record(name, attack) for name, attack in ATTACKS.items()), encoding="utf-8")
    missing = str(tmp_path / "missing\x1b[2J\u202e.txt")
    with running(str(source), missing, home=tmp_path) as terminal:
        terminal.wait_for(lambda text: f"{len(ATTACKS)} events" in text and "skipped" in text, "all events")
        see_everything(terminal, len(ATTACKS))
    assert_harmless(terminal.received)
    assert b"Event clipboard" in terminal.received


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """A library with hostile events, and what the terminal was told as they were added."""
    home = tmp_path_factory.mktemp("added")
    source, library = home / "evil.jsonl", home / "l.sqlite"
    source.write_text("\n".join(hostile_record(name, attack) for name, attack in ATTACKS.items()), encoding="utf-8")
    with running("--library", str(library), "add", str(source), str(home / "no\x1b[2J"), home=home) as terminal:
        terminal.wait_for_end()
    return library, terminal.received


def test_what_is_said_of_an_addition_is_harmless(added: tuple[Path, bytes]) -> None:
    assert added[1]
    assert_harmless(added[1])


@pytest.mark.parametrize("arguments", [["list"], ["list", "--json"], ["list", "--csv"], ["check"]], ids=" ".join)
def test_plain_output_on_a_terminal_is_harmless(
    added: tuple[Path, bytes], tmp_path: Path, arguments: list[str]
) -> None:
    with running("--library", str(added[0]), *arguments, home=tmp_path) as terminal:
        terminal.wait_for_end()
    assert terminal.received
    assert_harmless(terminal.received)


@pytest.mark.parametrize("query", ["in:\x1b]0;PWNED\x07", "\u202e:x", "on:\x9b31m"])
def test_error_messages_are_harmless(added: tuple[Path, bytes], tmp_path: Path, query: str) -> None:
    with running("--library", str(added[0]), "list", query, home=tmp_path) as terminal:
        terminal.wait_for_end()
    assert terminal.received
    assert_harmless(terminal.received)


@pytest.mark.skipif(not HOSTILE.exists(), reason="the corpus of hostile files is not here")
def test_the_corpus_of_hostile_files_is_shown_harmlessly(tmp_path: Path) -> None:
    with running(str(HOSTILE), home=tmp_path) as terminal:
        terminal.wait_for(lambda text: "skipped (!)" in text and "reading" not in text, "the end of the reading")
        terminal.press("g", "enter")
        terminal.wait_for_text("evidence  quote  name  time")
        terminal.press("escape")
        terminal.wait_for(lambda text: "evidence  quote" not in text, "the timeline")
        for _ in range(12):
            terminal.press("j")
        terminal.press("!")
        terminal.wait_for_text("Skipped")
        terminal.press("pagedown", "pagedown", "escape")
        terminal.wait_for(lambda text: "Skipped" not in text, "the timeline")
        terminal.press("q")
        terminal.wait_for_text("Keep these")
        terminal.press("n")
        terminal.wait_for_end()
    assert_harmless(terminal.received)
