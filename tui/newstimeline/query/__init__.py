"""The query language: one grammar for the search bar, `list` and whatever else asks the library.

Words match by prefix and all must match; `"a phrase"`, `-not`, `OR`, `( )`; fields `person:` `speaker:` `said:`
`place:` `source:` `title:` `kind:` `basis:` `has:`; time `on:` `in:` `before:` `after:`.
"""

from newstimeline.query.parser import QueryError, parse_query, person_filter
from newstimeline.query.tree import All, Any, Everything, HasDate, HasQuote, InTime, Not, OfBasis, OfKind, Query, Words

__all__ = [
    "All",
    "Any",
    "Everything",
    "HasDate",
    "HasQuote",
    "InTime",
    "Not",
    "OfBasis",
    "OfKind",
    "Query",
    "QueryError",
    "Words",
    "parse_query",
    "person_filter",
]
