"""The words of a piece of HTML that is wholly content, as in feeds, books and letters: nothing in it is left out."""

from __future__ import annotations

import re

from newstimeline.clean import clean_line, remove

_BLOCKS = "p div li h1 h2 h3 h4 h5 h6 blockquote td dd dt pre section article br".split()
_LONGEST = 2_000_000
"""Characters."""
_DECLARATION = re.compile(r"\s*<\?xml[^>]*>")
"""Of XHTML; it names an encoding, which a text no longer has."""


def blocks_of_html(html: str) -> list[str]:
    """A line a block, clean; some may be empty. Nothing where it is too long or no HTML."""
    if len(html) > _LONGEST or not html.strip():
        return []
    if "<" not in html:
        return [clean_line(line) for line in html.splitlines()]
    from lxml import etree
    from lxml import html as parser

    try:
        tree = parser.fragment_fromstring(remove(_DECLARATION.sub("", html)), create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return []
    for element in tree.iter(*_BLOCKS):
        element.text = f"\n{element.text or ''}"
        element.tail = f"\n{element.tail or ''}"
    for element in tree.xpath("//script|//style"):
        element.text = ""
    return [clean_line(line) for line in tree.text_content().splitlines()]
