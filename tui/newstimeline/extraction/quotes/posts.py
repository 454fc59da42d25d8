"""Posts of social networks that an article has whole: the words, then who wrote them when.

The signature is the one of the pages' embedded posts: "— Jane Roe (@roe) February 1, 2018", "A post shared by Jane Roe
(@roe) on Feb 1, 2018"; the BBC's pages have a frame around, "Skip Twitter post by @roe … End of Twitter post by @roe".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from newstimeline.extraction.grammar import Grammar
from newstimeline.extraction.people import Human
from newstimeline.extraction.quotes.attribution import Attribution
from newstimeline.extraction.quotes.marked_quotes import FoundQuote
from newstimeline.extraction.quotes.marks import Marked
from newstimeline.model import Span
from newstimeline.paragraphs import Paragraph
from newstimeline.terms import QuoteKind

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATE = rf"(?:{_MONTH} \d{{1,2}}, \d{{4}}|\d{{1,2}} {_MONTH} \d{{4}})"
_NAME = r"[^—\n(@]{1,60}?"
_HANDLE = r" ?\(@\w{1,30}\)"
_SIGNATURE = re.compile(
    rf"(?:[—–]|--)\s?(?P<name>{_NAME}){_HANDLE}[\s,·]{{1,3}}(?P<date>{_DATE})"
    rf"|\bA post shared by (?P<sharer>{_NAME}){_HANDLE} on (?P<shared>{_DATE})"
)
_FRAME = re.compile(r"(?:Skip|End of) (?:Twitter|Facebook|Instagram|X|social media) post(?: \d+)? by @?\w+|\bReport$")
_LINKS = re.compile(r"(?:\s|(?:https?://|pic\.twitter\.com/)\S*?(?=pic\.|https?:|\s|$))+\Z")


@dataclass(frozen=True, slots=True)
class Post:
    """A post with its signature."""

    words: Span
    """Without links at its end."""
    author: Span
    """The name in the signature."""
    date: Span

    @property
    def marked(self) -> Marked:
        """Its words as what stands within marks, since another speaks."""
        return Marked((self.words,), (self.words,))


def find_posts(text: str, paragraphs: tuple[Paragraph, ...]) -> tuple[Post, ...]:
    """The posts, in their order."""
    return tuple(post for p in paragraphs if not p.headline and "(@" in text[p.start : p.end] for post in _in(text, p))


def without_posts(marked: tuple[Marked, ...], posts: tuple[Post, ...]) -> tuple[Marked, ...]:
    """What stands within marks outside the posts; a mark that opens in one is the post's own."""
    return tuple(m for m in marked if not any(p.words.start < m.end and m.start < p.date.end for p in posts))


def post_quotes(posts: tuple[Post, ...], grammar: Grammar, people: Mapping[int, Human]) -> list[FoundQuote]:
    """The posts as quotes; `people` are the humans by the tokens that name them."""
    return [
        FoundQuote(
            (post.words,),
            (post.marked,),
            QuoteKind.DIRECT,
            Attribution(None, None, post.author, _author(post, grammar, people)),
            written=post.date,
        )
        for post in posts
    ]


def _author(post: Post, grammar: Grammar, people: Mapping[int, Human]) -> Human | None:
    named = (people[i] for i in reversed(grammar.within(post.author.start, post.author.end)) if i in people)
    return next(named, None)


def _in(text: str, paragraph: Paragraph) -> Iterator[Post]:
    since = paragraph.start
    for signature in _SIGNATURE.finditer(text, paragraph.start, paragraph.end):
        begin = max([since, *(m.end() for m in _FRAME.finditer(text, since, signature.start()))])
        begin += len(text[begin : signature.start()]) - len(text[begin : signature.start()].lstrip(" .:\n"))
        links = _LINKS.search(text, begin, signature.start())
        end = links.start() if links else signature.start()
        since = signature.end()
        if begin < end:
            name, date = ("name", "date") if signature["name"] else ("sharer", "shared")
            yield Post(Span(begin, end), Span(*signature.span(name)), Span(*signature.span(date)))
