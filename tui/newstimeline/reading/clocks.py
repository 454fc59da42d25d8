"""Times of day within a date, as people and programs write them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newstimeline.reading.date_forms import is_day, parsed
from newstimeline.when import When, calendar

_OFFSET = r"[+-]\d\d(?::?\d\d)?"
_NAMES = {
    **dict.fromkeys(("z", "ut", "utc", "gmt"), "Z"),
    "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00",
    "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00",
    "wet": "+00:00", "west": "+01:00", "cet": "+01:00", "cest": "+02:00", "eet": "+02:00", "eest": "+03:00",
    "msk": "+03:00", "jst": "+09:00", "kst": "+09:00", "aest": "+10:00", "aedt": "+11:00",
    **dict.fromkeys(("bst", "ist", "et", "ct", "mt", "pt", "hkt", "sgt", "nzst", "nzdt", "akst", "akdt", "hst"), ""),
}  # fmt: skip
"""Offsets by the names of time zones: those of RFC 5322, 4.3, and of Europe; none for a name that several zones have,
whose time of day is then that of no zone."""
_ZONE = (
    rf"(?:(?:(?:utc|gmt)?(?P<offset>{_OFFSET})|(?<![a-z])(?P<name>{'|'.join(_NAMES)})\b)"
    r"(?: ?\([a-z ]{2,40}\)|\[[a-z_/]+\])?)?"
)
_CLOCK = re.compile(
    r"(?<![\d.:/-])(?:(?P<hour>\d{1,2}):(?P<minute>\d\d)(?P<second>:\d\d(?:[.,]\d+)?)?(?: ?(?P<half>[ap])\.?m\b\.?)?"
    r"|(?P<hour12>\d{1,2}) ?(?P<half12>[ap])\.?m\b\.?)"
    rf" ?{_ZONE}(?![\d:])"
)
_BASIC = re.compile(
    rf"(?P<day>\d{{8}})t(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d(?:\.\d+)?)? ?(?P<zone>{_OFFSET}|z)?"
)
_BETWEEN = " ,;|@-–—"
_JOINTS = re.compile(r"^at | at$")


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day."""

    hour: int
    """24 at the end of a day."""
    minute: int
    second: str
    """As it stands there, with its fraction; empty where it is not told, and for a leap second."""
    offset: str
    """As EDTF has it; empty where it is not told."""

    def on(self, day: When | None) -> When | None:
        """That time on a day; None where it is no day."""
        if day is None or not is_day(day):
            return None
        if self.hour == 24:  # ISO 8601: the end of a day is the beginning of the next
            year, month, number = calendar.day_of(day.end)
            digits = f"{'-' if year < 0 else ''}{abs(year):04}"
            day = parsed(f"{'Y' if abs(year) > 9999 else ''}{digits}-{month:02}-{number:02}")
            return day and parsed(f"{day.edtf}T00:00{self.offset}")
        return parsed(f"{day.edtf}T{self.hour:02}:{self.minute:02}{self.second}{self.offset}")


def parted(words: str) -> tuple[str, ClockTime] | None:
    """The day's words and the time of day of normalised words that have one time of day; None where they have not."""
    if basic := _BASIC.fullmatch(words):
        clock = _clock(basic["hour"], basic["minute"], basic["second"], "", (basic["zone"] or "").upper())
        return (basic["day"], clock) if clock else None
    words = re.sub(r"(?<=\d)t(?=\d\d:)", " ", words)
    match = _CLOCK.search(words)
    if not match or _CLOCK.search(words, match.end()):
        return None
    offset = match["offset"] or _NAMES.get(match["name"] or "", "")
    clock = _clock(
        match["hour"] or match["hour12"], match["minute"] or "0", match["second"],
        match["half"] or match["half12"] or "", offset,
    )  # fmt: skip
    if clock is None:
        return None
    before = _JOINTS.sub("", words[: match.start()].rstrip(_BETWEEN)).rstrip(_BETWEEN)
    after = _JOINTS.sub("", words[match.end() :].lstrip(_BETWEEN)).lstrip(_BETWEEN)
    return " ".join(filter(None, (before.strip(), after.strip()))), clock


def _clock(hour: str, minute: str, second: str | None, half: str, offset: str) -> ClockTime | None:
    """A time of day, None where there is no such one; the leap second is one of its minute."""
    hours, minutes = int(hour), int(minute)
    if half:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + 12 * (half == "p")
    fraction = (second or "").lstrip(":").replace(",", ".")
    seconds = int(fraction[:2] or 0)
    if hours > 24 or minutes > 59 or seconds > 60 or (hours == 24 and (minutes or seconds)):
        return None
    return ClockTime(hours, minutes, f":{fraction}" if fraction and seconds < 60 else "", offset)
