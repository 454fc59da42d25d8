"""The meaning of clock times, alone or with their day."""

from __future__ import annotations

from dataclasses import replace

from newstimeline.extraction.times import lexicon
from newstimeline.extraction.times.calendar_words import date_in_words
from newstimeline.extraction.times.relative_words import near_day, weekday
from newstimeline.extraction.times.resolver import Context, Meaning, Words, first_day, group, on_day
from newstimeline.when import Precision


def clock(words: Words, context: Context) -> Meaning | None:
    """ "3:30 p.m. Friday": on its own, on the day told before or else the anchor."""
    time = _clock_time(words)
    if time is None:
        return None
    doubtful = False
    if group(words, "month"):
        day = date_in_words(words, context)
    elif group(words, "weekday"):
        day = weekday(words, context)
    elif group(words, "near"):
        day = near_day(words, context)
    else:
        day, doubtful = _unnamed_day(context)
    if day is None or day.edtf is None:
        return Meaning("TIME", f"T{time}")
    named, mark = day.edtf.rstrip("?"), "?" if doubtful or day.edtf.endswith("?") else ""
    edtf = f"{named}T{time}{mark}" if time != "24:00" else f"{named}{mark}"
    return Meaning("TIME", f"{named}T{time}", edtf, True)


def middle_of_part(words: Words, context: Context) -> Meaning | None:
    """ "mid-afternoon", "mid-afternoon yesterday"."""
    if group(words, "near"):
        return near_day(words, context)
    part = lexicon.DAY_PARTS[group(words, "part")]
    day, _ = _unnamed_day(context)
    return replace(day, type="TIME", value=f"{day.value}T{part}") if day else Meaning("TIME", f"T{part}")


def _unnamed_day(context: Context) -> tuple[Meaning | None, bool]:
    """The day of a time that comes without one, and whether that is in doubt: it is if nothing but the anchor tells."""
    told = first_day(context.told, Precision.DAY) or first_day(context.story, Precision.DAY)
    day = told or context.from_anchor(Precision.DAY)
    return (on_day(day) if day else None), told is None


def _clock_time(words: Words) -> str | None:
    if hour24 := group(words, "hour24"):
        return f"{int(hour24):02}:{words['minute24']}"
    if not group(words, "hour"):
        return "24:00" if group(words, "clock").startswith("midnight") else "12:00"
    hour = int(words["hour"])
    if not 1 <= hour <= 12:
        return None
    hour = hour % 12 + (12 if group(words, "half").startswith("p") else 0)
    return f"{hour:02}:{group(words, 'minute') or '00'}"
