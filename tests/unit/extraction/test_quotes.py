import pytest

from newstimeline.model import Quote, quoted_text
from newstimeline.terms import QuoteKind

from .conftest import Extract


def only(extract: Extract, body: str) -> tuple[Quote, str | None, str | None]:
    """The one quote of a text with its speaker's name and its source's words."""
    found = extract(body)
    (quote,) = found.quotes
    names = {p.id: p.name for p in found.people}
    text = found.article.text or ""
    assert quote.text == quoted_text(quote.spans, text)
    return quote, names.get(quote.speaker or ""), quote.source.of(text) if quote.source else None


@pytest.mark.parametrize(
    ("body", "source"),
    [
        ('"The bridge will open in spring," Jane Miller said.', "Jane Miller"),
        ('"The bridge will open in spring," said Jane Miller.', "Jane Miller"),
        ('Jane Miller said: "The bridge will open in spring."', "Jane Miller"),
        ('Jane Miller told the council, "The bridge will open in spring."', "Jane Miller"),
        ('"The bridge will open in spring," according to Jane Miller.', "Jane Miller"),
        ('Jane Miller opened the meeting. "The bridge will open in spring," she said.', "she"),
        ('Mayor Jane Miller opened the meeting. "The bridge will open in spring," the mayor said.', "the mayor"),
    ],
)
def test_the_speaker_is_the_subject_of_the_cue(extract: Extract, body: str, source: str) -> None:
    quote, speaker, words = only(extract, body)
    assert (quote.kind, speaker, words) == (QuoteKind.DIRECT, "Jane Miller", source)


def test_the_source_has_title_and_role(extract: Extract) -> None:
    _, _, words = only(extract, '"We agree," Danish Foreign Minister Jane Miller said on Tuesday.')
    assert words == "Danish Foreign Minister Jane Miller"


def test_the_diplomat_is_who_was_named_last_with_such_a_role(extract: Extract) -> None:
    body = 'Mayor Adam Stone waited. Foreign Minister Jane Miller arrived.\n\n"We agree on this," the diplomat said.'
    assert only(extract, body)[1] == "Jane Miller"


def test_a_pronoun_that_fits_two_people_alike_names_nobody(extract: Extract) -> None:
    body = 'Adam Stone and Peter Wood met.\n\n"We agree on this," he said.'
    assert only(extract, body)[1:] == (None, "he")


def test_a_pronoun_goes_to_the_person_of_its_gender(extract: Extract) -> None:
    body = 'Adam Stone met Mary Wood.\n\n"We agree on this," she said.'
    assert only(extract, body)[1] == "Mary Wood"


def test_an_organisation_is_a_source_but_no_speaker(extract: Extract) -> None:
    assert only(extract, '"The road is closed," the ministry said.')[1:] == (None, "the ministry")


def test_words_in_marks_within_reported_speech_are_mixed(extract: Extract) -> None:
    quote, speaker, _ = only(extract, 'Jane Miller said the plan was "far too slow for us" and left.')
    assert (quote.kind, quote.text, speaker) == (QuoteKind.MIXED, "far too slow for us", "Jane Miller")


@pytest.mark.parametrize(
    "body",
    ['The "smart" bridge was built in a year.', 'She read the book "The Long Road Home" on the train.'],
)
def test_irony_and_titles_are_no_quotes(extract: Extract, body: str) -> None:
    assert extract(body).quotes == ()


def test_a_further_quote_of_the_paragraph_has_the_same_speaker(extract: Extract) -> None:
    found = extract('"The bridge is old," Jane Miller said. "It must be replaced soon."')
    assert [q.speaker for q in found.quotes] == ["p1", "p1"]


def test_a_quote_around_its_attribution_is_two_quotes_of_one_speaker(extract: Extract) -> None:
    found = extract('"Yes," Jane Miller said, "we can."')
    assert [(q.text, q.speaker) for q in found.quotes] == [("Yes,", "p1"), ("we can.", "p1")]


def test_a_quote_without_any_attribution_stays_unattributed(extract: Extract) -> None:
    body = 'Jane Miller met Adam Stone at the harbour.\n\n"Nobody knew what would happen to the ships."'
    assert only(extract, body)[1:] == (None, None)


def test_a_quote_has_the_date_on_which_it_was_said(extract: Extract) -> None:
    quote, _, _ = only(extract, '"The bridge is old," Jane Miller said Wednesday.')
    assert quote.when is not None
    assert quote.when.edtf == "2025-11-05"


def test_today_within_a_quote_is_the_day_on_which_it_was_said(extract: Extract) -> None:
    found = extract('"The bridge opens today," Jane Miller said Wednesday.')
    today = next(t for t in found.times if t.text == "today")
    assert (today.value, today.anchor.edtf if today.anchor else None) == ("2025-11-05", "2025-11-05")
