from __future__ import annotations

from collections.abc import Sequence

from newstimeline.model import Extraction, Person, Place, Quote
from newstimeline.reading import Skipped
from newstimeline.reading.structured_events import MOST_ENTRIES, ChronicleEntry, chronicle, chronicles
from newstimeline.terms import Basis
from newstimeline.when import parse
from unit.reading.files import dated, evidence

OPENING = ChronicleEntry(
    place="row 2",
    title="Harbour opens",
    when=parse("2025-11-07"),
    date="7 November 2025",
    paragraphs=["The mayor, Ada Quill, opened it."],
    people=["Ada Quill", "Bo Lind"],
    places=["Lindhaven"],
    quote="“It is done,”",
    speaker="Ada Quill",
    details=[("Source", "The Post")],
    given={"importance": 9},
)


def made(*entries: ChronicleEntry, title: str = "Chronicle") -> Extraction:
    (found,) = chronicle(title, entries, "file.csv")
    assert isinstance(found, Extraction)
    return found


def reasons(found: Sequence[Extraction | Skipped]) -> list[str]:
    return [item.reason for item in found if isinstance(item, Skipped)]


def test_an_event_is_traced_to_all_that_is_told_of_it() -> None:
    found = made(OPENING, ChronicleEntry(place="row 3", title="Ferry sails"))
    assert evidence(found, found.events[0]) == (
        "7 November 2025 Harbour opens\n\nThe mayor, Ada Quill, opened it.\n\n“It is done,” — Ada Quill\n\n"
        "People: Bo Lind\n\nPlaces: Lindhaven\n\nSource: The Post"
    )
    assert evidence(found, found.events[1]) == "Ferry sails"


def test_a_date_is_stated_by_its_words() -> None:
    found = made(OPENING, ChronicleEntry(place="row 3", title="Ferry sails"))
    (time,) = found.times
    assert (found.events[0].basis, found.events[0].time, time.text) == (Basis.STATED, time.id, "7 November 2025")
    assert time.span
    assert time.span.of(found.article.text or "") == "7 November 2025"
    assert found.events[1].basis is None


def test_names_and_quotes_are_traced_to_their_words() -> None:
    found = made(OPENING)
    text = found.article.text or ""
    owners: tuple[Person | Place, ...] = (*found.people, *found.places)
    for owner in owners:
        assert owner.mentions
        assert {mention.span.of(text) for mention in owner.mentions} == {owner.name}
    (quote,) = found.quotes
    assert isinstance(quote, Quote)
    assert [span.of(text) for span in quote.spans] == ["It is done,"]
    assert quote.source
    assert quote.source.of(text) == "Ada Quill"
    assert quote.speaker == found.people[0].id


def test_an_event_alone_stands_under_its_own_headline() -> None:
    found = made(OPENING, title="Harbour opens")
    assert (found.article.text or "").startswith("Harbour opens\n\n7 November 2025\n\nThe mayor")
    assert evidence(found, found.events[0]) == found.article.text


def test_a_long_title_is_shortened_and_its_words_kept() -> None:
    found = made(ChronicleEntry(place="row 2", title="word " * 60), OPENING)
    assert found.events[0].title.endswith("…")
    assert evidence(found, found.events[0]) == ("word " * 60).strip()


def test_what_is_no_text_is_kept_beside_the_event() -> None:
    assert made(OPENING).events[0].extra == {"given": {"importance": 9}}


def test_dates_that_can_not_be_read_are_told_together_with_their_places() -> None:
    entries = [ChronicleEntry(place=f"row {n}", title="x", date="soon", trouble="soon") for n in range(2, 10)]
    (extraction, skipped) = chronicle("Chronicle", entries, "file.csv")
    assert isinstance(extraction, Extraction)
    assert len(extraction.events) == 8
    places = "row 2 (soon), row 3 (soon), row 4 (soon), row 5 (soon), row 6 (soon) and 3 more"
    assert reasons([extraction, skipped])[0].startswith(
        f"dates that can't be read for sure, in {places}; kept as words"
    )


def test_an_entry_without_words_is_left_out_with_its_place() -> None:
    found = list(chronicle("Chronicle", [OPENING, ChronicleEntry(place="row 3", date="2025")], "file.csv"))
    assert reasons(found) == ["no words, in row 3; left out"]


def test_many_entries_become_several_articles() -> None:
    entries = (ChronicleEntry(place=f"row {n}", title=f"Event {n}") for n in range(2, 2 * MOST_ENTRIES + 3))
    found = list(chronicles("list.csv", entries, "list.csv"))
    assert [(item.article.title, len(item.events)) for item in found if isinstance(item, Extraction)] == [
        ("list.csv (row 2 to row 501)", 500),
        ("list.csv (row 502 to row 1001)", 500),
        ("list.csv (row 1002 to row 1002)", 1),
    ]


def test_each_outlet_has_an_article_of_its_own() -> None:
    entries = [
        ChronicleEntry(place="row 2", title="a", outlet="The Post"),
        ChronicleEntry(place="row 3", title="b", outlet="The Gull"),
    ]
    found = [item for item in chronicles("list.csv", entries, "list.csv") if isinstance(item, Extraction)]
    assert [(item.article.source, dated(item)) for item in found] == [
        ("The Post", [("a", None)]),
        ("The Gull", [("b", None)]),
    ]


def test_hostile_characters_are_gone_from_all_texts() -> None:
    found = made(ChronicleEntry(place="row 2", title="a\x1b[31mb", people=["\u202eda"], given={"k\x1b": "v\x9b"}))
    assert "\x1b" not in repr(found)
    assert "\u202e" not in repr(found)
