from __future__ import annotations

import random

import pytest

from newstimeline.library.duplicate_detection import COPIES, ToldArticle, relation_of
from newstimeline.library.text_similarity import LEAST_WORDS, resemblance, runs_of, traits, words_of
from newstimeline.terms import ArticleRelation

URL = "https://post.example/harbour"


def words(count: int, seed: int = 1) -> list[str]:
    chance = random.Random(seed)
    return ["".join(chance.choices("abcdefghij", k=5)) for _ in range(count)]


def told(
    text: list[str],
    url: str | None = None,
    published: str | None = "2025-11-07",
    title: str = "Harbour opens",
    path: str | None = None,
) -> ToldArticle:
    return ToldArticle(title, published, url, path, " ".join(text))


def changed(text: list[str], *places: int) -> list[str]:
    return [f"{word}x" if at in places else word for at, word in enumerate(text)]


LONG = words(300)


def test_a_copy_at_another_address_with_a_word_changed_is_the_same() -> None:
    copy = told(changed(LONG, 100), "https://other.example/1", "2025-11-09", "Mayor opens harbour")
    assert relation_of(copy, told(LONG, URL)) is ArticleRelation.COPY


def test_a_report_that_shares_half_of_its_wording_is_another_one() -> None:
    report = told([*LONG[:150], *words(150, 2)], "https://other.example/1")
    assert relation_of(report, told(LONG, URL)) is None


def test_alike_texts_weeks_apart_are_different_articles() -> None:
    table = told(changed(LONG, 100), "https://other.example/1", "2025-12-07")
    assert relation_of(table, told(LONG, URL)) is None


def test_short_texts_are_alike_by_chance() -> None:
    short = words(LEAST_WORDS - 1)
    assert relation_of(told(short, "https://other.example/1"), told(short, URL)) is None


def test_a_changed_word_at_the_same_address_is_a_later_state() -> None:
    assert relation_of(told(changed(LONG, 100), f"{URL}?utm_source=feed"), told(LONG, URL)) is ArticleRelation.LATER


def test_what_was_published_before_is_an_earlier_state() -> None:
    assert relation_of(told(changed(LONG, 100), URL, "2025-11-06"), told(LONG, URL)) is ArticleRelation.EARLIER


def test_another_article_at_the_same_address_is_another_one() -> None:
    assert relation_of(told(words(300, 2), URL, title="Weather"), told(LONG, URL)) is None


def test_the_same_headline_at_the_same_address_is_enough_for_a_rewritten_article() -> None:
    assert relation_of(told(words(300, 2), URL), told(LONG, URL)) is ArticleRelation.LATER


def test_an_excerpt_of_a_feed_does_not_replace_the_page() -> None:
    assert relation_of(told(LONG[:60], URL), told(LONG, URL)) is ArticleRelation.COPY


def test_the_page_replaces_an_excerpt_of_a_feed() -> None:
    assert relation_of(told(LONG, URL), told(LONG[:60], URL)) is ArticleRelation.LATER


def test_a_short_notice_in_place_of_an_article_is_a_later_state() -> None:
    assert relation_of(told(words(60, 2), URL), told(LONG, URL)) is ArticleRelation.LATER


@pytest.mark.parametrize("url", [URL, None])
def test_the_same_words_with_a_date_replace_those_without(url: str | None) -> None:
    assert relation_of(told(LONG, url), told(LONG, url, None)) is ArticleRelation.LATER
    assert relation_of(told(LONG, url, None), told(LONG, url)) is ArticleRelation.COPY


def test_an_article_without_text_is_compared_with_none() -> None:
    assert relation_of(ToldArticle("Harbour opens", None, URL, None, None), told(LONG, URL)) is None


@pytest.mark.parametrize("seed", range(20))
def test_texts_alike_enough_have_a_trait_in_common(seed: int) -> None:
    text = words(400, seed)
    copy = changed(text, 50, 150, 250, 350)
    assert COPIES <= resemblance(runs_of(text), runs_of(copy)) < 0.92
    assert set(traits(None, None, "", None, " ".join(text))) & set(traits(None, None, "", None, " ".join(copy)))


def test_other_texts_have_no_trait_in_common() -> None:
    many = [traits(None, None, "", None, " ".join(words(100, seed))) for seed in range(50)]
    assert len({trait for some in many for trait in some}) == sum(map(len, many))


def test_marks_and_case_are_no_words() -> None:
    assert words_of("“It IS done,” she said.") == ["it", "is", "done", "she", "said"]


def test_a_text_of_a_few_words_has_no_runs() -> None:
    assert runs_of(["one", "two"]) == frozenset()
    assert traits(None, None, "", None, "one two") == ()


def test_an_article_that_was_edited_in_its_file_is_a_later_state() -> None:
    edited = told([*LONG[:200], *words(100, 2)], path="notes.txt")
    assert relation_of(edited, told(LONG, path="notes.txt")) is ArticleRelation.LATER
    assert relation_of(edited, told(LONG, path="other.txt")) is None


@pytest.mark.parametrize(
    "other",
    [
        told([*LONG[:200], *words(100, 2)], path="many.jsonl", title="Ferry returns"),
        told([*LONG[:200], *words(100, 2)], path="many.jsonl", published="2025-11-08"),
        told(words(300, 2), path="many.jsonl"),
    ],
)
def test_the_articles_of_one_file_stay_apart(other: ToldArticle) -> None:
    assert relation_of(other, told(LONG, path="many.jsonl")) is None


def test_the_articles_of_one_file_have_no_trait_in_common_unless_they_have_headline_and_date() -> None:
    def of(title: str, published: str = "2025-11-07") -> set[int]:
        return set(traits(None, "many.jsonl", title, published, "Few words."))

    assert of("Harbour opens") & of("Harbour Opens")
    assert not of("Harbour opens") & of("Ferry returns")
    assert not of("Harbour opens") & of("Harbour opens", "2025-11-08")
