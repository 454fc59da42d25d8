"""Dates as news gives them: of a stated precision, sometimes approximate, sometimes open.

A date is an EDTF string (ISO 8601-2:2019, https://www.loc.gov/standards/datetime/) together with the span
of time that it covers. A month is a month, never its first day.
"""

from newstimeline.when.edtf import EdtfError, parse
from newstimeline.when.span import Precision, When

__all__ = ["EdtfError", "Precision", "When", "parse"]
