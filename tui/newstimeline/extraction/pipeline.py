"""The whole extraction: an article goes in, its times, quotes, people, places and events come out."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from newstimeline.extraction.clause_dates import Dating
from newstimeline.extraction.clauses import Clauses
from newstimeline.extraction.event_finder import EventFinder
from newstimeline.extraction.grammar import Grammar
from newstimeline.extraction.language_detection import ENGLISH, language_of
from newstimeline.extraction.language_model import LanguageModel
from newstimeline.extraction.models import RULES_VERSION
from newstimeline.extraction.people import People, mention_spans
from newstimeline.extraction.place_finder import find_places
from newstimeline.extraction.publication_check import objection
from newstimeline.extraction.quotes.all_quotes import with_reported
from newstimeline.extraction.quotes.attribution import Attributor
from newstimeline.extraction.quotes.carried_speakers import with_carried_speakers
from newstimeline.extraction.quotes.colon_quotes import with_parts
from newstimeline.extraction.quotes.marked_quotes import FoundQuote, find_marked_quotes
from newstimeline.extraction.quotes.marks import Marked, marked_words
from newstimeline.extraction.quotes.posts import find_posts, post_quotes, without_posts
from newstimeline.extraction.references import References
from newstimeline.extraction.times.engine import TimeWords, find_time_words, read_times
from newstimeline.extraction.times.resolver import Direction
from newstimeline.headlines import with_headline
from newstimeline.model import Article, Extraction, Quote, Span, TimeExpression, quoted_text
from newstimeline.paragraphs import Paragraph, paragraphs
from newstimeline.when import When


class Extractor:
    """Holds a loaded language model; one a process is enough."""

    def __init__(self, model: str | None = None) -> None:
        """Load a model, named by its size; for None the usual one.

        Raises:
            LanguageModelMissingError: it is not installed.
        """
        self._model = LanguageModel(model)

    @property
    def model_name(self) -> str:
        """The model and its version, such as "en_core_web_sm 3.8.0"."""
        return self._model.name

    @property
    def name(self) -> str:
        """What is recorded beside an extraction: the model and the version of the rules."""
        return f"{self.model_name}, rules {RULES_VERSION}"

    def extract(self, article: Article) -> Extraction:
        """Extract an article; the same article always gives the same result.

        If it tells of nothing, or is not in English, its headline is its only event.
        """
        return with_headline(self._found(article))

    def _found(self, article: Article) -> Extraction:
        if not article.text or article.text.isspace():
            return Extraction(article=article)
        if (language := language_of(article.text)) != ENGLISH:
            return Extraction(article=replace(article, unextracted=language))
        frame = paragraphs(article.text, article.title)
        return _Reading(article, article.text, frame, self._model.read(article.text, frame)).extraction()


class _Reading:
    """One article on its way through the rules."""

    def __init__(self, article: Article, text: str, frame: tuple[Paragraph, ...], grammar: Grammar) -> None:
        self._article = article
        # What happened is dated by the day of publication, never by the minute at which a page went online.
        self._published = article.published.whole_day() if article.published else None
        self._text = text
        self._frame = frame
        self._grammar = grammar
        self._starts = [p.start for p in frame]
        self._body = next((p.start for p in frame if not p.headline), len(text))
        self._posts = find_posts(text, frame)
        self._marked = without_posts(marked_words(text, frame), self._posts)
        self._clauses = Clauses(grammar)

    def extraction(self) -> Extraction:
        grammar, text = self._grammar, self._text
        quoted = self._quoted_tokens()
        people = People(grammar, self._frame)
        references = References(grammar, self._clauses, people, quoted, self._body)
        attributor = Attributor(grammar, references, quoted)
        marked = with_carried_speakers(
            find_marked_quotes(grammar, text, self._frame, self._marked, attributor), grammar, self._frame, attributor
        )
        reported = with_reported(marked, grammar, quoted, attributor)
        posted = post_quotes(self._posts, grammar, references.by_token)
        found_quotes = with_parts([*reported, *posted], grammar, self._frame, references.by_token)
        words = find_time_words(grammar.text)
        times = self._times(words, {})
        if self._published and (reason := objection(text, times, self._posts, self._published, self._direction)):
            refused = f"{self._published}, which {reason}"
            self._article = replace(self._article, published=None, published_by=None, published_refused=refused)
            self._published = None
            times = self._times(words, {})
        dating = Dating(grammar, self._clauses, times, self._published, self._paragraph_of, quoted, self._body)
        quotes = self._dated_quotes(found_quotes, dating, times)
        anchors = {m: quote.when for q, quote in zip(found_quotes, quotes, strict=True) if quote.when for m in q.marks}
        if anchors:
            times = self._times(words, anchors)
        spans = [span for human in people.humans for span in mention_spans(human, grammar)]
        places = find_places(grammar, spans, self._body)
        events = EventFinder(text, grammar, self._clauses, dating, references, found_quotes, quoted)
        return Extraction(
            article=self._article,
            times=times,
            people=people.persons(),
            places=places,
            quotes=quotes,
            events=events.find(self._body, places),
        )

    def _paragraph_of(self, offset: int) -> int:
        return max(bisect_right(self._starts, offset) - 1, 0)

    def _quoted_tokens(self) -> list[bool]:
        quoted = [False] * len(self._grammar.tokens)
        for marked in (*self._marked, *(post.marked for post in self._posts)):
            for outer in marked.outer:
                for index in self._grammar.within(outer.start, outer.end):
                    quoted[index] = True
        return quoted

    def _times(self, words: list[TimeWords], anchors: dict[Marked, When]) -> tuple[TimeExpression, ...]:
        """The times, counted from the article's date, but within a quote from the day on which it was said."""
        spoken = sorted((outer.start, outer.end, when) for m, when in anchors.items() for outer in m.outer)
        starts = [start for start, _, _ in spoken]

        def anchor_at(span: Span) -> When | None:
            index = bisect_right(starts, span.start) - 1
            if index >= 0 and spoken[index][1] > span.start:
                return spoken[index][2]
            return self._published

        return read_times(
            self._text,
            words,
            anchor_at=anchor_at,
            direction_at=self._direction,
            told_within=lambda span: self._starts[max(self._paragraph_of(span.start) - 1, 0)],
        )

    def _direction(self, span: Span) -> Direction:
        token = self._grammar.at(span.start)
        return self._clauses.direction(token.number) if token else Direction.UNKNOWN

    def _dated_quotes(
        self, found_quotes: list[FoundQuote], dating: Dating, times: tuple[TimeExpression, ...]
    ) -> tuple[Quote, ...]:
        grammar = self._grammar
        by_end = {time.span.end: time.when for time in times if time.span}
        quotes: list[Quote] = []
        for number, quote in enumerate(found_quotes, 1):
            cue = (quote.carried_from or quote).by.cue_token
            clause = self._clauses.at(cue) if cue is not None else None
            when = dating.of(clause).when if clause else None
            if (cue is None and not quote.marks) or (cue is not None and grammar.tokens[cue].lower == "according"):
                when = self._published
            if quote.written:
                when = by_end.get(quote.written.end)
            quotes.append(
                Quote(
                    id=f"q{number}",
                    kind=quote.kind,
                    text=quoted_text(quote.spans, self._text),
                    spans=quote.spans,
                    cue=quote.by.cue,
                    source=quote.by.source,
                    speaker=quote.by.speaker.id if quote.by.speaker else None,
                    when=when,
                )
            )
        return tuple(quotes)
