"""Names of nations and large cities, so that a bare "Beijing" that says something is nobody's name.

The list is `word_lists/cities.tsv`, cut from GeoNames.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def _places() -> frozenset[str]:
    lines = files(__package__).joinpath("word_lists", "cities.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(line.partition("\t")[0] for line in lines[2:])


def is_nation_or_city(name: str) -> bool:
    """Whether a name is that of a nation or of a large city, whoever else bears it."""
    return name.lower() in _places()
