"""What the parsers of all commands have in common."""

from __future__ import annotations

import argparse
from pathlib import Path


def make_parser(
    name: str, description: str, *, examples: tuple[str, ...] = (), epilog: str = ""
) -> argparse.ArgumentParser:
    """A parser with the options that every command takes; its help ends with examples, and what else is to say."""
    shown = "\n".join(("examples:", *(f"  {line}" for line in examples))) if examples else ""
    parser = argparse.ArgumentParser(
        prog=f"newstimeline {name}".strip(),
        description=description,
        epilog="\n\n".join(filter(None, (shown, epilog))),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "--library",
        metavar="FILE",
        type=Path,
        help="the library to use (default: $NEWSTIMELINE_LIBRARY, else a file in your data folder)",
    )
    parser.add_argument("--debug", action="store_true", help="when something goes wrong, print where in the program")
    return parser
