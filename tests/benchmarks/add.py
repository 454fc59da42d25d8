"""Words a second of `newstimeline add`, start-up included, over a folder of articles.

python tests/benchmarks/add.py FOLDER
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from newstimeline.fetching import Fetcher, read_whole
from newstimeline.model import Article


def main(folder: str) -> None:
    found = [item for item in read_whole([folder], sys.stdin.buffer, Fetcher()) if isinstance(item, Article)]
    words = sum(len((article.text or "").split()) for article in found)
    with tempfile.TemporaryDirectory() as home:
        library = str(Path(home, "library.sqlite"))
        for attempt in ("new", "unchanged"):
            started = time.monotonic()
            subprocess.run([sys.executable, "-m", "newstimeline", "--library", library, "add", folder], check=False)
            seconds = time.monotonic() - started
            rate = f"{words} words in {seconds:.1f} s: {words / seconds:.0f} words/s"
            print(f"{attempt:<10} {len(found)} articles, {rate}")


if __name__ == "__main__":
    main(sys.argv[1])
