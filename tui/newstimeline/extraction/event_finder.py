"""What the text says happened, one event a clause: from the clause to its evidence, title, people and places.

Only what is told as a fact counts: no negations, hypotheses, questions or states, and nothing that stands within
quotation marks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from newstimeline.extraction.clause_dates import Dated, Dating, is_statement
from newstimeline.extraction.clauses import PAST_TENSES, Clause, Clauses, Tense
from newstimeline.extraction.cues import VERBS
from newstimeline.extraction.grammar import Grammar, Token
from newstimeline.extraction.people import Human
from newstimeline.extraction.quotes.marked_quotes import FoundQuote
from newstimeline.extraction.references import References
from newstimeline.extraction.shared_dates import MEETINGS, ToldClause, better_dates, kinds_of
from newstimeline.extraction.titles import Titles
from newstimeline.model import Event, Place, Span
from newstimeline.terms import Basis, QuoteKind

_HYPOTHETICAL = frozenset(("if", "unless", "whether", "lest", "should"))
_TELLING_MARKERS = frozenset(("after", "as", "when", "while"))
_STATES = frozenset(
    """be have seem appear remain know believe think want hope need own contain mean belong include consist feel
    like love hate fear expect depend lack deserve tend understand consider concern involve""".split()
)
"""Lemmas that say how things stand rather than what happened."""

_SUBORDINATE = frozenset(("advcl", "relcl", "acl", "ccomp", "pcomp"))
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
        self._titles = Titles(text, grammar, references, quoted)
        self._said_in = self._by_clause(quotes)
        self._carried_from = self._by_clause([quote.carried_from for quote in quotes])

    def find(self, body: int, places: tuple[Place, ...]) -> tuple[Event, ...]:
        """The events told from the offset `body` on, in the order of the text."""
        by_offset = _PlacesByOffset(places)
        drafts: list[_Draft] = []
        for clause in self._clauses.all():
            if clause.head.start < body or not self._is_told(clause):
                continue
            draft = self._draft(clause)
            if drafts and self._continues(drafts[-1], draft):
                drafts[-1].quotes.extend(draft.quotes)
            else:
                drafts.append(draft)
        drafts.sort(key=lambda draft: (draft.evidence.start, draft.clause.head.start))
        for number, dated in better_dates([self._told(draft, by_offset) for draft in drafts]).items():
            drafts[number].dated = dated
        return tuple(self._event(number, draft, by_offset) for number, draft in enumerate(drafts, 1))

    def _told(self, draft: _Draft, places: _PlacesByOffset) -> ToldClause:
        evidence = self._grammar.within(draft.evidence.start, draft.evidence.end)
        inside = [
            i for i in evidence if self._clauses.head_index(i) == draft.clause.head.number and not self._quoted[i]
        ]
        return ToldClause(draft.dated, kinds_of(self._grammar, inside), frozenset(places.within(draft.evidence)))

    def _is_told(self, clause: Clause) -> bool:
        """Whether a clause puts something on the timeline."""
        head = clause.head
        if self._quoted[head.number] or clause.negated or clause.marker in _HYPOTHETICAL or self._is_question(head):
            return False
        if self._clauses.placed_by(clause):
            return False
        if head.lemma == "do" and not self._grammar.child(head.number, "dobj"):  # "as she did": told elsewhere
            return False
        stated = self._dating.of(clause).basis is Basis.STATED
        if clause.copular or (head.lemma in _STATES and not clause.passive and not stated):
            return False
        if not self._is_main(head):
            return head.relation in _SUBORDINATE and self._is_told_aside(clause, stated=stated)
        if clause.subject is None:
            return False
        if clause.tense in PAST_TENSES:
            return True
        if clause.tense is Tense.PRESENT:
            return (is_statement(clause) and not clause.passive) or (stated and self._lies_ahead(clause))
        return clause.tense is Tense.FUTURE and stated

    def _is_told_aside(self, clause: Clause, *, stated: bool) -> bool:
        """The same for a subordinate clause: it has a date of its own, or says what happened meanwhile."""
        past = clause.tense in PAST_TENSES
        participle = clause.tense is Tense.NONE and clause.head.tag == "VBN"
        if stated:
            return past or participle or (clause.tense is Tense.FUTURE and clause.subject is not None)
        return (
            past
            and clause.subject is not None
            and clause.head.relation == "advcl"
            and clause.marker in _TELLING_MARKERS
            and clause.head.lemma not in VERBS
        )

    def _lies_ahead(self, clause: Clause) -> bool:
        when, published = self._dating.of(clause).when, self._dating.of_publication
        return when is not None and published is not None and when.start >= published.start

    def _is_main(self, head: Token) -> bool:
        """Whether a verb heads a main clause; the parser may hang "said" on a verb within the quote."""
        tokens = self._grammar.tokens
        while head.relation == "conj" and head.head != head.number:
            head = tokens[head.head]
        if head.relation == "ROOT":
            return True
        return head.lemma in VERBS and self._quoted[head.head]

    def _is_question(self, head: Token) -> bool:
        first, last = self._grammar.sentences[head.sentence]
        for index in range(last - 1, max(first, last - 4) - 1, -1):
            token = self._grammar.tokens[index]
            if not self._quoted[index] and token.text[0].isalnum():
                return False
            if token.text == "?":
                return not self._quoted[index]
        return False

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

    def _event(self, number: int, draft: _Draft, places: _PlacesByOffset) -> Event:
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
            title=self._titles.of(draft.clause, evidence, direct),
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
