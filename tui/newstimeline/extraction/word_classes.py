"""Parts of speech from Penn Treebank tags, in place of spaCy's `attribute_ruler`, which takes a seventh of the time.

The table is that of Universal Dependencies for English (universaldependencies.org/tagset-conversion); what it leaves
open is told by the word's relation, as the rules that this replaces tell it.
"""

from __future__ import annotations

from collections.abc import Mapping

from spacy.language import Language
from spacy.tokens import Doc

_TAGS_BY_CLASS: Mapping[str, str] = {
    "ADJ": "JJ JJR JJS AFX",
    "ADP": "IN RP",
    "ADV": "RB RBR RBS",
    "AUX": "MD",
    "CCONJ": "CC",
    "DET": "DT PDT WP$",
    "INTJ": "UH",
    "NOUN": "NN NNS",
    "NUM": "CD",
    "PART": "POS TO",
    "PRON": "PRP PRP$ WP WDT EX",
    "PROPN": "NNP NNPS",
    "PUNCT": ". , : -LRB- -RRB- `` '' \"\" HYPH NFP",
    "SCONJ": "WRB",
    "SPACE": "_SP",
    "SYM": "$ SYM #",
    "VERB": "VB VBD VBG VBN VBP VBZ",
    "X": "FW LS ADD XX GW",
}
_CLASS_OF_TAG: Mapping[str, str] = {tag: name for name, tags in _TAGS_BY_CLASS.items() for tag in tags.split()}
_BE = frozenset("be am is are was were been being 's 're 'm ’s ’re ’m".split())
_AUXILIARIES = frozenset(("aux", "auxpass"))
_NOT = frozenset("not n't n’t".split())
_SOMEBODY = frozenset(
    f"{some}{body}" for some in ("some", "any", "no", "every") for body in ("thing", "body", "one")
) | {"none"}
NAME = "newstimeline_word_classes"


@Language.component(NAME)
def word_classes(doc: Doc) -> Doc:
    """Set the part of speech of every word."""
    for word in doc:
        tag = word.tag_
        kind = _CLASS_OF_TAG.get(tag, "X")
        if tag.startswith("VB"):
            if word.dep_ in _AUXILIARIES or word.lower_ in _BE:
                kind = "AUX"
        elif tag == "IN":
            kind = "SCONJ" if word.dep_ == "mark" else kind
        elif tag == "DT":
            kind = kind if word.dep_ in ("det", "predet") else "PRON"
        elif tag == "NN":
            kind = "PRON" if word.lower_ in _SOMEBODY else kind
        elif tag == "RB":
            kind = "PART" if word.lower_ in _NOT else kind
        word.pos_ = kind
    return doc
