"""Extractions of data that tells events itself: rows of a table, slides, entries of a calendar.

They get a text of their own, in which each event has its stretch: its date and headline, what is told of it, who and
where. So such events can be searched, read and traced like those of an article, and nothing of their source is lost:
what no event has a place for stands in the text by its name, or in `extra` under "given" where it is no text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from newstimeline.article_identity import article_id
from newstimeline.clean import clean_line
from newstimeline.model import Article, Event, Extraction, Mention, Person, Place, Quote, Span, TimeExpression
from newstimeline.reading.clean_json import harmless
from newstimeline.reading.outcome import Skipped, named
from newstimeline.reading.plain import LONGEST_HEADLINE, shortened
from newstimeline.terms import Basis, QuoteKind
from newstimeline.when import Precision, When

MOST_ENTRIES = 500
_MOST_CHARACTERS = 1_000_000
"""Of one article, so that a long file needs no more memory than a short one."""
_CANCELLED = re.compile(r"\W*cancell?ed\b", re.IGNORECASE)
_MARKS = '"“”„«» '


@dataclass(frozen=True, slots=True, kw_only=True)
class ChronicleEntry:
    """An event as a file tells it; its texts may come as they stand there."""

    place: str
    """Where it stands, such as "row 7"."""
    title: str = ""
    date: str = ""
    """As the file has it."""
    when: When | None = None
    """What `date` means; None where there is none, or none that could be read."""
    trouble: str = ""
    """What of the date could not be read."""
    paragraphs: Sequence[str] = ()
    people: Sequence[str] = ()
    places: Sequence[str] = ()
    quote: str = ""
    speaker: str = ""
    outlet: str = ""
    details: Sequence[tuple[str, str]] = ()
    """What else there is, by name."""
    given: Mapping[str, object] = field(default_factory=dict)
    """What is no text."""

    @property
    def size(self) -> int:
        """Characters, about."""
        texts = chain((self.title, self.quote), self.paragraphs, (text for _, text in self.details))
        return sum(map(len, texts))


def file_title(path: str) -> str:
    """What to call what a file holds that has no title of its own: the name of the file."""
    return clean_line(path.replace("\\", "/").rpartition("/")[2])


def chronicles(
    title: str, entries: Iterable[ChronicleEntry], path: str, *, intro: Sequence[str] = ()
) -> Iterator[Extraction | Skipped]:
    """Make of a long row of entries an article for every few hundred of them and for each of their outlets."""
    waiting = list[ChronicleEntry]()
    size = parts = 0
    for entry in entries:
        if waiting and (len(waiting) >= MOST_ENTRIES or size > _MOST_CHARACTERS):
            parts += 1
            yield from _by_outlet(title, waiting, path, () if parts > 1 else intro, split=True)
            waiting, size = [], 0
        waiting.append(entry)
        size += entry.size
    if waiting:
        yield from _by_outlet(title, waiting, path, () if parts else intro, split=parts > 0)
    else:
        yield Skipped(path, "it has no events")


def _by_outlet(
    title: str, entries: Sequence[ChronicleEntry], path: str, intro: Sequence[str], *, split: bool
) -> Iterator[Extraction | Skipped]:
    outlets: dict[str, list[ChronicleEntry]] = {}
    for entry in entries:
        outlets.setdefault(clean_line(entry.outlet), []).append(entry)
    part = f"{title} ({entries[0].place} to {entries[-1].place})" if split else title
    for outlet, some in outlets.items():
        yield from chronicle(part, some, path, intro=intro, source=outlet or None)


def chronicle(
    title: str,
    entries: Sequence[ChronicleEntry],
    path: str,
    *,
    intro: Sequence[str] = (),
    published: When | None = None,
    source: str | None = None,
    url: str | None = None,
    given: Mapping[str, object] | None = None,
) -> Iterator[Extraction | Skipped]:
    """Make one article of entries, and one reason of all that could not be read of them."""
    with_words = [entry for entry in entries if _headline(entry)]
    title = clean_line(title) or (_headline(with_words[0]) if len(with_words) == 1 else file_title(path))
    if with_words:
        told = _Telling(title, intro)
        for entry in with_words:
            told.add(entry, alone=len(with_words) == 1)
        yield told.extraction(
            Article(
                id=article_id(title, published, told.text),
                title=title,
                published=published,
                source=source,
                url=url,
                path=path,
                text=told.text,
                extra={"given": harmless(dict(given))} if given else {},
            )
        )
    yield from _troubles(entries, path)


def _troubles(entries: Sequence[ChronicleEntry], path: str) -> Iterator[Skipped]:
    undated = [f"{entry.place} ({clean_line(entry.trouble)[:60]})" for entry in entries if entry.trouble]
    if undated:
        what = "a date" if len(undated) == 1 else "dates"
        reason = f"{what} that can't be read for sure, in {named(undated)}; kept as words"
        yield Skipped(path, f"{reason}. Write 2025-11-07, 2025-11, 2025 or 2025-08/2025-10")
    wordless = [entry.place for entry in entries if not _headline(entry)]
    if wordless:
        yield Skipped(path, f"no words, in {named(wordless)}; left out")


def _headline(entry: ChronicleEntry) -> str:
    """The title, or the beginning of the first words that there are."""
    texts = chain((entry.title,), entry.paragraphs, (entry.quote,), filter(_has_letters, (t for _, t in entry.details)))
    words = next((line for line in map(clean_line, texts) if line), "")
    return words if len(words) <= LONGEST_HEADLINE else shortened(words)


def _has_letters(text: str) -> bool:
    """Whether a detail can be a headline: a number, as of bytes or of seconds, says nothing without its name."""
    return any(map(str.isalpha, text))


def says_cancelled(status: str) -> bool:
    """Whether a status means that an event was called off: iCalendar's, schema.org's and IPTC's
    (http://cv.iptc.org/newscodes/eventoccurstatus/eos6), or in words."""
    return status.strip().casefold().endswith(("cancelled", "canceled", ":eos6", "/eos6"))


def as_cancelled(title: str) -> str:
    """The title of an event that was called off, which says so."""
    return title if not title.strip() or _CANCELLED.match(title) else f"Cancelled: {title}"


def _words_of(entry: ChronicleEntry, title: str) -> str:
    """All that an entry tells, a paragraph each; a headline that is the title of all is not said again."""
    headline = clean_line(entry.title)
    head = " ".join(filter(None, (_date_of(entry), "" if headline == title else headline)))
    told = [head, *(line for line in map(clean_line, entry.paragraphs) if line and line != headline)]
    quote, speaker = _quoted(entry), clean_line(entry.speaker)
    if quote and quote not in "\n".join(told):
        told.append(f"“{quote}”" + (f" — {speaker}" if speaker else ""))
    for name, texts in (("People", (*entry.people, speaker)), ("Places", entry.places)):
        before = "\n".join(told)
        if unsaid := [text for text in map(clean_line, texts) if text and not _standing(text, before)]:
            told.append(f"{name}: {'; '.join(dict.fromkeys(unsaid))}")
    for name, text in (("Source", entry.outlet), *entry.details):
        if line := clean_line(text):
            told.append(f"{clean_line(name)}: {line}")
    return "\n\n".join(filter(None, told))


def _date_of(entry: ChronicleEntry) -> str:
    return clean_line(entry.date) or (entry.when.edtf if entry.when else "")


def _quoted(entry: ChronicleEntry) -> str:
    return clean_line(entry.quote).strip(_MARKS)


def _standing(name: str, text: str) -> list[Span]:
    """Where a name stands in a text as words of its own."""
    spans = list[Span]()
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        if not (_is_of_word(text[start - 1 : start]) or _is_of_word(text[end : end + 1])):
            spans.append(Span(start, end))
        start = text.find(name, end)
    return spans


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_"


class _Telling:
    """The text as it grows, and what points into it."""

    def __init__(self, title: str, intro: Iterable[str]) -> None:
        self._pieces = list(filter(None, (title, *map(clean_line, intro))))
        self._title = title
        self._length = len(self.text)
        self._people: dict[str, Person] = {}
        self._places: dict[str, Place] = {}
        self._times: list[TimeExpression] = []
        self._quotes: list[Quote] = []
        self._events: list[Event] = []

    @property
    def text(self) -> str:
        """What has been told so far."""
        return "\n\n".join(self._pieces)

    def add(self, entry: ChronicleEntry, *, alone: bool) -> None:
        """Tell one more event; one that is `alone` may have the title of all as its headline."""
        headline = _headline(entry)
        words = _words_of(entry, self._title if alone else "")
        begin = self._length + len("\n\n") if words else self._length
        self._pieces += filter(None, (words,))
        self._length = begin + len(words)
        under_title = alone and headline == self._title
        people = {name: self._person(name, words, begin) for name in _names((*entry.people, entry.speaker))}
        places = [self._place(name, words, begin) for name in _names(entry.places)]
        quote = self._quote(entry, words, begin, people.get(clean_line(entry.speaker), ""))
        self._events.append(
            Event(
                id=f"e{len(self._events) + 1}",
                title=headline,
                when=entry.when,
                basis=Basis.STATED if entry.when else None,
                time=self._time(entry, begin) if entry.when else None,
                evidence=Span(0 if under_title else begin, self._length),
                people=tuple(dict.fromkeys(people.values())),
                quotes=(quote,) if quote else (),
                places=tuple(dict.fromkeys(places)),
                extra={"given": harmless(dict(entry.given))} if entry.given else {},
            )
        )

    def extraction(self, article: Article) -> Extraction:
        """All that was told, as what was found in the article."""
        return Extraction(
            article=article,
            times=tuple(self._times),
            people=tuple(self._people.values()),
            places=tuple(self._places.values()),
            quotes=tuple(self._quotes),
            events=tuple(self._events),
        )

    def _time(self, entry: ChronicleEntry, begin: int) -> str | None:
        when, words = entry.when, _date_of(entry)
        if when is None:
            return None
        kind = "TIME" if when.precision <= Precision.HOUR else "DATE"
        time = TimeExpression(
            id=f"t{len(self._times) + 1}",
            span=Span(begin, begin + len(words)),
            text=words,
            type=kind,
            value=when.edtf,
            when=when,
        )
        self._times.append(time)
        return time.id

    def _person(self, name: str, words: str, begin: int) -> str:
        known = self._people.get(name.casefold()) or Person(id=f"p{len(self._people) + 1}", name=name)
        self._people[name.casefold()] = replace(known, mentions=(*known.mentions, *_mentions(name, words, begin)))
        return known.id

    def _place(self, name: str, words: str, begin: int) -> str:
        known = self._places.get(name.casefold()) or Place(id=f"l{len(self._places) + 1}", name=name)
        self._places[name.casefold()] = replace(known, mentions=(*known.mentions, *_mentions(name, words, begin)))
        return known.id

    def _quote(self, entry: ChronicleEntry, words: str, begin: int, speaker: str) -> str:
        said = _quoted(entry)
        if not said:
            return ""
        start = words.find(said)
        sources = [*_standing(clean_line(entry.speaker), words[start + len(said) :])] if speaker else []
        after = begin + start + len(said)
        quote = Quote(
            id=f"q{len(self._quotes) + 1}",
            kind=QuoteKind.DIRECT,
            text=said,
            spans=(Span(begin + start, after),),
            source=Span(after + sources[0].start, after + sources[0].end) if sources else None,
            speaker=speaker or None,
            when=entry.when,
        )
        self._quotes.append(quote)
        return quote.id


def _names(texts: Iterable[str]) -> Iterable[str]:
    """Each name once, so that none of its mentions is found twice."""
    return dict.fromkeys(filter(None, map(clean_line, texts)))


def _mentions(name: str, words: str, begin: int) -> Iterator[Mention]:
    return (Mention(Span(begin + span.start, begin + span.end)) for span in _standing(name, words))
