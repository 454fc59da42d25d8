"""Which event is which: what lets one keep its id, and what a reader has tied to it, when its article is read again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b
from typing import NamedTuple

from newstimeline.model import Event, Extraction

_SAME_PLACE = 0.5
"""Share of the characters of two pieces of evidence that both must have to be of the same event."""


class Identity(NamedTuple):
    """An event of one article as the library knows it; a tuple, since many of them travel between processes."""

    event: int | None
    """The library's id; None for an event that it does not have yet."""
    uid: str
    title: str
    evidence: tuple[int, int] | None


def fresh_identities(extraction: Extraction) -> tuple[Identity, ...]:
    """The identity of each event of an extraction, as if none were known."""
    seen: Counter[str] = Counter()
    return tuple(
        Identity(
            None,
            _uid(extraction.article.id, event, seen),
            event.title,
            (event.evidence.start, event.evidence.end) if event.evidence else None,
        )
        for event in extraction.events
    )


def identities(fresh: Sequence[Identity], known: Sequence[Identity] = ()) -> Sequence[Identity]:
    """The identity of each event that was found, taken from the known ones where they are the same.

    The same event has the same evidence; else evidence that mostly overlaps, the best first; else the same title.
    """
    if not known:
        return fresh
    pairs = sorted(
        (
            (likeness, -old, -new)
            for old, identity in enumerate(known)
            for new, other in enumerate(fresh)
            if (likeness := _likeness(identity, other)) > 0
        ),
        reverse=True,
    )
    matched: dict[int, Identity] = {}
    taken: set[int] = set()
    for _, old, new in pairs:
        if -new not in matched and -old not in taken:
            matched[-new] = known[-old]
            taken.add(-old)
    used = {identity.uid for identity in known}
    return [matched.get(n) or _unused(identity, used) for n, identity in enumerate(fresh)]


def _likeness(identity: Identity, other: Identity) -> float:
    """3 for the same identity, then how much of the evidence is the same, then a little for the same title."""
    if identity.uid == other.uid:
        return 3.0
    title = 0.25 * (identity.title == other.title)
    if not identity.evidence or not other.evidence:
        return title
    (start, end), (other_start, other_end) = identity.evidence, other.evidence
    shared = min(end, other_end) - max(start, other_start)
    whole = max(end, other_end) - min(start, other_start)
    return (1.0 + shared / whole if whole and shared / whole >= _SAME_PLACE else 0.0) + title


def _unused(identity: Identity, used: set[str]) -> Identity:
    """An identity that no earlier event has: its evidence may be that of an event which has moved away."""
    uid = identity.uid
    while uid in used:
        uid = blake2b(uid.encode(), digest_size=12).hexdigest()
    return Identity(None, uid, identity.title, identity.evidence)


def _uid(article: str, event: Event, seen: Counter[str]) -> str:
    """A name for an event that follows from its article and evidence; the same in every library."""
    where = f"{event.evidence.start}-{event.evidence.end}" if event.evidence else event.title
    seen[where] += 1
    identity = f"{article}\0{where}\0{seen[where]}"
    return blake2b(identity.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
