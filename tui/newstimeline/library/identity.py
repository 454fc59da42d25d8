"""Which event is which: what lets one keep its id, and what a reader has tied to it, when its article is read again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

from newstimeline.model import Event, Extraction, Span

_SAME_PLACE = 0.5
"""Share of the characters of two pieces of evidence that both must have to be of the same event."""


@dataclass(frozen=True, slots=True)
class Identity:
    """An event of one article as the library knows it."""

    event: int | None
    """The library's id; None for an event that it does not have yet."""
    uid: str
    title: str
    evidence: Span | None


def identities(extraction: Extraction, known: Sequence[Identity] = ()) -> list[Identity]:
    """The identity of each event of an extraction, taken from the known ones where they are the same.

    The same event has the same evidence; else evidence that mostly overlaps, the best first; else the same title.
    """
    fresh = [
        Identity(None, uid, event.title, event.evidence)
        for uid, event in zip(_uids(extraction), extraction.events, strict=True)
    ]
    pairs = sorted(
        (
            (likeness, -old, -new)
            for old, one in enumerate(known)
            for new, other in enumerate(fresh)
            if (likeness := _likeness(one, other)) > 0
        ),
        reverse=True,
    )
    found: dict[int, Identity] = {}
    taken: set[int] = set()
    for _, old, new in pairs:
        if -new not in found and -old not in taken:
            found[-new] = known[-old]
            taken.add(-old)
    used = {identity.uid for identity in known}
    return [found.get(n) or _unused(identity, used) for n, identity in enumerate(fresh)]


def _likeness(one: Identity, other: Identity) -> float:
    """3 for the same identity, then how much of the evidence is the same, then a little for the same title."""
    if one.uid == other.uid:
        return 3.0
    title = 0.25 * (one.title == other.title)
    if not one.evidence or not other.evidence:
        return title
    shared = min(one.evidence.end, other.evidence.end) - max(one.evidence.start, other.evidence.start)
    whole = max(one.evidence.end, other.evidence.end) - min(one.evidence.start, other.evidence.start)
    return (1.0 + shared / whole if whole and shared / whole >= _SAME_PLACE else 0.0) + title


def _unused(identity: Identity, used: set[str]) -> Identity:
    """An identity that no earlier event has: its evidence may be that of an event which has moved away."""
    uid = identity.uid
    while uid in used:
        uid = blake2b(uid.encode(), digest_size=12).hexdigest()
    return Identity(None, uid, identity.title, identity.evidence)


def _uids(extraction: Extraction) -> list[str]:
    """A name for each event that follows from its article and evidence; the same in every library."""
    seen: Counter[str] = Counter()
    return [_uid(extraction.article.id, event, seen) for event in extraction.events]


def _uid(article: str, event: Event, seen: Counter[str]) -> str:
    where = f"{event.evidence.start}-{event.evidence.end}" if event.evidence else event.title
    seen[where] += 1
    identity = f"{article}\0{where}\0{seen[where]}"
    return blake2b(identity.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
