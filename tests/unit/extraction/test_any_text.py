import re

import pytest

from newstimeline import records
from newstimeline.extraction.pipeline import Extractor
from newstimeline.model import Article
from newstimeline.when import parse

ODD = {
    "empty": "",
    "white space": " \n\n ",
    "a giant word": "a" * 50_000,
    "punctuation": ".,;:!?()" * 300,
    "marks": "\"'“”‘’" * 300,
    "right to left": "قال أحمد «نعم» يوم الجمعة. " * 20,
    "emoji": '😀 said "😀😀 no." ' * 20,
    "an open mark": 'Head\n\n"',
    "digits": "9" * 3000 + " years ago, 31 February 0000, 9999 years later",
    "lone surrogates": "He said \ud800 “yes” on Friday.",
    "line ends": "\u2028One said.\r\nTwo said.\r\n\r\nThree said.",
    "a huge paragraph": "The council met on Friday. " * 800,
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
@pytest.mark.parametrize("published", [None, "2025-11-07"])
def test_any_text_gives_a_sound_record(extractor: Extractor, text: str, published: str | None) -> None:
    article = Article(id="a", title="Head", published=parse(published) if published else None, text=text)
    found = extractor.extract(article)
    assert records.load(records.dump(found)) == found


def test_an_article_without_text_has_nothing_but_its_headline(extractor: Extractor) -> None:
    found = extractor.extract(Article(id="a", title="Head"))
    assert ([event.title for event in found.events], found.quotes, found.people) == (["Head"], (), ())


def test_the_same_article_always_gives_the_same(extractor: Extractor) -> None:
    text = 'Jane Miller met Adam Stone on Monday. "We agree," Miller said. He left.'
    article = Article(id="a", title="Head", published=parse("2025-11-07"), text=text)
    assert records.dump(extractor.extract(article)) == records.dump(extractor.extract(article))


def test_offsets_hold_in_a_text_parsed_in_pieces(extractor: Extractor) -> None:
    text = "The council met in March 2019. " * 700 + "Jane Miller arrived on Monday."
    found = extractor.extract(Article(id="a", title="Head", published=parse("2025-11-07"), text=text))
    assert all(t.span and t.span.of(text) == t.text for t in found.times)
    assert found.events[-1].evidence is not None
    assert found.events[-1].evidence.of(text) == "Jane Miller arrived on Monday"


def test_the_model_names_itself(extractor: Extractor) -> None:
    assert re.match(r"en_core_web_(sm|md) 3\.8", extractor.model_name)
