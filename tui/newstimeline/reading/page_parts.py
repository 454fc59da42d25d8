"""What of a page is of its own article, and what is of others: teasers, embedded posts, comments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newstimeline.clean import clean_line
from newstimeline.reading.page_metadata import values_in

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_WHOLE = ("html", "body", "head", "main")
_FOREIGN_TAGS = ("blockquote", "template", "iframe", "select", "input", "textarea", "style", "noscript", "svg")
_LISTING_TAGS = ("aside", "nav")
_ENDS = r"(?:$|[\s_-])"
_BEGINS = r"(?:^|[\s_-])"
_FOREIGN_NAMES = re.compile(
    rf"{_BEGINS}(?:embed\w*|tweet|twitter|instagram|facebook|tiktok|comments?|respond|disqus_thread|masthead|top-?bar|"
    rf"current-?date|today|weather){_ENDS}",
    re.IGNORECASE,
)
"""Classes and ids of what others wrote, and of what a site shows on the day on which a page is saved."""
_LISTING_NAMES = re.compile(
    rf"{_BEGINS}(?:related|recommend\w*|teasers?|sidebar|read-?(?:next|also|more)|more-?(?:from|stories|on|news|articles)|"
    rf"most-?(?:read|popular|viewed)|popular|latest|trending|(?:next|prev(?:ious)?)-?(?:post|article)|post-?navigation|"
    rf"also-?like|outbrain|taboola|carousel|ticker|promo){_ENDS}",
    re.IGNORECASE,
)
"""Of what lists other articles, where it does: a teaser may be the article's own lead."""
_FEWEST_WORDS = 4
"""Of a link that is another article's headline."""
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_CARDS = ("li", "div", "section", "article", "td", "p")
_LONGEST_TEASER = 600
"""Characters."""
_MOST = 0.5
"""Of the words of a page, that no other article's part has."""


def scripts_of_data(tree: HtmlElement) -> list[HtmlElement]:
    """The elements that hold JSON-LD."""
    return [script for script in tree.iter("script") if "ld+json" in script.get("type", "").lower()]


def own_part(tree: HtmlElement) -> HtmlElement:
    """A copy of the page with what is, as far as can be told, of its own article; without scripts and comments.

    Data that is no JSON is left, since nobody else has read it.
    """
    from lxml import etree

    part = deepcopy(tree)
    for script in list(part.iter("script")):
        if "ld+json" not in script.get("type", "").lower() or values_in(script.text or ""):
            script.drop_tree()
    etree.strip_tags(part, etree.Comment)
    outline = _Outline.of(part)
    for element in list(_foreign(outline)):
        is_small = outline.lengths[element] <= _MOST * outline.lengths[part]
        if element not in outline.kept and element.getparent() is not None and is_small:
            element.drop_tree()
    return part


@dataclass(frozen=True, slots=True)
class _Outline:
    """What is asked of many elements of a page, found in one walk: they may lie deep within one another."""

    part: HtmlElement
    title: str
    kept: frozenset[HtmlElement]
    """The headline, and all within which it stands."""
    listing: frozenset[HtmlElement]
    """Within which another article's headline is a link."""
    lengths: Mapping[HtmlElement, int]
    """The characters of each element."""

    @classmethod
    def of(cls, part: HtmlElement) -> _Outline:
        title = clean_line(" ".join(element.text_content() for element in part.iter("title"))).casefold()
        headline = _headline(part, title)
        kept = frozenset((headline, *headline.iterancestors())) if headline is not None else frozenset()
        return cls(part, title, kept, _listing(part, title), _lengths(part))


def _listing(part: HtmlElement, title: str) -> frozenset[HtmlElement]:
    listing: set[HtmlElement] = set()
    for link in part.iter("a"):
        words = clean_line(link.text_content()).casefold()
        if len(words.split()) >= _FEWEST_WORDS and words not in title:
            for around in link.iterancestors():
                if around in listing:
                    break
                listing.add(around)
    return frozenset(listing)


def _lengths(part: HtmlElement) -> dict[HtmlElement, int]:
    lengths: dict[HtmlElement, int] = {}
    for element in reversed(list(part.iter())):
        lengths[element] = len(element.text or "") + sum(lengths[child] + len(child.tail or "") for child in element)
    return lengths


def _headline(part: HtmlElement, title: str) -> HtmlElement | None:
    """The heading that the page's title repeats, else the first one of the highest rank."""
    candidates = [(heading, clean_line(heading.text_content()).casefold()) for heading in part.iter("h1", "h2", "h3")]
    headings = sorted((pair for pair in candidates if pair[1]), key=lambda pair: pair[0].tag)
    own = (heading for heading, words in headings if words in title and len(words.split()) > 1)
    return next(own, headings[0][0] if headings and headings[0][0].tag == "h1" else None)


def _foreign(outline: _Outline) -> Iterator[HtmlElement]:
    for element in outline.part.iter():
        if not isinstance(element.tag, str) or element.tag in _WHOLE:
            continue
        if _is_foreign(element) or (element in outline.listing and _may_list(element)):
            yield element
    articles = list(outline.part.iter("article"))
    if len(articles) > 1:
        own = next((article for article in articles if article in outline.kept), None)
        own = max(articles, key=outline.lengths.__getitem__) if own is None else own
        above = set(own.iterancestors())
        yield from (article for article in articles if article is not own and article not in above)
    if outline.kept:
        yield from _teasers(outline)


def _is_foreign(element: HtmlElement) -> bool:
    if element.tag == "header":  # of the site
        return not any(ancestor.tag in ("article", "main") for ancestor in element.iterancestors())
    return element.tag in _FOREIGN_TAGS or bool(_FOREIGN_NAMES.search(_names(element)))


def _may_list(element: HtmlElement) -> bool:
    return element.tag in _LISTING_TAGS or bool(_LISTING_NAMES.search(_names(element)))


def _names(element: HtmlElement) -> str:
    return f"{element.get('class', '')} {element.get('id', '')}"


def _teasers(outline: _Outline) -> Iterator[HtmlElement]:
    """Short parts under a heading that leads to another article."""
    for heading in outline.part.iter(*_HEADINGS):
        words = clean_line(heading.text_content()).casefold()
        around = heading.getparent()
        is_link = heading.find(".//a[@href]") is not None or (around is not None and around.tag == "a")
        if not is_link or not words or words in outline.title or outline.title in words:
            continue
        card = next((ancestor for ancestor in heading.iterancestors() if ancestor.tag in _CARDS), None)
        if card is not None and card not in outline.kept and outline.lengths[card] <= _LONGEST_TEASER:
            yield card
