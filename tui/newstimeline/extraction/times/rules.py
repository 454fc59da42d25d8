"""The rules for time words: a pattern, with pieces from the lexicon in braces, and the resolver of its meaning.

Where two rules match at one place, the longer match counts, then the earlier rule. White space in a pattern
stands for any white space.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from newstimeline.extraction.times import business_words as by_business
from newstimeline.extraction.times import calendar_words as by_calendar
from newstimeline.extraction.times import clock_words as by_clock
from newstimeline.extraction.times import lengths, lexicon
from newstimeline.extraction.times import relative_words as by_anchor
from newstimeline.extraction.times.resolver import Resolver


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of time words."""

    name: str
    pattern: re.Pattern[str]
    resolve: Resolver
    only_with: tuple[str, ...] = ()
    """Words, one of which every match has: where none stands, the search is saved."""


def rule(name: str, pattern: str, resolve: Resolver, only_with: str = "") -> Rule:
    """A rule from its pattern as the table below writes it."""
    for piece, expression in lexicon.PIECES.items():
        pattern = pattern.replace("{" + piece + "}", expression)
    pattern = pattern.replace(" ", r"\s+")
    compiled = re.compile(rf"(?<![\w$£€]){pattern}(?<=[\w.])(?![\w%])", re.IGNORECASE)
    return Rule(name, compiled, resolve, tuple(only_with.split()))


_any = lexicon.one_of
RULES: tuple[Rule, ...] = (
    # Dates that say all
    rule("iso date", r"{year}-(?P<month>\d\d)-(?P<day>\d\d)", by_calendar.numeric_date, "-"),
    rule("slashed date", r"(?P<first>\d\d?)/(?P<second>\d\d?)/(?:{year}|{short_year})(?!/)",
         by_calendar.slashed_date, "/"),
    rule("month day year", r"(?:(?:this )?{weekday}(?:,| )\s*)?{month}\s*{day},?\s*{year}", by_calendar.date_in_words),
    rule("day month year", r"(?:{weekday},? )?(?:the )?{day} (?:of )?{month},?\s*{year}", by_calendar.date_in_words),
    rule("month year", r"{edge}?{month},?(?: of)?\s+{year}", by_calendar.date_in_words),
    rule("month day", r"{around}?(?:{weekday},? )?{month}\s*{day}(?![:,]\d)", by_calendar.date_in_words),
    rule("day month", r"(?:{weekday},? )?(?:the )?{day} (?:of )?{month}", by_calendar.date_in_words),
    rule("week of a day", r"(?:the )?week of {month}\s*{day}(?:,\s*{year})?", by_calendar.week_of, "week"),
    rule("month days", r"{month}\s*{first_day}\s?[-–—]\s?{day}(?:,?\s*{year})?", by_calendar.days_of_month),
    rule("month days in words", r"{month}\s*{first_day}{to}{day}(?:,?\s*{year}|(?=\s*(?:[,.;:)]|in\b|at\b|but\b|$)))",
         by_calendar.days_of_month),
    rule("days of a month", r"{first_day}(?:, \d\d?)*{to}{day} (?:of )?{month}(?:,?\s*{year})?",
         by_calendar.days_of_month),
    rule("weekday of a month", r"(?:the )?{ordinal} {weekday} (?:of|in) {month}(?:,?\s*{year})?",
         by_calendar.weekday_of_month),
    rule("last day of a month", r"(?:the )?(?P<ordinal>last) (?:day|{weekday}) (?:of|in) {month}(?:,?\s*{year})?",
         by_calendar.weekday_of_month, "last"),
    rule("month day of the year", r"(?:the year )?{year},? on {month}\s*{day}", by_calendar.date_in_words, "on"),
    rule("bare month", r"{edge}?{month}", by_calendar.date_in_words),
    rule("year", r"(?:fiscal )?{edge}?{year}", by_calendar.year),
    rule("years", r"{year}\s?[-–—/]\s?(?P<last_year>(?:1[0-9]|20)\d\d|\d\d)(?![-/\w])", by_calendar.years),
    rule("short year", r"['’]{short_year}(?!s)", by_calendar.short_year, "' ’"),
    rule("year before Christ", r"(?:(?P<edge>around|about|circa|c\.) )?(?P<number>\d{1,4}) {era}",
         by_calendar.year_before_christ, "b"),
    rule("hundreds", r"(?:the )?{edge}?(?P<century>1[0-8])00s", by_calendar.hundreds, "00s"),
    rule("end of a month", r"{end}{month}(?:,?(?: of)? {year})?", by_calendar.date_in_words, "of"),
    rule("end of a year", r"{end}{year}", by_calendar.year, "of"),
    rule("end of which unit", r"{end}{which} {one_unit}", by_anchor.which_unit, "of"),
    rule("month of which year", r"{month} (?:of )?{of_year}", by_anchor.month_of_which_year, "year"),
    rule("month of that year", r"{edge}?{month} (?:of )?(?:the )?{back} year", by_anchor.month_of_told_year, "year"),
    rule("year in words", r"(?!two thousand\b(?! and)){spoken_year}", by_calendar.year_in_words),
    rule("the year in words", r"the year {spoken_year}", by_calendar.year_in_words, "year"),
    rule("month year in words", r"{month} {spoken_year}", by_calendar.date_in_words),
    rule("season of a year in words", r"(?:the )?{edge}?{season}(?: of)? {spoken_year}", by_calendar.season),
    rule("decade", r"(?:the )?{edge}?(?:the )?(?P<century>1[5-9]|20)?'?(?P<decade>\d)0s", by_calendar.decade, "0s"),
    rule("decade in words", rf"the {{edge}}?(?P<decade_word>{_any(lexicon.DECADES)})", by_calendar.decade),
    rule("century", r"(?:the )?{edge}?{ordinal} century", by_calendar.century, "century"),
    rule("quarter", r"(?:the )?(?:fiscal[ -])?{ordinal} quarter(?:,? (?:of )?(?:fiscal )?{year})?",
         by_business.quarter, "quarter"),
    rule("quarter before a noun", r"(?:fiscal )?{ordinal}-quarter", by_business.quarter, "quarter"),
    rule("quarter of a year", r"(?:the )?(?:fiscal )?{year} {ordinal}[ -]quarter", by_business.quarter, "quarter"),
    rule("quarter of which year", r"{of_year}'s {ordinal}[ -]quarter", by_business.quarter, "quarter"),
    rule("period of a year", r"(?:the )?(?:{year}|{of_year}'s) (?:quarter|period)",
         by_business.period_of_year, "quarter period"),
    rule("the year",
         rf"the (?:full |fiscal )?year(?!-| (?:{_any(lexicon.AFTER_ANOTHER_YEAR)}|[12]\d{{3}})\b)",
         by_business.business_year, "year"),
    rule("half", r"(?:the )?(?P<ordinal>first|second|last) half (?:of )?{year}", by_calendar.half_year, "half"),
    rule("season of a year", r"(?:the )?{edge}?{season}(?: of)? {year}(?:[-–/]\d\d(?:\d\d)?\b)?", by_calendar.season),
    rule("season of a short year", r"(?:the )?{edge}?{season} of ['’]{short_year}", by_calendar.season, "' ’"),
    rule("holiday", rf"(?P<holiday>{_any(lexicon.HOLIDAYS)})(?:,? {{year}})?", by_calendar.holiday),
    rule("feast", rf"(?:(?P<which>last|next|this) )?(?P<feast>{_any(lexicon.MOVEABLE_FEASTS)})(?:,? {{year}})?",
         by_calendar.feast),
    # Words that count from another day
    rule("weekday", r"{edge}?{weekday}(?: {part})?", by_anchor.weekday),
    rule("which weekday", r"(?:the )?{which} {weekday}(?: {part})?", by_anchor.weekday),
    rule("near day", r"{edge}?(?P<near>yesterday|today|tomorrow)(?: {part})?", by_anchor.near_day),
    rule("tonight", r"(?:later )?(?P<near>tonight)", by_anchor.near_day),
    rule("which part", r"{edge}?(?:the )?{which} {part}", by_anchor.part_of_day),
    rule("which unit", r"{edge}?(?:the )?{which} (?:fiscal )?{one_unit}", by_anchor.which_unit),
    rule("which month", r"{edge}?{which} {month}(?!\.?\s*\d)", by_anchor.which_month),
    rule("bare season", r"(?:the )?{edge}?{season}", by_anchor.bare_season),
    rule("which season", r"{edge}?{which} {season}", by_anchor.which_season),
    rule("unit before", r"(?:the )(?P<unit>day|week|month|year) (?P<side>before|after)(?= [.,;]|[.,;]|$)",
         by_anchor.beside, "before after"),
    rule("units before", r"{bound}{number} {unit} (?P<side>(?:before|after) that)", by_anchor.beside, "that"),
    rule("units before at the end", r"{bound}{number} {unit} (?P<side>before|after)(?=\s*[.,;]|\s*$)",
         by_anchor.beside, "before after"),
    rule("ago", r"{bound}{number} {unit}(?: or so)? ago", by_anchor.ago, "ago"),
    rule("earlier", r"{bound}{number} {unit} (?P<side>earlier|later)", by_anchor.beside, "earlier later"),
    rule("from now", r"{number} {unit} from (?:now|today)", by_anchor.from_now, "from"),
    rule("year-ago", r"year-(?:ago|earlier)", by_business.year_ago, "year"),
    rule("year-ago period", r"(?:the )?(?:comparable |same )?year-(?:ago|earlier)(?: {ordinal})?[ -](?:period|quarter)",
         by_business.year_ago, "year"),
    rule("quarter a year ago", r"the quarter a year (?:ago|earlier)", by_business.year_ago, "quarter"),
    rule("that quarter", r"the quarter(?!-)", by_business.that_quarter, "quarter"),
    rule("latest quarter", r"the (?P<latest>latest|most recent) (?:quarter|period)",
         by_business.that_quarter, "quarter period"),
    # Clock times
    rule("clock", r"{around}?{clock}", by_clock.clock),
    rule("clock on date", r"{clock},? (?:on )?{month}\s*{day}(?:,?\s*{year})?(?![:,]\d)", by_clock.clock),
    rule("clock on day", r"{clock}(?:,| on)? (?:(?P<near>yesterday|today|tomorrow)|{weekday})", by_clock.clock),
    rule("day at clock", r"(?:(?P<near>yesterday|today|tomorrow)|{weekday})(?:,| at)? {clock}", by_clock.clock),
    rule("middle of a part", r"mid[ -](?P<part>morning|afternoon)(?: (?P<near>yesterday|today|tomorrow))?",
         by_clock.middle_of_part, "mid"),
    # Lengths and repetition
    rule("the units", r"the (?:year-earlier |year-ago )?{number}{more} {unit}{alone}(?<=s)", lengths.duration),
    rule("duration", r"{bound}{number}{more}[ -]{unit}{alone}", lengths.duration),
    rule("age", r"{number} {unit} old", lengths.duration, "old"),
    rule("period of a length", r"an? {number}[ -]{unit}[ -]period", lengths.duration, "period"),
    rule("range", r"(?:the (?:last|past|next|coming|previous|first) )?{least}{number}{more}[ -]{unit}{alone}",
         lengths.between),
    rule("and a half", r"{number}(?P<fraction> 1/2| and a half|½) {unit}{alone}", lengths.duration, "half 1/2 ½"),
    rule("unit and a half", r"an? {unit}(?P<fraction> and a half)", lengths.duration, "half"),
    rule("the weekend", r"the weekend", by_anchor.the_weekend, "weekend"),
    rule("end of unit", r"the (?:end|beginning|start|close) of the (?P<unit>week|month|year|quarter|decade)",
         by_anchor.end_of_unit, "the"),
    rule("year-end", r"{around}?(?P<unit>year)(?:[ -]end|'s end)", by_anchor.end_of_unit, "year"),
    rule("last duration",
         r"{bound}(?:the )?(?:last|past|next|coming|previous|first|latest) {number}{more} {unit}(?: or so\b)?",
         lengths.duration),
    rule("bare units", r"(?P<bare>hours|days|weeks|months|years|decades|centuries)(?! old)", lengths.bare_units),
    rule("half an hour", r"(?P<half_hour>half an hour)", lengths.duration, "half"),
    rule("every", r"(?:every|each)(?: {number})? {unit}", lengths.every, "every each"),
    rule("every weekday", r"(?:every|each) {weekday}(?: {part})?", lengths.every_weekday, "every each"),
    rule("every month of the year", r"(?:every|each) {month}", lengths.every_month, "every each"),
    rule("nights of a weekday", rf"{{weekday}} (?P<part>{_any(lexicon.DAY_PARTS)})s", lengths.every_weekday),
    rule("weekdays", rf"(?P<weekday>{_any(d for d in lexicon.WEEKDAYS if '.' not in d)})s", lengths.every_weekday),
    rule("times a unit", r"(?:once|twice|{number} times) (?:a|an|per|each|every) {one_unit}",
         lengths.times_a_unit, "once twice times"),
    rule("frequency", rf"(?P<frequency>{_any(lexicon.FREQUENCIES)})", lengths.frequency),
    # Vague references
    rule("present", rf"(?P<present>{_any(lexicon.PRESENT)})", by_anchor.vague),
    rule("current", r"(?<!then[\s-])(?P<present>current)(?= [a-z])(?! (?:accounts?|affairs|events)\b)",
         by_anchor.vague),
    rule("past", rf"(?P<past>{_any(lexicon.PAST)})(?! (?:{{number}} )?{{unit}})", by_anchor.vague),
    rule("future", rf"(?P<future>{_any(lexicon.FUTURE)})(?! (?:after|before|thereafter|enough)\b)", by_anchor.vague),
)  # fmt: skip

_TRIGGERS = {
    word.split()[-1].rstrip("s")
    for table in (
        lexicon.MONTHS, lexicon.WEEKDAYS, lexicon.UNITS, lexicon.SEASONS, lexicon.DAY_PARTS, lexicon.DECADES,
        lexicon.HOLIDAYS, lexicon.MOVEABLE_FEASTS, lexicon.SPOKEN_HUNDREDS, lexicon.PRESENT, lexicon.PAST,
        lexicon.FUTURE, lexicon.FREQUENCIES,
    )
    for word in table
}  # fmt: skip
_MORE_TRIGGERS = (
    "ago", "yesterday", "today", "tomorrow", "tonight", "noon", "midday", "midnight", "half", "centuries", "current",
)  # fmt: skip
TRIGGER = re.compile(
    rf"\b(?:\d|{_any(_TRIGGERS)}s?\b|{_any(_MORE_TRIGGERS)}\b)",
    re.IGNORECASE,
)
"""A word of the kind without which no rule matches."""
