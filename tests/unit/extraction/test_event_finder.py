import pytest

from newstimeline.model import HEADLINE, Event, Extraction
from newstimeline.terms import Basis

from .conftest import Extract


def dates(found: Extraction) -> list[tuple[str | None, Basis | None]]:
    return [(e.when.edtf if e.when else None, e.basis) for e in found.events]


def evidence(found: Extraction, event: Event) -> str:
    return event.evidence.of(found.article.text or "") if event.evidence else ""


def test_time_words_of_the_clause_date_it(extract: Extract) -> None:
    found = extract("The council approved the plan on Monday.")
    assert dates(found) == [("2025-11-03", Basis.STATED)]
    assert found.events[0].time == found.times[0].id


def test_a_coordinated_verb_does_not_get_the_date_of_the_first(extract: Extract) -> None:
    found = extract("The council met on Aug. 15, and decided to build a bridge.")
    assert dates(found) == [("2025-08-15", Basis.STATED), ("2025-08-15/..", Basis.INHERITED)]
    assert [evidence(found, e) for e in found.events][1] == "decided to build a bridge"


def test_a_coordinated_clause_is_titled_with_its_subject(extract: Extract) -> None:
    found = extract("The council met on Aug. 15, and decided to build a bridge.")
    assert found.events[1].title == "The council decided to build a bridge"


def test_without_time_words_the_publication_date_counts(extract: Extract) -> None:
    assert dates(extract("The council approved the plan.")) == [("2025-11-07", Basis.PUBLISHED)]


LEAD_WITH_A_DATE = "A truck hit the bridge on Wednesday.\n\nPolice shut the road.\n\n"
LEAD_WITHOUT_A_DATE = "A truck hit the bridge.\n\nPolice shut the road.\n\n"


def test_the_story_goes_on_upon_the_day_that_the_lead_names(extract: Extract) -> None:
    assert dates(extract(LEAD_WITH_A_DATE + "The driver left the cabin."))[-1] == ("2025-11-05", Basis.INHERITED)


def test_background_behind_an_undated_lead_is_undated(extract: Extract) -> None:
    assert dates(extract(LEAD_WITHOUT_A_DATE + "A builder designed the bridge."))[-1] == (None, None)


def test_what_has_been_done_need_not_be_of_the_day_of_the_lead(extract: Extract) -> None:
    assert dates(extract(LEAD_WITH_A_DATE + "Trucks have damaged several bridges."))[-1] == (None, None)


def test_a_statement_is_of_the_day_of_publication_wherever_it_stands(extract: Extract) -> None:
    found = extract(LEAD_WITHOUT_A_DATE + "The mayor said that the bridge was safe.")
    assert dates(found)[-1] == ("2025-11-07", Basis.PUBLISHED)


def test_what_is_so_according_to_somebody_was_said_on_the_day_of_publication(extract: Extract) -> None:
    found = extract(LEAD_WITHOUT_A_DATE + "According to Jane Miller, the bridge is old.")
    assert [str(quote.when) for quote in found.quotes] == ["2025-11-07"]


def test_without_any_date_an_event_is_undated(extract: Extract) -> None:
    assert dates(extract("The council approved the plan.", published=None)) == [(None, None)]


def test_the_next_sentence_of_a_paragraph_goes_on_in_the_same_days(extract: Extract) -> None:
    found = extract("The council met on Monday. It approved the plan.")
    assert dates(found)[1] == ("2025-11-03", Basis.INHERITED)


def test_a_statement_continues_the_one_of_the_paragraph_before(extract: Extract) -> None:
    found = extract('The ministry said Wednesday that the road was shut.\n\n"It is unsafe," Jane Miller said.')
    assert dates(found) == [("2025-11-05", Basis.STATED), ("2025-11-05", Basis.INHERITED)]


def test_a_subordinate_clause_with_its_own_date_is_an_event_of_its_own(extract: Extract) -> None:
    found = extract("The bridge reopened on Friday after a storm damaged it last month.")
    assert dates(found) == [("2025-11-07", Basis.STATED), ("2025-10", Basis.STATED)]


def test_what_is_scheduled_is_an_event(extract: Extract) -> None:
    assert dates(extract("The ministers will meet on Monday.")) == [("2025-11-10", Basis.STATED)]


@pytest.mark.parametrize(
    "body",
    [
        "The council did not approve the plan.",
        "The council would approve the plan.",
        "The plan is good.",
        "Did the council approve the plan?",
        "The council may meet on Monday.",
        "The ministers will meet.",
    ],
)
def test_what_is_not_told_as_a_fact_is_no_event(extract: Extract, body: str) -> None:
    assert [event.id for event in extract(body).events] == [HEADLINE]


def test_what_stands_in_a_quote_is_no_event_but_saying_it_is(extract: Extract) -> None:
    found = extract('"We crossed the river on Monday," Jane Miller said.')
    (event,) = found.events
    assert (event.quotes, event.people) == (("q1",), ("p1",))
    assert event.title == "Jane Miller said: “We crossed the river on Monday”"


def test_a_pronoun_subject_is_replaced_by_the_name(extract: Extract) -> None:
    found = extract("Jane Miller arrived. But she left after an hour.")
    assert found.events[1].title == "Jane Miller left after an hour"


def test_a_further_he_said_adds_its_quote_to_the_statement(extract: Extract) -> None:
    found = extract('Adam Stone said the plan "would cost too much."\n\n"I will not sign this," he said.')
    assert [e.quotes for e in found.events] == [("q1", "q2")]


def test_the_year_of_a_treaty_does_not_date_what_is_done_with_it(extract: Extract) -> None:
    assert dates(extract("The minister criticised the 2015 treaty.")) == [("2025-11-07", Basis.PUBLISHED)]


@pytest.mark.parametrize(
    "sentence",
    [
        "After the match, Jane Roe resigned",
        "So far, 90 people have filed complaints in Cologne",
        "As mayor, Ada Quill opened the harbour on Friday",
        "That night the bridge fell",
        "As many as 40 people died on Monday",
    ],
)
def test_a_title_keeps_the_first_words_that_say_something(extract: Extract, sentence: str) -> None:
    assert sentence in [event.title for event in extract(f"{sentence}.").events]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("But the council closed the bridge.", "The council closed the bridge"),
        ("And then Jane Roe left the party on Monday.", "Jane Roe left the party on Monday"),
        ("Meanwhile, the council closed the bridge.", "The council closed the bridge"),
    ],
)
def test_a_title_leaves_out_the_first_words_that_only_tie_it_to_what_stands_before(
    extract: Extract, sentence: str, title: str
) -> None:
    assert extract(sentence).events[0].title == title


def test_a_title_puts_the_speaker_before_the_word_of_saying(extract: Extract) -> None:
    (event,) = extract('"The bridge is old," said Jane Miller.').events
    assert event.title == "Jane Miller said: “The bridge is old”"


def test_a_meeting_that_is_told_again_by_its_month_has_the_day_that_was_told(extract: Extract) -> None:
    body = (
        "Jane Roe and Adam Stone met in Oslo on Aug. 15.\n\nA framework was agreed during their August summit in Oslo."
    )
    dates = [event.when.edtf for event in extract(body).events if event.when and "Oslo" in event.title]
    assert dates == ["2025-08-15", "2025-08-15"]


def test_another_place_is_another_meeting(extract: Extract) -> None:
    body = "Jane Roe and Adam Stone met in Oslo on Aug. 15.\n\nThey met again in Bergen in August."
    dates = [event.when.edtf for event in extract(body).events if event.when]
    assert dates == ["2025-08-15", "2025-08"]


def test_a_cancelling_that_is_told_again_has_the_date_of_the_first_telling(extract: Extract) -> None:
    body = "The summit in Oslo was cancelled last month.\n\nJane Roe caused the cancellation of the summit."
    told_again = extract(body).events[-1]
    assert (told_again.when.edtf if told_again.when else None, told_again.basis) == ("2025-10", Basis.INHERITED)


def test_the_leaders_are_those_named_together_of_whom_one_is_such(extract: Extract) -> None:
    body = (
        "President Jane Roe and Chancellor Adam Stone met in Oslo on Aug. 15. "
        "Photographer Mary Wood and driver Peter Bell waited.\n\nThe leaders signed a treaty."
    )
    found = extract(body)
    names = {person.id: person.name for person in found.people}
    signed = next(event for event in found.events if "signed" in event.title)
    assert sorted(names[person] for person in signed.people) == ["Adam Stone", "Jane Roe"]


@pytest.mark.parametrize("body", ["No officials took part.", "The ministers took no questions.", "Nobody came."])
def test_what_is_about_nobody_or_nothing_is_no_event(extract: Extract, body: str) -> None:
    assert [event.id for event in extract(body).events] == [HEADLINE]


def test_when_something_occurred_dates_what_is_told_of_it(extract: Extract) -> None:
    body = "The accident, which occurred yesterday afternoon, was caused by strong winds."
    (event,) = extract(body).events
    assert (event.when.edtf if event.when else None, event.basis) == ("2025-11-06", Basis.STATED)


def test_they_are_the_two_who_were_named_together_before(extract: Extract) -> None:
    found = extract("Jane Roe and Adam Stone arrived on Monday. They signed a treaty.")
    names = {person.id: person.name for person in found.people}
    assert sorted(names[person] for person in found.events[1].people) == ["Adam Stone", "Jane Roe"]


def test_they_are_nobody_known_when_others_stood_between(extract: Extract) -> None:
    found = extract("Jane Roe and Adam Stone arrived on Monday. Protesters waited. They signed a petition.")
    assert found.events[-1].people == ()
