"""Where the library is, and which one a command means."""

from __future__ import annotations

import argparse
from pathlib import Path


def library_path(options: argparse.Namespace) -> Path:
    """The library that was named, or the user's own."""
    named: Path | None = options.library
    if named:
        return named
    from platformdirs import user_data_path

    return user_data_path("newstimeline") / "library.sqlite"
