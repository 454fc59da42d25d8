"""What in a letter is not its content: signatures, and the lines that say whose words are quoted below.

Names of people stand there without a sentence, so that nothing is to be found in them but wrong names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile

_DEPTH = re.compile(r"(?:> ?)*")
_GAP = re.compile(r"\n{3,}")
_DELIMITER = re.compile(r"--\s*")
"""Before a signature (RFC 3676, 4.3), also where the space after it got lost."""
_LONGEST_SIGNATURE = 10
"""Lines; what is longer after a delimiter is content below a rule."""
_SENT_FROM = re.compile(r"(?:sent|get outlook|written) (?:from|for|with|via|using) .{1,60}", re.IGNORECASE)
_GREETING = re.compile(
    r"(?:(?:with )?(?:(?:my|our) )?(?:best|kind|kindest|warm|warmest|many|sincere)?(?: regards| wishes| thanks)"
    r"|best|regards|cheers|thanks|thank you|many thanks|all the best|yours"
    r"|(?:yours )?(?:sincerely|faithfully|truly)(?: yours)?|mit (?:freundlichen|besten|herzlichen) gr[üu](?:ß|ss)en"
    r"|(?:viele|beste|herzliche) gr[üu](?:ß|ss)e"
    r"|cordialement|saludos(?: cordiales)?|cordiali saluti)\s*[,.!]?",
    re.IGNORECASE,
)
_MOST_AFTER_GREETING = 6
_LONGEST_NAME = 60
_BEGINS_ATTRIBUTION = re.compile(r"(?:on|am|le|el|il) ", re.IGNORECASE)
_ATTRIBUTION = re.compile(r".{6,120}(?:wrote|schrieb|a écrit|escribió|ha scritto)\b.{0,80}:", re.IGNORECASE)
_RULE = re.compile(r"-{2,} ?(?:original message|forwarded message|ursprüngliche nachricht) ?-{2,}", re.IGNORECASE)
_FIELD = re.compile(r"\*?(?:from|sent|date|to|cc|subject|reply-to|von|gesendet|an|betreff):\*? .*", re.IGNORECASE)
_MAY_ATTRIBUTE = re.compile(r"(?:on|am|le|el|il) |-{2,}|\*?[a-z-]{2,9}:", re.IGNORECASE)
"""How a line begins that is worth a closer look."""
_FEWEST_FIELDS, _LONGEST_HEAD = 3, 12
"""Lines of a head, as programs put it before what they quote."""


def parted(body: str) -> tuple[str, str]:
    """The content of a letter, and the rest of it; all is content where nothing else would be."""
    content, rest = list[str](), list[str]()
    for is_content, lines in _pieces(body.splitlines()):
        end = len(lines) - _signature_length([_unquoted(line) for line in lines]) if is_content else 0
        content += [*lines[:end], ""] if lines[end:] else lines
        rest += lines[end:]
    kept = _GAP.sub("\n\n", "\n".join(content).strip())
    return (kept, "\n".join(rest).strip()) if rest and any(map(str.isalnum, kept)) else (body, "")


def _pieces(lines: Sequence[str]) -> Iterator[tuple[bool, list[str]]]:
    """The lines of one writer each, and between them those that say who is quoted, which are no content."""
    for _, group in groupby(lines, _depth):
        of_one = list(group)
        piece, at = list[str](), 0
        while at < len(of_one):
            may_begin = _MAY_ATTRIBUTE.match(_unquoted(of_one[at]))
            head = [_unquoted(line) for line in of_one[at : at + _LONGEST_HEAD]] if may_begin else []
            if length := _attribution_length(head) if head else 0:
                yield True, piece
                yield False, of_one[at : at + length]
                piece = []
            else:
                piece.append(of_one[at])
            at += max(1, length)
        yield True, piece


def _depth(line: str) -> int:
    return (_DEPTH.match(line) or [""])[0].count(">")


def _unquoted(line: str) -> str:
    return _DEPTH.sub("", line, count=1).strip()


def _attribution_length(lines: Sequence[str]) -> int:
    """How many lines at the beginning say whose words follow."""
    for length in (1, 2):
        line, below = " ".join(lines[:length]), lines[length:]
        is_dated = re.search(r"\d|@", line) or not any(
            below
        )  # and not the sentence before a quote in the letter's text
        if _BEGINS_ATTRIBUTION.match(line) and _ATTRIBUTION.fullmatch(line) and is_dated:
            return length
    ruled = 1 if _RULE.fullmatch(lines[0]) else 0
    fields = list(takewhile(_FIELD.fullmatch, filter(None, lines[ruled:])))
    if len(fields) < _FEWEST_FIELDS:
        return ruled
    return next(at for at, line in enumerate(lines, 1) if line == fields[-1])


def _signature_length(lines: Sequence[str]) -> int:
    """How many lines at the end are a signature."""
    after = list[str]()
    for at in range(len(lines) - 1, -1, -1):
        line = lines[at]
        if _DELIMITER.fullmatch(line):
            return len(lines) - at
        if _GREETING.fullmatch(line) and len(after) <= _MOST_AFTER_GREETING and all(map(_is_of_signature, after)):
            return len(lines) - at
        after += [line] if line else []
        if len(after) > _LONGEST_SIGNATURE:
            break
    end = len(lines)
    while end and (not lines[end - 1] or _SENT_FROM.fullmatch(lines[end - 1])):
        end -= 1
    return len(lines) - end if any(map(_SENT_FROM.fullmatch, lines[end:])) else 0


def _is_of_signature(line: str) -> bool:
    """Whether a line can stand below a greeting: a name, an office, a number, and no sentence."""
    return len(line) <= _LONGEST_NAME and not re.search(r"[a-z]{3}[.!?]$", line)
