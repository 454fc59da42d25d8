"""Work in other processes: the caller stays responsive, all cores are used, and a crash costs one article."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from newstimeline.children import end_with_parent, interrupts_ignored
from newstimeline.model import Article, Extraction

if TYPE_CHECKING:
    from newstimeline.extraction.pipeline import Extractor

LONGEST_TEXT = 1_000_000
"""Characters of one article; the model's memory grows with them."""
_KINDNESS = 5
"""Steps of `nice`."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """An article's extraction, and what made it."""

    extraction: Extraction
    extractor: str


@dataclass(frozen=True, slots=True)
class Failed:
    """An article that could not be extracted."""

    article: Article
    reason: str


Outcome = Extracted | Failed
Argument = TypeVar("Argument")
Result = TypeVar("Result")

_model: str | None = None
_extractor: Extractor | None = None


def _begin(model: str | None) -> None:
    """Start a worker, which runs at a low priority and ends with its parent."""
    global _model
    _model = model
    if hasattr(os, "nice"):
        os.nice(_KINDNESS)
    end_with_parent()


def _extract(article: Article) -> Outcome:
    """Run in a worker, which loads the language model once. Only small values travel, never spaCy's documents."""
    global _extractor  # one model a process
    if _extractor is None:
        from newstimeline.extraction.pipeline import Extractor

        _extractor = Extractor(_model)
    return Extracted(_extractor.extract(article), _extractor.name)


def cores() -> int:
    """Processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Workers:
    """A pool of extracting processes, each started when there is work for it. Use as a context manager."""

    def __init__(self, processes: int | None = None, model: str | None = None) -> None:
        """Use as many processes as there are cores unless told otherwise, each with the model of this size."""
        self._model = model
        self.processes = processes or cores()
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *_: object) -> None:
        """End the processes now, whatever they are doing."""
        if self._pool:
            for process in multiprocessing.active_children():
                process.terminate()
            # The pool's own thread sees that they have ended; left to itself, it would meet the end of the program.
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def submit(self, article: Article) -> Pending:
        """Extract an article in a worker."""
        length = len(article.text or "")
        if length > LONGEST_TEXT:
            reason = f"its text has {length:,} characters; the limit is {LONGEST_TEXT:,}: split it"
            return Pending(self, article, None, Failed(article, reason))
        return Pending(self, article, self._start(_extract, article))

    def run(self, function: Callable[[Argument], Result], argument: Argument) -> Errand[Result]:
        """Call a module's function, which must not raise, in a worker."""
        return Errand(self._start(function, argument), lambda: function(argument))

    def _start(self, function: Callable[[Argument], Result], argument: Argument) -> Future[Result]:
        if self._pool is None:
            # "spawn": a fork of a process with threads may hang, and would share the parent's open library.
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self.processes, context, initializer=_begin, initargs=(self._model,))
        with interrupts_ignored():
            try:
                return self._pool.submit(function, argument)
            except BrokenProcessPool:  # by an earlier task, which sees to itself
                self._pool = None
                return self._start(function, argument)

    def retry(self, article: Article) -> Outcome:
        """Extract an article alone, after the pool that had it broke."""
        self._pool = None
        try:
            return self._start(_extract, article).result()
        except BrokenProcessPool:
            self._pool = None
            return Failed(article, "the extraction crashed on it")


class Errand(Generic[Result]):
    """A function's call that is under way."""

    def __init__(self, future: Future[Result], local_call: Callable[[], Result]) -> None:
        """`local_call` makes the call in this process, should the other one end."""
        self._future = future
        self._local_call = local_call

    @property
    def is_done(self) -> bool:
        """Whether `result` returns at once."""
        return self._future.done()

    def result(self) -> Result:
        """Wait for the result."""
        try:
            return self._future.result()
        except BrokenProcessPool:
            return self._local_call()


class Pending:
    """An extraction that is under way."""

    def __init__(
        self, workers: Workers, article: Article, future: Future[Outcome] | None, outcome: Outcome | None = None
    ) -> None:
        """Take either a future, or an outcome that is already there."""
        self._workers = workers
        self._article = article
        self._future = future
        self._outcome = outcome

    @property
    def is_done(self) -> bool:
        """Whether `result` returns at once."""
        return self._future is None or self._future.done()

    def result(self) -> Outcome:
        """Wait for the outcome. Errors of the extraction come as `Failed`, since one article must not end the rest."""
        if self._outcome is None:
            assert self._future
            try:
                self._outcome = self._future.result()
            except BrokenProcessPool:
                self._outcome = self._workers.retry(self._article)
            except Exception as error:  # whatever the model raises costs this article only
                self._outcome = Failed(self._article, f"the extraction failed: {type(error).__name__}: {error}")
        return self._outcome
