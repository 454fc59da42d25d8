"""The parsed-events format `newstimeline/1`: one JSON object an article, to and from `Extraction`.

Keys that are not the format's are kept in `extra` and written out again, except within spans, mentions and
`timex`, where they are refused. A value that does not fit is refused with its place, such as "events[2].date".
"""

from newstimeline.records.codec import SCHEMA, dump, from_record, load, to_record
from newstimeline.records.validation import RecordError, spans_of

__all__ = ["SCHEMA", "RecordError", "dump", "from_record", "load", "spans_of", "to_record"]
