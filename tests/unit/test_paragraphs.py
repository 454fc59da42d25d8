from newstimeline.paragraphs import paragraphs


def pieces(text: str, title: str = "") -> list[str]:
    return [text[p.start : p.end] for p in paragraphs(text, title)]


def test_blank_lines_part_paragraphs_and_single_line_ends_do_not() -> None:
    assert pieces("One\nline.\n\nTwo.") == ["One\nline.", "Two."]


def test_without_blank_lines_every_line_is_a_paragraph() -> None:
    assert pieces("Head\n\nOne.\nTwo.\n", "Head") == ["Head", "One.", "Two."]


def test_the_headline_is_flagged() -> None:
    assert [p.headline for p in paragraphs("Head\n\nBody.", "Head")] == [True, False]


def test_a_text_that_only_begins_like_its_title_has_no_headline() -> None:
    assert not any(p.headline for p in paragraphs("Headlines are hard.", "Head"))


def test_white_space_alone_is_no_paragraph() -> None:
    assert pieces(" \n\n \t\n") == []
