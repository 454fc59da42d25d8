"""First names by gender, and which first names are also places; the names are in `word_lists/first_names.tsv`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

MALE, FEMALE = "m", "f"
_PLACE = "place"
"""Places as often as people: they tell a gender, but not that somebody is meant."""


@cache
def _first_names() -> dict[str, frozenset[str]]:
    """The traits of each name: its genders, and whether it is a place too."""
    lines = files(__package__).joinpath("word_lists", "first_names.tsv").read_text(encoding="utf-8").splitlines()
    names: dict[str, frozenset[str]] = {}
    for name, gender, also in (line.split("\t") for line in lines[1:]):
        names[name] = names.get(name, frozenset()) | {gender, also} - {""}
    return names


def gender_of_first_name(name: str) -> str:
    """The gender that a first name tells; empty if it tells none, or both."""
    traits = _first_names().get(_first_word(name), frozenset())
    return next(iter(traits & {MALE, FEMALE}), "") if not {MALE, FEMALE} <= traits else ""


def is_first_name(name: str) -> bool:
    """Whether a word is somebody's first name and hardly anything else."""
    traits = _first_names().get(_first_word(name))
    return traits is not None and _PLACE not in traits


def _first_word(name: str) -> str:
    """The first half of a name with a hyphen, "jean" of "Jean-Luc"; in lower case."""
    return name.lower().split("-")[0]
