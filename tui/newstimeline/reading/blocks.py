"""The words of a piece of HTML that is wholly content, as in feeds, books and letters: nothing in it is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newstimeline.clean import clean_line, remove
from newstimeline.reading.outcome import Unreadable

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = frozenset("p div li h1 h2 h3 h4 h5 h6 blockquote td dd dt pre section article br".split())
_SILENT = frozenset(("script", "style"))
_LONGEST = 2_000_000
"""Characters."""
_DECLARATION = re.compile(r"\s*<\?xml[^>]*>")
"""Of XHTML; it names an encoding, which a text no longer has."""


def blocks_of_html(html: str) -> list[str]:
    """A line a block, clean; some may be empty. Nothing where it is no HTML.

    Raises:
        Unreadable: it is too long.
    """
    if len(html) > _LONGEST:
        raise Unreadable(f"it is longer than {_LONGEST:,} characters")
    if not html.strip():
        return []
    if "<" not in html:
        return [clean_line(line) for line in html.splitlines()]
    from lxml import etree
    from lxml import html as parser

    try:
        tree = parser.fragment_fromstring(remove(_DECLARATION.sub("", html)), create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return []
    return [clean_line(line) for line in "".join(_words(tree)).splitlines()]


def _words(tree: HtmlElement) -> Iterator[str]:
    """The text of a tree piece by piece, with a line's end around each block."""
    from lxml import etree

    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if element.tag in _BLOCKS:
            yield "\n"
        if event == "start":
            yield "" if element.tag in _SILENT else element.text or ""
        else:
            yield element.tail or ""
