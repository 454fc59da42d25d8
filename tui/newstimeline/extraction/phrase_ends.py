"""Where a sentence may end early: before a phrase that it can do without, so that what stands before is true alone."""

from __future__ import annotations

from newstimeline.extraction.grammar import Grammar, Token

CONDITIONS = frozenset(
    """if unless until till except without whether lest provided than instead rather only but not no never nor
    neither""".split()
)
"""Words that open what limits the rest: without it the rest would say something else."""
HEDGES = frozenset(
    """allegedly reportedly apparently possibly perhaps probably likely supposedly purportedly nearly almost""".split()
)
"""Adverbs that say how sure it is."""
OBJECTS = frozenset("dobj dative attr acomp oprd ccomp xcomp".split())
"""What a verb governs that it can't be without."""
COMPLEMENTS = OBJECTS | frozenset(("prep", "agent", "prt", "advmod"))
"""Of these one completes a verb."""
NOUN_ARGUMENTS = frozenset("of than between for to about on".split())
"""Prepositions that complete a noun: "the end of the war", "a reason for hope"."""
ARGUMENTS = frozenset("of to into as with from for against like about off onto toward towards out up down".split())
"""Prepositions that complete a verb beside its object: "accused her of theft", "turned the square into a park"."""
_BOUND = frozenset(("of", "than", "between"))
_ABSOLUTE = frozenset(
    "all any each every few fewer first hardly last least most never no none only same such too worst best".split()
)
"""Words by which a claim holds within its bounds only: "all men from Bergen", "the first time in years"."""
_BOUNDING_ADVERBS = frozenset(("never", "hardly", "barely", "scarcely", "first", "last"))
_PHRASES = frozenset("prep advcl relcl npadvmod".split())
_UNFINISHED = frozenset(("IN", "TO", "DT", "CC", "PRP$", "WDT", "WP", "WRB"))


def may_end_before(grammar: Grammar, index: int, sentence: range) -> bool:
    """Whether a sentence, or a part of one, could end before the token `index`."""
    return _may_end(grammar, index, sentence, NOUN_ARGUMENTS)


def may_break_before(grammar: Grammar, index: int, sentence: range) -> bool:
    """The same for a sentence that is far too long, also before what completes a noun."""
    return _may_end(grammar, index, sentence, _BOUND)


def is_bounded(grammar: Grammar, index: int) -> bool:
    """Whether what hangs on a word bounds a claim that is false without it: "has never seen a recovery like it"."""
    for _ in range(8):  # deeper nesting is not told apart
        token = grammar.tokens[index]
        children = [grammar.tokens[i] for i in grammar.children[index]]
        absolute = _BOUNDING_ADVERBS if token.tag.startswith("VB") else _ABSOLUTE
        if any(child.relation == "neg" or child.lower in absolute or child.tag == "JJS" for child in children):
            return True
        if token.tag.startswith("VB") or token.head == index:
            nouns = (i for child in children if child.pos in ("NOUN", "PROPN") for i in grammar.children[child.number])
            return token.tag.startswith("VB") and any(grammar.tokens[i].lower in ("no", "only", "few") for i in nouns)
        index = token.head
    return False


def _may_end(grammar: Grammar, index: int, sentence: range, bound: frozenset[str]) -> bool:
    before, token = grammar.tokens[index - 1], grammar.tokens[index]
    if before.lower in CONDITIONS or before.tag in _UNFINISHED:
        return False
    if any(grammar.tokens[i].lower in CONDITIONS | HEDGES for i in range(index, min(index + 2, sentence.stop))):
        return False
    phrase = _phrase_from(grammar, token, bound)
    if phrase is None or (before.text != "," and is_bounded(grammar, phrase.head)):
        return False
    return _is_complete(grammar, phrase, index, sentence)


def _phrase_from(grammar: Grammar, token: Token, bound: frozenset[str]) -> Token | None:
    """The head of the phrase that a word opens and that its verb or noun can do without."""
    index, head = token.number, grammar.tokens[token.head]
    if token.relation == "cc":
        others = [grammar.tokens[i] for i in grammar.children[token.head]]
        second = next((t for t in others if t.relation == "conj" and t.number > index and t.tag.startswith("VB")), None)
        return second and token
    if head.relation in ("advcl", "relcl") and head.number > index:
        token, head = head, grammar.tokens[head.head]
    if token.relation not in _PHRASES or grammar.subtree(token.number)[0] != index or head.number > index:
        return None
    if head.pos not in ("VERB", "AUX"):
        optional = token.relation == "relcl" or (token.relation == "prep" and token.lower not in bound)
        return token if optional else None
    if grammar.tokens[index - 1].text == ",":
        return token
    if token.relation == "prep" and token.lower in ARGUMENTS:
        return None
    complements = (i for i in grammar.children[head.number] if grammar.tokens[i].relation in COMPLEMENTS)
    return token if any(head.number < i < index for i in complements) else None


def _is_complete(grammar: Grammar, phrase: Token, index: int, sentence: range) -> bool:
    """Whether no word of the sentence on which a phrase hangs stands behind it, or has an object there."""
    at = phrase
    while at.head != at.number and at.head in sentence:
        head = grammar.tokens[at.head]
        if head.number > index:
            return False
        children = (grammar.tokens[i] for i in grammar.children[head.number] if i not in (at.number, phrase.number))
        if any(child.number > index and child.number in sentence and child.relation in OBJECTS for child in children):
            return False
        at = head
    return True
