"""The meaning of words that count from another day, and of vague words."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from newstimeline.extraction.times import lexicon
from newstimeline.extraction.times.business_words import a_year_before
from newstimeline.extraction.times.lengths import amount, length, unit_of
from newstimeline.extraction.times.resolver import (
    Context,
    Direction,
    Meaning,
    Words,
    approximately,
    first_day,
    group,
    in_decade,
    in_month,
    in_quarter,
    in_week,
    in_year,
    on_day,
    on_weekend,
)
from newstimeline.when import Precision

_STEPS = {"last": -1, "past": -1, "next": 1, "coming": 1, "this": 0, "current": 0, "this past": -1, "this coming": 1}
_BACK_REFERENCES = {"previous": -1, "following": 1, "same": 0, "that": 0}
_NEAR = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_UNRESOLVED = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
_FINEST = {"D": Precision.DAY, "W": Precision.DAY, "WE": Precision.DAY, "M": Precision.MONTH, "Q": Precision.MONTH}


def weekday(words: Words, context: Context) -> Meaning | None:
    """ "Friday", "last Friday", "Friday night": by tense, the last or the next such day."""
    number = lexicon.WEEKDAYS[group(words, "weekday")]
    if not words["weekday"][0].isupper():
        return None
    anchor = context.from_anchor(Precision.DAY)
    if anchor is None:
        return Meaning("DATE", f"XXXX-WXX-{number + 1}")
    if (which := group(words, "which")) in ("previous", "following"):
        return _beside_weekday(number, _BACK_REFERENCES[which], group(words, "part"), context)
    step = _STEPS.get(which, 0)
    forward = step > 0 or (step == 0 and context.direction in (Direction.FUTURE, Direction.PRESENT))
    distance = (number - anchor.weekday()) % 7 if forward else -((anchor.weekday() - number) % 7)
    if distance == 0 and step:
        distance = 7 * step
    if distance == _SIX_DAYS_AGO and not step:
        return _doubtful(_with_part(anchor + timedelta(days=1), group(words, "part")))
    return _with_part(anchor + timedelta(days=distance), group(words, "part"))


_SIX_DAYS_AGO = -6
"""A weekday that was six days ago is tomorrow, too. Of 13 such in TimeBank and AQUAINT 11 are tomorrow, whatever the
tense: the article went out in the evening before, or from where the next day had not begun."""


def _doubtful(meaning: Meaning) -> Meaning:
    return replace(meaning, edtf=f"{meaning.edtf}?") if meaning.edtf else meaning


def _beside_weekday(number: int, step: int, part: str, context: Context) -> Meaning:
    """ "the previous Friday": counted from the day told before, if there is one."""
    told = first_day(context.told, Precision.DAY)
    if told is None:
        return Meaning("DATE", f"XXXX-WXX-{number + 1}")
    distance = (step * (number - told.weekday())) % 7 or 7
    return replace(_with_part(told + timedelta(days=step * distance), part), from_told=True)


def _with_part(day: date, part: str) -> Meaning:
    meaning = on_day(day)
    return replace(meaning, type="TIME", value=f"{day}T{lexicon.DAY_PARTS[part]}") if part else meaning


_CHANNEL = re.compile(r"\b(?:USA (?:Today|TODAY)|[A-Z]{2,} Today)$")
"""Papers and programmes that are called so."""


def near_day(words: Words, context: Context) -> Meaning | None:
    """ "yesterday", "tomorrow morning", "tonight"."""
    near = group(words, "near")
    if near == "today" and _CHANNEL.search(words.string[max(0, words.start() - 12) : words.end()]):
        return None
    anchor = context.from_anchor(Precision.DAY)
    if anchor is None:
        return Meaning("DATE", _UNRESOLVED[_NEAR[near]])
    part = "night" if near == "tonight" else group(words, "part")
    return _with_part(anchor + timedelta(days=_NEAR[near]), part)


def part_of_day(words: Words, context: Context) -> Meaning | None:
    """ "this morning", "last night"; with "that", from the day told before."""
    which = group(words, "which")
    from_told = which in _BACK_REFERENCES or which == "next"
    day = first_day(context.told, Precision.DAY) if from_told else context.from_anchor(Precision.DAY)
    if day is None:
        return Meaning("TIME", f"T{lexicon.DAY_PARTS[group(words, 'part')]}")
    step = _BACK_REFERENCES[which] if which in _BACK_REFERENCES else _STEPS[which]
    return replace(_with_part(day + timedelta(days=step), group(words, "part")), from_told=from_told)


def which_unit(words: Words, context: Context) -> Meaning | None:
    """ "last month", "this week", "the following year"."""
    which, unit = group(words, "which"), lexicon.UNITS[group(words, "unit")]
    if unit.startswith("T"):
        return None
    if which in _BACK_REFERENCES or (which == "next" and unit == "D"):  # the next day is not tomorrow
        meaning = _from_told(_step(unit, _BACK_REFERENCES.get(which, 1), replace(context, anchor=context.told)))
    elif which == "past" and unit != "WE":
        return Meaning("DURATION", length(1, unit))
    else:
        meaning = _step(unit, _STEPS[which], context)
    if meaning is None:
        step = _STEPS.get(which, _BACK_REFERENCES.get(which, 0))
        return Meaning("DATE", _UNRESOLVED[step])
    return approximately(meaning, group(words, "edge"))


def _step(unit: str, count: int, context: Context) -> Meaning | None:
    """The day, week, month ... that is so many units from the anchor's."""
    start = context.from_anchor(_FINEST.get(unit, Precision.YEAR))
    if start is None:
        return None
    match unit:
        case "D":
            return on_day(start + timedelta(days=count))
        case "W":
            return in_week(start + timedelta(weeks=count))
        case "WE":
            return on_weekend(start + timedelta(weeks=count))
        case "M":
            month = start + relativedelta(months=count)
            return in_month(month.year, month.month)
        case "Q":
            month = start + relativedelta(months=3 * count)
            return in_quarter(month.year, (month.month - 1) // 3 + 1)
        case "DE":
            return in_decade(start.year + 10 * count)
        case "CE":
            hundreds = start.year // 100 + count
            return Meaning("DATE", f"{hundreds:02}", f"{hundreds:02}XX", True)
        case _:
            return in_year((start + relativedelta(years=count)).year)


def which_month(words: Words, context: Context) -> Meaning | None:
    """ "last August", "this May"."""
    month, step = lexicon.MONTHS[group(words, "month")], _STEPS.get(group(words, "which"))
    anchor = context.from_anchor(Precision.MONTH)
    if not words["month"][0].isupper() or step is None:
        return None
    if anchor is None:
        return Meaning("DATE", f"XXXX-{month:02}")
    if step < 0:
        return approximately(in_month(anchor.year - (month >= anchor.month), month), group(words, "edge"))
    return approximately(in_month(anchor.year + (step > 0 and month <= anchor.month), month), group(words, "edge"))


def month_of_which_year(words: Words, context: Context) -> Meaning | None:
    """ "January this year"."""
    year = context.year
    if not words["month"][0].isupper():
        return None
    if year is None:
        return Meaning("DATE", f"XXXX-{lexicon.MONTHS[group(words, 'month')]:02}")
    return in_month(year + _STEPS[group(words, "of_year")], lexicon.MONTHS[group(words, "month")])


def month_of_told_year(words: Words, context: Context) -> Meaning | None:
    """ "January of that year", "May the following year": of the year told before."""
    if not words["month"][0].isupper():
        return None
    month, told = lexicon.MONTHS[group(words, "month")], first_day(context.told, Precision.YEAR)
    if told is None:
        return Meaning("DATE", f"XXXX-{month:02}")
    meaning = in_month(told.year + _BACK_REFERENCES[group(words, "which")], month)
    return replace(approximately(meaning, group(words, "edge")), from_told=True)


def which_season(words: Words, context: Context) -> Meaning | None:
    """ "this summer", "last winter"."""
    timex, code, first_month = lexicon.SEASONS[group(words, "season")]
    step = _STEPS.get(group(words, "which"))
    anchor = context.from_anchor(Precision.MONTH)
    if step is None:
        return None
    if anchor is None:
        return Meaning("DATE", f"XXXX-{timex}")
    year = anchor.year
    if step < 0 and anchor.month < first_month + 3:
        year -= 1
    elif step > 0 and anchor.month >= first_month:
        year += 1
    return Meaning("DATE", f"{year:04}-{timex}", f"{year:04}-{code}", True)


_BEFORE_A_SEASON = re.compile(r"\b(?:in|into|during|since|until|by|over|throughout|through|for) $", re.IGNORECASE)


def bare_season(words: Words, context: Context) -> Meaning | None:
    """ "in the spring": the last one, or by tense the next; "fall" is often a verb, and "spring" a device."""
    if not _BEFORE_A_SEASON.search(words.string[max(0, words.start() - 12) : words.start()]):
        return None
    if not words[0].lower().startswith("the") and not group(words, "edge"):
        return None
    timex, code, first_month = lexicon.SEASONS[group(words, "season")]
    anchor = context.from_anchor(Precision.MONTH)
    if anchor is None:
        return Meaning("DATE", f"XXXX-{timex}")
    ahead = context.direction in (Direction.FUTURE, Direction.PRESENT)
    year = anchor.year + (anchor.month > first_month + 2) if ahead else anchor.year - (anchor.month < first_month)
    return Meaning("DATE", f"{year:04}-{timex}", f"{year:04}-{code}", True)


def _counted(words: Words, sign: int, context: Context) -> Meaning | None:
    number, unit = amount(words), unit_of(words)
    if number is None or number != int(number) or unit.startswith("T") or unit == "WE":
        return None
    return _step(unit, sign * int(number), context)


def _is_one_year(words: Words) -> bool:
    return group(words, "unit") == "year" and amount(words) == 1


def ago(words: Words, context: Context) -> Meaning | None:
    """ "three days ago"."""
    if _is_one_year(words) and context.quarter_is_near:
        return a_year_before(context)
    if unit_of(words) == "DE" and (count := amount(words)):
        meaning = _step("Y", -10 * int(count), context)
        return approximately(meaning, "about") if meaning else Meaning("DATE", "PAST_REF")
    return _counted(words, -1, context) or Meaning("DATE", "PAST_REF")


def from_now(words: Words, context: Context) -> Meaning | None:
    """ "two weeks from now"."""
    return _counted(words, 1, context) or Meaning("DATE", "FUTURE_REF")


def beside(words: Words, context: Context) -> Meaning | None:
    """ "two days earlier", "the year before": counted from the date told before, if there is one."""
    sign = -1 if group(words, "side").startswith(("earlier", "before")) else 1
    if sign < 0 and context.quarter_is_near and (_is_one_year(words) or words[0].lower() == "the year before"):
        return a_year_before(context)
    if sign < 0 and context.told is None and _is_one_year(words) and (meaning := a_year_before(context)):
        return meaning
    before = replace(context, anchor=context.told)
    meaning = _counted(words, sign, before) if group(words, "number") else _step(unit_of(words), sign, before)
    return _from_told(meaning) or Meaning("DATE", _UNRESOLVED[sign])


def _from_told(meaning: Meaning | None) -> Meaning | None:
    return replace(meaning, from_told=True) if meaning else None


def the_weekend(_: Words, context: Context) -> Meaning | None:
    """ "the weekend": the last one, or by tense the next."""
    anchor = context.from_anchor(Precision.DAY)
    if anchor is None:
        return Meaning("DATE", "PRESENT_REF")
    ahead = context.direction in (Direction.FUTURE, Direction.PRESENT)
    return on_weekend(anchor if ahead or anchor.weekday() >= _SATURDAY else anchor - timedelta(weeks=1))


_SATURDAY = 5


def end_of_unit(words: Words, context: Context) -> Meaning | None:
    """ "the end of the month", "year-end"."""
    meaning = _step(lexicon.UNITS[group(words, "unit")], 0, context)
    return approximately(meaning, "end") if meaning else Meaning("DATE", "FUTURE_REF")


def vague(words: Words, _: Context) -> Meaning | None:
    """ "recently", "now", "soon"; but not "as soon as"."""
    if words.string[max(0, words.start() - 3) : words.start()].lower() == "as ":
        return None
    step = next(s for s, name in ((-1, "past"), (0, "present"), (1, "future")) if group(words, name))
    return Meaning("DATE", _UNRESOLVED[step])
