"""The lines of calendars as programs write them, put into the form of RFC 5545."""

from __future__ import annotations

import quopri
import re

from newstimeline.reading.encodings import decode

_QUOTED_PRINTABLE = re.compile(
    r"^(?P<name>[A-Z-]{1,40})(?P<before>(?:;[^:\r\n]{0,200}?)?);(?:ENCODING=)?QUOTED-PRINTABLE"
    r"(?P<after>(?:;[^:\r\n]{0,200})?):(?P<value>(?:[^\r\n]*=\r?\n)*[^\r\n]*)",
    re.IGNORECASE | re.MULTILINE,
)
_CHARSET = re.compile(r";CHARSET=\"?([\w.:-]{1,40})\"?", re.IGNORECASE)
_ESCAPED = re.compile(r"([\\;,])")
_DATE = r"^(?P<name>DTSTART|DTEND|RECURRENCE-ID|EXDATE|RDATE|DUE)"
_ZONE_WITH_COLON = re.compile(
    _DATE + r"(?P<before>[^:\r\n]{0,200};TZID=)(?P<zone>[^\";:\r\n]{0,200}:[^\";\r\n]{0,200})"
    r":(?P<value>\d[\dTZ,-]*)[ \t]*\r?$",
    re.IGNORECASE | re.MULTILINE,
)
_ZONE_OF_A_DAY = re.compile(
    _DATE + r"(?P<before>[^:\r\n]{0,200}?);TZID=(?:\"[^\"\r\n]{0,200}\"|[^\";:\r\n]{0,200})"
    r"(?P<after>[^:\r\n]{0,200}):(?P<value>\d{8})[ \t]*\r?$",
    re.IGNORECASE | re.MULTILINE,
)


def as_standard(block: str) -> str:
    """The lines of an entry as the standard has them.

    Texts of vCalendar 1.0 are decoded (quoted-printable), the name of a time zone with a colon is quoted (RFC 5545,
    3.2), and that of a whole day is left out, which belongs to no zone.
    """
    block = _QUOTED_PRINTABLE.sub(_decoded, block)
    block = _ZONE_WITH_COLON.sub(r'\g<name>\g<before>"\g<zone>":\g<value>', block)
    return _ZONE_OF_A_DAY.sub(r"\g<name>\g<before>\g<after>:\g<value>", block)


def _decoded(encoded: re.Match[str]) -> str:
    parameters = f"{encoded['before']}{encoded['after']}"
    data = quopri.decodestring(encoded["value"].encode("utf-8", "surrogateescape"))
    charset = _CHARSET.search(parameters)
    try:
        text = data.decode(charset[1]) if charset else decode(data)
    except (LookupError, ValueError):
        text = decode(data)
    value = _ESCAPED.sub(r"\\\1", text).replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
    return f"{encoded['name']}{_CHARSET.sub('', parameters)}:{value}"
