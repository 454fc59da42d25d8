from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstimeline.query import (
    All,
    Any,
    AsOf,
    Clock,
    Everything,
    HasDate,
    HasQuote,
    InTime,
    NameScope,
    Near,
    Not,
    OfBasis,
    OfKind,
    Query,
    QueryError,
    Relation,
    Words,
    name_filter,
    parse_query,
)
from newstimeline.query.query_lexer import tokens
from newstimeline.terms import Basis, QuoteKind
from newstimeline.when import parse

TODAY = date(2025, 11, 5)


def word(text: str, scope: NameScope = NameScope.ANYWHERE, *, prefix: bool = True) -> Words:
    return Words(text, prefix, scope)


def time(relation: Relation, edtf: str) -> InTime:
    return InTime(relation, parse(edtf))


a, b, c = word("a"), word("b"), word("c")


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", Everything()),
        ("   ", Everything()),
        ("a", a),
        ("a b", All((a, b))),
        ("a OR b", Any((a, b))),
        ("a b OR c", Any((All((a, b)), c))),
        ("a (b OR c)", All((a, Any((b, c))))),
        ("a OR b OR c", Any((a, b, c))),
        ("-a", Not(a)),
        ("--a", a),
        ("---a", Not(a)),
        ("-(a b)", Not(All((a, b)))),
        ("a -b", All((a, Not(b)))),
        ("-a OR b", Any((Not(a), b))),
        ("((a))", a),
        ("a)b", All((a, b))),
        ("(a", a),
        ("(a OR", a),
        ("a OR", a),
        ("OR a", a),
        ("OR", Everything()),
        ("()", Everything()),
        ("-()", Everything()),
        ("-", Everything()),
        ("a - b", All((a, b))),
        ("...", Everything()),
        ("a OR ...", a),
        ('"two words"', word("two words", prefix=False)),
        ('"two wor', word("two wor")),
        ('""', Everything()),
        ("person:quill", word("quill", NameScope.PERSON)),
        ('person:"Ada Quill"', word("Ada Quill", NameScope.PERSON, prefix=False)),
        ("speaker:quill", word("quill", NameScope.SPEAKER)),
        ("said:done", word("done", NameScope.SAID)),
        ("place:lind", word("lind", NameScope.PLACE)),
        ("source:post", word("post", NameScope.SOURCE)),
        ("title:harbour", word("harbour", NameScope.TITLE)),
        ("TITLE:harbour", word("harbour", NameScope.TITLE)),
        ("person:", Everything()),
        ("-person:", Everything()),
        ("kind:direct", OfKind(QuoteKind.DIRECT)),
        ("kind:m", OfKind(QuoteKind.MIXED)),
        ("kind:IND", OfKind(QuoteKind.INDIRECT)),
        ("kind:", Everything()),
        ("basis:stated", OfBasis(Basis.STATED)),
        ("basis:inh", OfBasis(Basis.INHERITED)),
        ("-basis:published", Not(OfBasis(Basis.PUBLISHED))),
        ("has:quote", HasQuote()),
        ("has:q", HasQuote()),
        ("has:", Everything()),
        ("on:2025-11-07", time(Relation.WITHIN, "2025-11-07")),
        ("in:2025-11", time(Relation.WITHIN, "2025-11")),
        ("before:2025", time(Relation.BEFORE, "2025")),
        ("after:2025-08/2025-10", time(Relation.AFTER, "2025-08/2025-10")),
        ("in:yesterday", time(Relation.WITHIN, "2025-11-04")),
        ('in:"last week"', time(Relation.WITHIN, "2025-10-27/2025-11-02")),
        ('after:"aug 2025"', time(Relation.AFTER, "2025-08")),
        ("in:", Everything()),
        ('in:" "', Everything()),
        ("a in: b", All((a, b))),
        ("after:15 august 2025 a", All((time(Relation.AFTER, "2025-08-15"), a))),
        ('in:"2025" a', All((time(Relation.WITHIN, "2025"), a))),
        ("has:d", HasDate()),
        ("reported:2025-11", InTime(Relation.WITHIN, parse("2025-11"), Clock.REPORTED)),
        ("asof:2025-08-15", AsOf(parse("2025-08-15"))),
        ("as-of:yesterday", AsOf(parse("2025-11-04"))),
        ("asof:", Everything()),
        ("~putni", Near("putni")),
        ("person:~quil", Near("quil", NameScope.PERSON)),
        ('~"ada quil"', Near("ada quil")),
        ("-~a", Not(Near("a"))),
        ("~", Everything()),
        ("a~b", word("a~b")),
    ],
)
def test_a_query_means_a_tree(text: str, tree: Query) -> None:
    assert parse_query(text, TODAY) == tree


@pytest.mark.parametrize(
    ("text", "position", "message"),
    [
        ("colour:red", 0, "fields are person speaker said place source title kind basis has is tag on in before after"),
        ("a peson:x", 2, "did you mean person: ?"),
        ("https://post.example", 0, "there is no field https:"),
        ("a (b spaeker:x)", 5, "did you mean speaker: ?"),
        ("kind:loud", 5, "kind: takes direct, mixed, indirect"),
        ("a basis:x", 8, "basis: takes stated, inherited, published"),
        ("has:luck", 4, "has: takes quote, date"),
        ("in:soon", 3, "Not a date. Try 2025-11-07"),
        ("a -before:2025-11-31", 10, "that month has 30 days"),
        ("a after:x", 8, "Not a date"),
        ("a asof:x", 7, "Not a date"),
    ],
)
def test_an_error_names_its_place_and_what_is_wrong(text: str, position: int, message: str) -> None:
    error = error_of(text)
    assert error
    assert error.position == position
    assert message in str(error)


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("a peson:x", "a person:x"),
        ("(b spaeker:x) OR kind:direct", "(b speaker:x) OR kind:direct"),
        ("kind:dirrect harbour", "kind:direct harbour"),
        ("peson:x kind:dirrect", "person:x kind:direct"),
        ("colour:red", None),
        ("in:soon", None),
        ("peson:x in:soon", None),
    ],
)
def test_an_error_brings_the_query_put_right_where_that_can_be_known(text: str, mend: str | None) -> None:
    error = error_of(text)
    assert error
    assert error.mend == mend


def test_parentheses_may_lie_fifty_deep_and_no_deeper() -> None:
    assert parse_query("(" * 50 + "a" + ")" * 50, TODAY) == a
    with pytest.raises(QueryError, match="nested too deeply") as caught:
        parse_query("(" * 51 + "a", TODAY)
    assert caught.value.position == 50


@pytest.mark.parametrize("text", ["-" * 100_000 + "a", "a " * 20_000, "a OR " * 20_000, "(a) " * 20_000, ")" * 100_000])
def test_a_long_query_breaks_nothing(text: str) -> None:
    assert parse_query(text, TODAY)


@pytest.mark.parametrize("fault", ["peson:x ", "kind:dirct ", "in:soon "])
def test_of_many_errors_the_first_is_told(fault: str) -> None:
    error = error_of(fault * 2_000)
    assert error
    assert error.position < len(fault)


PIECES = st.lists(
    st.sampled_from(
        [
            *("a", "-", "(", ")", "OR", '"', "“", "”", " ", ":", "~", "/", "2025", "-11", "last week", "İ:", "é", "\0"),
            *("in:", "kind:", "has:", "person:", "before:", "asof:", "reported:", "direct", "dirrect"),
            *("peson:", "knid:m", "colour:"),
        ]
    )
).map("".join)


def error_of(text: str, today: date = TODAY) -> QueryError | None:
    try:
        parse_query(text, today)
    except QueryError as error:
        return error
    return None


ANY = st.text(st.characters(exclude_categories=())) | PIECES


@given(ANY, st.dates())
def test_any_text_is_a_query_or_an_error_with_a_place_in_it(text: str, today: date) -> None:
    if error := error_of(text, today):
        assert 0 <= error.position <= len(text)
        assert str(error)
        assert error.mend is None or error_of(error.mend, today) is None


VALID = [
    'person:"Ada Quill" said:done after:2024-06',
    "(harbour OR port) -title:closed kind:direct",
    'in:"last week" has:quote -(basis:published OR place:lindhaven)',
]


@pytest.mark.parametrize("text", VALID)
def test_every_beginning_of_a_query_means_something_or_is_an_error_about_its_last_word(text: str) -> None:
    for length in range(len(text) + 1):
        beginning = text[:length]
        if error := error_of(beginning):
            assert tokens(beginning)[-1].position <= error.position <= length


@pytest.mark.parametrize("name", ["Ada Quill", 'Ada "Ace" Quill', "O’Hara-Lee", "x) OR (y"])
def test_the_filter_of_a_person_asks_for_that_name_and_nothing_else(name: str) -> None:
    assert parse_query(name_filter(NameScope.PERSON, name), TODAY) == word(
        name.replace('"', " "), NameScope.PERSON, prefix=False
    )
