"""From paths to a library: reading, extraction and storing, joined.

Results are stored in the order of the input, a few at a time; what `step` was told of is on the disk.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from time import monotonic

from newstimeline import __version__
from newstimeline.extraction.models import RULES_VERSION
from newstimeline.extraction.workers import Errand, Extracted, Failed, Pending, Workers
from newstimeline.library.article_store import Added
from newstimeline.library.prepared_article import Prepared, prepare
from newstimeline.library.writer import LibraryWriter
from newstimeline.model import Article, Extraction, SourceState
from newstimeline.reading import FileEnd, Parsed, Skipped, Unread
from newstimeline.reading.publication_date_forms import with_given
from newstimeline.when import When

RULES = f"newstimeline {__version__}, rules {RULES_VERSION}"
"""What reads and extracts now; a file that others have read is read again."""
_BATCH = 400
"""Articles in one transaction, when they come fast."""
_LONGEST_DELAY = 0.2
"""Seconds after which a smaller batch is stored too, so that a browser sees it."""
_AHEAD_PER_WORKER = 3
"""Articles, or blocks of lines, that wait for a worker; bounds the memory."""
MOST_REASONS = 1_000
"""Of what was skipped, that a report holds; bounds the memory. All of it is told of as it comes."""


@dataclass(frozen=True, slots=True)
class Report:
    """What became of the input so far."""

    read: int = 0
    """Articles that were readable."""
    new: int = 0
    unchanged: int = 0
    replaced: int = 0
    """Articles whose earlier findings gave way to new ones."""
    joined: int = 0
    """Articles that the library has from another place; it is kept once, with both."""
    changed: int = 0
    """Articles that the library had as they were before."""
    events: int = 0
    """Events of the new, the replaced and the changed articles."""
    undated: int = 0
    """Articles that do not say when they were published."""
    unextracted: Mapping[str, int] = field(default_factory=dict)
    """How many of the new and the replaced articles are in each language that the model can't read, by its code."""
    headlines: int = 0
    """How many of them stand on the timeline by their headline alone, since no event was found in them."""
    files: int = 0
    """Files that were read to their end, or passed over since they have not changed."""
    skips: int = 0
    """How much was skipped."""
    skipped: tuple[Skipped, ...] = ()
    """The first of it; see `MOST_REASONS`."""


def together(first: Report, second: Report) -> Report:
    """The report of two intakes."""
    numbers = {
        name: getattr(first, name) + getattr(second, name)
        for name in Report.__dataclass_fields__
        if name not in ("unextracted", "skipped")
    }
    languages = Counter(first.unextracted) + Counter(second.unextracted)
    return Report(**numbers, unextracted=languages, skipped=(*first.skipped, *second.skipped)[:MOST_REASONS])


@dataclass(frozen=True, slots=True)
class _Known:
    """An article that the library has already."""

    article: Article


_Read = Prepared | Article | Skipped
_Ready = Prepared | Extraction | Skipped | FileEnd | _Known
Input = Parsed | Unread | FileEnd
_Item = _Ready | Pending | Errand[list[_Read]]


def read_and_prepare(unread: Unread) -> list[_Read]:
    """Read lines, and make what was found in them ready to be stored; run in a worker."""
    return [prepare(item) if isinstance(item, Extraction) else item for item in unread.read()]


def extract_each(
    inputs: Iterable[Input],
    workers: Workers,
    is_known: Callable[[Article], bool] = lambda _: False,
    published: When | None = None,
) -> Iterator[tuple[_Ready, str | None, bool]]:
    """Yield each input as extraction (with its extractor) or as skipped, in the order of the input.

    What came unread is yielded ready to be stored. The last value says whether the next result may have to be waited
    for. Articles that do not say when they were published get the date `published`.
    """
    window: deque[_Item] = deque()
    most = _AHEAD_PER_WORKER * workers.processes

    def begin(item: Input | Prepared) -> _Item:
        match item:
            case Unread():
                return workers.run(read_and_prepare, item)
            case Article():
                article = with_given(item, published)
                return _Known(article) if is_known(article) else workers.submit(article)
        return item

    for item in inputs:
        window.append(begin(item))
        while window and (_is_ready(window[0]) or len(window) > most):
            yield from _finish(window, begin)
    while window:
        yield from _finish(window, begin)


def _is_ready(item: _Item) -> bool:
    return not isinstance(item, Pending | Errand) or item.is_done


def _finish(window: deque[_Item], begin: Callable[[_Read], _Item]) -> Iterator[tuple[_Ready, str | None, bool]]:
    """Take the first of those that wait, and yield it when it is ready."""
    item = window.popleft()
    if isinstance(item, Errand):
        begun = [begin(result) for result in item.result()]
        window.extendleft(reversed(begun))
        return
    ready, extractor = _outcome(item) if isinstance(item, Pending) else (item, None)
    yield ready, extractor, not (window and _is_ready(window[0]))


def _outcome(pending: Pending) -> tuple[_Ready, str | None]:
    match pending.result():
        case Extracted(extraction, extractor):
            return extraction, extractor
        case Failed(article, reason):
            return Skipped(article.path or article.title, reason), None


def take_in(
    inputs: Iterable[Input],
    writer: LibraryWriter,
    workers: Workers,
    step: Callable[[Report], None],
    skip: Callable[[Skipped], None] = lambda _: None,
    *,
    again: bool = False,
    published: When | None = None,
) -> Report:
    """Store everything found that the library does not have, and call `step` after each write.

    `skip` is told of each thing that is skipped. Articles that do not say when they were published get the date
    `published`. With `again`, what the library has is extracted again too, and other findings take the place of those
    that it had.

    Raises:
        LibraryError: the library can't be written; what `step` was told of is stored all the same.
    """
    intake = _Intake(writer, step, skip, again=again)
    for item, extractor, may_wait in extract_each(inputs, workers, intake.is_known, published):
        intake.take(item, extractor)
        intake.store_if_due(now=may_wait and extractor is not None)
    intake.store()
    return intake.report


class _Intake:
    """What has been taken in, and what of it waits to be stored."""

    def __init__(
        self, writer: LibraryWriter, step: Callable[[Report], None], skip: Callable[[Skipped], None], *, again: bool
    ) -> None:
        self._writer = writer
        self._step = step
        self._skip = skip
        self._again = again
        self._stored_at = monotonic()
        self._on_the_way: set[str] = set()
        """The articles that are not stored yet; with `again`, all that have come, so that none is extracted twice."""
        self._batch: list[Prepared] = []
        self._known: list[Article] = []
        self._sources: list[tuple[SourceState, int]] = []
        self._articles = 0
        """Of the file that is being read."""
        self._has_fault = False
        """Whether something of that file was skipped."""
        self.report = Report()

    def is_known(self, article: Article) -> bool:
        """Whether an article need not be extracted."""
        known = article.id in self._on_the_way or (not self._again and self._writer.has(article.id))
        self._on_the_way.add(article.id)
        return known

    def take(self, item: _Ready, extractor: str | None) -> None:
        """Take what has come."""
        match item:
            case Skipped():
                self._has_fault = True
                self._note_skipped(item)
            case FileEnd():
                self._end_file(item)
            case _Known(article):
                self._articles += 1
                self._known.append(article)
            case Extraction():
                self._articles += 1
                self._batch.append(prepare(item, extractor))
            case Prepared():
                self._articles += 1
                self._batch.append(item)

    def _note_skipped(self, skipped: Skipped) -> None:
        report = self.report
        some = (*report.skipped, skipped) if report.skips < MOST_REASONS else report.skipped
        self.report = replace(report, skips=report.skips + 1, skipped=some)
        self._skip(skipped)

    def _end_file(self, end: FileEnd) -> None:
        """A file whose faults were told of is read again next time, and they are told of again."""
        report = self.report
        if end.unchanged is not None:
            read, unchanged = report.read + end.unchanged, report.unchanged + end.unchanged
            self.report = replace(report, files=report.files + 1, read=read, unchanged=unchanged)
            return
        if end.state and not self._has_fault:
            self._sources.append((end.state, self._articles))
        self._articles, self._has_fault = 0, False
        self.report = replace(report, files=report.files + 1)

    def store_if_due(self, *, now: bool) -> None:
        """Store what waits, if it is much or has waited for long."""
        waiting = len(self._batch) + len(self._known) + len(self._sources)
        if now or waiting >= _BATCH or monotonic() - self._stored_at > _LONGEST_DELAY:
            self.store()

    def store(self) -> None:
        """Store what waits, and tell of it."""
        self._store_batch()
        self._note_places()
        self._writer.remember(self._sources, RULES)
        if not self._again:
            self._on_the_way.difference_update(prepared.key for prepared in self._batch)
            self._on_the_way.difference_update(article.id for article in self._known)
        for waiting in (self._batch, self._known, self._sources):
            waiting.clear()
        self._stored_at = monotonic()
        self._step(self.report)

    def _store_batch(self) -> None:
        if not self._batch:
            return
        outcomes = list(zip(self._batch, self._writer.store(self._batch, again=self._again), strict=True))
        counts = Counter(outcome for _, outcome in outcomes)
        stored = [prepared for prepared, outcome in outcomes if outcome in (Added.NEW, Added.REPLACED, Added.CHANGED)]
        report = self.report
        self.report = replace(
            report,
            read=report.read + len(self._batch),
            new=report.new + counts[Added.NEW],
            unchanged=report.unchanged + counts[Added.UNCHANGED],
            replaced=report.replaced + counts[Added.REPLACED],
            joined=report.joined + counts[Added.JOINED],
            changed=report.changed + counts[Added.CHANGED],
            events=report.events + sum(len(prepared.events) for prepared in stored),
            unextracted=Counter(report.unextracted)
            + Counter(prepared.unextracted for prepared in stored if prepared.unextracted),
            headlines=report.headlines + sum(prepared.is_headline_only for prepared in stored),
            undated=report.undated
            + sum(
                prepared.article["published"] is None and prepared.article["extractor"] is not None
                for prepared in self._batch
            ),
        )
        for prepared, outcome in outcomes:
            if outcome is Added.DIFFERENT:
                self._note_skipped(Skipped(prepared.place, _DIFFERENT))

    def _note_places(self) -> None:
        """Keep where else the articles stand that the library has."""
        report, known = self.report, self._known
        joined = self._writer.note_places(known)
        self.report = replace(
            report,
            read=report.read + len(known),
            unchanged=report.unchanged + len(known) - joined,
            joined=report.joined + joined,
            undated=report.undated + sum(article.published is None for article in known),
        )


_DIFFERENT = "the library has this article with other findings, which were kept; add it with --again to replace them"
