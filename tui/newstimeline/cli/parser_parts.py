"""What the parsers of all commands have in common."""

from __future__ import annotations

import argparse
import os
import sys
from functools import cache
from pathlib import Path
from typing import NoReturn

from newstimeline.clean import one_line


@cache
def _columns() -> int:
    """How wide the screen is, as shutil finds it."""
    try:
        return int(os.environ["COLUMNS"]) or 80
    except (KeyError, ValueError):
        pass
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns if sys.__stdout__ else 80
    except (OSError, ValueError):
        return 80


class _Help(argparse.RawDescriptionHelpFormatter):
    """argparse makes one for every argument, and by itself loads shutil to ask for the screen's width each time."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """As argparse's, on one line whatever it repeats of what was typed."""
        super().error(one_line(message))


def make_parser(
    name: str, description: str, *, examples: tuple[str, ...] = (), epilog: str = ""
) -> argparse.ArgumentParser:
    """A parser with the options that every command takes; its help ends with examples, and what else is to say."""
    shown = "\n".join(("examples:", *(f"  {line}" for line in examples))) if examples else ""
    parser = _Parser(
        prog=f"newstimeline {name}".strip(),
        description=description,
        epilog="\n\n".join(filter(None, (shown, epilog))),
        formatter_class=_Help,
        allow_abbrev=False,
    )
    parser.add_argument(
        "--library",
        metavar="FILE",
        type=Path,
        help="the library to use (default: $NEWSTIMELINE_LIBRARY, else a file in your data folder)",
    )
    parser.add_argument(
        "--verbose", action="store_true", help="tell on standard error which library this is about and what is read"
    )
    parser.add_argument("--debug", action="store_true", help="when something goes wrong, print where in the program")
    return parser
