"""Whose quotes are that their own sentences leave open."""

import pytest

from .conftest import Extract

_FLOATING = '"We have waited for it for many years."'


def speakers(extract: Extract, body: str) -> list[str | None]:
    found = extract(body)
    names = {person.id: person.name for person in found.people}
    return [names.get(quote.speaker or "") for quote in found.quotes if quote.kind.value != "indirect"]


@pytest.mark.parametrize(
    "above",
    [
        '"The bridge is open," Jane Miller said.',
        '"The bridge is open," Jane Miller told the council in Emden on Monday.',
        '"The bridge is open," Jane Miller, the minister of roads and bridges, said in a statement.',
    ],
)
def test_a_paragraph_of_nothing_but_a_quote_is_of_who_spoke_above(extract: Extract, above: str) -> None:
    assert speakers(extract, f"{above}\n\n{_FLOATING}\n\n{_FLOATING}") == ["Jane Miller"] * 3


def test_a_floating_quote_is_not_of_who_spoke_before_others_came(extract: Extract) -> None:
    body = f'"The bridge is open," Jane Miller said.\n\nAdam Stone went home and closed the door.\n\n{_FLOATING}'
    assert speakers(extract, body)[-1] != "Jane Miller"


def test_who_says_something_above_says_the_quote_below(extract: Extract) -> None:
    assert speakers(extract, f"Jane Miller said the bridge would open.\n\n{_FLOATING}") == ["Jane Miller"]


def test_who_acts_right_before_a_quote_says_it(extract: Extract) -> None:
    assert speakers(extract, f"Adam Stone left. Jane Miller disagreed. {_FLOATING}") == ["Jane Miller"]


def test_a_dialogue_goes_in_turn(extract: Extract) -> None:
    body = '"Is it safe?" asked Adam Stone.\n\n"It is," answered Jane Miller.\n\n"Are you sure?"\n\n"Quite sure."'
    assert speakers(extract, body) == ["Adam Stone", "Jane Miller", "Adam Stone", "Jane Miller"]


@pytest.mark.parametrize(
    "body",
    [
        "“The bridge will open in spring.” – Commissioner Jane Miller",
        "“The bridge will open in spring.”\u00a0― Jane Miller",
        "From the desk of Jane Miller, analyst at Leer Bank:\n\n“The bridge will open in spring.”",
        "Jane Miller (D-N.Y.) said: “The bridge will open in spring.”",
    ],
)
def test_a_signature_or_a_name_before_a_colon_tells_the_speaker(extract: Extract, body: str) -> None:
    assert speakers(extract, body) == ["Jane Miller"]


@pytest.mark.parametrize(
    "whose",
    [
        "In a statement, Jane Miller spoke of a disgrace.\n\n“The bridge must open in spring,” the statement said.",
        "Jane Miller wrote a letter. “The bridge must open in spring,” her letter said.",
        "“The bridge must open in spring,” a statement from Jane Miller said.",
    ],
)
def test_what_a_statement_says_its_author_says(extract: Extract, whose: str) -> None:
    assert speakers(extract, whose) == ["Jane Miller"]


def test_a_statement_of_a_firm_is_nobodys(extract: Extract) -> None:
    body = "Jane Miller left.\n\n“The bridge must open in spring,” the company's statement said."
    assert speakers(extract, body) == [None]


def test_an_epithet_is_of_the_party_that_stands_beside_the_name(extract: Extract) -> None:
    body = "Senator Adam Stone (R-Ky.) met Senator Peter Wood (D-Ohio). “It must open,” the Kentucky Republican said."
    assert speakers(extract, body) == ["Adam Stone"]


def test_single_marks_go_on_in_the_next_paragraph(extract: Extract) -> None:
    body = "Jane Miller said: 'We will open the bridge.\n\n'It won't be closed again.'\n\nNobody answered."
    (quote,) = extract(body).quotes
    assert quote.text == "We will open the bridge. It won't be closed again."


def test_foreign_marks_close_as_they_open(extract: Extract) -> None:
    body = "„The bridge is open“, said Jane Miller in the town of Emden on Monday. »It stays open«, she added."
    assert [quote.text for quote in extract(body).quotes] == ["The bridge is open", "It stays open"]


def test_a_transcript_gives_each_turn_to_its_label(extract: Extract) -> None:
    body = "Jane Miller answered.\n\nREPORTER: Why?\n\nMILLER: We chose it.\n\nREPORTER: When?\n\nMILLER: In May."
    found = extract(body)
    text = found.article.text or ""
    (miller,) = found.people
    turns = [(q.source.of(text) if q.source else "", q.speaker) for q in found.quotes]
    assert turns == [("REPORTER", None), ("MILLER", miller.id)] * 2


@pytest.mark.parametrize(
    "body",
    [
        "Jane Miller declined to comment.",
        "Jane Miller refused to say why.",
        "Asked about the fine, Jane Miller left.",
        "Jane Miller wants to open the bridge.",
        "Jane Miller said it will.",
    ],
)
def test_who_declines_or_wants_says_nothing(extract: Extract, body: str) -> None:
    assert extract(body).quotes == ()


def test_words_in_marks_stay_in_what_is_reported(extract: Extract) -> None:
    (quote,) = extract("Jane Miller said the bridge “is open” and that the “so-called experts” were wrong.").quotes
    assert quote.text == "the bridge “is open” and that the “so-called experts” were wrong"
