"""Where the sample story is: beside the package in a wheel, in `data/` in a checkout."""

from __future__ import annotations

from pathlib import Path

_NAME = "sample.jsonl"


def sample_path() -> Path:
    """The parsed-events file that a first start opens."""
    package = Path(__file__).parent
    installed = package / "data" / _NAME
    return installed if installed.exists() else package.parent.parent / "data" / _NAME
