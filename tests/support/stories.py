"""A small invented story, told in two articles, with every kind of date and quote."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from newstimeline.article_identity import article_id
from newstimeline.library.writer import LibraryWriter
from newstimeline.model import Article, Event, Extraction, Mention, Person, Place, Quote, Span, TimeExpression
from newstimeline.terms import Basis, QuoteKind
from newstimeline.when import parse

_FIRST = """Harbour bridge to close

Mayor Ada Lind said on Monday that the old harbour bridge would close. “It is not safe,” Lind said. \
The engineer Bo Ek inspected it in March and told the council that “the iron is tired.” \
The bridge was built around 1911. A ferry once ran there."""

_SECOND = """Bridge closed, ferry returns

The harbour bridge closed on Friday. Ada Lind opened the new ferry at 14:30. \
“We are glad,” a spokesman said. The works will last from June to August."""


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


class _Story:
    """Collects what is found in one article; spans are named by their words."""

    def __init__(self, text: str, published: str, source: str) -> None:
        title = text.partition("\n")[0]
        when = parse(published)
        self.text = text
        self.article = Article(
            id=article_id(title, when, text), title=title, published=when, source=source, text=text, path="story.txt"
        )
        self.times: list[TimeExpression] = []
        self.people: list[Person] = []
        self.places: list[Place] = []
        self.quotes: list[Quote] = []
        self.events: list[Event] = []

    def person(self, name: str, role: str) -> str:
        mention = Mention(_span(self.text, name))
        self.people.append(Person(id=f"p{len(self.people) + 1}", name=name, roles=(role,), mentions=(mention,)))
        return self.people[-1].id

    def place(self, name: str, words: str) -> str:
        self.places.append(
            Place(id=f"l{len(self.places) + 1}", name=name, mentions=(Mention(_span(self.text, words)),))
        )
        return self.places[-1].id

    def time(self, words: str, edtf: str) -> str:
        self.times.append(
            TimeExpression(
                id=f"t{len(self.times) + 1}",
                span=_span(self.text, words),
                text=words,
                type="DATE",
                value=edtf.rstrip("~"),
                when=parse(edtf),
                anchor=self.article.published,
            )
        )
        return self.times[-1].id

    def quote(self, words: str, speaker: str | None, source: str) -> str:
        self.quotes.append(
            Quote(
                id=f"q{len(self.quotes) + 1}",
                kind=QuoteKind.DIRECT,
                text=words,
                spans=(_span(self.text, words),),
                source=_span(self.text, source),
                speaker=speaker,
            )
        )
        return self.quotes[-1].id

    def event(
        self,
        title: str,
        evidence: str,
        date: str | None,
        basis: Basis | None,
        *,
        time: str | None = None,
        people: Iterable[str] = (),
        quotes: Iterable[str] = (),
        places: Iterable[str] = (),
    ) -> None:
        self.events.append(
            Event(
                id=f"e{len(self.events) + 1}",
                title=title,
                when=parse(date) if date else None,
                basis=basis,
                time=time,
                evidence=_span(self.text, evidence),
                people=tuple(people),
                quotes=tuple(quotes),
                places=tuple(places),
            )
        )

    def extraction(self) -> Extraction:
        return Extraction(
            article=self.article,
            times=tuple(self.times),
            people=tuple(self.people),
            places=tuple(self.places),
            quotes=tuple(self.quotes),
            events=tuple(self.events),
        )


def _first_article() -> Extraction:
    story = _Story(_FIRST, "2024-05-07", "harbournews.example")
    lind = story.person("Ada Lind", "Mayor")
    ek = story.person("Bo Ek", "engineer")
    bridge = story.place("harbour bridge", "old harbour bridge")
    monday, march = story.time("Monday", "2024-05-06"), story.time("March", "2024-03")
    built = story.time("around 1911", "1911~")
    unsafe, tired = story.quote("It is not safe,", lind, "Lind"), story.quote("the iron is tired.", ek, "Bo Ek")
    story.event(
        "Ada Lind says the harbour bridge will close",
        "Mayor Ada Lind said on Monday that the old harbour bridge would close",
        "2024-05-06",
        Basis.STATED,
        time=monday,
        people=[lind],
        quotes=[unsafe],
        places=[bridge],
    )
    story.event(
        "Bo Ek inspects the bridge",
        "The engineer Bo Ek inspected it in March",
        "2024-03",
        Basis.STATED,
        time=march,
        people=[ek],
        places=[bridge],
    )
    story.event(
        "Bo Ek warns the council",
        "told the council that “the iron is tired.”",
        "2024-03",
        Basis.INHERITED,
        time=march,
        people=[ek],
        quotes=[tired],
    )
    story.event("The bridge is built", "The bridge was built around 1911", "1911~", Basis.STATED, time=built)
    story.event("A ferry runs in the harbour", "A ferry once ran there", None, None)
    return story.extraction()


def _second_article() -> Extraction:
    story = _Story(_SECOND, "2024-05-11", "daily.example")
    lind = story.person("Ada Lind", "mayor")
    friday, half_past = story.time("Friday", "2024-05-10"), story.time("14:30", "2024-05-10T14:30")
    works = story.time("from June to August", "2024-06/2024-08")
    glad = story.quote("We are glad,", None, "a spokesman")
    story.event(
        "The harbour bridge closes", "The harbour bridge closed on Friday", "2024-05-10", Basis.STATED, time=friday
    )
    story.event(
        "Ada Lind opens the new ferry",
        "Ada Lind opened the new ferry at 14:30",
        "2024-05-10T14:30",
        Basis.STATED,
        time=half_past,
        people=[lind],
    )
    story.event("A spokesman is glad", "“We are glad,” a spokesman said", "2024-05-11", Basis.PUBLISHED, quotes=[glad])
    story.event(
        "The works go on", "The works will last from June to August", "2024-06/2024-08", Basis.STATED, time=works
    )
    return story.extraction()


def story() -> list[Extraction]:
    """Nine events: years, months, days, a time of day, a span and one undated; three quotes; two people."""
    return [_first_article(), _second_article()]


def make_library(path: Path, extractions: Iterable[Extraction]) -> Path:
    """A library file with these extractions."""
    with LibraryWriter(path) as writer:
        writer.add((extraction, None) for extraction in extractions)
    return path
