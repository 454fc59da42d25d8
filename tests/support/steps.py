"""A library whose schema has gone further than the file's."""

from __future__ import annotations

import pytest

from newstimeline.library import opened_library, version, writable_library
from newstimeline.library.writable_library import migrations


def with_steps(monkeypatch: pytest.MonkeyPatch, *more: str) -> None:
    """Let the schema have further steps."""
    steps = [*migrations(), *more]
    monkeypatch.setattr(writable_library, "migrations", lambda: steps)
    for module in (opened_library, version):
        monkeypatch.setattr(module, "latest_version", lambda: len(steps))
