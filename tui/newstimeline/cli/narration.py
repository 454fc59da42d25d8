"""What is told on standard error beside the data: why something takes long, and with `--verbose` what is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from newstimeline.cli.console import counted, say
from newstimeline.cli.options import CommonOptions
from newstimeline.library.version import is_outdated

Item = TypeVar("Item")


def tell(options: CommonOptions, message: str) -> None:
    """Say something to whoever wants to know more."""
    if options.verbose:
        say(message)


def bring_up_to_date(path: Path) -> None:
    """Open an older library, saying why nothing else happens for a while."""
    if is_outdated(path):
        say("the library is brought up to date with this newstimeline first, which takes minutes if it is large")
        from newstimeline.library.event_queries import EventQueries

        EventQueries(path).close()


def telling(items: Iterable[Item], options: CommonOptions) -> Iterator[Item]:
    """The same input, with what it is said as it comes."""
    from newstimeline.model import Article, Extraction, FileState, PageState
    from newstimeline.reading.outcome import FileEnd

    for item in items:
        match item:
            case Extraction(article=article) | (Article() as article):
                tell(options, f"read “{article.title}” from {article.path or article.url or 'standard input'}")
            case FileEnd(FileState(path=place) | PageState(url=place), int(articles)):
                tell(options, f"passed over {place}, which has not changed and holds {counted(articles, 'article')}")
        yield item
