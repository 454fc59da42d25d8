"""Splitting a corpus into the half that rules may look at and the half that is only scored."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

OPEN, HELD = HALVES = ("open", "held")
"""Whoever writes rules reads the first only."""
_READ_BEFORE = frozenset(
    (
        "Benghazi_US_consulate_attack",
        "First_Falcon_Heavy_launch",
        "berlin_sets_up_new_years_eve_safe_zone_for_women_amid_sexual_assault_concerns",
        "chinas_tiangong_1_space_station_is_out_of_control_and_will_soon_fall_to_earth",
        "harambe",
    )
)
"""Stories whose faults were told to us before there were halves; the other five were never looked at."""
_STORIES = "stories"


def half_of(corpus: Path, name: str) -> str:
    """The half to which a document belongs: by its name, so that it never changes sides."""
    if corpus.name == _STORIES:
        return OPEN if name in _READ_BEFORE else HELD
    return HALVES[hashlib.sha256(name.encode()).digest()[0] % 2]


def document_of(path: Path) -> str:
    """The name of the document that a file is of: brat's annotations end with who made them."""
    return path.stem.rsplit("_", 1)[0] if path.suffix == ".ann" else path.stem


@contextmanager
def half(corpus: Path, which: str) -> Iterator[tuple[Path, int]]:
    """A folder with one half of a corpus, of the same layout, and the number of its documents."""
    with TemporaryDirectory() as folder:
        names = set()
        for path in sorted(corpus.rglob("*")):
            if path.is_dir():
                Path(folder, path.relative_to(corpus)).mkdir(parents=True, exist_ok=True)
            elif path.stem != "README" and half_of(corpus, document_of(path)) == which:
                target = Path(folder, path.relative_to(corpus))
                target.parent.mkdir(parents=True, exist_ok=True)
                target.symlink_to(path)
                names.add(document_of(path))
        yield Path(folder), len(names)
