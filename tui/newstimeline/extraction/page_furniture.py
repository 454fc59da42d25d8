"""What stands in the text of a page and is no sentence of its article: captions, teasers, datelines, buttons.

Patterns of kinds that many outlets share, each with its reason; none names an outlet.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from newstimeline.model import Span


@dataclass(frozen=True, slots=True)
class _Furniture:
    reason: str
    pattern: re.Pattern[str]


def _line(reason: str, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> _Furniture:
    return _Furniture(reason, re.compile(pattern, flags))


_ANY_CASE = re.IGNORECASE
_AGENCIES = r"AP|Reuters|AFP|EPA|UPI|PA|Getty(?: Images)?|Associated Press|Press Association|Shutterstock|Bloomberg"
LINES = (
    _line(
        "a caption: who stands where",
        r"\((?:pictured|above|below|(?:far |top |bottom |second )?(?:left|right|cent(?:er|re)|[LRC]))\b[^)]{0,40}\)",
    ),
    _line("a caption: a file photo", r"^\W*FILE\b|\bfile (?:photo|picture|image)\b"),
    _line("a caption: what it shows", r"\b[Ii]n this (?:\w+\W+){0,6}?(?:photo|image|frame)\b"),
    _line("a caption: its credit", rf"\((?:[^()]{{0,60}}[ /])?(?:{_AGENCIES})(?:[ /,][^()]{{0,60}})?\)\W*$"),
    _line("a caption: its credit", rf"[/|©]\s*(?:{_AGENCIES})\b[^.]{{0,30}}$"),
    _line(
        "a caption: its credit",
        r"(?:©|\bcredit:|\bcopyright\b|\bphoto(?:graph)?s? by\b|\bcourtesy of\b)[^.]{0,60}\W*$",
        _ANY_CASE,
    ),
    _line(
        "a caption: what can be seen or heard",
        r"^(?:photos?|pictures?|image|video|watch|listen|gallery|slideshow|media|now playing)\b\s*"
        r"(?::|\||caption\b|copyright\b|now\b|this\b)",
        _ANY_CASE,
    ),
    _line("a caption: whose it is", rf"^(?:{_AGENCIES})\s*:"),
    _line("a caption: how long a video is", r"\|\s*\d\d:\d\d$|^\W*\d{1,2}:\d\d\W*$"),
    _line(
        "another article",
        r"^\W*(?:related|read(?: more| also| next| this)?|more|see also|also read|recommended"
        r"|most (?:read|viewed|popular)|don['’]t miss|up next|trending|in pictures)\s*(?:[:|]|$)",
        _ANY_CASE,
    ),
    _line("another article", r"^\W*(?:click here|tap here|read more|find out more|scroll down)\b", _ANY_CASE),
    _line("another article, in brackets", r"^\s*\[[^\]]{12,}\]\W*$"),
    _line(
        "a button",
        r"^\W*(?:close|share(?: this)?(?: with| on| via)?|copy (?:this )?link|end of (?:\w+ )?post.*|advertisement"
        r"|loading\b.*|view (?:all|comments)\b.*|print|save|back to top)\W*$",
        _ANY_CASE,
    ),
    _line(
        "a button",
        r"^\W*(?:skip (?:to|ad\w*|\w+ post)\b|share this with|these are external links|continue reading"
        r"|thank you for subscribing|an error has occurred)\b",
        _ANY_CASE,
    ),
    _line(
        "a form",
        r"^\W*(?:please (?:verify|enter|re-enter|try)|you (?:will now|agree to) receive"
        r"|by (?:signing|clicking|subscribing))\b",
        _ANY_CASE,
    ),
    _line(
        "an invitation",
        r"^\W*(?:sign up|subscribe|log ?in|register|download (?:our|the) app|follow us|like us on|join the conversation"
        r"|get the [^.]{0,40}newsletter|contact us|if you (?:like|liked|enjoyed) this)\b",
        _ANY_CASE,
    ),
    _line(
        "who made the page",
        r"\b(?:all rights reserved|terms of (?:use|service)|privacy policy)\b"
        r"|\bcontributed to this (?:report|story|article)\b"
        r"|^\W*(?:(?:additional )?(?:reporting|editing|writing) by)\b",
        _ANY_CASE,
    ),
    _line(
        "when the page was made",
        r"\bthis (?:article|story|post) (?:was|has been|originally|first) (?:originally |first )?"
        r"(?:published|appeared|updated|corrected)\b",
        _ANY_CASE,
    ),
    _line("a help line", r"\b(?:help ?line|hotline|telefon\w*|call|phone)\b.{0,80}\b0?[18]00\b", _ANY_CASE),
)
"""Lines in which no event is told, with what each of them is."""

_PLACE = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}"
_CAPITAL_PLACE = r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}"
_DAY = r"(?:,? ?\(?[A-Z][a-z]{2,8}\.? \d{1,2}\)?)?"
_AGENCY = rf"\((?:{_AGENCIES}|[A-Z]{{2,}}[\w ]{{0,20}})\)"
_DASH = r"\s*(?:--|[-–—])\s+"
DATELINE = re.compile(
    rf"^\W{{0,2}}(?:{_CAPITAL_PLACE}(?:, {_PLACE}){{0,2}}{_DAY}(?:\s*{_AGENCY})?{_DASH}"
    rf"|(?:{_PLACE}(?:, {_PLACE}){{0,2}}{_DAY}\s*)?{_AGENCY}{_DASH}"
    rf"|{_PLACE}(?:, {_PLACE}){{0,2}}{_DAY}\s*\((?:{_AGENCIES}|CNN)\)\s+)"
)
"""A place in capitals, an agency, or both, and a dash: "SEOUL (Reuters) - ", "BERLIN — ", "(AP) – "."""
NUMBERING = re.compile(r"^\s*(?:\d{1,2}\s*/\s*(?:\d{1,2}\b)?|\(?\d{1,2}[.)]\s|[•●▪*·–—-]\s+)\s*")
"""The number or mark of a list: "1/", "3. ", "• "."""
_CAPITALS = re.compile(r"^(?:[A-Z][A-Z'’&-]+[:|!?]? ){2,}(?=[A-Z][a-z])")
"""A headline in capitals that runs into the sentence behind it: "LUXOR HOTEL BROKEN Residents said"."""
_LONGEST = 400
"""Characters of a caption; what is longer is a paragraph."""
_LABEL = re.compile(
    r"^(?:CLOSE|WATCH|VIDEO|PHOTOS?|GALLERY|UPDATED?|BREAKING|EXCLUSIVE|LIVE|OPINION|ANALYSIS)\b\W+(?=[A-Z“\"'])"
)
"""A button or label that runs into the sentence: "CLOSE Jane Roe says", "UPDATE: Police said"."""
_TITLE_CASE_WORDS = 5
_SMALL = frozenset("a an the of in on at to and or for with from by is as but nor vs via into over".split())
_ENDS = (".", "!", "?", "…", ":", ";", '"', "”", "'", "’", ")", "]", ",")


class PageFurniture:
    """The lines of a text in which nothing is told, and what stands before the sentence of the others."""

    def __init__(self, text: str, body: int) -> None:
        """Look at every line of the body, which begins at an offset."""
        self._starts: list[int] = []
        self._lines: list[tuple[int, bool, int]] = []
        """Of every line its end, whether it is furniture, and where its sentence begins."""
        start = body
        for line in text[body:].split("\n"):
            self._starts.append(start)
            self._lines.append((start + len(line), is_furniture(line), start + opening_length(line)))
            start += len(line) + 1

    def holds(self, offset: int) -> bool:
        """Whether a place in the body is furniture."""
        line = self._line(offset)
        return line is not None and line[1]

    def without_opening(self, span: Span) -> Span:
        """A stretch of text without the dateline, number or headline that it begins with."""
        line = self._line(span.start)
        return Span(line[2], span.end) if line and span.start < line[2] < span.end else span

    def _line(self, offset: int) -> tuple[int, bool, int] | None:
        index = bisect_right(self._starts, offset) - 1
        return self._lines[index] if index >= 0 else None


def is_furniture(line: str) -> bool:
    """Whether a line is something else than sentences of the article."""
    line = line.strip()
    return 0 < len(line) <= _LONGEST and (
        any(kind.pattern.search(line) for kind in LINES) or _is_headline(line[opening_length(line) :])
    )


def _is_headline(line: str) -> bool:
    """Whether a line is set like the headline of something else: Most Words With Capitals, and No Full Stop."""
    words = [word for word in line.split() if word[0].isalpha()]
    if len(words) < _TITLE_CASE_WORDS or line.endswith(_ENDS):
        return False
    small = [word for word in words[1:] if word[0].islower()]
    return all(word.lower() in _SMALL for word in small) and len(small) < len(words) / 2


def opening_length(line: str) -> int:
    """How many characters stand before the first sentence of a line: numbering, dateline, capitals."""
    line, length = line[:_LONGEST], 0
    for pattern in (NUMBERING, _LABEL, DATELINE, _CAPITALS):
        if match := pattern.match(line[length:]):
            length += match.end()
    return length
