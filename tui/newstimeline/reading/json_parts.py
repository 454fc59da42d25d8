"""Parts of a JSON object that may be missing or of another kind than is said: those are empty."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Value = Mapping[str, Any]


def text_of(value: Value, *names: str) -> str:
    """The first of these that is a text or a number, as a text."""
    for name in names:
        found = value.get(name)
        if isinstance(found, str) and found.strip():
            return found.strip()
        if isinstance(found, int | float) and not isinstance(found, bool):
            return str(found)[:40]
    return ""


def object_of(value: Value, name: str) -> Value:
    """The object of that name."""
    found = value.get(name)
    return found if isinstance(found, dict) else {}


def list_of(value: Value, name: str) -> list[Any]:
    """The list of that name."""
    found = value.get(name)
    return found if isinstance(found, list) else []


def objects_of(value: Value, name: str) -> list[Value]:
    """The objects in the list of that name, or the one object."""
    found = value.get(name)
    return [one for one in (found if isinstance(found, list) else [found]) if isinstance(one, dict)]


def without(value: Value, *names: str) -> dict[str, Any]:
    """What else an object has, without what is empty."""
    return {name: one for name, one in value.items() if name not in names and one not in (None, "", [], {})}
