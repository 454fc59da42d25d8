"""Whether an article is one that the library has already: from another place, or as it was at another time.

To take two articles for one would be worse than to have one twice, so what is not sure is kept apart: reports of one
event by several outlets share little of their wording, copies of an agency's report nearly all of it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from newstimeline.library.addresses import plain_address
from newstimeline.library.text_similarity import LEAST_WORDS, containment, resemblance, runs_of, words_of
from newstimeline.name_keys import name_key
from newstimeline.terms import ArticleRelation
from newstimeline.when import calendar, parse

COPIES = 0.8
"""Resemblance from which articles of different addresses are one. Among 179 articles, many of them reports of the same
events, the four pairs above it are copies of one agency's report; reports by different people stay below .6."""
_ANOTHER = 0.3
"""Share of the runs of words below which, under another headline, an address has another article."""
_EXCERPT, _CONTAINED = 0.5, 0.5
"""A text less than half as long, of which half stands in the other, is an excerpt."""
_MOST_COMPARED = 20
"""Articles that one is compared with: thousands may have one address, as where a feed names its own for each entry."""
_DAYS = 7
"""Within which copies are published; alike texts further apart, as tables and forecasts, are different articles."""


@dataclass(frozen=True)
class ToldArticle:
    """What of an article is compared."""

    title: str
    published: str | None
    """EDTF."""
    url: str | None
    path: str | None
    text: str | None

    @cached_property
    def address(self) -> str | None:
        """The address without what does not choose the page."""
        return plain_address(self.url)

    @cached_property
    def words(self) -> list[str]:
        """The text's."""
        return words_of(self.text or "")

    @cached_property
    def runs(self) -> frozenset[int]:
        """The text's runs of words."""
        return runs_of(self.words)


def told_of(columns: Mapping[str, object]) -> ToldArticle:
    """What is compared, of an article that is to be stored."""
    title, *others = (columns[name] for name in ("title", "published", "url", "path", "text"))
    return ToldArticle(str(title), *(None if value is None else str(value) for value in others))


@dataclass(frozen=True, slots=True)
class Same:
    """The article of the library that one is the same as."""

    article: int
    relation: ArticleRelation


def index_traits(connection: sqlite3.Connection) -> None:
    """Work out the traits of all articles anew."""
    connection.execute("DELETE FROM article_trait")
    connection.execute(
        "INSERT OR IGNORE INTO article_trait"
        " SELECT value, article.id FROM article, json_each("
        "article_traits(article.url, article.path, article.title, article.published, article.text))"
    )


def note_traits(connection: sqlite3.Connection, article: int, traits: tuple[int, ...]) -> None:
    """Let an article be found by its traits."""
    connection.executemany("INSERT OR IGNORE INTO article_trait VALUES (?, ?)", ((trait, article) for trait in traits))


def shares_trait(connection: sqlite3.Connection, traits: tuple[int, ...]) -> bool:
    """Whether an article of the library has a trait in common with another one, and should be compared with it."""
    marks = ",".join("?" * len(traits))
    is_shared: int = connection.execute(
        f"SELECT EXISTS (SELECT 1 FROM article_trait WHERE trait IN ({marks}))", traits
    ).fetchone()[0]
    return bool(is_shared)


def find_same(connection: sqlite3.Connection, told: ToldArticle, traits: tuple[int, ...]) -> Same | None:
    """The newest article of the library that is the same as the one told of; None for a new one."""
    # The newest of each trait: thousands of articles may share one, as the issues of a daily table do.
    sharing = {
        article
        for trait in traits
        for (article,) in connection.execute(
            "SELECT article FROM article_trait WHERE trait = ? ORDER BY article DESC LIMIT ?", (trait, _MOST_COMPARED)
        )
    }
    for article in sorted(sharing, reverse=True)[:_MOST_COMPARED]:
        known = connection.execute(
            "SELECT title, published, url, path, text FROM article WHERE id = ?", (article,)
        ).fetchone()
        if known and (relation := relation_of(told, ToldArticle(*known))):
            return Same(article, relation)
    return None


def relation_of(new: ToldArticle, known: ToldArticle) -> ArticleRelation | None:
    """What a new article is to a known one; None when they are different articles."""
    if new.text is None or known.text is None:
        return None
    if new.address and new.address == known.address:
        return _at_one_address(new, known)
    if _is_edited(new, known):
        return ArticleRelation.LATER
    enough = min(len(new.words), len(known.words)) >= LEAST_WORDS
    if not enough or not _are_near_in_time(new, known) or resemblance(new.runs, known.runs) < COPIES:
        return None
    return _by_date(new, known)


def _at_one_address(new: ToldArticle, known: ToldArticle) -> ArticleRelation | None:
    if new.words == known.words:
        return _by_date(new, known)
    shorter, longer = sorted((new, known), key=lambda told: len(told.words))
    contained = containment(shorter.runs, longer.runs)
    if name_key(new.title) != name_key(known.title) and contained < _ANOTHER:
        return None
    if len(shorter.words) < _EXCERPT * len(longer.words) and (contained >= _CONTAINED or not shorter.runs):
        return ArticleRelation.COPY if shorter is new else ArticleRelation.LATER
    if new.published and known.published and parse(new.published).end <= parse(known.published).start:
        return ArticleRelation.EARLIER
    return ArticleRelation.LATER


def _is_edited(new: ToldArticle, known: ToldArticle) -> bool:
    """Whether an article without an address was changed in its file; of one with many articles, this one."""
    is_there = not new.address and not known.address and new.path is not None and new.path == known.path
    if not is_there or new.published != known.published or new.words == known.words:
        return False
    shorter, longer = sorted((new.runs, known.runs), key=len)
    return name_key(new.title) == name_key(known.title) and containment(shorter, longer) >= _CONTAINED


def _by_date(new: ToldArticle, known: ToldArticle) -> ArticleRelation:
    """Of two with the same words, the one that says when it was published is better."""
    return ArticleRelation.LATER if new.published and not known.published else ArticleRelation.COPY


def _are_near_in_time(article: ToldArticle, other: ToldArticle) -> bool:
    if not article.published or not other.published:
        return True
    first, second = sorted((parse(article.published), parse(other.published)), key=lambda when: when.start)
    return second.start - first.end <= _DAYS * calendar.MINUTES_A_DAY
