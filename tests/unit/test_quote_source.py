from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newstimeline.browser import quote_source
from newstimeline.browser.quote_source import QuoteSource, with_quotes
from newstimeline.library.library import Library
from newstimeline.model import Extraction, Quote
from newstimeline.terms import QuoteKind
from unit.builders import article, event, stored

MANY = 900


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    quotes = tuple(Quote(id=f"q{n}", kind=QuoteKind.INDIRECT, text=f"words {n}") for n in range(MANY))
    events = tuple(event(f"e{n}", f"Event {n}", f"{1000 + n}", quotes=[f"q{n}"]) for n in range(MANY))
    with stored(tmp_path / "l.db", Extraction(article=article(), quotes=quotes, events=events)) as opened:
        yield opened


def words(reel: QuoteSource) -> list[int]:
    return [int(quote.said.text.split()[1]) for quote in reel.quotes]


def test_a_reel_begins_near_an_event_and_grows_at_both_ends(library: Library) -> None:
    reel = QuoteSource(library, with_quotes(library.everything()), event=451)
    assert reel.nearest is not None
    assert reel.nearest.said.text == "words 450"
    before, after = reel.before, reel.after
    assert words(reel) == list(range(before, MANY - after))
    on, back = reel.read_on(), reel.read_back()
    assert on is not None
    assert back is not None
    assert (on.said.text, back.said.text) == (f"words {MANY - after}", f"words {before - 1}")
    assert words(reel) == list(range(reel.before, MANY - reel.after))


def test_a_reel_read_to_both_ends_has_everything_once(library: Library) -> None:
    reel = QuoteSource(library, with_quotes(library.everything()), event=451)
    while reel.before:
        reel.read_back()
    while reel.after:
        reel.read_on()
    assert words(reel) == list(range(MANY))
    assert (reel.read_on(), reel.read_back()) == (None, None)


def test_events_without_quotes_are_no_part_of_it(tmp_path: Path) -> None:
    events = tuple(event(f"e{n}", f"Event {n}", f"{1000 + n}") for n in range(5))
    with stored(tmp_path / "n.db", Extraction(article=article(), events=events)) as library:
        reel = QuoteSource(library, quote_source.with_quotes(library.everything()), event=3)
        assert (len(reel), reel.quotes, reel.nearest) == (0, [], None)
