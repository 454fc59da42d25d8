import pytest

from newstimeline.extraction.first_names import FEMALE, MALE, gender_of_first_name, is_first_name


@pytest.mark.parametrize(
    ("name", "gender"), [("Grace", FEMALE), ("Thibaut", MALE), ("Jean-Luc", MALE), ("Robin", ""), ("Harbour", "")]
)
def test_a_first_name_tells_a_gender_unless_both_bear_it(name: str, gender: str) -> None:
    assert gender_of_first_name(name) == gender


def test_a_place_tells_a_gender_but_nobody() -> None:
    assert (gender_of_first_name("Charlotte"), is_first_name("Charlotte")) == (FEMALE, False)


@pytest.mark.parametrize("word", ["April", "Stanley", "Harbour"])
def test_words_and_months_are_no_first_names(word: str) -> None:
    assert not is_first_name(word)
