import io
from datetime import date
from pathlib import Path

import pytest

from newstimeline.cli import main
from newstimeline.editing.change_writer import ChangeWriter
from newstimeline.library.library import Library
from newstimeline.plain.conversation import Conversation
from newstimeline.plain.plain_commands import COMMANDS, answer

LAST = "Donald Trump has Viktor Orban as a guest at the White House"


def say(path: Path, *lines: str) -> list[list[str]]:
    """What is answered to each line."""
    with Library(path) as library:
        session = Conversation(library, ChangeWriter(path, lambda: "Ann"), lambda: date(2025, 11, 10))
        return [list(answer(session, line)) for line in lines]


def test_it_begins_at_the_latest_news_and_goes_on_by_empty_lines(own_library: Path) -> None:
    before, here, after = say(own_library, "previous", "next", "")
    assert before[0].startswith("59 of 63: Fri 7 November 2025")
    assert here == [f"60 of 63: Fri 7 November 2025: {LAST}."]
    assert after[0].startswith("61 of 63: undated")


def test_everything_about_an_event_is_told_a_line_a_thought(own_library: Path) -> None:
    (lines,) = say(own_library, "show")
    assert lines[0] == LAST
    assert lines[1] == "Date: Fri 7 November 2025, likely: from “Friday” nearby; counted from Sat 8 November 2025."
    assert "Person: Viktor Orban, Hungarian Prime Minister." in lines


def test_a_filter_has_the_order_and_count_of_the_list(own_library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (_, narrowed, _, rows) = say(own_library, "first", "/person:putin", "first", "list 99")
    assert main(["list", "person:putin", "--library", str(own_library)]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert narrowed[0] == f"{len(listed)} of 63 events match the filter person:putin."
    titles = [line.split("  ", 1)[1].split("  [")[0].strip() for line in listed]
    assert all(title in row for title, row in zip(titles, rows, strict=True))


def test_a_fault_in_a_filter_is_said_with_its_place(own_library: Path) -> None:
    (said,) = say(own_library, "filter kind:wrong")
    assert said == ["kind: takes direct, mixed, indirect, at character 6."]


def test_corrections_judgements_and_notes_are_made_by_words(own_library: Path) -> None:
    answers = say(own_library, "date early november 2025", "dispute seen nowhere", "note Ask them.", "show", "undo")
    assert answers[0] == ["Date set to about November 2025."]
    assert answers[1][0].startswith("Disputed “")
    assert answers[1][1] == "62 of 63 unreviewed."
    assert "Your reason: seen nowhere." in answers[3]
    assert "Your note: Ask them." in answers[3]
    assert answers[4][0].startswith("Undone: the note")


def test_the_log_says_what_was_changed_in_words(own_library: Path) -> None:
    lines = say(own_library, "mark", "unmark", "hide", "undo", "changes")[-1]
    assert [line.split(":")[0] + line.split(":")[1] for line in lines] == [
        "hidden yes, undone",
        "mark none, in force",
        "mark without a name, in force",
    ]


def test_a_command_without_its_text_says_what_to_type(own_library: Path) -> None:
    add, person, title = say(own_library, "add", "person", "title")
    assert add == ["Type after the command: what happened."]
    assert person == ["Type person and a name."]
    assert title[0].startswith("The title is Donald Trump")


def test_what_is_no_command_or_has_no_place_is_said(own_library: Path) -> None:
    unknown, end, nobody, speaker = say(own_library, "dance", "last\n", "person nobody", "speaker 9 X")
    assert unknown == ["There is no command dance; type help for a list."]
    assert end[0].startswith("63 of 63")
    assert nobody == ["The library has no person called nobody."]
    assert speaker[0].startswith("Type the number of a quote and a name")
    assert say(own_library, "last", "next")[1] == ["That was the last event."]


def test_help_lists_every_command(own_library: Path) -> None:
    (lines,) = say(own_library, "help")
    assert len(lines) == len(COMMANDS)


def test_what_only_a_screen_has_is_refused(own_library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--plain", "--library", str(own_library), "--zoom", "year"]) == 2
    assert "--plain can begin with a --filter only" in capsys.readouterr().err


def test_the_program_talks_until_quit(
    own_library: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("first\nquit\nnext\n"))
    assert main(["--plain", "--library", str(own_library), "--filter", "orban"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "3 of 63 events match the filter orban."
    assert lines[-2].startswith("> 1 of 3")
