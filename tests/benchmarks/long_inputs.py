"""Whether the time that inputs take grows with their length only, and not with its square.

    python tests/benchmarks/long_inputs.py                     every input at two sizes; says which are not linear
    python tests/benchmarks/long_inputs.py NAME... [--size N]  some of them, and how large the first one is
    python tests/benchmarks/long_inputs.py NAME --profile      where the time of one goes

Each input is something that an article, a feed, a table or a library may have much of. An article has at most a
million characters (see `extraction.workers`); a longer one is refused with a reason, so that ten megabytes are ten
articles or a refusal.
Seconds are those of the processor, so that other work on the machine changes them little. The language model's own
time stands beside ours.
"""

from __future__ import annotations

import argparse
import cProfile
import os
import pstats
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from newstimeline.article_identity import article_id
from newstimeline.extraction.pipeline import Extractor
from newstimeline.fetching import Fetcher, read_whole
from newstimeline.library.library import Library
from newstimeline.library.writer import LibraryWriter
from newstimeline.model import Article, Event, Extraction, Person
from newstimeline.when import parse

LINEAR = 2.6
"""At most so much longer may twice the input take; the rest is noise."""
NOTICED = 0.5
"""Seconds below which a ratio says nothing."""
LIMIT = 120
"""Seconds for both sizes together."""
SIZE = 100_000
"""Characters of the smaller article; files and libraries have their multiples of it."""

Input = Callable[[int], str]


def repeated(unit: str, between: str = " ") -> Input:
    """One piece again and again, with its number where it has a place for that."""

    def numbered(number: int) -> str:
        return unit.replace("@", letters(number)).replace("%", initials(number)).replace("#", str(number))

    def make(size: int) -> str:
        return between.join(map(numbered, range(max(size // (len(unit) + len(between)), 1))))

    return make


def letters(number: int) -> str:
    """A made-up name of its own for each number."""
    syllables = "ba de fi go lu ma ne pi ro su ta ve wi xo ya zu".split()
    name = ""
    while True:
        number, rest = divmod(number, len(syllables))
        name += syllables[rest]
        if not number:
            return name.capitalize()


def initials(number: int) -> str:
    """Three initials, others for each of the first seventeen thousand numbers."""
    return "".join(f"{chr(65 + number // 26**power % 26)}." for power in range(3))


ARTICLES: dict[str, Input] = {
    "one name": repeated("John Smith met Mary Jones in Paris on Tuesday."),
    "one name in one paragraph": repeated("John Smith spoke.", " "),
    "names of one surname": repeated("@ Smith met the mayor."),
    "names of one first name": repeated("John @son met the mayor."),
    "bare surnames": repeated("Minister Smith left.", "\n\n"),
    "one name only": repeated("John Smith"),
    "quotes of one speaker": repeated("“We will not give up,” John Smith said on Monday.", "\n\n"),
    "quotes in one paragraph": repeated("“We will not give up,” John Smith said on Monday."),
    "he said": repeated("He said that the talks had failed."),
    "he said, only": repeated("he said"),
    "the president": repeated("President John Smith left. The president said that he had won. His wife smiled."),
    "one sentence": repeated("The government approved the plan on Friday after the talks in Geneva."),
    "dates": repeated("2025-11-07"),
    "dates in words": repeated("On 7 November 2025, last Friday, at 5 pm, the bridge opened."),
    "opening quotation marks": repeated("“ He left the town"),
    "straight quotation marks": repeated('" He left the town'),
    "apostrophes": repeated("' He left the town"),
    "nothing but quotation marks": repeated('"', ""),
    "closing quotation marks": repeated("He left the town ”"),
    "one word": repeated("a", ""),
    "one word of capitals": repeated("Ab", ""),
    "digits": repeated("1", ""),
    "hyphens": repeated("a-", ""),
    "commas": repeated("a,"),
    "brackets": repeated("(", ""),
    "empty paragraphs": repeated("\n \n", ""),
    "short paragraphs": repeated("The bridge opened.", "\n\n"),
    "one sentence without an end": repeated("and the minister who met the mayor said", " "),
    "capitals": repeated("Alpha Beta Gamma Delta", " "),
    "initials": repeated("J. K.", " "),
    "hyphened names": repeated("Jean-", ""),
    "titles": repeated("Mr. President", " "),
    "particles": repeated("van der", " "),
    "a transcript": repeated("John Smith: The bridge will hold for many years.", "\n\n"),
    "quotes within reports": repeated("Smith said that the “old bridge” had been closed by order.", "\n\n"),
    "initials of one surname": repeated("% Smith left."),
    "bare names of one surname": repeated("@ Smith met Smith."),
    "bare names of one first name": repeated("John @son met John."),
    "bare names of many surnames": repeated("@ @son met @sen."),
    "presidents": repeated("President @ Smith left. The president smiled."),
    "two presidents": lambda size: (
        "President John Smith met President Mary Jones. " + repeated("The president left.")(size)
    ),
    "presidents of many countries": repeated("@ian President John @son left. The @ian president smiled."),
    "pairs": repeated("John Smith and Mary Jones met. The ministers left."),
    "short forms of names": repeated("Ana @ left. Ana @ Smith left."),
    "places": repeated("Troops left Paris, Texas, for Berlin, Germany.", " "),
}


def text_of(make: Input, size: int) -> str:
    """English enough to be read, with one of the inputs after it."""
    opening = "The mayor opened the new harbour on Friday. She said that the work had taken three years.\n\n"
    return opening * 3 + make(size)


FILES: dict[str, tuple[str, str, str, str]] = {
    # the name of the file, how it begins, what is repeated, how it ends
    "a text of one line": ("a.txt", "Harbour opens\n\n", "The mayor opened the harbour on Friday. ", ""),
    "a text of empty lines": ("a.txt", "Harbour opens\n\n", "\n", "The end.\n"),
    "a page of paragraphs": (
        "a.html",
        "<html><body><h1>Harbour</h1>",
        "<p>The mayor opened it on Friday.</p>",
        "</body>",
    ),
    "a page of nested elements": ("a.html", "<html><body><h1>Harbour</h1>", "<div>", "The mayor opened it.</body>"),
    "a page of unclosed comments": ("a.html", "<html><body><h1>Harbour</h1>", "<!-- ", "<p>The mayor opened it.</p>"),
    "a page of angle brackets": ("a.html", "<html><body><h1>Harbour</h1><p>", "<", "</body>"),
    "a feed of equal entries": (
        "a.xml",
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title>',
        "<item><title>Harbour opens</title><pubDate>Fri, 07 Nov 2025 10:00:00 GMT</pubDate>"
        "<description>The mayor opened it.</description></item>",
        "</channel></rss>",
    ),
    "a table of equal rows": ("a.csv", "date,title\n", "2025-11-07,Harbour opens\n", ""),
    "a table of quotation marks": ("a.csv", "date,title\n2025-11-07,", '"', "\n"),
    "a line of JSON": ("a.json", '{"title": "Harbour", "text": "', "The mayor opened it on Friday. ", '"}'),
    "nested JSON": ("a.json", "[" * 1, "[", ""),
    "a calendar of equal events": (
        "a.ics",
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n",
        "BEGIN:VEVENT\r\nDTSTART:20251107\r\nSUMMARY:Harbour opens\r\nEND:VEVENT\r\n",
        "END:VCALENDAR\r\n",
    ),
    "a chronicle of equal days": ("a.md", "# Chronicle\n\n", "## 7 November 2025\n\nThe mayor opened it.\n\n", ""),
    "Markdown of quotations": ("a.md", "# Harbour\n\n", "> ", "The mayor opened it.\n"),
    "Markdown of brackets": ("a.md", "# Harbour\n\n", "[", "The mayor opened it.\n"),
    "Markdown of asterisks": ("a.md", "# Harbour\n\n", "*a ", "The mayor opened it.\n"),
    "a mail of header lines": ("a.eml", "From: a@post.example\nSubject: Harbour\n", "X-Line: a\n", "\nIt opened.\n"),
    "a mail of quoted lines": ("a.eml", "From: a@post.example\nSubject: Harbour\n\n", "> It opened.\n", ""),
}
"""Read, not extracted, at a hundred times the size."""


def same_title(number: int) -> Extraction:
    return _article("Harbour opens", f"The mayor opened the harbour number {number} on Friday with {letters(number)}.")


def same_surname(number: int) -> Extraction:
    return _article(f"Report {number}", f"Report {number} of {letters(number)}.", person=f"{letters(number)} Smith")


def same_person(number: int) -> Extraction:
    return _article(f"Report {number}", f"Report {number} of {letters(number)}.", person="John Smith")


def same_words(number: int) -> Extraction:
    return _article(
        f"Report {number}", f"{'The mayor opened the new harbour on Friday after a long delay. ' * 20}{number}"
    )


def is_same_address(number: int) -> Extraction:
    told = _article("Harbour opens", f"The mayor opened the harbour number {number} on Friday.")
    return Extraction(article=replace(told.article, url="https://post.example/harbour"), events=told.events)


def _article(title: str, text: str, person: str | None = None) -> Extraction:
    people = (Person(id="p1", name=person, roles=("mayor",)),) if person else ()
    when = parse("2025-11-07")
    return Extraction(
        article=Article(id=article_id(title, when, text), title=title, published=when, source="Post", text=text),
        people=people,
        events=(Event(id="e1", title="Harbour opens", when=when, people=tuple(one.id for one in people)),),
    )


LIBRARIES: dict[str, Callable[[int], Extraction]] = {
    "articles of one title": same_title,
    "people of one surname": same_surname,
    "articles about one person": same_person,
    "articles of the same words": same_words,
    "versions of one article": is_same_address,
}
"""Added one by one to a library, and once more."""
_ARTICLE_SIZE = 50
"""So many characters of `SIZE` are an article of a library."""
_FILE_FACTOR = 20
_BATCH = 100


def cpu_seconds() -> float:
    """The processor's time that this process and its ended children have taken."""
    children = os.times()
    return time.process_time() + children.children_user + children.children_system


class Bench:
    """What prepares an input of a size and gives what is to be timed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._extractor: Extractor | None = None
        self.model_seconds = 0.0

    def prepared(self, name: str, size: int) -> Callable[[], object]:
        if name in ARTICLES:
            return self._extraction(name, size)
        return self._reading(name, size * _FILE_FACTOR) if name in FILES else self._adding(name, size // _ARTICLE_SIZE)

    def _extraction(self, name: str, size: int) -> Callable[[], object]:
        extractor = self._extractor = self._extractor or self._timed_extractor()
        text = text_of(ARTICLES[name], size)
        when = parse("2025-11-07")
        article = Article(id=article_id("Harbour", when, text), title="Harbour", published=when, text=text)
        return lambda: extractor.extract(article)

    def _timed_extractor(self) -> Extractor:
        """The time of the language model, which is linear by itself and would hide ours, is taken off."""
        extractor = Extractor()
        read = extractor._model.read

        def timed(*given: Any) -> Any:
            started = cpu_seconds()
            grammar = read(*given)
            self.model_seconds += cpu_seconds() - started
            return grammar

        extractor._model.read = timed  # type: ignore[assignment, method-assign]
        return extractor

    def _reading(self, name: str, size: int) -> Callable[[], object]:
        file, begin, unit, end = FILES[name]
        path = self._folder / f"{size}-{file}"
        path.write_text(begin + unit * (size // len(unit)) + end, encoding="utf-8", newline="")
        return lambda: sum(1 for _ in read_whole([str(path)], sys.stdin.buffer, Fetcher()))

    def _adding(self, name: str, count: int) -> Callable[[], object]:
        told = [(LIBRARIES[name](number), None) for number in range(count)]
        path = Path(tempfile.mkdtemp(dir=self._folder), "library.sqlite")

        def add() -> None:
            for _ in range(2):
                with LibraryWriter(path, durable=False) as writer:
                    for at in range(0, count, _BATCH):
                        writer.add(told[at : at + _BATCH])
            with Library(path) as library:
                library.rows(library.everything().ids(0, 50))

        return add

    def seconds(self, name: str, size: int) -> tuple[float, float]:
        """How long an input takes us, and the language model."""
        act = self.prepared(name, size)
        self.model_seconds = 0.0
        started = cpu_seconds()
        act()
        return cpu_seconds() - started - self.model_seconds, self.model_seconds


def give_up(*_: object) -> None:
    raise TimeoutError


def measure(names: list[str], size: int) -> int:
    """Print a line an input; returns how many are not linear."""
    bad = 0
    print(f"| input | {size:,}: s | {2 * size:,}: s | ratio | and the model: s |\n|---|---|---|---|---|")
    signal.signal(signal.SIGALRM, give_up)
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        for name in names:
            signal.alarm(LIMIT)
            try:
                (one, _), (two, model) = bench.seconds(name, size), bench.seconds(name, 2 * size)
            except TimeoutError:
                print(f"| {name} | more than {LIMIT} | | | | NOT LINEAR", flush=True)
                bad += 1
                continue
            finally:
                signal.alarm(0)
            ratio = two / max(one, 0.001)
            is_bad = two > NOTICED and ratio > LINEAR
            bad += is_bad
            mark = " NOT LINEAR" if is_bad else ""
            print(f"| {name} | {one:.2f} | {two:.2f} | {ratio:.1f} | {model:.1f} |{mark}", flush=True)
    return bad


def profile(name: str, size: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        act = Bench(Path(folder)).prepared(name, size)
        profiler = cProfile.Profile()
        profiler.runcall(act)
        pstats.Stats(profiler).sort_stats("tottime").print_stats(15)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    every = [*ARTICLES, *FILES, *LIBRARIES]
    parser.add_argument("names", nargs="*", metavar="NAME", default=every)
    parser.add_argument("--size", type=int, default=SIZE)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    if unknown := [name for name in options.names if name not in every]:
        parser.error(f"no input is called {unknown[0]!r}; there are: {', '.join(every)}")
    if options.profile:
        for name in options.names:
            profile(name, options.size)
    else:
        sys.exit(1 if measure(options.names, options.size) else 0)


if __name__ == "__main__":
    main()
