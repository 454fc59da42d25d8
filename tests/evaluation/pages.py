"""How much of the articles' bodies is read from saved pages.

    python tests/evaluation/pages.py PAGES

PAGES holds `ground-truth.json` and `html/KEY.html.gz` (scrapinghub/article-extraction-benchmark, MIT). The measure is
that benchmark's own (evaluate.py): runs of four words that both have, of each page an equal weight. Prints precision,
recall and F1, and on how many pages a headline, a date and an outlet were found.
"""

from __future__ import annotations

import gzip
import io
import json
import re
import sys
from collections import Counter
from pathlib import Path

from newstimeline.model import Article
from newstimeline.reading.format_detection import read_stream

_RUN = 4
_WORD = re.compile(r"\w+")


def runs(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words, with their counts; all words together where there are fewer."""
    words = _WORD.findall(text)
    return Counter(tuple(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1)))


def shares(true: str, found: str) -> tuple[float, float, float]:
    """What both have, what only the found text has, and what it lacks, as shares of all runs."""
    one, other = runs(true), runs(found)
    both, surplus, lacking = (one & other).total(), (other - one).total(), (one - other).total()
    whole = both + surplus + lacking
    return both / whole, surplus / whole, lacking / whole


def main() -> None:
    """Score all pages."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    both = surplus = lacking = 0.0
    having: Counter[str] = Counter()
    for key, page in truth.items():
        body = ""
        data = gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes())
        *_, article = sorted(read_stream(io.BytesIO(data), key), key=lambda one: isinstance(one, Article))
        if not isinstance(article, Article):
            print(f"{key}: {article}")
        else:
            body = (article.text or "").removeprefix(article.title)
            having.update(name for name in ("title", "published", "source") if getattr(article, name))
        added = shares(page["articleBody"], body)
        both, surplus, lacking = both + added[0], surplus + added[1], lacking + added[2]
    precision, recall = both / (both + surplus), both / (both + lacking)
    f1 = 2 * precision * recall / (precision + recall)
    print(f"{len(truth)} pages: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")
    print(f"with headline {having['title']}, date {having['published']}, outlet {having['source']}")


if __name__ == "__main__":
    main()
