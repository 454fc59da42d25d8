"""Which words of a clause a title can do without, by the grammar.

A fixed order of reductions, each applied only while the title is too long: what explains names first, what says how and
why next, place and time last. Nothing is dropped without which the rest would not be true: negations, hedges,
conditions, the first complement of a verb. Sentence compression by dropping branches of the dependency tree goes back
to Knight and Marcu (2002) and Filippova and Strube (2008); here rules decide, so that each loss can be explained.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from newstimeline.extraction import linking_words
from newstimeline.extraction.clause_words import DASHES, ClauseWords, Drop
from newstimeline.extraction.grammar import Grammar
from newstimeline.extraction.phrase_ends import ARGUMENTS, NOUN_ARGUMENTS, may_break_before, may_end_before

LIMIT = 80
"""Characters that a title has where its sentence allows; what a row of a usual terminal shows."""
LONG = 110
"""From where on also what completes a noun is left out."""
HARD_LIMIT = 200
"""Where even a sentence that can't be compressed ends, at a phrase."""

_LATE_MARKERS = frozenset(("to", "because"))
_RESULTS = frozenset(("that", "so"))
_CLOSES = {"(": ")", "[": "]"}
_OPENINGS = frozenset(("prep", "advmod", "npadvmod", "advcl"))
_GOVERNED = frozenset("ccomp xcomp dobj pobj attr relcl advcl acl".split())
_FOR_TWO = frozenset(("between", "both", "among", "either"))
_NOT = frozenset(("not", "n't", "n’t"))
_INDEFINITE = frozenset(("a", "an"))
_TIME_PREPOSITIONS = frozenset(("on", "in", "at", "during"))
_ENDS = frozenset((".", "!", "?"))
_FINITE = frozenset("while when after as before since although though whereas where once".split())
"""Conjunctions whose clause any verb can do without."""
_FEWEST_WORDS = 4
_FINITE_TAGS = frozenset(("VBD", "VBZ", "VBP", "MD"))

Length = Callable[[Sequence[int]], int]
"""How long a title some tokens make."""


class Compression(ClauseWords):
    """Leaves out what a title can do without."""

    def fit(self, length: Length, limit: int = LIMIT) -> list[int]:
        """The tokens that stay, in their order; `length` tells how long a title they make."""
        for reduction in ALWAYS:
            self._apply(reduction, lambda: True)
        for reduction in REDUCTIONS:
            self._apply(reduction, lambda: length(self.kept) > limit)
        self._end_early(length, limit, may_end_before)
        self._end_early(length, max(limit, LONG), may_break_before)
        while length(self.kept) > HARD_LIMIT and len(self.kept) > _FEWEST_WORDS and self.kept[-1] != self._head:
            del self.kept[-1]
        return self.kept

    def _end_early(self, length: Length, limit: int, may_end: Callable[[Grammar, int, range], bool]) -> None:
        """End before a phrase, however deep, that the rest can do without: the last that fits, or the first."""
        for index in reversed(self.kept[_FEWEST_WORDS:]):
            if index <= self._head or length(self.kept) <= limit:
                return
            if may_end(self._grammar, index, range(self.kept[0], self.kept[-1] + 1)):
                self.kept = [i for i in self.kept if i < index]

    def _apply(self, reduction: Callable[[Compression], Iterator[Drop]], needed: Callable[[], bool]) -> None:
        while needed() and (drop := next(filter(self._may_go, reduction(self)), None)):
            self._leave_out(drop)

    def _may_go(self, drop: Drop) -> bool:
        return bool(drop) and self._head not in drop and not self._is_limiting(drop)

    # The reductions: each gives the words that could go, the first choice first.

    def brackets(self) -> Iterator[Drop]:
        """ "The rocket (its third) rose": always, since a title is too short for asides."""
        for n, index in enumerate(self.kept):
            if close := _CLOSES.get(self._tokens[index].text):
                end = next((m for m in range(n, len(self.kept)) if self._tokens[self.kept[m]].text == close), None)
                if end is not None:
                    yield frozenset(self.kept[n : end + 1])

    def asides(self) -> Iterator[Drop]:
        """ "Iran, for instance, blocked it"."""
        for n, index in enumerate(self.kept[1:], 1):
            if not self._is_comma(self.kept[n - 1]):
                continue
            words = [self._tokens[i].lower for i in self.kept[n : n + linking_words.LONGEST + 1]]
            for count in range(1, len(words)):
                links = tuple(words[:count]) in linking_words.PHRASES or (
                    count == 1 and words[0] in linking_words.ASIDES
                )
                if words[count] == "," and links and index != self._head:
                    yield frozenset(self.kept[n : n + count])

    def other_clauses(self) -> Iterator[Drop]:
        """What a semicolon parts from the clause."""
        for n, index in enumerate(self.kept):
            if self._tokens[index].text == ";":
                yield frozenset(self.kept[: n + 1] if index < self._head else self.kept[n:])

    def further_sentences(self) -> Iterator[Drop]:
        """What somebody says may be several sentences: the first is enough."""
        for n, index in enumerate(self.kept[:-1]):
            if index > self._head and self._tokens[index].text in _ENDS:
                yield frozenset(i for i in self.kept[n:])

    def broken_relative_clauses(self) -> Iterator[Drop]:
        """ "a teenager who, nonplussed": what the parser, or a split, has left without its verb."""
        for n, index in enumerate(self.kept):
            token = self._tokens[index]
            if index > self._head and token.tag in ("WP", "WDT") and token.relation in ("nsubj", "nsubjpass"):
                verb = self._tokens[token.head]
                words = [self._tokens[i] for i in (verb.number, *self._grammar.children[verb.number])]
                if verb.number not in self.kept or not any(word.tag in _FINITE_TAGS for word in words):
                    yield frozenset(self.kept[n:])

    def between_dashes(self) -> Iterator[Drop]:
        """ "The calls — mainly directed at China — were renewed"."""
        dashes = [i for i in self.kept if self._tokens[i].text in DASHES and self._is_spaced(i)]
        for first, last in zip(dashes[::2], dashes[1::2], strict=False):
            yield frozenset(i for i in self.kept if first <= i <= last)
        if dashes and dashes[-1] > self._head:
            yield frozenset(i for i in self.kept if i >= dashes[-1])

    def appositions(self) -> Iterator[Drop]:
        """ "Durbin, a spokesman for the company, said"; not the name in "the owner, Jane Roe, said"."""
        for index, branch in self._branches("appos"):
            names_person = self._is_person(index) and not self._is_person(self._tokens[index].head)
            if not names_person and self._follows_comma(branch):
                yield branch
        for _, branch in self._branches("npadvmod", "dep", "oprd"):  # "…, a move that was criticised"
            if self._follows_comma(branch) and self._opens_with(branch, _INDEFINITE):
                yield branch

    def added_relative_clauses(self) -> Iterator[Drop]:
        """ "the bridge, which was built in 1907,", "the crew, including two women,"."""
        for index, branch in self._branches("relcl", "acl", "prep", "amod"):
            token = self._tokens[index]
            if token.head > index:
                continue
            on_noun = self._tokens[token.head].pos in ("NOUN", "PROPN") or token.lower in ("including", "such")
            if self._follows_comma(branch) and (token.relation != "prep" or on_noun):
                yield branch

    def opening_phrases(self) -> Iterator[Drop]:
        """ "Under growing pressure, the council …"; times only where nothing else is left."""
        subject = self._grammar.child(self._head, "nsubj", "nsubjpass", "csubj", "expl")
        until = min(self._grammar.subtree(subject.number)[0] if subject else self._head, self._head)
        for times in (False, True):
            for index in self._grammar.children[self._head]:
                branch = self._branch(index)
                opens = self._tokens[index].relation in _OPENINGS and branch and self.kept[0] in branch
                if not opens or max(branch) >= until or self._is_time(branch) is not times:
                    continue
                if times or self._tokens[index].relation == "prep" or self._precedes_comma(branch):
                    yield branch

    def background_of_contents(self) -> Iterator[Drop]:
        """ "said that while it rains, the bridge holds"."""
        for verb in self._spine[1:]:
            subject = self._grammar.child(verb, "nsubj", "nsubjpass", "expl")
            for index in self._grammar.children[verb]:
                branch = self._branch(index)
                before = subject and branch and max(branch) < subject.number
                if before and self._tokens[index].relation == "advcl" and self._precedes_comma(branch):
                    yield branch

    def trailing_clauses(self) -> Iterator[Drop]:
        """ "…, citing concerns", "… after it rained"."""
        for verb, index, branch in self._behind_verbs("advcl"):
            complete = self._opens_with(branch, _FINITE) or self._is_complete(verb, index, branch)
            if complete and not self._opens_with(branch, _LATE_MARKERS | _RESULTS):
                yield branch

    def second_conjuncts(self) -> Iterator[Drop]:
        """The last "and" of what a verb or preposition governs, never of who did it; "between A and B" stays whole."""
        for index, branch in self._branches("conj"):
            first = self._tokens[self._tokens[index].head]
            while first.relation == "conj" and first.head != first.number:
                first = self._tokens[first.head]
            link = next((i for i in reversed(self.kept) if i < min(branch)), None)
            if link is None or self._tokens[link].lower not in ("and", "but") or not self._is_last(branch):
                continue
            is_verb = self._tokens[index].tag.startswith("VB")
            if not is_verb and any(self._tokens[i].lower in _NOT for i in self.kept if i < link):
                continue  # "not one but two"
            both = any(self._tokens[i].lower in _FOR_TWO for i in self.kept if self._head < i < link)
            if first.relation in _GOVERNED and not both:
                yield branch | {link}

    def times(self) -> Iterator[Drop]:
        """Time words of the title's own verbs: the date of the event tells them."""
        for _, index, branch in self._behind_verbs("prep", "npadvmod"):
            token = self._tokens[index]
            if (token.relation == "npadvmod" or token.lower in _TIME_PREPOSITIONS) and self._is_time(branch):
                yield branch

    def late_clauses(self) -> Iterator[Drop]:
        """ "… to organise protests", "… because it was late", where the verb has its object."""
        for verb, _, branch in self._behind_verbs("advcl"):
            if self._opens_with(branch, _LATE_MARKERS) and self._is_last(branch) and self._is_free(verb):
                yield branch

    def clauses_of_indefinite_nouns(self) -> Iterator[Drop]:
        """ "A call that was expected to help led to nothing": true of a call without it, too."""
        for index, branch in self._branches("relcl", "acl"):
            determiner = self._grammar.child(self._tokens[index].head, "det")
            indefinite = determiner is not None and determiner.lower in _INDEFINITE
            if indefinite and not self._is_needed(index, branch) and not self._opens_with(branch, _LATE_MARKERS):
                yield branch

    def trailing_phrases(self) -> Iterator[Drop]:
        """ "… in the village": the last phrase of a verb that is complete without it."""
        for verb, index, branch in self._behind_verbs("prep", "npadvmod"):
            argument = self._tokens[index].lower in ARGUMENTS and not self._follows_comma(branch)
            if not argument and self._is_last(branch) and self._is_complete(verb, index, branch):
                yield branch

    def phrases_of_last_noun(self) -> Iterator[Drop]:
        """ "… a series of images taken during its survey": what tells more of the last noun, the deepest first."""
        at, kept = self._tokens[self.kept[-1]], set(self.kept)
        while at.head != at.number and at.number not in self._spine:
            noun, branch = self._tokens[at.head], self._branch(at.number)
            if at.head in kept and noun.pos in ("NOUN", "PROPN") and self._is_last(branch):
                told = (
                    at.relation in ("relcl", "acl")
                    and not self._is_definite(noun)
                    and not self._opens_with(branch, _LATE_MARKERS)
                )
                more = at.relation == "prep" and at.lower not in NOUN_ARGUMENTS
                if (told or more) and not self._is_needed(at.number, branch):
                    yield branch
            at = noun


ALWAYS: Sequence[Callable[[Compression], Iterator[Drop]]] = (
    Compression.brackets,
    Compression.asides,
    Compression.other_clauses,
    Compression.further_sentences,
    Compression.broken_relative_clauses,
)
"""What a title never has."""

REDUCTIONS: Sequence[Callable[[Compression], Iterator[Drop]]] = (
    Compression.between_dashes,
    Compression.appositions,
    Compression.added_relative_clauses,
    Compression.opening_phrases,
    Compression.background_of_contents,
    Compression.trailing_clauses,
    Compression.second_conjuncts,
    Compression.times,
    Compression.late_clauses,
    Compression.phrases_of_last_noun,
    Compression.trailing_phrases,
    Compression.clauses_of_indefinite_nouns,
)
"""In the order in which they are applied, as far as needed."""
