from __future__ import annotations

from dataclasses import replace

from newstimeline.changes.application import apply, event_target, place, quote_target
from newstimeline.changes.change import Change, Kind, Target, Value, What
from newstimeline.model import Extraction, Span
from newstimeline.terms import Basis, QuoteKind
from unit.builders import TEXT, article, event, harbour

FOUND = harbour()
EVENT = event_target(FOUND.article.id, FOUND.events[0], TEXT)
QUOTE = quote_target(FOUND.article.id, FOUND.quotes[0])
PERSON = Target(Kind.PERSON, FOUND.article.id, None, "Ada Quill")


def change(what: What, value: Value, target: Target = EVENT, id: str = "c1") -> Change:
    return Change(id=id, made="2025-11-08T10:00:00+00:00", who="Ann", what=what, target=target, value=value)


def changed(*changes: Change, found: Extraction = FOUND) -> Extraction:
    return apply(found, changes).extraction


def test_a_corrected_date_rests_on_the_reader() -> None:
    one = changed(change(What.DATE, "2025-10")).events[0]
    assert (str(one.when), one.basis, one.time) == ("2025-10", Basis.CORRECTED, None)


def test_a_corrected_date_may_be_none() -> None:
    one = changed(change(What.DATE, None)).events[0]
    assert (one.when, one.basis) == (None, Basis.CORRECTED)


def test_a_title_is_the_readers() -> None:
    assert changed(change(What.TITLE, "Harbour opened")).events[0].title == "Harbour opened"


def test_a_hidden_event_is_left_out_and_its_change_has_its_place() -> None:
    applied = apply(FOUND, [change(What.HIDDEN, True)])
    assert len(applied.extraction.events) == len(FOUND.events) - 1
    assert applied.lost == ()


def test_an_event_by_hand_is_added_and_dated() -> None:
    by_hand = Target(Kind.ARTICLE, FOUND.article.id, None, "c1")
    added = change(What.EVENT, "The first ship left", by_hand)
    dated = change(What.DATE, "2025-11-09", Target(Kind.EVENT, FOUND.article.id, None, "hand-c1"), "c2")
    last = changed(added, dated).events[-1]
    assert (last.title, str(last.when), last.evidence) == ("The first ship left", "2025-11-09", None)


def test_another_speaker_becomes_a_person_of_the_article_and_of_the_event() -> None:
    found = changed(change(What.SPEAKER, "Bea Lund", QUOTE))
    names = {person.id: person.name for person in found.people}
    assert names[found.quotes[0].speaker or ""] == "Bea Lund"
    at = next(one for one in found.events if found.quotes[0].id in one.quotes)
    assert "Bea Lund" in [names[person] for person in at.people]


def test_a_speaker_whom_the_article_knows_is_that_person() -> None:
    unattributed = changed(change(What.SPEAKER, None, QUOTE))
    assert unattributed.quotes[0].speaker is None
    found = changed(change(What.SPEAKER, "ada quill", QUOTE), found=unattributed)
    assert found.quotes[0].speaker == "p1"
    assert len(found.people) == len(FOUND.people)


def test_a_quote_takes_another_kind() -> None:
    assert changed(change(What.KIND, "mixed", QUOTE)).quotes[0].kind is QuoteKind.MIXED


def test_a_person_of_one_article_takes_another_name() -> None:
    assert changed(change(What.NAME, "Ada Quill (engineer)", PERSON)).people[0].name == "Ada Quill (engineer)"


def test_marks_and_notes_change_nothing_that_was_found() -> None:
    applied = apply(FOUND, [change(What.MARK, ""), change(What.NOTE, "Check this.", QUOTE, "c2")])
    assert applied.extraction == FOUND
    assert applied.placed == {"c1": (Kind.EVENT, FOUND.events[0].id), "c2": (Kind.QUOTE, FOUND.quotes[0].id)}


def test_a_change_finds_evidence_that_is_drawn_a_little_differently() -> None:
    evidence = FOUND.events[0].evidence
    assert evidence
    shorter = replace(FOUND.events[0], id="e9", title="Other", evidence=Span(evidence.start, evidence.end - 3))
    assert place(EVENT, replace(FOUND, events=(shorter,))) == "e9"


def test_a_change_finds_its_words_in_another_version_of_the_article() -> None:
    evidence = FOUND.events[0].evidence
    assert evidence
    moved = TEXT.replace("Harbour opens\n\n", "Harbour opens\n\nUpdated on Saturday with more from the mayor.\n\n")
    by = len(moved) - len(TEXT)
    later = replace(FOUND.events[0], id="e9", title="Other", evidence=Span(evidence.start + by, evidence.end + by))
    version = replace(FOUND, article=article(text=moved), events=(later,))
    assert place(EVENT, version) == "e9"


def test_a_change_whose_place_is_gone_is_lost_and_harms_nothing() -> None:
    gone = change(What.DATE, "2025-10", Target(Kind.EVENT, FOUND.article.id, None, "No such event"))
    applied = apply(FOUND, [gone])
    assert (applied.extraction, applied.lost) == (FOUND, ("c1",))


def test_an_event_without_text_is_found_by_its_title() -> None:
    bare = Extraction(article=article(text=None), events=(event("e1", "One"), event("e2", "Two")))
    target = event_target(bare.article.id, bare.events[1], None)
    assert place(target, bare) == "e2"
