"""Parts of a JSON object that may be missing or of another kind than is said: those are empty."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Value = Mapping[str, Any]


def text_of(value: Value, *names: str) -> str:
    """The first of these that is a text or a number, as a text."""
    for name in names:
        member = value.get(name)
        if isinstance(member, str) and member.strip():
            return member.strip()
        if isinstance(member, int | float) and not isinstance(member, bool):
            return str(member)[:40]
    return ""


def object_of(value: Value, name: str) -> Value:
    """The object of that name."""
    member = value.get(name)
    return member if isinstance(member, dict) else {}


def list_of(value: Value, name: str) -> list[Any]:
    """The list of that name."""
    member = value.get(name)
    return member if isinstance(member, list) else []


def objects_of(value: Value, name: str) -> list[Value]:
    """The objects in the list of that name, or the one object."""
    member = value.get(name)
    return [item for item in (member if isinstance(member, list) else [member]) if isinstance(item, dict)]


def without(value: Value, *names: str) -> dict[str, Any]:
    """What else an object has, without what is empty."""
    return {name: member for name, member in value.items() if name not in names and member not in (None, "", [], {})}
