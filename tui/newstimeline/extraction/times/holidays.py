"""The days of holidays that move: with Easter (`dateutil.easter`), or with a weekday (5 U.S.C. 6103, 2 U.S.C. 7)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from dateutil.easter import easter
from dateutil.relativedelta import MO, SU, TH, TU, relativedelta


def _after_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=days)


def _in_month(month: int, weekday: relativedelta) -> Callable[[int], date]:
    return lambda year: date(year, month, 1) + weekday


_THANKSGIVING = _in_month(11, relativedelta(weekday=TH(4)))

_DAYS: Mapping[str, Callable[[int], date]] = {
    "easter sunday": _after_easter(0),
    "easter monday": _after_easter(1),
    "easter": _after_easter(0),
    "good friday": _after_easter(-2),
    "thanksgiving day": _THANKSGIVING,
    "thanksgiving": _THANKSGIVING,
    "memorial day": _in_month(5, relativedelta(day=31, weekday=MO(-1))),
    "labor day": _in_month(9, relativedelta(weekday=MO(1))),
    "martin luther king day": _in_month(1, relativedelta(weekday=MO(3))),
    "mother's day": _in_month(5, relativedelta(weekday=SU(2))),
    "father's day": _in_month(6, relativedelta(weekday=SU(3))),
    "election day": _in_month(11, relativedelta(days=1, weekday=TU(1))),
}


def moveable_feast(name: str, year: int) -> date:
    """The day of a holiday, named in lower case, in a year."""
    return _DAYS[name](year)
