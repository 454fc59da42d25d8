"""The query language: one grammar for the search bar, `list` and whatever else asks the library.

Words match by prefix and all must match; `"a phrase"`, `-not`, `OR`, `( )`, `~misspelt`; fields `person:` `speaker:`
`said:` `place:` `source:` `title:` `kind:` `basis:` `has:` `is:` `tag:`; time `on:` `in:` `before:` `after:`
`reported:` `asof:`.
"""

from newstimeline.query.query_parser import Part, QueryError, name_filter, parse_query, query_parts
from newstimeline.query.query_tree import (
    All,
    Any,
    AsOf,
    Everything,
    HasDate,
    HasQuote,
    InTime,
    IsOwn,
    NameScope,
    Near,
    Not,
    OfBasis,
    OfKind,
    Own,
    Query,
    Relation,
    Tagged,
    Words,
)
from newstimeline.query.suggestions import Suggestion, suggestions
from newstimeline.terms import Clock

__all__ = [
    "All",
    "Any",
    "AsOf",
    "Clock",
    "Everything",
    "HasDate",
    "HasQuote",
    "InTime",
    "IsOwn",
    "NameScope",
    "Near",
    "Not",
    "OfBasis",
    "OfKind",
    "Own",
    "Part",
    "Query",
    "QueryError",
    "Relation",
    "Suggestion",
    "Tagged",
    "Words",
    "name_filter",
    "parse_query",
    "query_parts",
    "suggestions",
]
