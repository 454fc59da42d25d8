"""JSON on its way out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from newstimeline.clean import escaped


def json_list(before: str, records: Iterable[object], after: str) -> Iterator[str]:
    """A list with a line for each record, between what stands before and after it in a document."""
    separator = before
    for record in records:
        yield separator + json_text(record)
        separator = ",\n"
    yield after if separator != before else before + after


def json_text(value: object) -> str:
    """One line of JSON that says all of a value, with what could do harm written by its number."""
    return escaped(json.dumps(value, ensure_ascii=False))
