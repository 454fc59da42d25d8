"""A reading that is killed leaves whole articles in the library and no process."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from newstimeline.library.library import Library
from newstimeline.model import Article

_PATIENCE = 60


def children_of(process: int) -> list[int]:
    found = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="utf-8")
    return [int(child) for child in found.split()]


def is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_the_workers_of_a_killed_add_end_and_what_was_reported_is_stored(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for n in range(60):
        text = f"date 2024-05-{n % 28 + 1:02} Ship {n} arrives\n\nThe ship number {n} arrived on Monday, Ada Lind said."
        (folder / f"{n:02}.txt").write_text(text, encoding="utf-8")
    library = tmp_path / "library.sqlite"
    adding = subprocess.Popen(
        [sys.executable, "-m", "newstimeline", "--library", str(library), "add", "--json", str(folder)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert adding.stdout
    reported = 0
    while not reported:
        reported = int(adding.stdout.readline().partition('"new": ')[2].partition(",")[0])
    workers = children_of(adding.pid)
    os.kill(adding.pid, signal.SIGKILL)
    adding.stdout.close()
    adding.wait()
    deadline = time.monotonic() + _PATIENCE
    while any(is_running(worker) for worker in workers):
        assert time.monotonic() < deadline, "workers go on without their parent"
        os.sched_yield()
    with Library(library) as stored:
        assert len(stored.article_numbers()) >= reported
        assert stored.integrity() == []
        assert all(isinstance(stored.extraction(n).article, Article) for n in stored.article_numbers())
