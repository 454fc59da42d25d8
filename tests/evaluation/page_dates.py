"""How many pages are given the day on which they were published, by the commands that a user has.

    python tests/evaluation/page_dates.py HTMLDATE [--show]
    python tests/evaluation/page_dates.py PAGES --addresses

HTMLDATE is a checkout of https://github.com/adbar/htmldate (Apache-2.0), whose `tests/eval_*.json` name 1,000 pages
with their days. Half of them, told by a hash of the address, may be looked at when rules are made (`--show` lists
what is wrong with those only); the others are only counted. PAGES is the corpus of `pages.py`, of which the pages
are counted that have a day in their address, with it and without it.
"""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path

_FOLDERS = ("test_set", "cache", "eval")
_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([/-]?)(0?[1-9]|1[0-2])\2([0-3]?\d)(?!\d)")
_NEWSPAPERS = "eval_mediacloud_2020.json"


@dataclass(frozen=True, slots=True)
class Page:
    """A page and what is right of it."""

    address: str
    data: bytes
    day: str | None
    group: str

    @property
    def half(self) -> str:
        """Whether it may be looked at."""
        return "held out" if int(sha1(self.address.encode()).hexdigest(), 16) % 2 else "looked at"


def of_htmldate(folder: Path) -> Iterator[Page]:
    """The pages of htmldate's own evaluation."""
    for path in sorted(folder.glob("tests/eval_*.json")):
        group = "newspapers" if path.name == _NEWSPAPERS else "others"
        for address, page in json.loads(path.read_text(encoding="utf-8")).items():
            files = (folder / "tests" / inner / page["file"] for inner in _FOLDERS)
            yield Page(address, next(file for file in files if file.is_file()).read_bytes(), page["date"], group)


def with_days_in_addresses(folder: Path) -> Iterator[Page]:
    """Pages whose address names their day: as they are, and without those days."""
    for key, page in json.loads((folder / "ground-truth.json").read_text(encoding="utf-8")).items():
        if found := _DAY.search(page["url"]):
            data = gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes())
            day = "-".join(part.zfill(2) for part in found.group(1, 3, 4))
            yield Page(page["url"], data, day, "with addresses")
            yield Page(f"{page['url']}#", without_days(data), day, "without addresses")


def without_days(data: bytes) -> bytes:
    """A page whose addresses name no day."""
    return re.sub(rb"https?:[^\s\"'<>]*", lambda found: _in_bytes(found[0]), data)


def _in_bytes(address: bytes) -> bytes:
    return _DAY.sub("day", address.decode("latin-1")).encode("latin-1")


def days(pages: list[Page]) -> tuple[Mapping[int, str], float]:
    """The days that `newstimeline articles` tells after `newstimeline add`, by the pages' numbers, and the seconds."""
    with tempfile.TemporaryDirectory() as name:
        folder, library = Path(name, "pages"), Path(name, "library.newstimeline")
        folder.mkdir()
        for number, page in enumerate(pages):
            Path(folder, f"{number:04}.html").write_bytes(page.data)
        command = [sys.executable, "-m", "newstimeline"]
        begin = time.perf_counter()
        subprocess.run([*command, "add", "--library", str(library), str(folder)], capture_output=True, check=False)
        seconds = time.perf_counter() - begin
        told = subprocess.run(
            [*command, "articles", "--library", str(library), "--json"], capture_output=True, text=True, check=True
        )
    rows = map(json.loads, told.stdout.splitlines())
    found = {int(Path(row["path"]).stem): row["published"][:10] for row in rows if row["path"] and row["published"]}
    return found, seconds


def main() -> None:
    """Score all pages."""
    arguments = [one for one in sys.argv[1:] if not one.startswith("--")]
    if len(arguments) != 1:
        sys.exit(__doc__)
    read = with_days_in_addresses if "--addresses" in sys.argv else of_htmldate
    pages = list(read(Path(arguments[0])))
    scores: dict[str, Counter[str]] = {}
    seconds = 0.0
    found: dict[Page, str] = {}
    for group in sorted({page.group for page in pages}):  # apart, since the library keeps the same text once
        some = [page for page in pages if page.group == group]
        told, taken = days(some)
        seconds += taken
        found.update((some[number], day) for number, day in told.items())
    for page in pages:
        day = found.get(page)
        score = "right" if day == page.day else "wrong" if day else "undated"
        for group in ("all", page.half, page.group):
            scores.setdefault(group, Counter())[score] += 1
        if "--show" in sys.argv and page.half == "looked at" and score != "right":
            print(f"{score}: {page.address}: {day}, not {page.day}")
    for name, counts in sorted(scores.items()):
        print(f"{name}: {counts['right']} right, {counts['undated']} undated, {counts['wrong']} wrong")
    print(f"{len(pages):,} pages in {seconds:.0f} seconds")


if __name__ == "__main__":
    main()
