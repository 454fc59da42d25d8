"""Words of the library that are spelt nearly as a given one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from functools import reduce

from newstimeline.arrays import Ints, np
from newstimeline.library.search_terms import is_unspaced, words_of
from newstimeline.library.word_index import NAME_TABLES, names_with
from newstimeline.query import NameScope

_MOST = 50
"""Words that one misspelt word stands for, the nearest ones."""


def near_words(connection: sqlite3.Connection, term: str) -> list[str]:
    """The words of events nearest to a term of the index, itself included if some event has it.

    Of what is written without spaces only itself is near.
    """
    if is_unspaced(term):
        return [term]
    connection.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.recent_terms USING fts5vocab(main, recent_words, row)")
    known = connection.execute("SELECT term FROM derived_word UNION SELECT term FROM temp.recent_terms")
    return _near(term, (known_term for (known_term,) in known))


def near_names(connection: sqlite3.Connection, scope: NameScope, term: str) -> Ints:
    """The ids of the people, places or outlets in whose names a word stands that is nearly a term of the index."""
    table = NAME_TABLES[scope]
    connection.execute(
        f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{table}_terms USING fts5vocab(main, {table}_words, row)"
    )
    known = connection.execute(f"SELECT term FROM temp.{table}_terms")
    near = [term] if is_unspaced(term) else _near(term, (known_term for (known_term,) in known))
    ids = [names_with(connection, scope, word, prefix=False) for word in near]
    return np.unique(np.concatenate([np.empty(0, dtype=np.int64), *ids]))


def names_near(connection: sqlite3.Connection, scope: NameScope, name: str) -> Ints:
    """The ids of the people, places or outlets each of whose given words is spelt nearly as one of theirs."""
    ids_by_term = [near_names(connection, scope, term) for term in words_of(name)]
    return reduce(np.intersect1d, ids_by_term) if ids_by_term else np.empty(0, dtype=np.int64)


def most_changes(length: int) -> int:
    """Letters that may be wrong, missing, too many or swapped in a word: as many as Lucene's "AUTO" fuzziness has."""
    return 0 if length < 3 else 1 if length < 6 else 2


def _near(word: str, known: Iterable[str]) -> list[str]:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    matches = process.extract(
        word, list(known), scorer=OSA.distance, score_cutoff=most_changes(len(word)), limit=_MOST, processor=None
    )
    return [term for term, _, _ in matches]
