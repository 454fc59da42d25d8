"""The query language: one grammar for the search bar, `list` and whatever else asks the library.

Words match by prefix and all must match; `"a phrase"`, `-not`, `OR`, `( )`, `~misspelt`; fields `person:` `speaker:`
`said:` `place:` `source:` `title:` `kind:` `basis:` `has:`; time `on:` `in:` `before:` `after:` `reported:` `asof:`.
"""

from newstimeline.query.parser import Part, QueryError, name_filter, parse_query, query_parts
from newstimeline.query.suggesting import Suggestion, suggestions
from newstimeline.query.tree import (
    All,
    Any,
    AsOf,
    Clock,
    Everything,
    HasDate,
    HasQuote,
    InTime,
    Near,
    Not,
    OfBasis,
    OfKind,
    Query,
    Relation,
    Scope,
    Words,
)

__all__ = [
    "All",
    "Any",
    "AsOf",
    "Clock",
    "Everything",
    "HasDate",
    "HasQuote",
    "InTime",
    "Near",
    "Not",
    "OfBasis",
    "OfKind",
    "Part",
    "Query",
    "QueryError",
    "Relation",
    "Scope",
    "Suggestion",
    "Words",
    "name_filter",
    "parse_query",
    "query_parts",
    "suggestions",
]
