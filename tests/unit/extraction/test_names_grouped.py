import pytest

from .conftest import Extract


def grouped(extract: Extract, body: str) -> list[list[str]]:
    found = extract(body)
    text = found.article.text or ""
    return [[m.span.of(text) for m in person.mentions if m.kind == "name"] for person in found.people]


def test_a_nickname_between_marks_is_another_first_name(extract: Extract) -> None:
    body = 'James "Jimmy" Carver spoke. Jimmy Carver then left. Carver was tired.'
    assert grouped(extract, body) == [['James "Jimmy" Carver', "Jimmy Carver", "Carver"]]


def test_surnames_with_particles_are_recognised_without_the_first_name(extract: Extract) -> None:
    body = "Bill de Blasio met Mohammed bin Salman. De Blasio said that bin Salman was late."
    assert grouped(extract, body) == [["Bill de Blasio", "De Blasio"], ["Mohammed bin Salman", "bin Salman"]]


def test_a_son_with_a_suffix_is_not_his_father(extract: Extract) -> None:
    body = "Donald Holt Jr. met his father, Donald Holt, in Paris. Holt Jr. was late."
    assert grouped(extract, body) == [["Donald Holt Jr.", "Holt Jr."], ["Donald Holt"]]


def test_other_initials_are_another_person(extract: Extract) -> None:
    assert grouped(extract, "George W. Holt met George H.W. Holt in Texas.") == [
        ["George W. Holt"],
        ["George H.W. Holt"],
    ]


def test_an_initial_stands_for_a_first_name(extract: Extract) -> None:
    body = "Maria Holt met John Holt. J. Holt left early."
    assert grouped(extract, body) == [["Maria Holt"], ["John Holt", "J. Holt"]]


def test_initials_alone_are_the_person_with_these_initials(extract: Extract) -> None:
    body = "T.J. Walker and J.J. Walker played. The crowd liked T.J. on Friday."
    assert grouped(extract, body) == [["T.J. Walker", "T.J."], ["J.J. Walker"]]


def test_titles_keep_a_couple_apart(extract: Extract) -> None:
    body = "Bill Carver met Hillary Carver in Paris. Mrs. Carver smiled. Mr. Carver waved."
    assert grouped(extract, body) == [["Bill Carver", "Carver"], ["Hillary Carver", "Carver"]]


def test_titles_keep_apart_who_is_only_named_by_them(extract: Extract) -> None:
    body = "Mr. Roe and Mrs. Roe arrived. Mrs. Roe smiled. Mr. Roe left."
    assert grouped(extract, body) == [["Roe", "Roe"], ["Roe", "Roe"]]


@pytest.mark.parametrize(
    "body",
    ["Bill Carver spoke. Hillary Carver listened. Carver then left.", "Bill Carver met Hillary Carver. Carver smiled."],
)
def test_a_surname_of_two_is_left_open(extract: Extract, body: str) -> None:
    assert grouped(extract, body) == [["Bill Carver"], ["Hillary Carver"]]


def test_the_surname_is_whose_it_was_before_a_relative_came_in(extract: Extract) -> None:
    body = "Jane Miller spoke in Oslo. Her husband, John Miller, listened. Miller was glad."
    assert grouped(extract, body) == [["Jane Miller", "Miller"], ["John Miller"]]


def test_a_shared_surname_belongs_to_both_first_names(extract: Extract) -> None:
    body = "Bruce and Irene Stein were on board, police said. Bruce Stein was a banker."
    assert grouped(extract, body) == [["Bruce", "Bruce Stein"], ["Irene Stein"]]


def test_a_first_name_before_a_full_name_is_nobody_elses(extract: Extract) -> None:
    body = "Tom spoke first. Later Tom Berg and Lisa Holt left. Tom was happy."
    assert grouped(extract, body) == [["Tom"], ["Tom Berg", "Tom"], ["Lisa Holt"]]


@pytest.mark.parametrize(
    ("body", "forms"),
    [
        ("Enio Cubillo spoke. Enio Cubillo Araya is the director.", ["Enio Cubillo", "Enio Cubillo Araya"]),
        ("Gabriel García Márquez wrote. García Márquez died.", ["Gabriel García Márquez", "García Márquez"]),
        ("Kristen Walding spoke. Kristin Walding then left.", ["Kristen Walding", "Kristin Walding"]),
        ("Lydia Buchtmann spoke. Mrs. Bauchtman then left.", ["Lydia Buchtmann", "Bauchtman"]),
        ("Xi Jinping spoke in Paris. Xi then left.", ["Xi Jinping", "Xi"]),
    ],
)
def test_shorter_and_misspelt_forms_are_one_name(extract: Extract, body: str, forms: list[str]) -> None:
    assert grouped(extract, body) == [forms]


def test_a_letter_makes_another_short_name(extract: Extract) -> None:
    assert grouped(extract, "Anna Berg met Anna Bern in Oslo.") == [["Anna Berg"], ["Anna Bern"]]


def test_whose_wife_somebody_is_tells_whom_a_title_means(extract: Extract) -> None:
    body = "Tariq Kalan spoke. His wife, Ghazala Kalan, listened. Ms. Kalan was proud. Mr. Kalan was too."
    assert grouped(extract, body) == [["Tariq Kalan", "Kalan"], ["Ghazala Kalan", "Kalan"]]


def test_a_relative_may_be_named_in_full_later(extract: Extract) -> None:
    body = "Adam Stone spoke. His wife, Jane, was there. On Friday Jane Stone went home."
    assert grouped(extract, body) == [["Adam Stone"], ["Jane", "Jane Stone"]]


def test_a_first_name_of_both_sexes_contradicts_no_title(extract: Extract) -> None:
    assert grouped(extract, "Lindsey Grove spoke. Mr. Grove was tired.") == [["Lindsey Grove", "Grove"]]
