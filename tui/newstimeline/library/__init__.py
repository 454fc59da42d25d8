"""The library: everything read and found, in one SQLite file.

The tables in `migrations/` are the truth and open to any SQLite tool. One process writes at a time, any number
read meanwhile (write-ahead log). The order on the timeline, the densities and the counts are computed over numpy
columns (`columns.py`), since counting them in SQL takes seconds at a million events.
"""

from newstimeline.library.columns import Columns
from newstimeline.library.opening import LibraryError
from newstimeline.library.reader import Library
from newstimeline.library.views import ArticleInfo, EventDetail, EventRow, PersonSeen, QuoteSaid
from newstimeline.library.writer import Added, LibraryWriter

__all__ = [
    "Added",
    "ArticleInfo",
    "Columns",
    "EventDetail",
    "EventRow",
    "Library",
    "LibraryError",
    "LibraryWriter",
    "PersonSeen",
    "QuoteSaid",
]
