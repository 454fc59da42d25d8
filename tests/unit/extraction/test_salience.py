from dataclasses import replace

import pytest

from newstimeline.extraction.salience import Signs, salience, saliences
from newstimeline.model import Article, Event, Extraction, Mention, Person, Span
from newstimeline.terms import Basis

NOTHING = Signs(headline=0, lead=0, protagonists=0, main_clause=0, stated_date=0, understandable=0)
TITLE = "Council closes bridge"
TEXT = f"{TITLE}\n\nThe council closed the bridge. A dog barked." + " Nothing else is known." * 40 + " A bird sang."


def found(*titles: str, **changes: object) -> Extraction:
    events = []
    for number, title in enumerate(titles, 1):
        start = TEXT.index(title)
        events.append(Event(id=f"e{number}", title=title, evidence=Span(start, start + len(title))))
    article = Article(id="a", title=TITLE, text=TEXT)
    return replace(Extraction(article=article, events=tuple(events)), **changes)  # type: ignore[arg-type]


def test_an_event_without_any_sign_has_none() -> None:
    assert salience(NOTHING) == 0


def test_all_signs_together_are_one() -> None:
    assert salience(Signs(1, 1, 1, 1, 1, 1)) == pytest.approx(1)


@pytest.mark.parametrize("sign", list(Signs.__dataclass_fields__))
def test_each_sign_counts(sign: str) -> None:
    assert salience(replace(NOTHING, **{sign: 1.0})) > 0


def test_what_the_headline_tells_outweighs_a_detail_of_the_same_paragraph() -> None:
    weights = saliences(found("The council closed the bridge", "A dog barked"))
    assert weights["e1"] > weights["e2"]


def test_what_stands_first_outweighs_what_stands_last() -> None:
    weights = saliences(found("A dog barked", "A bird sang"))
    assert weights["e1"] > weights["e2"]


def test_who_is_mentioned_most_makes_an_event_weigh_more() -> None:
    plain = found("A dog barked", "A bird sang")
    mentions = tuple(Mention(Span(i, i + 1)) for i in range(5))
    person = Person(id="p1", name="Jane Roe", mentions=mentions)
    told = tuple(replace(event, people=("p1",)) for event in plain.events)
    assert saliences(replace(plain, people=(person,), events=told))["e1"] > saliences(plain)["e1"]


def test_a_date_in_words_makes_an_event_weigh_more() -> None:
    plain = found("A dog barked")
    dated = replace(plain, events=(replace(plain.events[0], basis=Basis.STATED),))
    assert saliences(dated)["e1"] > saliences(plain)["e1"]


def test_a_pronoun_makes_an_event_weigh_less() -> None:
    plain = found("A dog barked")
    obscure = replace(plain, events=(replace(plain.events[0], title="It barked"),))
    assert saliences(obscure)["e1"] < saliences(plain)["e1"]


def test_an_event_without_evidence_has_a_weight() -> None:
    event = Event(id="e1", title="The council closed the bridge")
    assert 0 <= saliences(found(events=(event,)))["e1"] <= 1
