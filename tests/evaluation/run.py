"""How good the extraction is: the whole table, on the development corpora and on our own gold.

    python tests/evaluation/run.py CORPORA SCORERS

CORPORA holds `timex/timebank`, `timex/aquaint` (TempEval-3), `quotes/dev` (PolNeAR), `people/dep` (GUM news), `pages`
(see `pages.py`) and `seed`; SCORERS the scripts `times.py`, `quotes.py`, `people.py` and `seed.py`, which run
`newstimeline extract --json` over them. Our own gold is scored by `events.py`. A corpus that is missing is said to be.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

RUNS = (
    ("times.py", "timex/timebank"),
    ("times.py", "timex/aquaint"),
    ("quotes.py", "quotes/dev"),
    ("people.py", "people/dep"),
    ("seed.py", "seed"),
)


def main() -> None:
    """Run every scorer."""
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    corpora, scorers = (Path(word).resolve() for word in sys.argv[1:])
    environment = {**os.environ, "NEWSTIMELINE": str(Path(sys.executable).with_name("newstimeline"))}
    for scorer, corpus in RUNS:
        print(f"== {corpus}", flush=True)
        if not (corpora / corpus).exists():
            print("not there")
            continue
        subprocess.run([sys.executable, scorers / scorer, corpora / corpus], env=environment, check=False)
    print("== pages", flush=True)
    subprocess.run([sys.executable, Path(__file__).with_name("pages.py"), corpora / "pages"], check=False)
    print("== our own gold: events", flush=True)
    subprocess.run([sys.executable, Path(__file__).with_name("events.py")], check=True)


if __name__ == "__main__":
    main()
