"""The options of commands, as values: each file of a command has a dataclass of its own, with a field for each.

`arguments.py` makes them from what its parser found; a field that the parser lacks, or the other way round, is an error
at once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar


@dataclass(frozen=True, kw_only=True)
class CommonOptions:
    """What every command takes."""

    library: Path | None
    verbose: bool
    debug: bool


Options = TypeVar("Options", bound=CommonOptions)


class Subcommand(NamedTuple, Generic[Options]):
    """The options that a command takes, and what it does with them, which gives the exit code."""

    options: type[Options]
    run: Callable[[Options], int]
