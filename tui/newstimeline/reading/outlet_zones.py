"""The day of a moment where the outlet is, as the country in its address tells."""

from __future__ import annotations

from datetime import datetime

import pytz

from newstimeline.reading.outlets import host_of
from newstimeline.reading.publication_date_forms import date_told
from newstimeline.when import When

_OF_NO_COUNTRY = frozenset("ad ai as bz cc cd co dj fm io la me ms nu sc sr su tk tv ws".split())
"""Domains of countries that outlets anywhere have (as search engines treat them,
https://developers.google.com/search/docs/specialty/international/managing-multi-regional-sites), and .ai."""
_CODES = {"uk": "gb"}
"""ISO 3166 codes of domains that have another."""


def day_at(url: str, moment: When) -> When | None:
    """The day of a moment in UTC in the country that an address names; None where it names none, or its zones differ.

    Zones are those of the tz database (zone.tab).
    """
    domain = host_of(url).rsplit(".", 1)[-1].lower()
    code = _CODES.get(domain, domain).upper()
    if domain in _OF_NO_COUNTRY or code not in pytz.country_timezones:
        return None
    in_utc = datetime.fromisoformat(moment.edtf)
    try:
        days = {in_utc.astimezone(pytz.timezone(zone)).date() for zone in pytz.country_timezones[code]}
    except OverflowError:  # of year 1 or 9999
        return None
    return date_told(days.pop().isoformat()) if len(days) == 1 else None
