"""Whatever another reader gives as changes, the library answers afterwards, and what was taken reads again as it is."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newstimeline.changes.change import Kind, What
from newstimeline.changes.change_records import dump_change, load_change
from newstimeline.changes.exchange import Given, read_changes
from newstimeline.cli import main
from newstimeline.drawing.change_lines import change_lines
from newstimeline.editing.change_writer import ChangeWriter
from newstimeline.library.library import Library
from newstimeline.plain.conversation import Conversation
from newstimeline.plain.plain_commands import answer
from newstimeline.terms import QuoteKind, Status
from support.stories import make_library
from unit.builders import TEXT, harbour

FOUND = harbour()
EVIDENCE = FOUND.events[0].evidence
assert EVIDENCE
ARTICLE = FOUND.article.id
TARGETS: dict[Kind, dict[str, object]] = {
    Kind.EVENT: {
        "kind": "event",
        "article": ARTICLE,
        "start": EVIDENCE.start,
        "end": EVIDENCE.end,
        "words": EVIDENCE.of(TEXT),
    },
    Kind.QUOTE: {"kind": "quote", "article": ARTICLE, "words": "It is done,"},
    Kind.PERSON: {"kind": "person", "article": None, "words": "Ada Quill"},
    Kind.ARTICLE: {"kind": "article", "article": ARTICLE, "words": "Harbour opens"},
}
SOUND: tuple[tuple[What, Kind, object], ...] = (
    (What.DATE, Kind.EVENT, "2025-08"), (What.DATE, Kind.EVENT, None), (What.TITLE, Kind.EVENT, "New title"),
    (What.HIDDEN, Kind.EVENT, True), (What.EVENT, Kind.ARTICLE, "One more"), (What.STATUS, Kind.EVENT, Status.DISPUTED),
    (What.REASON, Kind.EVENT, "two sources differ"), (What.SPEAKER, Kind.QUOTE, "Bea Lund"),
    (What.KIND, Kind.QUOTE, QuoteKind.MIXED), (What.NAME, Kind.PERSON, "Adelheid Quill"),
    (What.SAME, Kind.PERSON, "Ada Quill"), (What.ROLE, Kind.PERSON, "since 2021: mayor"),
    (What.MARK, Kind.EVENT, ""), (What.TAGS, Kind.EVENT, "harbour ships"),
    *((What.NOTE, kind, "Check.") for kind in Kind),
)  # fmt: skip
ODD_TEXTS = (
    "", " ", "yesterday", "2025-13-08", "2025-11-08", "2025-11-08T10:00:00+00:00", "9999-12-31T23:59:59-23:59",
    "Y999999999", "-9999-01-01", "\ud800", "\x00", "\x1b]0;x\x07", "\u202ea\u2066b", "a\u2028b", "\u3000\u200dx",
    "e" + "\u0301" * 2_000, "#\ufe0f", "İ" * 300, "W" * 500, "a" * 64, "--------", "newstimeline", "since : : since",
    "date", "event",
)  # fmt: skip
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.sampled_from(ODD_TEXTS)
    | st.sampled_from([2**31, 2**53, 2**63, -1, 10**400]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2),
    max_leaves=3,
)  # fmt: skip


@st.composite
def changes(draw: st.DrawFn) -> object:
    """A well-formed change, perhaps with a field, or one of its target, that is anything; or anything at all."""
    what, kind, value = draw(st.sampled_from(SOUND))
    target = dict(TARGETS[kind])
    record: dict[str, object] = {
        "schema": "newstimeline-changes/1",
        "id": draw(st.sampled_from(["aaaaaaaa", "aaaaaaaa-1", "bbbbbbbb"]) | st.text("0123456789abcdef", min_size=24)),
        "made": "2025-11-08T10:00:00+00:00",
        "who": draw(st.sampled_from([None, "Ann"])),
        "what": what,
        "target": target,
        "value": value,
        "found": None,
        "extractor": None,
    }
    match draw(st.sampled_from(["nothing", "field", "target", "everything"])):
        case "field":
            record[draw(st.sampled_from(sorted(record)))] = draw(ANYTHING)
        case "target":
            target[draw(st.sampled_from(["kind", "article", "start", "end", "words"]))] = draw(ANYTHING)
        case "everything":
            return draw(ANYTHING)
    return record


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_library(tmp_path_factory.mktemp("clean") / "library.sqlite", [harbour()])


def run(path: Path, *arguments: str) -> tuple[int, str]:
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main([*arguments[:1], "--library", str(path), *arguments[1:]])
        out.flush()
    return code, err.getvalue()


def assert_answers(path: Path) -> None:
    """Everything that lists, shows, exports or tells of the library does so."""
    commands = (
        ["list"],
        ["quotes"],
        ["people"],
        ["articles"],
        ["stats"],
        ["changes"],
        ["changes", "--json"],
        ["check"],
    )
    for command in (*commands, ["export", "events"], ["export", "markdown"]):
        assert run(path, *command) == (0, ""), command
    with Library(path) as library:
        for event in library.everything().ids():
            detail = library.detail(int(event))
            assert run(path, "show", detail.uid) == (0, "")
            for person in detail.people:
                assert run(path, "person", person.name)[0] == 0
        list(change_lines(library.own.changes(), library.own.lost_changes(), library.own.unreadable_changes(), 40))
        session = Conversation(library, ChangeWriter(path, lambda: None), lambda: date(2025, 11, 9))
        for typed in ("show", "quotes", "changes", "person quill", "undo", "redo"):
            assert all(isinstance(line, str) for line in answer(session, typed))


def check(clean: Path, tmp_path: Path, given_changes: list[object]) -> None:
    path = Path(shutil.copy(clean, tmp_path / "library.sqlite"))
    for rest in ("-wal", "-shm"):
        path.with_name(path.name + rest).unlink(missing_ok=True)
    file = tmp_path / "theirs.jsonl"
    file.write_text("\n".join(map(json.dumps, given_changes)), encoding="utf-8")
    code, said = run(path, "changes", "--add", str(file))
    assert "should not" not in said
    assert (code == 1) == ("skipped" in said)
    with file.open("rb") as stream:
        for one in read_changes(stream):
            if isinstance(one, Given):
                assert load_change(dump_change(one.change)) == one.change
    assert_answers(path)


def fuzzed(examples: int) -> Callable[[Callable[..., None]], Callable[..., None]]:
    shared = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
    return settings(max_examples=examples, deadline=None, suppress_health_check=shared)


@fuzzed(20)
@given(some=st.lists(changes(), min_size=4, max_size=12))
def test_changes_of_any_kind_are_taken_harmlessly_or_refused(clean: Path, tmp_path: Path, some: list[object]) -> None:
    check(clean, tmp_path, some)


@pytest.mark.slow
@fuzzed(400)
@given(some=st.lists(changes(), max_size=12))
def test_many_changes_of_any_kind_are_taken_harmlessly_or_refused(
    clean: Path, tmp_path: Path, some: list[object]
) -> None:
    check(clean, tmp_path, some)
