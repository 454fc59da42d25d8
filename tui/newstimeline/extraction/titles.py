"""Titles of events: a clause's own words, made readable without the sentences around them."""

from __future__ import annotations

from collections.abc import Sequence

from newstimeline.extraction.clauses import Clause
from newstimeline.extraction.grammar import Grammar, Token
from newstimeline.extraction.people import Human
from newstimeline.extraction.quotes.marked_quotes import FoundQuote
from newstimeline.extraction.references import References
from newstimeline.graphemes import shortened
from newstimeline.model import Span

_LONGEST = 110
_SHORTEST_QUOTED = 30
_LEADING = frozenset(("CCONJ", "PUNCT", "SPACE"))
_LINKS = frozenset("when while so also however meanwhile then".split())
"""Adverbs that tie a clause to what stands before it."""


class Titles:
    """Writes titles."""

    def __init__(self, text: str, grammar: Grammar, references: References, quoted: list[bool]) -> None:
        """Prepare for one article; `quoted` tells for every token whether it is within quotation marks."""
        self._text = text
        self._grammar = grammar
        self._references = references
        self._quoted = quoted

    def of(self, clause: Clause, evidence: Span, direct: Sequence[FoundQuote]) -> str:
        """The title of a clause; what is said directly comes last."""
        inside = self._grammar.within(evidence.start, evidence.end)
        left_out = {i for i in inside if any(m.covers(self._grammar.tokens[i].start) for q in direct for m in q.marks)}
        kept = [self._grammar.tokens[i] for i in inside if i not in left_out]
        while len(kept) > 1 and self._is_link(kept[0], clause):
            del kept[0]
        while len(kept) > 1 and (kept[-1].pos in ("PUNCT", "SPACE") and kept[-1].text not in ('"', "'", ")", "%")):
            del kept[-1]
        words = self._words(clause, kept)
        if direct:
            words = f"{words}: “{' '.join(direct[0].spans[0].of(self._text).split()).rstrip(',')}”"
        return _shortened(words[:1].upper() + words[1:])

    def _is_link(self, token: Token, clause: Clause) -> bool:
        """Whether a first word only ties the clause to another one: "but", "when", and not "so far" or "that night"."""
        if token.pos in _LEADING:
            return token.text not in ('"', "'")
        is_own = token.head == clause.head.number != token.number and not self._grammar.children[token.number]
        return is_own and (token.pos == "SCONJ" or (token.pos == "ADV" and token.lower in _LINKS))

    def _words(self, clause: Clause, kept: list[Token]) -> str:
        subject = clause.subject
        parts: list[str] = []
        named = self._named_subject(subject)
        if subject is not None and kept[0].number == clause.head.number and subject.number > kept[0].number:
            return self._turned(kept, subject, named)
        if subject is not None and all(token.number != subject.number for token in kept):
            parts.append((named or self._subject_phrase(subject)) + " ")
        skipped = self._reference_words(subject) if named and subject else frozenset[int]()
        for position, token in enumerate(kept):
            if token.number in skipped:
                if subject is not None and token.number == subject.number and named:
                    parts.append(named + self._gap(token))
                continue
            after = kept[position + 1] if position + 1 < len(kept) else None
            joined = after is not None and after.number != token.number + 1
            parts.append(self._text[token.start : token.end] + (" " if joined else self._gap(token)))
        return " ".join("".join(parts).split())

    def _turned(self, kept: list[Token], subject: Token, named: str) -> str:
        """For "said Jane Roe on Friday": "Jane Roe said on Friday"."""
        phrase = set(self._grammar.subtree(subject.number))
        rest = [token for token in kept[1:] if token.number not in phrase]
        words = "".join(self._text[token.start : token.end] + self._gap(token) for token in rest)
        return " ".join(f"{named or self._subject_phrase(subject)} {kept[0].text} {words}".split())

    def _gap(self, token: Token) -> str:
        return " " if self._text[token.end : token.end + 1].isspace() else ""

    def _named_subject(self, subject: Token | None) -> str:
        """The name for a subject that is a pronoun or a description."""
        if subject is None or subject.tag.startswith("NNP"):
            return ""
        human: Human | None = self._references.by_token.get(subject.number)
        if human is None:
            return ""
        fullest = human.fullest()
        return " ".join(self._grammar.span(fullest.first, fullest.last).of(self._text).split())

    def _reference_words(self, subject: Token) -> frozenset[int]:
        """The tokens that the name stands for: "the diplomat"."""
        before = (i for i in self._grammar.children[subject.number] if i < subject.number)
        words = {subject.number}
        for child in before:
            words.update(self._grammar.subtree(child))
        return frozenset(words)

    def _subject_phrase(self, subject: Token) -> str:
        """The words of a subject that stands in a sibling clause."""
        clauses = {"relcl", "acl", "appos", "punct"}
        left_out = frozenset(
            i for i in self._grammar.children[subject.number] if self._grammar.tokens[i].relation in clauses
        )
        words = self._grammar.subtree(subject.number, left_out)
        return " ".join(self._grammar.span(words[0], words[-1]).of(self._text).split())


def _shortened(title: str) -> str:
    if len(title) <= _LONGEST:
        return title
    cut = title.rfind(" ", 0, _LONGEST)
    ending = "…”" if "“" in title[: max(cut, 0)] and "”" not in title[: max(cut, 0)] else "…"
    begin = title[:cut] if cut > _SHORTEST_QUOTED else shortened(title, _LONGEST - 1)
    return begin.rstrip(" ,;:") + ending
