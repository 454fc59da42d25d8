"""What `--verbose` tells on standard error beside the data: with what something is done, and what is read."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from typing import TypeVar

from newstimeline.cli.console import counted, say

Item = TypeVar("Item")


def tell(options: argparse.Namespace, message: str) -> None:
    """Say something to whoever wants to know more."""
    if options.verbose:
        say(message)


def telling(found: Iterable[Item], options: argparse.Namespace) -> Iterator[Item]:
    """The same input, with what it is said as it comes."""
    from newstimeline.model import Article, Extraction, FileState, PageState
    from newstimeline.reading.outcome import FileEnd

    for one in found:
        match one:
            case Extraction(article=article) | (Article() as article):
                tell(options, f"read “{article.title}” from {article.path or article.url or 'standard input'}")
            case FileEnd(FileState(path=place) | PageState(url=place), int(articles)):
                tell(options, f"passed over {place}, which has not changed and holds {counted(articles, 'article')}")
        yield one
