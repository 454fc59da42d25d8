import pytest

from .conftest import Extract


def names(extract: Extract, body: str) -> list[str]:
    return [person.name for person in extract(body).people]


def mentions(extract: Extract, body: str) -> list[str]:
    found = extract(body)
    return [m.span.of(found.article.text or "") for p in found.people for m in p.mentions if m.kind == "name"]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("He was saved by Thibaut Corvin in the game.", "Thibaut Corvin"),
        ("Jean-Claude Junker met the mayor.", "Jean-Claude Junker"),
        ("Ursula von der Leyden spoke in Brussels.", "Ursula von der Leyden"),
        ("Mary Holt Berg spoke on Monday.", "Mary Holt Berg"),
    ],
)
def test_a_first_name_shows_that_a_full_name_is_somebodys(extract: Extract, body: str, name: str) -> None:
    assert names(extract, body) == [name]


def test_a_role_right_before_shows_that_a_single_name_is_somebodys(extract: Extract) -> None:
    assert names(extract, "The designer Velmara showed a dress.") == ["Velmara"]


def test_a_rival_may_be_a_company(extract: Extract) -> None:
    assert names(extract, "The phone of its rival Velmara sold well.") == []


@pytest.mark.parametrize("name", ["Kim Jong-un", "Park Geun-hye", "Hau Lung-bin"])
def test_a_name_goes_on_behind_its_hyphen(extract: Extract, name: str) -> None:
    assert names(extract, f"{name} met the mayor of Seoul on Friday.") == [name]


def test_a_hyphen_after_a_name_may_begin_another_word(extract: Extract) -> None:
    assert mentions(extract, "Donald Holt was late. The Holt-era plan failed, said Holt.") == [
        "Donald Holt",
        "Holt",
        "Holt",
    ]


def test_a_hyphen_may_stand_between_two_people(extract: Extract) -> None:
    body = "The Holt-Berg summit was put off.\n\nAdam Holt and Peter Berg will meet later. Holt agreed."
    assert names(extract, body) == ["Adam Holt", "Peter Berg"]


@pytest.mark.parametrize("suffix", ["Jr.", "III"])
def test_a_suffix_belongs_to_the_name(extract: Extract, suffix: str) -> None:
    assert names(extract, f"Robert Griffin {suffix} played for the team.") == [f"Robert Griffin {suffix}"]


def test_what_a_caption_shouts_is_no_part_of_a_name(extract: Extract) -> None:
    assert names(extract, "Nobody won.\n\nGETTY Peter Stone waves to the crowd.") == ["Peter Stone"]


def test_a_month_is_not_the_person_of_that_name(extract: Extract) -> None:
    body = "Prime Minister Theresa May spoke in May. May will meet the queen in May 2019."
    assert mentions(extract, body) == ["Theresa May", "May"]


def test_letters_in_capitals_are_not_part_of_a_known_name(extract: Extract) -> None:
    assert mentions(extract, "Kim Jong Un spoke on Friday. The UN sent an envoy.") == ["Kim Jong Un"]


@pytest.mark.parametrize(
    "body",
    [
        "The software PayNow was sold. PayNow said that it grew.",
        "North Korea fired a rocket. South Korea waited.",
        "The tanker Lightfoot Winsome was seized in the port. The Lightfoot Winsome had oil.",
        "He read it in the newspaper Chosun Ilbo on Friday.",
        "They met at the Brandenburg Gate and in the App Store.",
        "Prices of Ripple fell on Friday.",
    ],
)
def test_places_products_and_ships_are_nobody(extract: Extract, body: str) -> None:
    assert names(extract, body) == []


@pytest.mark.parametrize(
    "body",
    ["Zorbini smiled.", "Zorbini was arrested on Friday.", "Their son, Zorbini, is four.", "A boy named Zorbini ran."],
)
def test_a_single_name_is_somebodys_if_a_humans_doing_is_told(extract: Extract, body: str) -> None:
    assert names(extract, body) == ["Zorbini"]


def test_the_name_within_a_foundations_name_is_a_mention_that_does_nothing(extract: Extract) -> None:
    found = extract("Jane Miller was a painter. The Jane Miller Foundation gave money on Friday.")
    assert [(p.name, len(p.mentions)) for p in found.people] == [("Jane Miller", 2)]
    assert all(event.people == () for event in found.events if "money" in event.title)


def test_a_first_name_is_known_from_a_full_name_before(extract: Extract) -> None:
    assert mentions(extract, "Nico Rosberg won. It is hard to beat Nico, said the coach.") == ["Nico Rosberg", "Nico"]
