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
    quote, speaker, _ = only(extract, 'Jane Miller said the plan was "far too slow for us".')
    assert (quote.kind, quote.text) == (QuoteKind.MIXED, 'the plan was "far too slow for us"')
    assert speaker == "Jane Miller"


@pytest.mark.parametrize(
    ("body", "content", "source"),
    [
        ("Jane Miller said that the bridge was old.", "that the bridge was old", "Jane Miller"),
        ("The bridge will open in spring, Jane Miller said.", "The bridge will open in spring", "Jane Miller"),
        ("The bridge, Jane Miller said, will open in spring.", "The bridge will open in spring", "Jane Miller"),
        ("Jane Miller asked whether the bridge was safe.", "whether the bridge was safe", "Jane Miller"),
        ("Jane Miller promised to repair the bridge.", "to repair the bridge", "Jane Miller"),
        ("Jane Miller urged the council to repair it.", "the council to repair it", "Jane Miller"),
        ("Jane Miller accused the council of lying about it.", "lying about it", "Jane Miller"),
        ("According to Jane Miller, the bridge is old.", "the bridge is old", "Jane Miller"),
        ("Jane Miller is confident that the bridge will hold.", "that the bridge will hold", "Jane Miller"),
        ("The council heard Jane Miller's claim that it was old.", "that it was old", "Jane Miller"),
        ("Jane Miller issued a statement saying that it was old.", "that it was old", "Jane Miller"),
        ("They met Jane Miller, who said that the bridge was old.", "that the bridge was old", "Jane Miller, who"),
    ],
)
def test_reported_speech_is_an_indirect_quote(extract: Extract, body: str, content: str, source: str) -> None:
    quote, speaker, words = only(extract, body)
    assert (quote.kind, quote.text, speaker, words) == (QuoteKind.INDIRECT, content, "Jane Miller", source)


@pytest.mark.parametrize("body", ["Jane Miller said so.", "Jane Miller left to repair it.", "I think it is old."])
def test_what_reports_nothing_is_no_quote(extract: Extract, body: str) -> None:
    assert extract(body).quotes == ()


def test_whoever_does_what_leads_to_a_quote_after_a_colon_says_it(extract: Extract) -> None:
    quote, speaker, _ = only(extract, 'Jane Miller took the floor: "The bridge is old."')
    assert (quote.kind, quote.cue, speaker) == (QuoteKind.DIRECT, None, "Jane Miller")


def test_after_a_comma_within_the_marks_any_verb_is_one_of_saying(extract: Extract) -> None:
    _, speaker, words = only(extract, '"The bridge is old," fumed Jane Miller.')
    assert (speaker, words) == ("Jane Miller", "Jane Miller")


@pytest.mark.parametrize(
    "body",
    ['The "smart" bridge was built in a year.', 'She read the book "The Long Road Home" on the train.'],
)
def test_irony_and_titles_are_no_quotes(extract: Extract, body: str) -> None:
    assert extract(body).quotes == ()


@pytest.mark.parametrize("between", [" Jane Miller said. ", ", Jane Miller said, "])
def test_what_stands_around_the_name_of_its_speaker_is_one_quote(extract: Extract, between: str) -> None:
    quote, speaker, _ = only(extract, f'"The bridge is old,"{between}"it must be replaced."')
    assert (quote.text, speaker) == ("The bridge is old, it must be replaced.", "Jane Miller")


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


def test_the_speaker_may_stand_after_the_rest_of_the_sentence(extract: Extract) -> None:
    body = '"Many would call that an embarrassment for the town" if it did not open, said Jane Miller, an engineer.'
    quote, speaker, _ = only(extract, body)
    assert (quote.kind, speaker) == (QuoteKind.MIXED, "Jane Miller")


def test_a_paragraph_that_ends_with_a_colon_introduces_the_quote_below(extract: Extract) -> None:
    quote, speaker, words = only(extract, "Jane Miller replied:\n\n“The bridge is old, and we will repair it.”")
    assert (quote.kind, speaker, words) == (QuoteKind.DIRECT, "Jane Miller", "Jane Miller")


def test_words_after_a_name_and_a_colon_are_that_persons(extract: Extract) -> None:
    quote, speaker, _ = only(extract, "Jane Miller: The bridge will hold for years")
    assert (quote.kind, quote.text, speaker) == (QuoteKind.INDIRECT, "The bridge will hold for years", "Jane Miller")
    assert str(quote.when) == "2025-11-07"


@pytest.mark.parametrize("body", ["Jane Miller: 3 points", "The plan: Jane Miller will repair it."])
def test_a_score_or_a_label_before_a_colon_is_nobodys_word(extract: Extract, body: str) -> None:
    assert extract(body).quotes == ()
