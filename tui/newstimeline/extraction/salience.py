"""How much an event matters to its article: from the article itself, without a look at others.

What a headline says, and what stands first, is what the article is about: the lead is a baseline that summaries of news
hardly beat (Nenkova 2005), and position, headline and how often those taking part are mentioned are what tells most of
the salience of events (Liu et al. 2018). The weights are ours.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from newstimeline.extraction.subject_names import OBSCURE
from newstimeline.model import Event, Extraction
from newstimeline.terms import Basis

_WEIGHTS: Mapping[str, float] = {
    "headline": 0.35,
    "lead": 0.25,
    "protagonists": 0.15,
    "main_clause": 0.10,
    "stated_date": 0.10,
    "understandable": 0.05,
}
"""What each sign is worth; together one."""
_LEAD = 300
"""Characters of the body that count as its beginning; from there on the sign falls to nothing at the end."""
_STEM = 5
"""Letters by which two words count as the same: "launched", "launches"."""
_WORD = re.compile(r"[^\W\d_]{3,}|\d+")
_COMMON = frozenset(
    """the and for with from that this have has had was were will would could not but are its his her their who what
    when where how why after before over into about than more said says new been they them you your our out""".split()
)


@dataclass(frozen=True, slots=True)
class Signs:
    """What tells of an event's weight, each between 0 and 1."""

    headline: float
    """Which share of the headline's words the event has."""
    lead: float
    """1 at the beginning of the body, 0 at its end."""
    protagonists: float
    """Which share of all mentions of people are of those who take part."""
    main_clause: float
    """1 for a whole sentence, 0 for a clause that only says more of another one's noun or time."""
    stated_date: float
    """1 where the text gives the date in words."""
    understandable: float
    """0 where the title begins with a word for somebody, or something, of an earlier sentence."""


def salience(signs: Signs) -> float:
    """A number from 0, trivia, to 1, what the article is about."""
    values = asdict(signs)
    return sum(weight * min(max(float(values[name]), 0.0), 1.0) for name, weight in _WEIGHTS.items())


def saliences(extraction: Extraction) -> dict[str, float]:
    """The salience of every event of an article, by its id."""
    text, title = extraction.article.text or "", extraction.article.title
    body = len(title) if text.startswith(title) else 0
    mentions = Counter({person.id: len(person.mentions) for person in extraction.people})
    headline = _words(title)
    return {event.id: salience(_signs(event, headline, text, body, mentions)) for event in extraction.events}


def _signs(event: Event, headline: frozenset[str], text: str, body: int, mentions: Counter[str]) -> Signs:
    words = _words(event.title if event.evidence is None else f"{event.title} {event.evidence.of(text)}")
    start = event.evidence.start if event.evidence else body
    first_word = event.title.split(maxsplit=1)[0].lower() if event.title.strip() else ""
    everybody = sum(mentions.values())
    return Signs(
        headline=len(words & headline) / len(headline) if headline else 0.0,
        lead=1 - max(0, start - body - _LEAD) / max(len(text) - body - _LEAD, 1),
        protagonists=sum(mentions[person] for person in event.people) / everybody if everybody else 0.0,
        main_clause=float(_begins_sentence(text, start)),
        stated_date=float(event.basis is Basis.STATED),
        understandable=float(first_word not in OBSCURE and first_word not in _OWNERS),
    )


_OWNERS = frozenset(("his", "her", "its", "their"))


def _words(text: str) -> frozenset[str]:
    """The words that mean something, cut to their stems."""
    return frozenset(word[:_STEM] for word in _WORD.findall(text.lower()) if word not in _COMMON)


def _begins_sentence(text: str, start: int) -> bool:
    """Whether the evidence is the beginning of a sentence, but for a short opening."""
    before = text[max(0, start - 40) : start].rstrip(" \t\"'“‘([—–-")
    return not before or before.endswith(("\n", ".", "!", "?", "”", "’", '"', ":"))
