"""How good the extraction is: the whole table, on the development corpora and on our own gold, both halves apart.

    python tests/evaluation/run.py CORPORA SCORERS [--only WORD]

CORPORA holds `timex/timebank`, `timex/aquaint` (TempEval-3), `quotes/dev` (PolNeAR), `people/dep` (GUM news), `stories`
with `articles`, `pages` (see `pages.py`) and `seed`; SCORERS the scripts `times.py`, `quotes.py`, `people.py`,
`stories.py` and `seed.py`, which run `newstimeline extract --json` over them. Our own gold is scored by `events.py`. A
corpus that is missing is said to be. Each corpus has an open half, which rules may look at, and a held one, which is
only scored (`halves.py`).
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from evaluation.halves import HALVES, half

SPLIT = (
    ("times.py", "timex/timebank", ()),
    ("times.py", "timex/aquaint", ()),
    ("quotes.py", "quotes/dev", ()),
    ("people.py", "people/dep", ()),
    ("stories.py", "stories", ("articles",)),
)
"""The scorer, its corpus, and other folders of the corpora that it reads beside it."""


def main() -> None:
    """Run every scorer."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("scorers", type=Path)
    parser.add_argument("--only", metavar="WORD", default="", help="the corpora with this in their names")
    options = parser.parse_args()
    corpora, scorers = options.corpora.resolve(), options.scorers.resolve()
    program = Path(sys.executable).with_name("newstimeline")
    environment = {"NEWSTIMELINE": str(program), **os.environ}
    for scorer, name, beside in SPLIT:
        if options.only in name and is_there(corpora / name):
            for which in HALVES:
                with half(corpora / name, which) as (folder, documents):
                    print(f"== {name}, {which} half: {documents} documents", flush=True)
                    others = [str(corpora / other) for other in beside]
                    subprocess.run([sys.executable, scorers / scorer, folder, *others], env=environment, check=False)
    here = Path(__file__).parent
    if options.only in "seed" and is_there(corpora / "seed"):
        print("== seed", flush=True)
        subprocess.run([sys.executable, scorers / "seed.py", corpora / "seed"], env=environment, check=False)
    if options.only in "pages" and is_there(corpora / "pages"):
        print("== pages", flush=True)
        subprocess.run([sys.executable, here / "pages.py", corpora / "pages"], check=False)
    if options.only in "own gold":
        print("== our own gold: events", flush=True)
        subprocess.run([sys.executable, here / "events.py"], check=True)


def is_there(corpus: Path) -> bool:
    """Whether a corpus can be scored; says so where not."""
    if not corpus.exists():
        print(f"== {corpus.name}\nnot there")
    return corpus.exists()


if __name__ == "__main__":
    main()
