"""Which clauses put something on the timeline.

Only what is told as a fact counts: no negations, hypotheses, questions, states, habits or what is generally so, nothing
that stands within quotation marks, and nothing that is furniture of the page.
"""

from __future__ import annotations

from newstimeline.extraction.clause_dates import Dating, is_statement
from newstimeline.extraction.clauses import PAST_TENSES, Clause, Clauses, Tense
from newstimeline.extraction.cues import VERBS
from newstimeline.extraction.grammar import Grammar, Token
from newstimeline.extraction.page_furniture import PageFurniture
from newstimeline.extraction.references import References
from newstimeline.extraction.relative_clauses import PARTICIPLES
from newstimeline.terms import Basis

_HYPOTHETICAL = frozenset(("if", "unless", "whether", "lest", "should"))
_TELLING_MARKERS = frozenset(("after", "as", "when", "while"))
_STATES = frozenset(
    """be have seem appear remain know believe think want hope need own contain mean belong include consist feel
    like love hate fear expect depend lack deserve tend understand consider concern involve look resemble exist cost
    weigh live sit lie stand represent reflect boast suit prefer wish doubt suppose guess""".split()
)
"""Lemmas that say how things stand rather than what happened."""
_HABITS = frozenset("usually often always normally typically generally traditionally ordinarily".split())
"""Adverbs of what happens again and again."""
_FIRST_PERSONS = frozenset(("i", "we", "you"))
"""Subjects of what somebody tells whom the marks around it would show, or of the page speaking to its reader."""
_NEUTRAL = frozenset("say tell add report announce confirm state note explain write".split())
"""Verbs of saying that leave what is said to be true."""
_ACTS = frozenset("announce confirm deny warn vow pledge promise".split())
"""Verbs of saying that do something without a clause: "the ministry announces elections"."""
_IN_PICTURES = frozenset(("pictured", "seen", "shown", "photographed"))
"""Participles of captions."""
_SPEAKS_FOR_ITSELF = frozenset("he she i we you who".split())
_SUBORDINATE = frozenset(("advcl", "relcl", "acl", "ccomp", "pcomp"))
_FEWEST_FUNCTION_WORDS_OF = 9
_FUNCTION_WORDS = frozenset(
    "the a an of to and is has had have at by with from it its he his her that be for on as are".split()
)


class EventCriteria:
    """Judges the clauses of one article."""

    def __init__(
        self,
        grammar: Grammar,
        clauses: Clauses,
        dating: Dating,
        references: References,
        furniture: PageFurniture,
        quoted: list[bool],
    ) -> None:
        """Prepare; `quoted` tells for every token whether it is within quotation marks."""
        self._grammar = grammar
        self._clauses = clauses
        self._dating = dating
        self._references = references
        self._furniture = furniture
        self._quoted = quoted
        self._foreign: dict[int, bool] = {}

    def told(self, body: int) -> list[Clause]:
        """The clauses from an offset on that are events, in the order of their verbs."""
        told = [clause for clause in self._clauses.all() if clause.head.start >= body and self._is_told(clause)]
        heads = {clause.head.number for clause in told}
        return [clause for clause in told if not self._only_repeats(clause, heads)]

    def _is_told(self, clause: Clause) -> bool:
        head = clause.head
        if self._quoted[head.number] or clause.negated or clause.marker in _HYPOTHETICAL or self._is_question(head):
            return False
        if self._furniture.holds(head.start) or self._is_foreign(head.sentence):
            return False
        if self._clauses.placed_by(clause) or self._is_elliptic(clause) or self._is_habit(clause):
            return False
        stated = self._dating.of(clause).basis is Basis.STATED
        if clause.subject is not None and clause.subject.lower in _FIRST_PERSONS and not stated:
            return False
        if clause.copular:  # of these only "the first round was on May 16"
            if not stated or self._grammar.child(head.number, "attr", "acomp", "expl"):
                return False
        elif head.lemma in _STATES and not clause.passive and not stated:
            return False
        if not self._is_main(head):
            return head.relation in _SUBORDINATE and self._is_told_aside(clause, stated=stated)
        if clause.subject is None:
            return False
        if clause.tense in PAST_TENSES:
            return True
        if clause.tense is Tense.PRESENT:
            if is_statement(clause) and not clause.passive:
                return stated or self._is_named(clause) or not self._says_what_is_so(clause)
            return stated and self._lies_ahead(clause)
        return clause.tense is Tense.FUTURE and stated

    def _is_told_aside(self, clause: Clause, *, stated: bool) -> bool:
        """The same for a subordinate clause: it has a date of its own, or says what happened meanwhile."""
        first = self._grammar.tokens[self._grammar.subtree(clause.head.number)[0]]
        if first.tag in ("WP", "WRB", "WDT") and clause.head.relation in ("ccomp", "pcomp"):
            return False  # "what life was like in 2004"
        past = clause.tense in PAST_TENSES
        participle = (
            clause.subject is None and clause.head.tag in PARTICIPLES and clause.head.relation in ("acl", "relcl")
        )
        if stated:
            return (past and clause.subject is not None) or participle or (
                clause.tense is Tense.FUTURE and clause.subject is not None
            )  # fmt: skip
        if past and clause.head.relation == "relcl" and clause.marker == "when":
            return clause.subject is not None  # "in February, when the talks broke off"
        return (
            past
            and clause.subject is not None
            and clause.head.relation == "advcl"
            and clause.marker in _TELLING_MARKERS
            and clause.head.lemma not in VERBS
        )

    def _is_elliptic(self, clause: Clause) -> bool:
        """Whether a clause is told by another one: "as she did", "It will", "hurried" of "hurried and harassed him"."""
        head, grammar = clause.head, self._grammar
        if head.lemma == "do" and not grammar.child(head.number, "dobj"):
            return True
        if head.tag == "MD" or (
            head.pos == "AUX" and head.lemma in ("have", "do") and not grammar.child(head.number, "dobj")
        ):
            return True
        if head.lower in _IN_PICTURES and not grammar.child(head.number, "aux", "auxpass", "dobj"):
            return True
        after = grammar.tokens[head.number + 1 : head.number + 3]
        joined = len(after) == 2 and after[0].relation == "cc" and after[1].relation == "conj"
        return joined and after[1].head == head.number and after[1].tag == head.tag

    def _is_habit(self, clause: Clause) -> bool:
        if is_statement(clause):
            return False
        children = (self._grammar.tokens[i] for i in self._grammar.children[clause.head.number])
        return any(child.relation == "advmod" and child.lower in _HABITS for child in children)

    def _is_named(self, clause: Clause) -> bool:
        """Whether the subject is a person, by name or pronoun."""
        subject = clause.subject
        return subject is not None and (
            bool(self._references.meant_by(subject.number)) or subject.lower in _SPEAKS_FOR_ITSELF
        )

    def _says_what_is_so(self, clause: Clause) -> bool:
        """Whether what is said is no happening: "Experts say that rockets share similar bodies"."""
        contents = [self._clauses.at(i) for i in self._contents(clause)]
        if not contents:
            quotes = any(self._quoted[i] for i in self._grammar.children[clause.head.number])
            return not quotes and clause.head.lemma not in _ACTS
        return not any(c and self._happens(c) for c in contents)

    def _happens(self, clause: Clause) -> bool:
        """Whether something is told to have happened, to go on or to come: "troops are leaving"."""
        goes_on = clause.tense is Tense.PRESENT and clause.head.tag == "VBG"
        return not clause.copular and (goes_on or clause.tense in PAST_TENSES or clause.tense is Tense.FUTURE)

    def _contents(self, clause: Clause) -> list[int]:
        children = self._grammar.children[clause.head.number]
        return [i for i in children if self._grammar.tokens[i].relation == "ccomp" and not self._quoted[i]]

    def _only_repeats(self, clause: Clause, told: set[int]) -> bool:
        """Whether a clause says no more than who told of a happening that is an event with its own date."""
        if clause.head.lemma not in _NEUTRAL or clause.passive or self._is_named(clause):
            return False
        contents = self._contents(clause)
        speaks_of_itself = any(
            c and c.subject and c.subject.tag == "PRP" for c in (self._clauses.at(i) for i in contents)
        )
        return bool(contents) and all(i in told for i in contents) and not speaks_of_itself

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

    def _is_foreign(self, sentence: int) -> bool:
        """Whether a longer sentence has no word that English can't do without."""
        if sentence not in self._foreign:
            words = [
                t.lower for t in self._grammar.tokens[slice(*self._grammar.sentences[sentence])] if t.text.isalpha()
            ]
            self._foreign[sentence] = len(words) >= _FEWEST_FUNCTION_WORDS_OF and _FUNCTION_WORDS.isdisjoint(words)
        return self._foreign[sentence]
