"""Text snapshots: what a screen says, kept as a file that a person can read."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent.parent / "snapshots"


def check_snapshot(name: str, text: str, *, update: bool) -> None:
    """Compare with the stored text, or store it where the test run was told to with --update-snapshots."""
    stored = FOLDER / f"{name}.txt"
    text = text.rstrip() + "\n"
    if update:
        stored.write_text(text, encoding="utf-8")
        return
    assert stored.exists(), f"no snapshot {stored.name}: look at the screen, then run pytest --update-snapshots"
    assert text == stored.read_text(encoding="utf-8")
