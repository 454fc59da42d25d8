"""A library whose schema has gone further than the file's."""

from __future__ import annotations

import pytest

from newstimeline.library import opening, opening_to_write, version
from newstimeline.library.opening_to_write import migrations


def with_steps(monkeypatch: pytest.MonkeyPatch, *more: str) -> None:
    """Let the schema have further steps."""
    steps = [*migrations(), *more]
    monkeypatch.setattr(opening_to_write, "migrations", lambda: steps)
    for module in (opening, version):
        monkeypatch.setattr(module, "latest_version", lambda: len(steps))
