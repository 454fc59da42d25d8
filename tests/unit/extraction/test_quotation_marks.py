import pytest

from newstimeline.extraction.quotes.marks import marked_words
from newstimeline.paragraphs import paragraphs


def marked(text: str) -> list[list[str]]:
    return [[span.of(text) for span in m.spans] for m in marked_words(text, paragraphs(text, ""))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('He said "we go" now.', "we go"),
        ("He said “we go” now.", "we go"),
        ("He said ‘we won’t go,’ and left.", "we won’t go,"),
        ("He said 'we will not go,' and left.", "we will not go,"),
        ("He said ''we go'' now.", "we go"),
        ("He said “the ‘old’ road is shut.” Then he left.", "the ‘old’ road is shut."),
        ("He said “the “old” road is shut.” Then he left.", "the “old” road is shut."),
    ],
)
def test_words_between_marks_are_found_without_the_marks(text: str, words: str) -> None:
    assert marked(text) == [[words]]


@pytest.mark.parametrize("text", ["The workers' union won't say.", "It’s the players’ day.", "In the '90s."])
def test_apostrophes_are_no_marks(text: str) -> None:
    assert marked(text) == []


def test_a_quotation_goes_on_where_the_next_paragraph_opens_anew() -> None:
    assert marked("“One.\n\n“Two.\n\n“Three,” she said.") == [["One.", "Two.", "Three,"]]


def test_a_mark_that_is_never_closed_ends_with_its_paragraph() -> None:
    assert marked('She said "we go.\n\nThey stayed.') == [["we go."]]
