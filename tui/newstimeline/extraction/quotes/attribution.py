"""Who says a quote: the cue ("said") in the narration beside it, and the words that name the speaker."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import takewhile

from newstimeline.extraction.cues import DOCUMENTS, VERBS, WORKS
from newstimeline.extraction.grammar import Grammar, Token
from newstimeline.extraction.people import Human
from newstimeline.extraction.references import References
from newstimeline.model import Span

_AFTER_A_SUBJECT = frozenset("relcl appos acl advcl parataxis punct cc conj".split())
_CLIMBS = frozenset("xcomp conj advcl pcomp prep ccomp acl dobj pobj".split())
_LONGEST_SUBJECT = 9
_HEARD = frozenset(("quote", "cite", "hear"))
"""Of "can be heard saying"."""
_STATEMENT_REACH = 200
"""Tokens between "said in a statement" and "the statement said"."""
_LONGEST_ASIDE = 30
_LONGEST_SIGNATURE = 12
_IN_A_NOUN = frozenset(("amod", "compound", "nmod"))
_NOUNS = frozenset(("NOUN", "PROPN", "PRON"))
_MAY_OPEN_AN_ATTRIBUTION = frozenset(("ADV", "PUNCT", "SPACE", "CCONJ"))


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says something, by which words."""

    cue: Span | None
    cue_token: int | None
    source: Span | None
    speaker: Human | None


class Attributor:
    """Finds attributions in the narration around quotes."""

    def __init__(self, grammar: Grammar, references: References, quoted: list[bool]) -> None:
        """Prepare for one article; `quoted` tells for every token whether it is within quotation marks."""
        self._grammar = grammar
        self._references = references
        self._quoted = quoted

    def before(self, segment: range) -> Attribution | None:
        """The attribution in the narration before a quote, nearest to it: `Roe said that "..."`."""
        for index in reversed(segment):
            if attribution := self._by_cue(self._grammar.tokens[index], segment):
                return attribution
        return None

    def after(self, segment: range, *, at_once: bool) -> Attribution | None:
        """The attribution in the narration after a quote; `at_once` if nothing may stand between: `"...," said Roe`."""
        for index in segment:
            attribution = self._by_cue(self._grammar.tokens[index], segment)
            if attribution and (not at_once or self._opens_with(segment, attribution)):
                return attribution
            if attribution:
                return None
        return None

    def by_order(self, segment: range, *, any_verb: bool) -> Attribution | None:
        """By the order of words alone, where the parser was misled: a cue with a noun phrase right before or after it.

        After a comma within the marks, whatever is done to the words is to say them: `"...," fumed Roe`.
        """
        tokens = self._grammar.tokens
        words = [tokens[i] for i in segment if tokens[i].text[0].isalnum()][:_LONGEST_ASIDE]
        verbs = (token for token in words if token.tag in ("VBD", "VBZ", "VBN") and token.relation not in _IN_A_NOUN)
        cue = next((verb for verb in verbs if any_verb or verb.lemma in VERBS), None)
        if cue is None or self._quoted[cue.number]:
            return None
        if tokens[cue.number - 1].text != ",":
            words = words[:_LONGEST_SUBJECT]
            if cue not in words:
                return None
        before = [token for token in words if token.number < cue.number]
        if aside := self._subject_before_aside(segment, cue):
            before = aside
        nouns = before or list(takewhile(_is_in_a_noun_phrase, (t for t in words if t.number > cue.number)))
        if not nouns or not all(map(_is_in_a_noun_phrase, nouns)) or nouns[-1].pos not in _NOUNS:
            return None
        source = self._grammar.span(nouns[0].number, nouns[-1].number)
        return Attribution(cue.span, cue.number, source, self._speaker(nouns[-1]))

    def _subject_before_aside(self, segment: range, cue: Token) -> list[Token]:
        """Of `Roe, the minister of trade, said` the words before the first comma; nothing without an aside."""
        tokens = self._grammar.tokens
        if cue.number - 1 not in segment or tokens[cue.number - 1].text != ",":
            return []
        at_comma = takewhile(lambda token: token.text != ",", (tokens[i] for i in segment if i < cue.number - 1))
        return [token for token in at_comma if token.text[0].isalnum()]

    def by_name(self, segment: range) -> Attribution | None:
        """Whom a few words without a verb name beside a quote: `From the desk of Jane Roe:`, `"..." - Jane Roe`."""
        tokens = [self._grammar.tokens[i] for i in segment if not self._grammar.tokens[i].is_space]
        words = [token for token in tokens if token.text[0].isalnum()]
        if not words or len(words) > _LONGEST_SIGNATURE or any(token.pos in ("VERB", "AUX") for token in words):
            return None
        named = [token for token in words if token.number in self._references.by_token]
        if named:
            human = self._references.by_token[named[0].number]
            own = [token.number for token in named if self._references.by_token[token.number] is human]
            return Attribution(None, None, self._grammar.span(own[0], own[-1]), human)
        if all(token.text[0].isupper() and token.pos in ("PROPN", "NOUN") for token in words):
            return Attribution(None, None, self._grammar.span(words[0].number, words[-1].number), None)
        return None

    def told_in(self, sentence: range, *, only_saying: bool) -> Attribution | None:
        """Who says something in the main clause of a sentence of narration, or else is its subject by name.

        Args:
            sentence: its tokens.
            only_saying: whether just a word of saying counts.
        """
        for index in sentence:
            token = self._grammar.tokens[index]
            if token.relation != "ROOT" or not token.tag.startswith("VB") or self._quoted[index]:
                continue
            by = self._of_verb(token)
            if by and (by.speaker if not only_saying else token.lemma in VERBS):
                return replace(by, cue=None, cue_token=None)
        return None

    def names_other(self, words: list[Token], by: Attribution) -> bool:
        """Whether the subject of a verb among some words is somebody else than who speaks."""
        subjects = (token for token in words if token.relation in ("nsubj", "nsubjpass"))
        humans = (self._references.by_token.get(token.number) for token in subjects)
        return any(human is not None and human is not by.speaker for human in humans)

    def governing(self, words: range) -> Attribution | None:
        """The verb on which quoted words hang, with its subject: `the team cited "leaking pipes"`."""
        tokens = self._grammar.tokens
        if not words:
            return None
        at = self._grammar.head_of(words)
        while at.head != at.number:
            at = tokens[at.head]
            if at.tag.startswith("VB") and not self._quoted[at.number] and (attribution := self._of_verb(at)):
                return attribution
        return None

    def introducing(self, segment: range) -> Attribution | None:
        """Who does what leads to a quote after a colon, where no word tells of speech: `Roe took the floor: "..."`."""
        for index in reversed(segment):
            token = self._grammar.tokens[index]
            if token.tag in ("VBD", "VBZ", "VBP") and (attribution := self._of_verb(token)):
                return replace(attribution, cue=None)
        return None

    def _opens_with(self, segment: range, attribution: Attribution) -> bool:
        begin = min(span.start for span in (attribution.cue, attribution.source) if span)
        between = (self._grammar.tokens[i] for i in segment if self._grammar.tokens[i].start < begin)
        return all(token.pos in _MAY_OPEN_AN_ATTRIBUTION for token in between)

    def _by_cue(self, token: Token, segment: range) -> Attribution | None:
        tokens = self._grammar.tokens
        if self._quoted[token.number]:
            return None
        if token.lower == "according" and token.number + 1 < len(tokens) and tokens[token.number + 1].lower == "to":
            return self._according_to(token)
        if token.lemma not in VERBS or not token.tag.startswith("VB") or token.lower in WORKS:
            return None
        return self._of_verb(token)

    def of(self, cue: Token) -> Attribution | None:
        """Who says what a word of saying reports, whatever the word; None where the text does not tell, or in marks."""
        if self._quoted[cue.number]:
            return None
        if cue.lower == "according":
            return self._according_to(cue)
        if cue.pos == "ADJ":
            return self._of_adjective(cue)
        return self._of_noun(cue) if cue.pos == "NOUN" else self._of_verb(cue)

    def _of_adjective(self, cue: Token) -> Attribution | None:
        """Of "Roe is sure", Roe."""
        subject = self._grammar.child(cue.head, "nsubj") if cue.relation == "acomp" else None
        holder = self._antecedent(subject, cue) if subject else None
        if holder is None or self._quoted[holder.number]:
            return None
        return Attribution(cue.span, cue.number, self._source(holder, cue), self._speaker(holder))

    def _of_verb(self, token: Token) -> Attribution | None:
        if token.tag == "VBN" and token.relation in ("acl", "amod"):
            return None
        subject = self._subject(token)
        if subject is None or self._quoted[subject.number]:
            return None
        source = self._source(subject, token)
        if who := self._relative_pronoun(token, source):
            source = Span(source.start, who.end)
        return Attribution(token.span, token.number, source, self._speaker(subject))

    def _relative_pronoun(self, cue: Token, source: Span) -> Token | None:
        """The "who" right behind the noun that it stands for."""
        subject = self._grammar.child(cue.number, "nsubj")
        near = subject is not None and source.end <= subject.start <= source.end + 2
        return subject if near and subject and subject.lower == "who" else None

    def _of_noun(self, noun: Token) -> Attribution | None:
        """Of "Roe's claim", Roe."""
        owner = self._grammar.child(noun.number, "poss")
        if owner is None or self._quoted[owner.number]:
            return None
        mark = self._grammar.child(owner.number, "case")
        return Attribution(noun.span, noun.number, self._source(owner, mark or noun), self._speaker(owner))

    def _according_to(self, token: Token) -> Attribution | None:
        grammar = self._grammar
        to = grammar.tokens[token.number + 1]
        subject = grammar.child(to.number, "pobj") or grammar.child(token.number, "pobj")
        if subject is None or self._quoted[subject.number]:
            return None
        return Attribution(
            grammar.span(token.number, to.number), token.number, self._source(subject, to), self._speaker(subject)
        )

    def _subject(self, cue: Token) -> Token | None:
        """Who does the saying: the cue's subject, or that of the verb on which "saying" hangs."""
        grammar = self._grammar
        at = cue
        for _ in range(4):
            if at is not cue and not at.tag.startswith("VB"):
                at = grammar.tokens[at.head]
                continue
            if passive := grammar.child(at.number, "nsubjpass"):
                return passive if at.lemma in _HEARD and at is not cue else None
            if subject := grammar.child(at.number, "nsubj"):
                return self._antecedent(subject, at)
            noun = grammar.tokens[at.head]
            if at.relation == "acl" and at.tag == "VBG" and noun.lemma not in DOCUMENTS:
                return noun
            if at.relation not in _CLIMBS or at.head == at.number:
                break
            at = noun
        return self._beside(cue)

    def _antecedent(self, subject: Token, verb: Token) -> Token | None:
        """For "who", the noun that it stands for; "that" and "which" say nothing."""
        if subject.tag in ("WP", "WDT"):
            if subject.lower == "who" and verb.relation == "relcl":
                return self._grammar.tokens[verb.head]
            return None
        return None if subject.lower in ("it", "this", "there", "i") else subject

    def _beside(self, cue: Token) -> Token | None:
        """A name or pronoun right beside a cue whose grammar the parser got wrong."""
        tokens = self._grammar.tokens
        for index in (self._before_brackets(cue.number - 1), cue.number + 1):
            if 0 <= index < len(tokens) and tokens[index].sentence == cue.sentence and cue.tag in ("VBD", "VBZ"):
                token = tokens[index]
                while token.relation == "compound" and token.head > token.number:
                    token = tokens[token.head]
                if token.number in self._references.by_token and not self._quoted[token.number]:
                    return token
        return self._before_aside(cue) if cue.number and tokens[cue.number - 1].text == "," else None

    def _before_aside(self, cue: Token) -> Token | None:
        """The name before an aside that ends at a cue: of "Roe, the president's adviser, said"."""
        tokens = self._grammar.tokens
        for index in range(
            cue.number - 2, max(self._grammar.sentences[cue.sentence][0], cue.number - _LONGEST_ASIDE), -1
        ):
            token = tokens[index - 1]
            if tokens[index].text == "," and token.number in self._references.by_token and not self._quoted[index]:
                return token
        return None

    def _before_brackets(self, index: int) -> int:
        """The word before a comma or brackets that end at a token: of "Roe (R-Wis.) said", "her aide, Roe, said"."""
        tokens = self._grammar.tokens
        if index > 0 and tokens[index].text == ")":
            opening = next((i for i in range(index, max(0, index - 8), -1) if tokens[i].text == "("), index + 1)
            return opening - 1
        return index - 1 if index > 0 and tokens[index].text == "," else index

    def _source(self, subject: Token, cue: Token) -> Span:
        """The noun phrase around the subject, without clauses and asides that hang on it."""
        grammar = self._grammar
        left_out = frozenset(
            i
            for i in grammar.children[subject.number]
            if grammar.tokens[i].relation in _AFTER_A_SUBJECT or grammar.tokens[i].lower == "according"
        )
        joined = frozenset(i for i in left_out if grammar.tokens[i].relation in ("conj", "cc"))
        words = set(grammar.subtree(subject.number, left_out - joined))
        first = last = subject.number
        while first - 1 in words and not self._quoted[first - 1] and first - 1 != cue.number:
            first -= 1
        while last + 1 in words and not self._quoted[last + 1] and last + 1 != cue.number:
            last += 1
        while last > subject.number and not grammar.tokens[last].text[-1].isalnum():
            last -= 1
        return grammar.span(first, last)

    def _speaker(self, subject: Token) -> Human | None:
        """The person that the subject names; nobody for several, and for "Roe's campaign"."""
        grammar, named = self._grammar, self._references.by_token
        if grammar.child(subject.number, "conj"):
            return None
        if subject.number in named:
            return named[subject.number]
        if subject.lemma in DOCUMENTS:
            return self._author(subject)
        aside = grammar.child(subject.number, "appos")
        return named.get(aside.number) if aside else None

    def _author(self, document: Token) -> Human | None:
        """Whose a statement or the like is: "her statement", "a statement from Roe"; or who was said to make it before.

        Nobody's where it is somebody's who is nobody by name, such as a company.
        """
        grammar, named = self._grammar, self._references.by_token
        if owner := grammar.child(document.number, "poss"):
            return named.get(owner.number)
        for i in grammar.children[document.number]:
            if grammar.tokens[i].lower in ("from", "by", "of") and (whose := grammar.child(i, "pobj")):
                return named.get(whose.number) or next(
                    (named[n] for n in grammar.subtree(whose.number) if n in named and not grammar.child(n, "poss")),
                    None,
                )
        before = range(document.number - 1, max(-1, document.number - _STATEMENT_REACH), -1)
        earlier = next((i for i in before if self._is_same_document(grammar.tokens[i], document)), None)
        if earlier is None:
            return None
        sentence = range(*grammar.sentences[grammar.tokens[earlier].sentence])
        saying = (grammar.tokens[i] for i in sentence if grammar.tokens[i].lemma in VERBS and not self._quoted[i])
        speakers = [subject.number for verb in saying if verb.tag[:2] == "VB" and (subject := self._subject(verb))]
        subjects = (i for i in sentence if grammar.tokens[i].relation == "nsubj" and not self._quoted[i])
        return next((named[i] for i in (*speakers, *subjects) if i in named), None)

    def _is_same_document(self, token: Token, document: Token) -> bool:
        return token.lemma == document.lemma and token.tag == "NN" and not self._quoted[token.number]


def _is_in_a_noun_phrase(token: Token) -> bool:
    return (
        token.pos in _NOUNS or token.pos in ("DET", "ADJ", "NUM") or token.tag == "POS" or token.relation in _IN_A_NOUN
    )
