"""The same article from several places is kept once; a changed one takes the place of what it was."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from newstimeline.library import duplicate_detection
from newstimeline.library.article_store import Added
from newstimeline.library.duplicate_detection import ToldArticle
from newstimeline.library.library import Library
from newstimeline.library.views import Origin
from newstimeline.library.writable_library import migrations, open_for_writing
from newstimeline.library.writer import LibraryWriter
from newstimeline.model import Article, Extraction, Span
from newstimeline.terms import ArticleRelation, Basis
from unit.builders import SMALL_SIZES, article, event, titles_in_order
from unit.library.test_duplicate_detection import changed, words

PAGE = "https://post.example/harbour"
LONG = words(120)


def report(
    text: list[str] = LONG, *, url: str | None = PAGE, path: str = "page.html", headline: str = "Harbour opens"
) -> Extraction:
    """An article with one event at its end, whose evidence are the last ten words."""
    body = f"{headline}\n\n{' '.join(text)}"
    evidence = Span(body.index(" ".join(text[-10:])), len(body))
    one = event(title="The mayor opens the harbour", evidence=evidence, basis=Basis.STATED)
    return Extraction(article=article(headline, text=body, url=url, path=path), events=(one,))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


def add(path: Path, *reports: Extraction, extractor: str | None = "rules 1") -> list[Added]:
    with LibraryWriter(path, sizes=SMALL_SIZES) as writer:
        return writer.add([(one, extractor) for one in reports])


COPY = report(changed(LONG, 50), url="https://other.example/1", path="other.html", headline="Mayor opens harbour")
LATER = report(["update", *LONG], path="later.html")


@pytest.mark.parametrize("at_once", [True, False])
def test_a_copy_is_kept_once_with_both_places(path: Path, at_once: bool) -> None:
    outcomes = add(path, report(), COPY) if at_once else [*add(path, report()), *add(path, COPY)]
    assert outcomes == [Added.NEW, Added.JOINED]
    with Library(path) as library:
        assert titles_in_order(library) == ["The mayor opens the harbour"]
        info = library.article_info(1)
        assert info.origins == (Origin("The Lindhaven Post", "https://other.example/1", "other.html"),)
        (copy,) = library.versions(1)
        assert (copy.is_earlier, copy.article.title, copy.article.text) == (
            False, "Mayor opens harbour", COPY.article.text,
        )  # fmt: skip
        assert library.integrity() == []


def test_a_copy_is_known_when_it_comes_again(path: Path) -> None:
    add(path, report(), COPY)
    assert add(path, COPY, report()) == [Added.UNCHANGED, Added.UNCHANGED]
    with LibraryWriter(path) as writer:
        assert writer.has(COPY.article.id)


def test_a_changed_article_takes_the_place_of_what_it_was(path: Path) -> None:
    add(path, report())
    assert add(path, LATER) == [Added.CHANGED]
    with Library(path) as library:
        assert library.extraction(1) == LATER
        assert titles_in_order(library) == ["The mayor opens the harbour"]
        (before,) = library.versions(1)
        assert (before.is_earlier, before.article) == (True, report().article)
        assert library.integrity() == []


def test_an_event_that_stands_in_the_later_text_too_keeps_its_id(path: Path) -> None:
    add(path, report())
    with Library(path) as library:
        uid = library.uid_of(1)
    add(path, LATER)
    with Library(path) as library:
        assert library.event_of(uid or "") == 1


def test_what_another_program_found_in_a_copy_is_kept_as_an_article_of_its_own(path: Path) -> None:
    assert add(path, report(), COPY, extractor=None) == [Added.NEW, Added.NEW]


def test_the_same_article_without_its_date_is_replaced_when_that_is_given(path: Path) -> None:
    undated = report(url=None)
    bare = replace(undated, article=replace(undated.article, id="1" * 32, published=None))
    add(path, bare)
    assert add(path, undated) == [Added.CHANGED]


def test_from_where_else_the_very_same_article_was_read_is_kept_once(path: Path) -> None:
    add(path, report())
    feed = replace(report().article, path="feed.xml")
    for new in (1, 0):
        with LibraryWriter(path) as writer:
            assert writer.note_places([feed, report().article]) == new
    with Library(path) as library:
        assert library.article_info(1).origins == (Origin("The Lindhaven Post", PAGE, "feed.xml"),)
        assert library.versions(1) == ()


def seventh(path: Path, articles: list[Article]) -> None:
    """A library as it was before articles were compared, made by the steps that there were."""
    open_for_writing(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for table in ("article_origin", "article_trait", "read_file", "fetched"):
            connection.execute(f"DROP TABLE IF EXISTS {table}")
        connection.execute("CREATE INDEX article_by_address ON article(url) WHERE url IS NOT NULL")
        connection.execute("PRAGMA user_version=7")
        for one in articles:
            connection.execute(
                "INSERT INTO article (key, title, published, url, path, text, findings, added)"
                " VALUES (?, ?, '2025-11-07', ?, ?, ?, '', '2025-11-08T00:00:00+00:00')",
                (one.id, one.title, one.url, one.path, one.text),
            )


def test_a_library_of_the_former_version_knows_its_articles_again(path: Path) -> None:
    seventh(path, [report().article])
    assert add(path, COPY, LATER) == [Added.JOINED, Added.CHANGED]
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] == len(migrations())


def test_versions_of_the_former_version_stay_and_belong_together(path: Path) -> None:
    seventh(path, [report().article, LATER.article])
    with Library(path) as library:
        assert library.article_numbers() == [1, 2]
        assert library.article_info(2).origins == (Origin(None, PAGE, "page.html"),)


def test_a_rebuild_makes_anew_by_what_articles_are_known_again(path: Path) -> None:
    add(path, report())
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM article_trait")
    with LibraryWriter(path) as writer:
        writer.rebuild()
    assert add(path, COPY) == [Added.JOINED]


def test_with_how_many_an_article_is_compared_is_bounded(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[ToldArticle] = []
    compare = duplicate_detection.relation_of

    def counting(new: ToldArticle, known: ToldArticle) -> ArticleRelation | None:
        compared.append(known)
        return compare(new, known)

    monkeypatch.setattr(duplicate_detection, "relation_of", counting)
    add(path, *(report(words(20, seed), headline=f"Entry {seed}") for seed in range(60)))
    assert len(compared) < 20 * 60
    with Library(path) as library:
        assert len(library.article_numbers()) == 60
