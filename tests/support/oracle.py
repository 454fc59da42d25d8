"""A library in plain Python that knows nothing of indexes: what the real one must answer."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from newstimeline.model import Event, Extraction, Quote
from newstimeline.query import (
    All,
    Any,
    AsOf,
    Clock,
    Everything,
    HasDate,
    HasQuote,
    InTime,
    IsOwn,
    NameScope,
    Near,
    Not,
    OfBasis,
    OfKind,
    Query,
    Relation,
    Tagged,
    Words,
)
from newstimeline.when import When

NEVER = 2**63 - 1


_UNSPACED = (
    "CJK",
    "HIRAGANA",
    "KATAKANA",
    "IDEOGRAPHIC",
    "HANGZHOU",
    "COMBINING KATAKANA",
    "THAI",
    "LAO",
    "KHMER",
    "MYANMAR",
)
"""How the names of letters begin that are written without spaces between words."""
_MARKED_ALPHABETS = ("COMBINING", "HEBREW", "ARABIC", "VARIATION SELECTOR")
"""How the names of marks begin that make no other letter."""


def _is_silent(character: str) -> bool:
    is_mark = unicodedata.category(character) == "Mn"
    name = unicodedata.name(character, "")
    return (is_mark and name.startswith(_MARKED_ALPHABETS) and "KATAKANA" not in name) or name in (
        "SOFT HYPHEN",
        "ZERO WIDTH SPACE",
        "ZERO WIDTH JOINER",
        "ZERO WIDTH NON-JOINER",
        "ARABIC TATWEEL",
    )


def folded(text: str) -> str:
    bare = "".join(ch for ch in unicodedata.normalize("NFKD", text) if not _is_silent(ch))
    for letter, typed in zip("ł ø đ ħ ŧ ƀ ɨ ð þ æ œ".split(), "l o d h t b i d th ae oe".split(), strict=True):
        bare = bare.casefold().replace(letter, typed)
    return unicodedata.normalize("NFKC", bare.casefold())


def tokens_of(text: str) -> list[str]:
    """Words; each letter of those without spaces between them by itself."""
    tokens = [""]
    for ch in folded(text).replace("ı", "i"):
        if unicodedata.name(ch, "").startswith(_UNSPACED) and unicodedata.category(ch)[0] in "LMN":
            tokens += [ch, ""]
        elif unicodedata.category(ch)[0] in "LMN":
            tokens[-1] += ch
        elif tokens[-1]:
            tokens.append("")
    return [token for token in tokens if token]


def says(text: str, words: Words) -> bool:
    """Whether the words stand side by side in a text, the last one perhaps going on."""
    wanted, have = tokens_of(words.text), tokens_of(text)
    if not wanted:
        return False
    *whole, last = wanted
    for at in range(len(have) - len(wanted) + 1):
        found = have[at : at + len(wanted)]
        if found[:-1] == whole and (found[-1] == last or (words.prefix and found[-1].startswith(last))):
            return True
    return False


def changes(one: str, other: str) -> int:
    """Letters to change, add, leave out or swap with their neighbour (optimal string alignment)."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            best = min(row[j - 1] + 1, rows[i - 1][j] + 1, rows[i - 1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, rows[i - 2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]


def words_of(text: str) -> list[str]:
    """Words; what has no spaces between words as one word."""
    words = [""]
    for token in tokens_of(text):
        is_unspaced = unicodedata.name(token[0], "").startswith(_UNSPACED)
        if is_unspaced and words[-1] and unicodedata.name(words[-1][0], "").startswith(_UNSPACED):
            words[-1] += token
        else:
            words.append(token)
    return words[1:]


def is_near(text: str, near: str) -> bool:
    """Whether a word stands in a text, or one that is nearly it."""
    if unicodedata.name(near[0], "").startswith(_UNSPACED):
        return says(text, Words(near, prefix=False))
    allowed = {0: 0, 1: 0, 2: 0, 3: 1, 4: 1, 5: 1}
    return any(changes(near, word) <= allowed.get(len(near), 2) for word in tokens_of(text))


@dataclass(frozen=True)
class Told:
    """An event with its article's extraction."""

    extraction: Extraction
    event: Event

    @property
    def quotes(self) -> list[Quote]:
        return [quote for quote in self.extraction.quotes if quote.id in self.event.quotes]

    @property
    def people(self) -> set[str]:
        return {folded(p.name) for p in self.extraction.people if p.id in self.event.people}

    @property
    def places(self) -> set[str]:
        return {folded(p.name) for p in self.extraction.places if p.id in self.event.places}

    def texts(self, scope: NameScope) -> list[str]:
        names = {person.id: person.name for person in self.extraction.people}
        article, event = self.extraction.article, self.event
        people = [names[i] for i in event.people]
        speakers = [names[quote.speaker] for quote in self.quotes if quote.speaker]
        places = [place.name for place in self.extraction.places if place.id in event.places]
        said = [quote.text for quote in self.quotes]
        evidence = [event.evidence.of(article.text or "")] if event.evidence else []
        by_scope = {
            NameScope.ANYWHERE: [event.title, *evidence, *people, *places, *said, *speakers],
            NameScope.TITLE: [event.title, article.title],
            NameScope.SAID: said,
            NameScope.PERSON: people,
            NameScope.SPEAKER: speakers,
            NameScope.PLACE: places,
            NameScope.SOURCE: [article.source] if article.source else [],
        }
        return by_scope[scope]

    def time(self, clock: Clock) -> When | None:
        return self.event.when if clock is Clock.HAPPENED else self.extraction.article.published

    def means(self, query: Query, clock: Clock) -> bool:
        match query:
            case Everything():
                return True
            case IsOwn() | Tagged():
                raise NotImplementedError  # of readers, whose work no extraction has
            case Words():
                return any(says(text, query) for text in self.texts(query.scope))
            case Near(text, scope):
                return all(any(is_near(own, term) for own in self.texts(scope)) for term in words_of(text))
            case InTime():
                own = query.clock or clock
                return _in_time(self.time(own), query, may_be_open=own is Clock.HAPPENED)
            case AsOf(when):
                published = self.extraction.article.published
                return published is not None and published.end <= when.end
            case OfBasis(basis):
                return self.event.basis is basis
            case HasQuote():
                return bool(self.quotes)
            case HasDate():
                return self.event.when is not None
            case OfKind(kind):
                return any(quote.kind is kind for quote in self.quotes)
            case Not(inner):
                return not self.means(inner, clock)
            case All(parts):
                return all(self.means(part, clock) for part in parts)
            case Any(parts):
                return any(self.means(part, clock) for part in parts)

    def key(self, clock: Clock) -> tuple[int, ...]:
        """The place in the order of a clock."""
        happened, reported = (_ends(self.time(own)) for own in (Clock.HAPPENED, Clock.REPORTED))
        digest = blake2b(self.extraction.article.id.encode(), digest_size=8).digest()
        tie = (int.from_bytes(digest, "little", signed=True), self.extraction.events.index(self.event))
        return (*happened, reported[0], *tie) if clock is Clock.HAPPENED else (*reported, *happened, *tie)


def _ends(when: When | None) -> tuple[int, int]:
    return (when.start, -when.end) if when else (NEVER, -NEVER)


def _in_time(own: When | None, query: InTime, *, may_be_open: bool) -> bool:
    if own is None:
        return False
    asked = query.when
    before = not asked.open_start and not (may_be_open and own.open_end) and own.end <= asked.start
    after = not asked.open_end and not (may_be_open and own.open_start) and own.start >= asked.end
    match query.relation:
        case Relation.BEFORE:
            return before
        case Relation.AFTER:
            return after
        case Relation.WITHIN:
            is_asked_for = (own.open_end and asked.open_end) or (own.open_start and asked.open_start)
            begins_later = own.start >= asked.end and not asked.open_end
            ends_earlier = own.end <= asked.start and not asked.open_start
            return (may_be_open and is_asked_for) or not (begins_later or ends_earlier)


def found(extractions: Iterable[Extraction], query: Query, clock: Clock) -> list[Told]:
    """The events that a query means, in the order of a clock."""
    told = [Told(extraction, event) for extraction in extractions for event in extraction.events]
    return sorted((one for one in told if one.means(query, clock)), key=lambda one: one.key(clock))


def counted(groups: Iterable[Iterable[str]]) -> Counter[str]:
    """In how many of the groups each name is."""
    return Counter(name for group in groups for name in set(group))


def sources(told: Sequence[Told]) -> Counter[str]:
    return counted([{folded(one.extraction.article.source)} for one in told if one.extraction.article.source])
