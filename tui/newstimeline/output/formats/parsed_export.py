"""Parsed events, `newstimeline/1`: a line an article, which any library can add.

With a query, the articles that have matching events, with these events only and with all people, places and quotes.
What could harm a terminal is written by its number.
"""

from __future__ import annotations

from collections.abc import Iterator

from newstimeline.output.export_source import Material
from newstimeline.records import dump


def pieces(material: Material) -> Iterator[str]:
    """The document, bit by bit; the articles in the order in which they came."""
    events = None if material.whole else frozenset(material.matches.ids().tolist())
    for number in sorted(number for number, _ in material.library.articles(material.matches, whole=material.whole)):
        yield dump(material.library.outgoing(number, events)) + "\n"
