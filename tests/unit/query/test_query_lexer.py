from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstimeline.name_keys import folded
from newstimeline.query.query_lexer import QueryToken, TokenKind, tokens


def term(position: int, text: str, field: str = "", *, quoted: bool = False, near: bool = False) -> QueryToken:
    return QueryToken(TokenKind.TERM, position, text, field, quoted, near)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \t\n", []),
        ("harbour", [term(0, "harbour")]),
        (" two words ", [term(1, "two"), term(5, "words")]),
        ('"two words"', [term(0, "two words", quoted=True)]),
        ('""', [term(0, "", quoted=True)]),
        ("“two words”", [term(0, "two words", quoted=True)]),
        ('“two words"', [term(0, "two words", quoted=True)]),
        ("person:quill", [term(0, "quill", "person")]),
        ("Person:Quill", [term(0, "Quill", "person")]),
        ('person:"Ada Quill"', [term(0, "Ada Quill", "person", quoted=True)]),
        ("person:“Ada Quill”", [term(0, "Ada Quill", "person", quoted=True)]),
        ("person:", [term(0, "", "person")]),
        ("person: quill", [term(0, "", "person"), term(8, "quill")]),
        ("a:b:c", [term(0, "b:c", "a")]),
        (":x", [term(0, ":x")]),
        ("12:30", [term(0, "12:30")]),
        ("vice-mayor", [term(0, "vice-mayor")]),
        ("-x", [QueryToken(TokenKind.NOT, 0), term(1, "x")]),
        ("--x", [QueryToken(TokenKind.NOT, 0), QueryToken(TokenKind.NOT, 1), term(2, "x")]),
        ("- x", [term(0, "-"), term(2, "x")]),
        ("x -", [term(0, "x"), term(2, "-")]),
        (
            "-(x)",
            [QueryToken(TokenKind.NOT, 0), QueryToken(TokenKind.OPEN, 1), term(2, "x"), QueryToken(TokenKind.CLOSE, 3)],
        ),
        ("a OR b", [term(0, "a"), QueryToken(TokenKind.OR, 2), term(5, "b")]),
        ("or", [term(0, "or")]),
        ("ORB", [term(0, "ORB")]),
        ('"OR"', [term(0, "OR", quoted=True)]),
        ("person:OR", [term(0, "OR", "person")]),
        ('a"b c"', [term(0, "a"), term(1, "b c", quoted=True)]),
        ("in:2025-08/..", [term(0, "2025-08/..", "in")]),
        ("As-Of:2025", [term(0, "2025", "as-of")]),
        ("~quil", [term(0, "quil", near=True)]),
        ("person:~quil", [term(0, "quil", "person", near=True)]),
        ('~"ada quil"', [term(0, "ada quil", quoted=True, near=True)]),
        ("~ x", [term(0, "", near=True), term(2, "x")]),
        ("x~", [term(0, "x~")]),
    ],
)
def test_a_query_is_cut_into_tokens(text: str, expected: list[QueryToken]) -> None:
    assert tokens(text) == expected


@pytest.mark.parametrize("text", ['"two words', "“two words", '"', 'person:"Ada'])
def test_a_phrase_that_is_still_open_goes_to_the_end(text: str) -> None:
    (found,) = tokens(text)
    assert found.text == text.rpartition('"')[2].rpartition("“")[2]
    assert not found.quoted


ANY = st.text() | st.text('ab:-()"“” OR\t\0é')


@given(ANY)
def test_tokens_stand_in_order_within_the_text(text: str) -> None:
    positions = [token.position for token in tokens(text)]
    assert positions == sorted(set(positions))
    assert all(0 <= position < len(text) for position in positions)


@given(ANY)
def test_no_letter_is_lost(text: str) -> None:
    found = "".join(
        token.field + token.text if token.kind is TokenKind.TERM else "OR" * (token.kind is TokenKind.OR)
        for token in tokens(text)
    )
    letters, given = (sorted(ch for ch in folded(one) if ch.isalnum()) for one in (found, text))
    assert letters == given
