"""From paths to a library: reading, extraction and storing, joined.

Results are stored in the order of the input, a few at a time; what `step` was told of is on the disk.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from time import monotonic

from newstimeline.extraction.workers import Errand, Extracted, Failed, Pending, Workers
from newstimeline.library.preparing import Prepared, prepare
from newstimeline.library.writer import Added, LibraryWriter
from newstimeline.model import Article, Extraction
from newstimeline.reading import Found, Skipped, Unread
from newstimeline.reading.dates import with_given
from newstimeline.when import When

_BATCH = 400
"""Articles in one transaction, when they come fast."""
_LONGEST_DELAY = 0.2
"""Seconds after which a smaller batch is stored too, so that a browser sees it."""
_AHEAD_PER_WORKER = 3
"""Articles, or blocks of lines, that wait for a worker; bounds the memory."""


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
    skipped: tuple[Skipped, ...] = ()


@dataclass(frozen=True, slots=True)
class _Known:
    """An article that the library has already."""

    article: Article


_Read = Prepared | Article | Skipped
_Ready = Prepared | Extraction | Skipped | _Known
_Item = _Ready | Pending | Errand[list[_Read]]


def read_and_prepare(unread: Unread) -> list[_Read]:
    """Read lines, and make what was found in them ready to be stored; run in a worker."""
    return [prepare(item) if isinstance(item, Extraction) else item for item in unread.read()]


def extract_each(
    found: Iterable[Found | Unread],
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

    def begin(item: Found | Unread | Prepared) -> _Item:
        match item:
            case Unread():
                return workers.run(read_and_prepare, item)
            case Article():
                article = with_given(item, published)
                return _Known(article) if is_known(article) else workers.submit(article)
        return item

    for item in found:
        window.append(begin(item))
        while window and (_is_ready(window[0]) or len(window) > most):
            yield from _finish(window, begin)
    while window:
        yield from _finish(window, begin)


def _is_ready(item: _Item) -> bool:
    return not isinstance(item, Pending | Errand) or item.done


def _finish(window: deque[_Item], begin: Callable[[_Read], _Item]) -> Iterator[tuple[_Ready, str | None, bool]]:
    """Take the first of those that wait, and yield it when it is ready."""
    item = window.popleft()
    if isinstance(item, Errand):
        begun = [begin(one) for one in item.result()]
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
    found: Iterable[Found | Unread],
    writer: LibraryWriter,
    workers: Workers,
    step: Callable[[Report], None],
    *,
    again: bool = False,
    published: When | None = None,
) -> Report:
    """Store everything found that the library does not have, and call `step` after each write.

    Articles that do not say when they were published get the date `published`. With `again`, what it has is extracted
    again too, and other findings take the place of those that it had.

    Raises:
        LibraryError: the library can't be written; what `step` was told of is stored all the same.
    """
    report = Report()
    batch: list[Prepared] = []
    known: list[Article] = []
    stored_at = monotonic()
    on_the_way: set[str] = set()

    def is_known(article: Article) -> bool:
        known = article.id in on_the_way or (not again and writer.has(article.id))
        on_the_way.add(article.id)
        return known

    for item, extractor, may_wait in extract_each(found, workers, is_known, published):
        match item:
            case Skipped():
                report = replace(report, skipped=(*report.skipped, item))
            case _Known(article):
                known.append(article)
            case Extraction():
                batch.append(prepare(item, extractor))
            case Prepared():
                batch.append(item)
        if len(batch) + len(known) >= _BATCH or (may_wait and extractor) or monotonic() - stored_at > _LONGEST_DELAY:
            report = _note(known, writer, _store(batch, writer, report, again=again))
            batch.clear()
            known.clear()
            stored_at = monotonic()
            step(report)
    report = _note(known, writer, _store(batch, writer, report, again=again))
    step(report)
    return report


def _store(batch: list[Prepared], writer: LibraryWriter, report: Report, *, again: bool) -> Report:
    if not batch:
        return report
    outcomes = list(zip(batch, writer.store(batch, again=again), strict=True))
    counts = Counter(outcome for _, outcome in outcomes)
    stored = [article for article, outcome in outcomes if outcome in (Added.NEW, Added.REPLACED, Added.CHANGED)]
    different = [
        Skipped(
            article.place,
            "the library has this article with other findings, which were kept; add it with --again to replace them",
        )
        for article, outcome in outcomes
        if outcome is Added.DIFFERENT
    ]
    return replace(
        report,
        read=report.read + len(batch),
        new=report.new + counts[Added.NEW],
        unchanged=report.unchanged + counts[Added.UNCHANGED],
        replaced=report.replaced + counts[Added.REPLACED],
        joined=report.joined + counts[Added.JOINED],
        changed=report.changed + counts[Added.CHANGED],
        events=report.events + sum(len(article.events) for article in stored),
        unextracted=Counter(report.unextracted) + Counter(one.unextracted for one in stored if one.unextracted),
        undated=report.undated + sum(article.article["published"] is None for article in batch),
        skipped=(*report.skipped, *different),
    )


def _note(known: list[Article], writer: LibraryWriter, report: Report) -> Report:
    """Keep where else the articles stand that the library has."""
    if not known:
        return report
    joined = writer.note_places(known)
    return replace(
        report,
        read=report.read + len(known),
        unchanged=report.unchanged + len(known) - joined,
        joined=report.joined + joined,
        undated=report.undated + sum(article.published is None for article in known),
    )
