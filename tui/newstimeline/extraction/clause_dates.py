"""The date of each clause, and what it rests on.

A clause with time words of its own has their date and spreads it as little as possible: a verb coordinated with it
happened from then on, not on that day; the next sentence of the paragraph goes on in the same days; a statement
that continues the one before was made with it. Of what is left, statements and the lead rest on nothing but the date
of publication, and the story that the lead begins goes on with it; background stays undated.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from newstimeline.extraction.clauses import PAST_TENSES, Clause, Clauses, Tense
from newstimeline.extraction.cues import STATEMENTS, VERBS
from newstimeline.extraction.grammar import Grammar, Token
from newstimeline.extraction.occasions import occasion_dates
from newstimeline.extraction.times.intervals import with_intervals
from newstimeline.extraction.times.lexicon import SCHEDULING_WORDS
from newstimeline.model import TimeExpression
from newstimeline.terms import Basis
from newstimeline.when import EdtfError, Precision, When, parse
from newstimeline.when.calendar import MINUTES_A_DAY

_LEAD_PARAGRAPHS = 2
"""News agencies give their lead a sentence a paragraph."""
_RECENT_DAYS = 14
_LONGEST_MONTH = 31 * MINUTES_A_DAY
_ONCE = frozenset("previously originally formerly once".split())
"""Adverbs of what was so before the news."""
_AFTERWARDS = frozenset("thereafter afterwards afterward subsequently".split())
_PARTS_OF_A_NAME = frozenset(("compound", "poss", "nummod", "amod", "nmod"))
_PLACING_PREPOSITIONS = frozenset(("during", "at", "in", "on"))
_NO_DATE_OF_THE_CLAUSE = frozenset(("before", "by", "after", "for", "between", "about", "than", "as"))


@dataclass(frozen=True, slots=True)
class Dated:
    """The date of a clause."""

    when: When | None
    basis: Basis | None
    time: str | None = None
    """The id of the time words that it rests on."""


UNDATED = Dated(None, None)


class Dating:
    """Dates the clauses of an article."""

    def __init__(
        self,
        grammar: Grammar,
        clauses: Clauses,
        times: tuple[TimeExpression, ...],
        published: When | None,
        paragraph_of: Callable[[int], int],
        quoted: list[bool],
        body: int,
    ) -> None:
        """Date every clause: `quoted` tells for every token whether it is within quotation marks; the headline ends at
        `body`."""
        self._grammar = grammar
        self._clauses = clauses
        self.of_publication = published
        """The date of the article, on which the rest is dated."""
        self._fallback = Dated(published, Basis.PUBLISHED) if published else UNDATED
        self._own = self._own_times(times, quoted)
        self._of_occasions = {
            verb: Dated(dated.when, Basis.INHERITED, dated.time)
            for verb, dated in occasion_dates(grammar, clauses, self._own)
        }
        self._dates: dict[int, Dated] = {}
        self._in_paragraph: tuple[int, Dated] | None = None
        self._statement: tuple[int, Dated] | None = None
        self._lead: Dated | None = None
        self._lead_ends = 0
        """The number of the first paragraph after the lead."""
        self._date_all(paragraph_of, quoted, body)

    def of(self, clause: Clause) -> Dated:
        """The date of a clause outside quotation marks."""
        return self._dates.get(clause.head.number, self._fallback)

    def _date_all(self, paragraph_of: Callable[[int], int], quoted: list[bool], body: int) -> None:
        everything = [c for c in self._clauses.all() if not quoted[c.head.number]]
        past = (c for c in everything if c.head.start >= body and c.tense in PAST_TENSES)
        self._lead_ends = min((paragraph_of(c.head.start) for c in past), default=0) + _LEAD_PARAGRAPHS
        depths = self._grammar.depths
        for clause in sorted(everything, key=lambda c: (c.head.sentence, depths[c.head.number], c.head.number)):
            paragraph = paragraph_of(clause.head.start)
            dated = self._dates[clause.head.number] = self._date(clause, paragraph)
            if clause.tense in PAST_TENSES or (clause.tense is Tense.PRESENT and is_statement(clause)):
                self._carry(clause, paragraph, dated, in_body=clause.head.start >= body)

    def _carry(self, clause: Clause, paragraph: int, dated: Dated, *, in_body: bool) -> None:
        """Remember a date that rests on time words, for what is told next."""
        if dated.when is None or dated.basis is Basis.PUBLISHED or dated is self._lead:
            return
        if self._lead is None and in_body and paragraph < self._lead_ends and self._is_recent(dated.when):
            self._lead = Dated(dated.when, Basis.INHERITED, dated.time)
        if clause.head.relation in ("ROOT", "conj"):
            self._in_paragraph = (paragraph, dated)
            if is_statement(clause):
                self._statement = (paragraph, dated)

    def _date(self, clause: Clause, paragraph: int) -> Dated:
        if own := self._own.get(clause.head.number):
            return own
        if occasion := self._of_occasions.get(clause.head.number):
            return occasion
        if self._has_adverb(clause, _ONCE):
            return UNDATED
        above = self._clauses.above(clause)
        if above and above.head.number in self._dates:
            return self._beside(clause, above, self._dates[above.head.number])
        if clause.tense is Tense.PERFECT and not is_statement(clause):
            return self._of_the_day(clause, paragraph)
        if self._in_paragraph and self._in_paragraph[0] == paragraph:
            return self._next_sentence(clause, self._in_paragraph[1])
        if self._statement and is_statement(clause) and self._statement[0] == paragraph - 1:
            before = self._statement[1]
            if before.when and self._is_recent(before.when):
                return Dated(before.when, Basis.INHERITED, before.time)
        return self._of_the_day(clause, paragraph)

    def _of_the_day(self, clause: Clause, paragraph: int) -> Dated:
        """The date of a clause that nothing around dates.

        What is said is said to the press, and what the lead tells is the news: both are of the day of publication. The
        story goes on in the simple past on the day that the lead names, if it names one. All else may be long ago.
        """
        if clause.head.lemma in VERBS or paragraph < self._lead_ends:
            return self._fallback
        if clause.tense is Tense.PAST and self._lead:
            return self._lead
        return UNDATED

    def _beside(self, clause: Clause, above: Clause, dated: Dated) -> Dated:
        """The date of a clause that hangs on a dated one."""
        if dated.when is None or dated.basis is Basis.PUBLISHED:
            return dated
        inherited = Dated(dated.when, Basis.INHERITED, dated.time)
        if clause.head.relation == "conj":
            both_say = is_statement(clause) and is_statement(above)
            return inherited if both_say else _from_then_on(inherited)
        match clause.marker:
            case "after":
                return _until_then(inherited)
            case "before":
                return _from_then_on(inherited)
            case _:
                return inherited

    def _next_sentence(self, clause: Clause, before: Dated) -> Dated:
        inherited = Dated(before.when, Basis.INHERITED, before.time)
        if before.when is None or self._is_recent(before.when):
            return inherited
        if before.when.end - before.when.start > _LONGEST_MONTH:
            return UNDATED  # it may go on in that year or speak of today: nobody knows
        if self._has_adverb(clause, _AFTERWARDS):
            return _from_then_on(inherited)
        return self._fallback if is_statement(clause) else _from_then_on(inherited)

    def _is_recent(self, when: When) -> bool:
        if self.of_publication is None:
            return when.precision <= Precision.DAY
        days = (self.of_publication.end - when.start) / MINUTES_A_DAY
        return 0 <= days <= _RECENT_DAYS and not when.open_end and when.precision <= Precision.DAY

    def _has_adverb(self, clause: Clause, adverbs: frozenset[str]) -> bool:
        words = (self._grammar.tokens[i] for i in self._grammar.children[clause.head.number])
        return any(word.relation == "advmod" and word.lower in adverbs for word in words)

    def _own_times(self, times: tuple[TimeExpression, ...], quoted: list[bool]) -> dict[int, Dated]:
        """For the verbs whose clause has time words, their date: the finest, then the first."""
        dates: dict[int, Dated] = {}
        for time in with_intervals(self._grammar.text, times):
            if time.when is None or time.span is None or time.type not in ("DATE", "TIME"):
                continue
            tokens = self._grammar.within(time.span.start, time.span.end)
            if not tokens or quoted[tokens[0]]:
                continue
            head = self._grammar.head_of(tokens)
            verb = self._clauses.head_index(head.number)
            clause_of_time = self._clauses.at(verb)
            when = self._as_adverb(head, self._behind(time, clause_of_time), clause_of_time)
            earlier = dates.get(verb)
            if when and (earlier is None or earlier.when is None or when.precision < earlier.when.precision):
                dates[verb] = Dated(when, Basis.STATED, time.id)
        for verb, dated in list(dates.items()):
            clause = self._clauses.at(verb)
            main = self._clauses.placed_by(clause) if clause else None
            if main and main.head.number not in dates:
                dates[main.head.number] = dated
        return dates

    def _behind(self, time: TimeExpression, clause: Clause | None) -> When:
        """The date of time words; one of a clause in the past that lacked its year does not lie after publication."""
        assert time.when is not None
        when = time.when
        is_past = clause is not None and clause.tense is Tense.PAST and clause.head.lemma not in SCHEDULING_WORDS
        if not is_past or time.anchor is None or self.of_publication is None or when.uncertain:
            return when
        if when.start < self.of_publication.end or not (dated := re.fullmatch(r"(\d{4})(-\d\d.*)", when.edtf)):
            return when
        return _edtf(f"{int(dated[1]) - 1:04}{dated[2]}") or when

    def _as_adverb(self, head: Token, when: When, clause: Clause | None) -> When | None:
        """What time words say of their clause; nothing where they are part of a noun: "the 2015 treaty"."""
        tokens = self._grammar.tokens
        part_of_a_noun = head.relation in _PARTS_OF_A_NAME
        if part_of_a_noun:
            head = tokens[head.head]
        if head.relation != "pobj":
            return None if part_of_a_noun else when
        preposition = tokens[head.head].lower
        if part_of_a_noun and (preposition not in _PLACING_PREPOSITIONS or not self._hangs_on_verb(head)):
            return None
        if preposition == "between" and when.precision is Precision.RANGE:
            return when
        if preposition == "since":
            return self._since(tokens[head.head], when, clause)
        if preposition == "from" and when.precision is not Precision.RANGE:
            return _edtf(f"{when}/..") or when
        if preposition in ("until", "till"):
            return _edtf(f"../{when}") or when
        return None if preposition in _NO_DATE_OF_THE_CLAUSE else when

    def _since(self, preposition: Token, when: When, clause: Clause | None) -> When | None:
        """ "Prices have risen since 2015" began then; "the first title since 1908" did not."""
        lasts = clause is not None and clause.tense is Tense.PERFECT
        return _edtf(f"{when}/..") if lasts and self._grammar.tokens[preposition.head].tag.startswith("VB") else None

    def _hangs_on_verb(self, noun: Token) -> bool:
        """Whether a noun's preposition hangs on a verb."""
        tokens = self._grammar.tokens
        return tokens[tokens[noun.head].head].tag.startswith("VB")


def is_statement(clause: Clause) -> bool:
    """Whether a clause says that somebody said something."""
    return clause.head.lemma in STATEMENTS


def _from_then_on(dated: Dated) -> Dated:
    if dated.when is None or dated.when.open_end:
        return dated
    return Dated(_edtf(f"{_first_part(dated.when)}/..") or dated.when, dated.basis, dated.time)


def _until_then(dated: Dated) -> Dated:
    if dated.when is None or dated.when.open_start or dated.when.open_end:
        return dated
    return Dated(_edtf(f"../{dated.when.edtf.rpartition('/')[2]}") or dated.when, dated.basis, dated.time)


def _first_part(when: When) -> str:
    return when.edtf.partition("/")[0] if not when.open_start else when.edtf.rpartition("/")[2]


def _edtf(text: str) -> When | None:
    try:
        return parse(text)
    except EdtfError:
        return None
