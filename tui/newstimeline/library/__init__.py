"""The library: everything read and found, in one SQLite file.

The tables in `migrations/` are the truth and open to any SQLite tool. One process writes at a time, any number
read meanwhile (write-ahead log). What makes a million events as quick as a hundred is derived from them and stored
beside them: the words in full-text indexes (`words.py`), the numbers as numpy columns (`columns.py`), a chunk of
events at a time (`settling.py`).
"""

from newstimeline.library.columns import UNDATED
from newstimeline.library.errors import LibraryError
from newstimeline.library.found import Found
from newstimeline.library.preparing import Prepared, prepare
from newstimeline.library.reader import Known, Library
from newstimeline.library.views import (
    ArticleInfo,
    Counted,
    EventDetail,
    EventRow,
    Facets,
    PersonSeen,
    PlaceSeen,
    QuoteAt,
    QuoteSaid,
    Record,
    RoleSeen,
)
from newstimeline.library.writer import Added, LibraryWriter

__all__ = [
    "UNDATED",
    "Added",
    "ArticleInfo",
    "Counted",
    "EventDetail",
    "EventRow",
    "Facets",
    "Found",
    "Known",
    "Library",
    "LibraryError",
    "LibraryWriter",
    "PersonSeen",
    "PlaceSeen",
    "Prepared",
    "QuoteAt",
    "QuoteSaid",
    "Record",
    "RoleSeen",
    "prepare",
]
