"""The words of HTML and of other marked-up text, a line a block."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newstimeline.clean import clean_line, remove
from newstimeline.reading.outcome import Unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCKS = frozenset(
    "p div li h1 h2 h3 h4 h5 h6 blockquote td dd dt pre section article br"
    " hl1 hl2 byline abstract bq block media".split()
)
"""Of HTML, and of NITF (https://iptc.org/standards/nitf/)."""
_NO_WORDS = frozenset({"script", "style"})
_WHITE = re.compile(r"\s+")
_LONGEST = 2_000_000
"""Characters of one piece of HTML."""
_DECLARATION = re.compile(r"\s*<\?xml[^>]*>")
"""Of XHTML; it names an encoding, which a text no longer has."""
_MARKED = re.compile(r"<[a-zA-Z/!]|&(?:#\d+|#x[\da-fA-F]+|\w+);")


def html_paragraphs(html: str) -> list[str]:
    """The words of a piece of HTML that is wholly content, a line a block; a text without marks is split at its lines.

    Raises:
        Unreadable: it is too long.
    """
    if len(html) > _LONGEST:
        raise Unreadable(f"it is longer than {_LONGEST:,} characters")
    if not html.strip():
        return []
    if not _MARKED.search(html):
        return _lines(html)
    from lxml import etree
    from lxml import html as parser

    try:
        return element_paragraphs(parser.fragment_fromstring(remove(_DECLARATION.sub("", html)), create_parent="div"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return []


def element_paragraphs(tree: _Element) -> list[str]:
    """The words of an element, a line a block; the element is used up."""
    for element in tree.iter():
        name = element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else "script"
        border = "\n" if name in _BLOCKS else ""
        element.text = "" if name in _NO_WORDS else border + _WHITE.sub(" ", element.text or "")
        element.tail = border + _WHITE.sub(" ", element.tail or "")
    return _lines("".join(str(piece) for piece in tree.itertext()))


def _lines(text: str) -> list[str]:
    return [line for line in map(clean_line, text.splitlines()) if line]
