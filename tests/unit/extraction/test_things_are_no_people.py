"""What the company of a word in the whole article tells of it."""

import pytest

from newstimeline.extraction.gazetteer import is_nation_or_city

from .conftest import Extract


def names(extract: Extract, body: str) -> list[str]:
    return [person.name for person in extract(body).people]


@pytest.mark.parametrize("name", ["Beijing", "north korea", "Canberra", "São Paulo"])
def test_nations_and_large_cities_are_known(name: str) -> None:
    assert is_nation_or_city(name)


@pytest.mark.parametrize("name", ["Miller", "jane", "", "name"])
def test_other_words_are_neither(name: str) -> None:
    assert not is_nation_or_city(name)


@pytest.mark.parametrize(
    "body",
    [
        "Beijing said on Monday that it would not go. Beijing warned others.",
        "The newspaper Chosun Ilbo reported this week that it rained. Chosun Ilbo said no more.",
        "He drove his blue Tesla Model S through the city.",
        "The app, Telegraph X, was removed. Telegraph X came back.",
    ],
)
def test_what_says_something_need_not_be_somebody(extract: Extract, body: str) -> None:
    assert names(extract, body) == []


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (
            "Martin Luther King Jr. spoke in Memphis on Monday. King was tired. Dr. King left early.",
            "Martin Luther King Jr.",
        ),
        ("Ursula von der Leyen arrived. “We agreed,” von der Leyen said.", "Ursula von der Leyen"),
        ("Xi Jinping met Kim Jong Un on Monday. Xi smiled; Kim waved.", "Xi Jinping"),
        ("MAYOR ANNA MILLER RESIGNS, the headline said. Miller told reporters that she was ill.", "ANNA MILLER"),
    ],
)
def test_full_and_short_names_are_one_person(extract: Extract, body: str, name: str) -> None:
    found = extract(body)
    assert [len(person.mentions) > 1 for person in found.people if person.name == name] == [True]


def test_a_nation_by_its_initials_is_the_same_place(extract: Extract) -> None:
    body = "He left the U.S. on Monday. The United States waited. He came back to the US on Tuesday."
    assert [(place.name, len(place.mentions)) for place in extract(body).places] == [("United States", 3)]
