"""Where the library is, and which one a command means."""

from __future__ import annotations

import argparse
import os
from pathlib import Path


def library_path(options: argparse.Namespace) -> Path:
    """The library that was named, or the user's own."""
    named = options.library or os.environ.get("NEWSTIMELINE_LIBRARY")
    if named:
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("newstimeline") / "library.sqlite"
