"""What the text says happened, one event a clause: from the clause to its evidence, title, people and places."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from newstimeline.extraction.clause_dates import Dated, Dating, is_statement
from newstimeline.extraction.clauses import Clause, Clauses
from newstimeline.extraction.cues import VERBS
from newstimeline.extraction.event_criteria import EventCriteria
from newstimeline.extraction.grammar import Grammar, Token
from newstimeline.extraction.page_furniture import PageFurniture
from newstimeline.extraction.people import Human
from newstimeline.extraction.quotes.marked_quotes import FoundQuote
from newstimeline.extraction.references import References
from newstimeline.extraction.shared_dates import MEETINGS, ToldClause, better_dates, kinds_of
from newstimeline.extraction.subject_names import SubjectNames
from newstimeline.extraction.titles import Titles
from newstimeline.model import Event, Place, Span
from newstimeline.terms import Basis, QuoteKind

_BARE_ATTRIBUTION_WORDS = 4


@dataclass
class _Draft:
    """An event before it is written down."""

    clause: Clause
    dated: Dated
    evidence: Span
    speaker: Human | None
    quotes: list[int] = field(default_factory=list)


class EventFinder:
    """Picks and describes the events of an article."""

    def __init__(
        self,
        text: str,
        grammar: Grammar,
        clauses: Clauses,
        dating: Dating,
        references: References,
        quotes: Sequence[FoundQuote],
        quoted: list[bool],
    ) -> None:
        """Prepare for one article; `quoted` tells for every token whether it is within quotation marks."""
        self._text = text
        self._grammar = grammar
        self._clauses = clauses
        self._dating = dating
        self._references = references
        self._quotes = quotes
        self._quoted = quoted
        self._titles = Titles(text, grammar, clauses, SubjectNames(grammar, clauses, references))
        self._said_in = self._by_clause(quotes)
        self._carried_from = self._by_clause([quote.carried_from for quote in quotes])

    def find(self, body: int, places: tuple[Place, ...]) -> tuple[Event, ...]:
        """The events told from the offset `body` on, in the order of the text."""
        by_offset = _PlacesByOffset(places)
        drafts: list[_Draft] = []
        furniture = PageFurniture(self._text, body)
        criteria = EventCriteria(self._grammar, self._clauses, self._dating, self._references, furniture, self._quoted)
        for clause in criteria.told(body):
            draft = self._draft(clause)
            if drafts and self._continues(drafts[-1], draft):
                drafts[-1].quotes.extend(draft.quotes)
            else:
                drafts.append(draft)
        drafts.sort(key=lambda draft: (draft.evidence.start, draft.clause.head.start))
        for number, dated in better_dates([self._told(draft, by_offset) for draft in drafts]).items():
            drafts[number].dated = dated
        return tuple(self._event(number, draft, by_offset, furniture) for number, draft in enumerate(drafts, 1))

    def _told(self, draft: _Draft, places: _PlacesByOffset) -> ToldClause:
        evidence = self._grammar.within(draft.evidence.start, draft.evidence.end)
        inside = [
            i for i in evidence if self._clauses.head_index(i) == draft.clause.head.number and not self._quoted[i]
        ]
        return ToldClause(draft.dated, kinds_of(self._grammar, inside), frozenset(places.within(draft.evidence)))

    def _draft(self, clause: Clause) -> _Draft:
        head = clause.head
        siblings = frozenset(
            i for i in self._grammar.children[head.number]
            if self._grammar.tokens[i].relation == "conj" and self._clauses.head_index(i) == i
        )  # fmt: skip
        words = self._grammar.subtree(head.number, siblings)
        following = min((self._grammar.subtree(i)[0] for i in siblings if i > head.number), default=None)
        if following is not None:
            words = [i for i in words if i < following]
        first, last = words[0], words[-1]
        if head.relation in ("relcl", "acl"):
            first = self._start_of_noun(head.head)
        cued, carried = self._said_in.get(head.number, []), self._carried_from.get(head.number, [])
        evidence = self._with_quotes(self._trimmed(first, last, head), cued)
        speaker = next((self._quotes[n].by.speaker for n in cued), None)
        if speaker is None and clause.subject is not None:
            speaker = self._references.by_token.get(clause.subject.number)
        return _Draft(clause, self._dating.of(clause), evidence, speaker, sorted((*cued, *carried)))

    def _start_of_noun(self, noun: int) -> int:
        """Where the noun phrase begins on which a relative clause hangs."""
        tokens = self._grammar.tokens
        left = [
            i for i in self._grammar.children[noun] if i < noun and tokens[i].relation not in ("punct", "cc", "prep")
        ]
        return min((*left, noun))

    def _by_clause(self, quotes: Sequence[FoundQuote | None]) -> dict[int, list[int]]:
        """The indexes of quotes, by the head of the clause that introduces them."""
        by_head: dict[int, list[int]] = {}
        for number, quote in enumerate(quotes):
            if quote and quote.by.cue_token is not None:
                by_head.setdefault(self._clauses.head_index(quote.by.cue_token), []).append(number)
        return by_head

    def _trimmed(self, first: int, last: int, head: Token) -> Span:
        """From the first word to the last, without the marks and conjunctions around."""
        tokens = self._grammar.tokens
        while first < head.number and not tokens[first].text[0].isalnum() and not self._quoted[first]:
            first += 1
        while last > head.number and (tokens[last].relation == "cc" or self._ends_nothing(tokens[last])):
            last -= 1
        return self._grammar.span(first, last)

    def _ends_nothing(self, token: Token) -> bool:
        return not token.text[-1].isalnum() and token.text[-1] not in "%$)\"'"

    def _with_quotes(self, evidence: Span, quotes: list[int]) -> Span:
        """The evidence grown over the quotes of its own paragraph, which the parser may have split."""
        start, end = evidence.start, evidence.end
        for number in quotes:
            for outer in self._quotes[number].outer:
                if "\n" not in self._text[min(start, outer.start) : max(end, outer.end)]:
                    start, end = min(start, outer.start), max(end, outer.end)
        return Span(start, end)

    def _continues(self, before: _Draft, draft: _Draft) -> bool:
        """Whether a clause is no more than a further "he said" of the same speaker."""
        subject = draft.clause.subject
        if not draft.quotes or draft.speaker is None or before.speaker is not draft.speaker or subject is None:
            return False
        if not is_statement(draft.clause) or before.clause.head.lemma not in VERBS:
            return False
        if draft.dated.basis is Basis.STATED or before.dated.when != draft.dated.when:
            return False
        inside = self._grammar.within(draft.evidence.start, draft.evidence.end)
        words = [i for i in inside if not self._quoted[i] and self._grammar.tokens[i].text[0].isalnum()]
        return len(words) <= _BARE_ATTRIBUTION_WORDS

    def _who_meet(self, clause: Clause) -> set[int]:
        """Of a meeting that names nobody, the two or more people of the clause on which it hangs."""
        above = self._clauses.above(clause)
        words = self._grammar.subtree(above.head.number) if above else []
        people = {human.number for i in words for human in self._references.meant_by(i)}
        return people if len(people) > 1 else set()

    def _event(self, number: int, draft: _Draft, places: _PlacesByOffset, furniture: PageFurniture) -> Event:
        evidence = draft.evidence
        inside = self._grammar.within(evidence.start, evidence.end)
        people = {human.number for i in inside for human in self._references.meant_by(i)}
        subject = draft.clause.subject
        if subject is not None:
            shared = (subject.number, *(i for i in self._grammar.children[subject.number]))
            people |= {human.number for i in shared for human in self._references.meant_by(i)}
            leading = (self._grammar.tokens[i].lemma for i in inside if i < draft.clause.head.number)
            if not people and not MEETINGS.isdisjoint(leading):
                people = self._who_meet(draft.clause)
        direct = [self._quotes[n] for n in draft.quotes if self._quotes[n].kind is QuoteKind.DIRECT]
        return Event(
            id=f"e{number}",
            title=self._titles.of(draft.clause, furniture.without_opening(evidence), direct),
            when=draft.dated.when,
            basis=draft.dated.basis,
            time=draft.dated.time,
            evidence=evidence,
            people=tuple(f"p{n}" for n in sorted(people)),
            quotes=tuple(f"q{n + 1}" for n in draft.quotes),
            places=places.within(evidence),
        )


class _PlacesByOffset:
    """The places of an article by where they are mentioned."""

    def __init__(self, places: Sequence[Place]) -> None:
        self._places = places
        self._mentions = sorted((m.span.start, m.span.end, n) for n, place in enumerate(places) for m in place.mentions)

    def within(self, evidence: Span) -> tuple[str, ...]:
        """The ids of the places mentioned within the evidence."""
        first, last = (bisect_left(self._mentions, (offset,)) for offset in (evidence.start, evidence.end + 1))
        numbers = {number for _, end, number in self._mentions[first:last] if end <= evidence.end}
        return tuple(self._places[number].id for number in sorted(numbers))
