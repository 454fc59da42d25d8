import pytest

from newstimeline.terms import MentionKind

from .conftest import Extract


def test_a_bare_surname_is_the_person_named_in_full(extract: Extract) -> None:
    (person,) = extract("Jane Miller arrived. Miller spoke for an hour.").people
    assert (person.name, len(person.mentions)) == ("Jane Miller", 2)


def test_titles_and_possessives_are_no_part_of_a_name(extract: Extract) -> None:
    found = extract("Mr. Adam Stone arrived. Mr. Stone's plan failed.")
    assert [p.name for p in found.people] == ["Adam Stone"]
    assert [m.span.of(found.article.text or "") for m in found.people[0].mentions] == ["Adam Stone", "Stone"]


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("Danish Prime Minister Jane Miller arrived.", "Danish Prime Minister"),
        ("The meeting with Secretary of State Jane Miller failed.", "Secretary of State"),
        ("He met his Danish counterpart, Jane Miller, in Oslo.", "Danish counterpart"),
        ("Jane Miller, the mayor of Springfield, arrived.", "mayor of Springfield"),
        ("Former actress Jane Miller arrived.", "Former actress"),
        ("It was signed by then-President Jane Miller.", "then-President"),
        ("He was met by then Prime Minister Jane Miller.", "then Prime Minister"),
        ("It was the idea of Monday manager Jane Miller.", "manager"),
    ],
)
def test_roles_stand_before_and_after_names(extract: Extract, body: str, role: str) -> None:
    person = next(p for p in extract(body).people if p.name == "Jane Miller")
    assert person.roles == (role,)


def test_ids_follow_the_order_of_appearance(extract: Extract) -> None:
    found = extract("Jane Miller met Adam Stone. Stone thanked Miller.")
    assert [(p.id, p.name) for p in found.people] == [("p1", "Jane Miller"), ("p2", "Adam Stone")]


def test_pronouns_and_descriptions_are_mentions(extract: Extract) -> None:
    found = extract("President Jane Miller arrived. She waved. The president left.")
    kinds = [m.kind for m in found.people[0].mentions]
    assert kinds == [MentionKind.NAME, MentionKind.PRONOUN, MentionKind.NOMINAL]


def test_the_pronoun_of_a_nameless_person_is_nobodys(extract: Extract) -> None:
    found = extract("Adam Stone spoke on Monday.\n\nThe suspect ran away. He was caught later.")
    assert len(found.people[0].mentions) == 1


def test_a_description_of_two_alike_is_left_open(extract: Extract) -> None:
    found = extract("President Jane Miller met President Lisa Berg. The president smiled.")
    assert [len(p.mentions) for p in found.people] == [1, 1]


def test_a_counterpart_without_a_name_is_nobody_named(extract: Extract) -> None:
    found = extract("President Jane Miller met Foreign Minister Adam Stone and his Russian counterpart.")
    kinds = [m.kind for p in found.people for m in p.mentions]
    assert MentionKind.NOMINAL not in kinds


def test_a_person_is_no_place(extract: Extract) -> None:
    found = extract("Jane Miller flew from Berlin to Madrid. Miller returned to Berlin.")
    assert [(p.name, len(p.mentions)) for p in found.places] == [("Berlin", 2), ("Madrid", 1)]


def names(extract: Extract, body: str) -> list[str]:
    return [person.name for person in extract(body).people]


@pytest.mark.parametrize(
    "body",
    [
        "Valeska Paris, a woman from Perth, spoke of the ship.",
        "Valeska Paris, 34, spoke of the ship.",
        "Valeska Paris said that the ship was old.",
    ],
)
def test_the_words_around_a_name_show_that_it_is_somebody(extract: Extract, body: str) -> None:
    assert names(extract, body) == ["Valeska Paris"]


def test_what_has_an_article_and_does_nothing_is_a_thing(extract: Extract) -> None:
    body = "Hundreds died during the annual Hajj pilgrimage.\n\nThe stampede began on the last day of the Hajj."
    assert names(extract, body) == []


def test_a_building_is_nobody(extract: Extract) -> None:
    assert names(extract, "The two presidents spoke face to face in St. Peter's Basilica.") == []
