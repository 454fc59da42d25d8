"""W3C Web Annotations: where in its article each event and each quote stands, by words and by position.

Positions count the characters of the text that the library keeps; the words with what stands around them are found in
the page itself too.
"""

from __future__ import annotations

from collections.abc import Iterator

from newstimeline.clean import one_line
from newstimeline.library.views import EventDetail, QuoteSaid
from newstimeline.model import Span
from newstimeline.output.export_source import Material
from newstimeline.output.json_text import json_list
from newstimeline.output.links import web_address
from newstimeline.timeline.time_names import counted

_AROUND = 32
"""Characters before and after, as Hypothesis has them."""


def pieces(material: Material) -> Iterator[str]:
    """The document, bit by bit."""
    head = '{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": [\n'
    return json_list(head, _items(material), "\n]}\n")


def _items(material: Material) -> Iterator[dict[str, object]]:
    without = 0
    for event in material.events():
        text = material.library.text(event.article.id)
        without += text is None or event.evidence is None
        if text:
            yield from _annotations(event, text)
    if without:
        material.say(f"left out, since the library has no text for them: {counted(without, 'event')}")


def _annotations(event: EventDetail, text: str) -> Iterator[dict[str, object]]:
    source = web_address(event.article.url) or f"urn:newstimeline:article:{event.article.key}"
    if event.evidence:
        date = f"{event.when.edtf}: " if event.when else ""
        yield _annotation(
            f"event:{event.uid}", "describing", f"{date}{event.title}", [_target(source, event.evidence, text)]
        )
    for number, quote in enumerate(event.quotes, 1):
        if quote.spans:
            targets = [_target(source, span, text) for span in quote.spans]
            yield _annotation(f"event:{event.uid}:quote:{number}", "identifying", _who(quote), targets)


def _annotation(id_: str, motivation: str, body: str, targets: list[dict[str, object]]) -> dict[str, object]:
    return {
        "id": f"urn:newstimeline:{id_}",
        "type": "Annotation",
        "motivation": motivation,
        "body": {"type": "TextualBody", "format": "text/plain", "value": one_line(body)},
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _who(quote: QuoteSaid) -> str:
    role = f", {quote.roles[0]}" if quote.roles else ""
    return f"Said by {quote.speaker or quote.source or 'somebody who is not named'}{role}"


def _target(source: str, span: Span, text: str) -> dict[str, object]:
    words = {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(span.start - _AROUND, 0) : span.start],
        "suffix": text[span.end : span.end + _AROUND],
    }
    place = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {"source": source, "selector": [words, place]}
