from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newstimeline.output.text_comparison import Difference, DiffPart, Fate, Unchanged, differences

paragraphs = st.lists(st.text("ab \t", min_size=1, max_size=12), max_size=5).map("\n\n".join)


def words_with(found: list[Difference], *fates: Fate) -> list[str]:
    parts = (part for one in found if not isinstance(one, Unchanged) for part in one)
    return [word for part in parts if part.fate in fates for word in part.text.split()]


def test_what_stands_only_in_one_of_two_texts_is_told_apart_from_what_both_have() -> None:
    before = "The harbour opens\n\nThe mayor opened the harbour on Friday.\n\nBoats came."
    after = "The harbour opens\n\nThe mayor opened the old harbour on Friday.\n\nBoats came."
    assert list(differences(before, after)) == [
        Unchanged(1),
        (
            DiffPart(Fate.KEPT, "The mayor opened the"),
            DiffPart(Fate.NEW, "old"),
            DiffPart(Fate.KEPT, "harbour on Friday."),
        ),
        Unchanged(1),
    ]


def test_paragraphs_that_are_not_alike_are_told_whole() -> None:
    assert list(differences("One thing.", "Quite another.")) == [
        (DiffPart(Fate.GONE, "One thing."),), (DiffPart(Fate.NEW, "Quite another."),),
    ]  # fmt: skip


def test_a_new_paragraph_is_new() -> None:
    assert list(differences("One.", "One.\n\nTwo.")) == [Unchanged(1), (DiffPart(Fate.NEW, "Two."),)]


@given(paragraphs, paragraphs)
def test_the_words_that_are_gone_or_new_make_up_the_difference(before: str, after: str) -> None:
    found = list(differences(before, after))
    gone, new = words_with(found, Fate.GONE), words_with(found, Fate.NEW)
    assert len(before.split()) - len(gone) == len(after.split()) - len(new)


@given(paragraphs)
def test_a_text_differs_from_itself_in_nothing(text: str) -> None:
    assert all(isinstance(one, Unchanged) for one in differences(text, text))
