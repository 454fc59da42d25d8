import pytest

from unit.time_words import only, read, values


def test_a_length_before_a_noun_stands_without_its_article() -> None:
    assert [time.text for time in read("A three-day strike followed a two-year period of calm.")] == [
        "three-day",
        "a two-year period",
    ]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("almost two weeks", "P2W"),
        ("two to three weeks", "PXW"),
        ("the next 10 to 15 years", "PXY"),
        ("the next couple of years", "P2Y"),
        ("at least the past six months", "P6M"),
        ("five trading days", "P5D"),
        ("about ten days ago", "2025-10-28"),
        ("a week or so ago", "2025-W44"),
    ],
)
def test_a_length_has_the_words_that_make_it_vague(words: str, value: str) -> None:
    time = only(f"It went on {words}.")
    assert (time.text, time.value) == (words, value)


@pytest.mark.parametrize(
    "text", ["A quarter of them left.", "About three quarters of the town was dark.", "They ate three-quarters."]
)
def test_a_fraction_is_no_quarter_of_a_year(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text", ["It saves $500 million a year.", "It has six trains a day.", "Its output grew 4% annually."]
)
def test_a_rate_is_no_length_of_time(text: str) -> None:
    assert read(text) == []


def test_a_length_after_which_something_was_is_no_rate() -> None:
    assert values("It sold ten boats a week after the storm.") == ["P1W"]


@pytest.mark.parametrize("words", ["34 years old", "six months old"])
def test_an_age_is_a_length(words: str) -> None:
    time = only(f"The mayor's cat is {words}.")
    assert (time.text, time.type, time.when) == (words, "DURATION", None)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("each July", "XXXX-07"),
        ("Sunday nights", "XXXX-WXX-7TNI"),
        ("every Monday morning", "XXXX-WXX-1TMO"),
    ],
)
def test_what_comes_again_is_a_set(words: str, value: str) -> None:
    time = only(f"They march {words}.")
    assert (time.text, time.type, time.value, time.when) == (words, "SET", value, None)
