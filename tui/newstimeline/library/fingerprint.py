"""A short text that says what was found in an article, to tell a second reading of it from another one.

It does not depend on the order of keys, on where the file lay, or on the program's version.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from hashlib import blake2b
from typing import Any

from newstimeline.model import Event, Extra, Extraction, Mention, Person, Place, Quote, Span, TimeExpression
from newstimeline.model_fields import model_fields, tuple_function
from newstimeline.when import When

_PREFIX = "2:"
"""Of fingerprints of the second kind. The first were hashes of the whole record as JSON, at four times the cost."""
_FIELDS: Mapping[type, str] = {
    TimeExpression: "id span text type value when anchor extra",
    Person: "id name roles mentions extra",
    Place: "id name mentions extra",
    Quote: "id kind text spans cue source speaker when extra",
    Event: "id title when basis time evidence people quotes places extra",
}
"""What the second kind began with, in its order. A field that came later follows, by its name, where it has a value: so
what was stored before keeps its fingerprint."""


def fingerprint(extraction: Extraction) -> str:
    """The fingerprint of an article's findings; its text is told apart by the article's own identity."""
    article = extraction.article
    value = (
        (article.source, article.url, _extra(article.stored_extra), _extra(extraction.extra)),
        tuple(map(_TELL[TimeExpression], extraction.times)),
        tuple(map(_TELL[Person], extraction.people)),
        tuple(map(_TELL[Place], extraction.places)),
        tuple(map(_TELL[Quote], extraction.quotes)),
        tuple(map(_TELL[Event], extraction.events)),
    )
    return _PREFIX + blake2b(repr(value).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def is_current(known: str) -> bool:
    """Whether a stored fingerprint is of the kind that is made now, and says something if it differs."""
    return known.startswith(_PREFIX)


def _extra(extra: Extra) -> str:
    return json.dumps(extra, sort_keys=True) if extra else ""


_TOLD: Mapping[object, str] = {
    str: "$",
    When: "$.edtf",
    Span: "($.start, $.end)",
    tuple[str, ...]: "$",
    tuple[Span, ...]: "tuple([(one.start, one.end) for one in $])",
    tuple[Mention, ...]: "tuple([(one.span.start, one.span.end, one.kind.value) for one in $])",
    Extra: "extra_text($)",
}
"""The expressions of a field's value `$` by its type."""


def teller(kind: type, first: str) -> Callable[[Any], tuple[Any, ...]]:
    """What tells a finding, by the fields that it began with; those that came later only where they have a value."""
    told = {field.name: field.told_by_type(_TOLD) for field in model_fields(kind)}
    later = (f"*((({name!r}, {told[name]}),) if it.{name} else ())" for name in told if name not in first.split())
    return tuple_function((*(told[name] for name in first.split()), *later), {"extra_text": _extra})


_TELL = {kind: teller(kind, first) for kind, first in _FIELDS.items()}
