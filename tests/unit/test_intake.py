from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from newstimeline import intake
from newstimeline.extraction.workers import Errand, Extracted, Outcome, Pending, Workers
from newstimeline.headlines import with_headline
from newstimeline.intake import RULES, Input, Report, extract_each, take_in
from newstimeline.library.errors import LibraryError
from newstimeline.library.library import Library
from newstimeline.library.writer import LibraryWriter
from newstimeline.model import Article, Extraction, FileState
from newstimeline.reading import FileEnd, Parsed, Skipped, Unread
from newstimeline.records import dump
from newstimeline.when import When, parse
from unit.builders import article, dated_events, event, harbour

Given = TypeVar("Given")
Result = TypeVar("Result")


class Later(Future[Result]):
    """An outcome that is never there before somebody waits for it."""

    def __init__(self, work: Callable[[], Result]) -> None:
        super().__init__()
        self._work = work

    def result(self, timeout: float | None = None) -> Result:
        if not self.done():
            try:
                self.set_result(self._work())
            except Exception as error:
                self.set_exception(error)
        return super().result(timeout)


class FakeWorkers(Workers):
    """Extracts one event an article, in this process, when the result is asked for."""

    def __init__(self, *, processes: int = 2, at_once: bool = False) -> None:
        super().__init__(processes)
        self.submitted: list[str] = []
        self.finished: list[str] = []
        self.when_waited_for: Callable[[Article], None] = lambda _: None
        self._at_once = at_once

    def run(self, function: Callable[[Given], Result], given: Given) -> Errand[Result]:
        return Errand(Later(lambda: function(given)), lambda: function(given))

    def submit(self, article: Article) -> Pending:
        self.submitted.append(article.title)

        def work() -> Outcome:
            self.when_waited_for(article)
            self.finished.append(article.title)
            if article.title.startswith("Bad"):
                raise ValueError("no such luck")
            return Extracted(Extraction(article=article, events=(event(),)), "fake, rules 1")

        return Pending(self, article, None, work()) if self._at_once else Pending(self, article, Later(work))


def articles(*headlines: str) -> list[Parsed]:
    return [article(headline, path=f"{headline}.txt") for headline in headlines]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture(autouse=True)
def _standing_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "monotonic", lambda: 0.0)


def take(
    path: Path,
    found: Iterable[Input],
    workers: FakeWorkers | None = None,
    *,
    again: bool = False,
    published: When | None = None,
) -> tuple[Report, list[Report]]:
    steps: list[Report] = []
    with LibraryWriter(path) as writer:
        report = take_in(found, writer, workers or FakeWorkers(), steps.append, again=again, published=published)
    return report, steps


def headlines(path: Path) -> list[str]:
    with Library(path) as library:
        return [library.article_info(number).title for number in library.article_numbers()]


NAMES = [f"Headline {n}" for n in range(20)]


@pytest.mark.parametrize("at_once", [True, False])
def test_articles_are_stored_in_the_order_of_the_input(path: Path, at_once: bool) -> None:
    mixed = articles(*NAMES)
    mixed.insert(3, dated_events("2025", headline="Parsed"))
    report, _ = take(path, mixed, FakeWorkers(at_once=at_once))
    assert headlines(path) == [*NAMES[:3], "Parsed", *NAMES[3:]]
    assert report == Report(read=21, new=21, events=21)


def test_results_come_in_the_order_of_the_input_whichever_is_done_first() -> None:
    mixed: list[Parsed] = [*articles("A", "B"), Skipped("c", "reason"), harbour(), *articles("D")]
    found = [item for item, _, _ in extract_each(mixed, FakeWorkers())]
    assert [getattr(getattr(item, "article", item), "title", item) for item in found] == [
        "A", "B", Skipped("c", "reason"), "Harbour opens", "D",
    ]  # fmt: skip


def test_each_result_comes_with_its_extractor() -> None:
    found = list(extract_each([*articles("A"), harbour()], FakeWorkers()))
    assert [extractor for _, extractor, _ in found] == ["fake, rules 1", None]


def test_what_the_library_has_is_counted_and_not_extracted_again(path: Path) -> None:
    take(path, articles("A", "B"))
    workers = FakeWorkers()
    report, _ = take(path, articles("B", "C", "A"), workers)
    assert workers.submitted == ["C"]
    assert (report.read, report.new, report.unchanged) == (3, 1, 2)


def test_the_same_article_twice_in_one_run_is_extracted_once(path: Path) -> None:
    workers = FakeWorkers()
    copy = replace(article("A"), path="copy.txt")
    report, _ = take(path, [*articles("A"), copy, *articles("B", "A")], workers)
    assert workers.submitted == ["A", "B"]
    assert (report.read, report.new, report.unchanged, report.joined, report.events) == (4, 2, 1, 1, 2)
    assert headlines(path) == ["A", "B"]


def test_parsed_events_twice_in_one_run_are_stored_once(path: Path) -> None:
    report, _ = take(path, [harbour(), harbour()])
    assert (report.read, report.new, report.unchanged) == (2, 1, 1)


def test_what_was_skipped_is_reported_in_order_and_not_as_read(path: Path) -> None:
    skipped: list[Parsed] = [Skipped("a", "reason one"), Skipped("b", "reason two")]
    report, steps = take(path, [skipped[0], *articles("A"), skipped[1]])
    assert report.skipped == tuple(skipped)
    assert (report.read, report.new) == (1, 1)
    assert steps[-1] == report


def test_an_article_that_fails_is_skipped_with_the_reason_and_the_rest_goes_on(path: Path) -> None:
    report, _ = take(path, articles("A", "Bad luck", "B"))
    (skipped,) = report.skipped
    assert skipped.place == "Bad luck.txt"
    assert "ValueError: no such luck" in skipped.reason
    assert headlines(path) == ["A", "B"]


def test_an_article_without_a_path_is_named_by_its_headline(path: Path) -> None:
    report, _ = take(path, [article("Bad luck", path=None)])
    assert report.skipped[0].place == "Bad luck"


def test_other_findings_in_a_known_article_are_reported(path: Path) -> None:
    take(path, [harbour()])
    report, _ = take(path, [replace(harbour(), events=())])
    assert report.skipped == (
        Skipped(
            "harbour.txt",
            "the library has this article with other findings, which were kept; add it with --again to replace them",
        ),
    )
    assert (report.read, report.new, report.events) == (1, 0, 0)


def test_other_findings_replace_those_of_the_library_when_they_are_told_to(path: Path) -> None:
    take(path, [harbour()])
    report, _ = take(path, [replace(harbour(), events=())], again=True)
    assert (report.read, report.new, report.replaced, report.events, report.skipped) == (1, 0, 1, 0, ())
    with Library(path) as library:
        assert len(library.everything()) == 0


def test_read_again_an_article_is_extracted_again(path: Path) -> None:
    take(path, articles("A", "B"))
    workers = FakeWorkers()
    report, _ = take(path, articles("B", "C", "B"), workers, again=True)
    assert workers.submitted == ["B", "C"]
    assert (report.read, report.new, report.unchanged) == (3, 1, 2)


@pytest.mark.parametrize("at_once", [True, False])
def test_what_a_step_is_told_of_is_stored(path: Path, at_once: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "_BATCH", 3)
    told: list[int] = []

    def look(report: Report) -> None:
        with Library(path) as library:
            totals = library.totals()
        assert (totals["article"], totals["event"]) == (report.new, report.events)
        told.append(report.new)

    with LibraryWriter(path) as writer:
        report = take_in(articles(*NAMES), writer, FakeWorkers(at_once=at_once), look)
    assert told == sorted(told)
    assert len(told) >= 20 // 3
    assert told[-1] == report.new == 20


def test_what_is_done_is_stored_before_the_next_result_is_waited_for(path: Path) -> None:
    workers = FakeWorkers(processes=1)
    stored_before: list[int] = []
    with LibraryWriter(path) as writer, Library(path) as library:
        workers.when_waited_for = lambda _: stored_before.append(library.totals()["article"])
        take_in(articles(*NAMES[:5]), writer, workers, lambda _: None)
    assert stored_before == [0, 1, 2, 3, 4]


def test_what_comes_fast_is_stored_many_at_a_time(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "_BATCH", 4)
    parsed: list[Parsed] = [dated_events("2025", headline=name) for name in NAMES[:10]]
    _, steps = take(path, parsed)
    assert [step.new for step in steps] == [4, 8, 10]


def test_a_slow_trickle_is_stored_before_the_batch_is_full(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = iter(range(1000))
    monkeypatch.setattr(intake, "monotonic", lambda: float(next(seconds)))
    _, steps = take(path, [dated_events("2025", headline=name) for name in NAMES[:3]])
    assert [step.new for step in steps] == [1, 2, 3, 3]


def test_only_a_few_articles_are_read_ahead(path: Path) -> None:
    workers = FakeWorkers(processes=2)
    ahead: list[int] = []

    def reading() -> Iterator[Parsed]:
        for found in articles(*NAMES):
            ahead.append(len(workers.submitted) - len(workers.finished))
            yield found

    take(path, reading(), workers)
    assert max(ahead) == 2 * 3


def lines(*values: str, first: int = 1) -> Unread:
    return Unread("file.jsonl", tuple((n, value.encode()) for n, value in enumerate(values, first)))


def crawled(headline: str) -> str:
    return json.dumps({"title": headline, "maintext": "Boats came.", "date_publish": "2025-11-07"})


@pytest.mark.parametrize("at_once", [True, False])
def test_what_comes_unread_is_stored_in_its_place(path: Path, at_once: bool) -> None:
    unread = lines(dump(harbour()), crawled("Second"), "{", dump(dated_events("2025", headline="Third")))
    report, _ = take(path, [*articles("First"), unread, *articles("Fourth")], FakeWorkers(at_once=at_once))
    assert headlines(path) == ["First", harbour().article.title, "Second", "Third", "Fourth"]
    assert [skipped.place for skipped in report.skipped] == ["file.jsonl, line 3"]
    assert (report.new, report.events) == (5, 3 + len(harbour().events) + 1)


def test_an_article_that_comes_twice_unread_is_extracted_once(path: Path) -> None:
    workers = FakeWorkers()
    report, _ = take(path, [lines(crawled("Twice"), crawled("Twice")), lines(crawled("Twice"))], workers)
    assert workers.submitted == ["Twice"]
    assert (report.new, report.unchanged) == (1, 2)


def test_no_input_is_a_report_of_nothing(path: Path) -> None:
    report, steps = take(path, [])
    assert report == Report()
    assert steps == [Report()]


def test_when_the_library_fails_what_was_told_is_stored(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[Report] = []

    def failing() -> Iterator[Parsed]:
        yield from articles(*NAMES[:4])
        monkeypatch.setattr(
            LibraryWriter, "store", lambda *_, **__: (_ for _ in ()).throw(LibraryError("the disk is full"))
        )
        yield from articles("Last")

    with LibraryWriter(path) as writer, pytest.raises(LibraryError, match="the disk is full"):
        take_in(failing(), writer, FakeWorkers(at_once=True), told.append)
    monkeypatch.undo()
    assert told[-1].new == 4
    assert headlines(path) == NAMES[:4]


def test_an_article_without_a_date_gets_the_one_that_the_reader_gives(path: Path) -> None:
    undated = article("Undated", published=None, path="undated.txt")
    report, _ = take(path, [undated, article("Dated")], published=parse("2025-10"))
    with Library(path) as library:
        given, own = (library.article_info(number) for number in library.article_numbers())
    assert (given.published, given.published_by) == (parse("2025-10"), "given")
    assert (own.published, own.published_by) == (parse("2025-11-07"), None)
    assert report.undated == 0


def test_articles_in_other_languages_are_counted_by_language(path: Path) -> None:
    report, _ = take(
        path,
        [
            with_headline(Extraction(article=article(name, extra={"unextracted": code})))
            for name, code in (("A", "de"), ("B", "fr"), ("C", "de"))
        ],
    )
    assert (report.unextracted, report.headlines) == ({"de": 2, "fr": 1}, 0)


def test_articles_that_have_nothing_but_a_headline_are_counted(path: Path) -> None:
    report, _ = take(path, [with_headline(Extraction(article=article("A"))), dated_events("2025-11-07")])
    assert (report.headlines, report.events) == (1, 2)


def test_articles_without_a_date_are_counted_whether_they_are_new_or_known(path: Path) -> None:
    undated = article("Undated", published=None)
    assert take(path, [undated, article("Dated")])[0].undated == 1
    assert take(path, [undated, article("Dated")])[0].undated == 1


def ends(path: str, *items: Parsed, unchanged: int | None = None, mtime: int = 1) -> list[Input]:
    return [*items, FileEnd(FileState(f"/{path}", 100, mtime, 7), unchanged)]


def test_a_file_that_was_read_to_its_end_is_remembered_with_the_number_of_its_articles(path: Path) -> None:
    report, _ = take(path, [*ends("a.txt", *articles("A", "B")), *ends("b.txt", *articles("C"))])
    assert report.files == 2
    with LibraryWriter(path) as writer:
        assert writer.articles_if_unchanged(FileState("/a.txt", 100, 1, 7), RULES) == 2
        assert writer.articles_if_unchanged(FileState("/b.txt", 100, 1, 7), RULES) == 1


@pytest.mark.parametrize(
    "other", [FileState("/a.txt", 101, 1, 7), FileState("/a.txt", 100, 2, 7), FileState("/a.txt", 100, 1, 8)]
)
def test_a_file_that_is_not_as_it_was_must_be_read(path: Path, other: FileState) -> None:
    take(path, ends("a.txt", *articles("A")))
    with LibraryWriter(path) as writer:
        assert writer.articles_if_unchanged(other, RULES) is None


def test_a_file_that_other_rules_have_read_must_be_read(path: Path) -> None:
    take(path, ends("a.txt", *articles("A")))
    with LibraryWriter(path) as writer:
        assert writer.articles_if_unchanged(FileState("/a.txt", 100, 1, 7), "later rules") is None


def test_a_file_with_a_fault_is_read_again_and_the_next_one_is_not(path: Path) -> None:
    take(path, [*ends("a.txt", *articles("A"), Skipped("a.txt", "reason")), *ends("b.txt", *articles("B"))])
    with LibraryWriter(path) as writer:
        assert writer.articles_if_unchanged(FileState("/a.txt", 100, 1, 7), RULES) is None
        assert writer.articles_if_unchanged(FileState("/b.txt", 100, 1, 7), RULES) == 1


def test_the_articles_of_an_unchanged_file_are_counted_as_unchanged(path: Path) -> None:
    report, _ = take(path, [*ends("a.txt", unchanged=3), *ends("b.txt", *articles("B"))])
    assert (report.read, report.unchanged, report.new, report.files) == (4, 3, 1, 2)


def test_a_file_is_ended_after_its_articles_however_late_they_are(path: Path) -> None:
    unread = lines(dump(harbour()), crawled("Second"))
    take(path, [unread, FileEnd(FileState("/file.jsonl", 100, 1, 7))], FakeWorkers())
    with LibraryWriter(path) as writer:
        assert writer.articles_if_unchanged(FileState("/file.jsonl", 100, 1, 7), RULES) == 2


def test_all_that_is_skipped_is_told_of_and_the_report_holds_the_first(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "MOST_REASONS", 2)
    every: list[Parsed] = [Skipped(f"{n}.txt", "reason") for n in range(5)]
    told: list[Skipped] = []
    with LibraryWriter(path) as writer:
        report = take_in(every, writer, FakeWorkers(), lambda _: None, told.append)
    assert told == every
    assert (report.skips, report.skipped) == (5, tuple(every[:2]))


def test_what_is_stored_is_not_held_in_memory(path: Path) -> None:
    workers = FakeWorkers(at_once=True)
    with LibraryWriter(path) as writer:
        intaking = intake._Intake(writer, lambda _: None, lambda _: None, again=False)
        for item, extractor, _ in extract_each(articles(*NAMES), workers, intaking.is_known):
            intaking.take(item, extractor)
        assert len(intaking._on_the_way) == len(NAMES)
        intaking.store()
        assert not intaking._on_the_way


def test_events_that_a_file_tells_itself_need_no_date_of_publication(path: Path) -> None:
    told = dated_events("2025", headline="Told")
    told = replace(told, article=replace(told.article, published=None))
    assert take(path, [told])[0].undated == 0


def test_the_copy_of_an_article_that_can_not_be_extracted_ends_nothing(path: Path) -> None:
    bad = article("Bad", path="one.txt")
    report, _ = take(path, [bad, replace(bad, path="two.txt"), *articles("Good")])
    assert [skipped.place for skipped in report.skipped] == ["one.txt"]
    assert headlines(path) == ["Good"]
