"""The rules of robots.txt, by RFC 9309."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstimeline.fetching.http_request import Response
from newstimeline.fetching.robots import LARGEST, Robots

HOST = "https://a.example"


def allows(rules: str | bytes, path: str, status: int = 200) -> bool:
    data = rules.encode() if isinstance(rules, str) else rules
    return Robots(lambda place: Response(status, place, {}, data)).allows(HOST + path)


def lines(*text: str) -> str:
    return "\n".join(text)


@pytest.mark.parametrize(
    ("rule", "path", "allowed"),
    [
        # Beginnings, from the first octet on, in the case that they have (2.2.2).
        ("Disallow: /private", "/private/1", False),
        ("Disallow: /private", "/privateer", False),
        ("Disallow: /private/", "/private", True),
        ("Disallow: /private", "/Private", True),
        ("Disallow: /private", "/a/private", True),
        ("Disallow: /a?b=1", "/a?b=12", False),
        ("Disallow: /", "/", False),
        ("Disallow:", "/", True),
        # Special characters (2.2.3).
        ("Disallow: /*.gif", "/a/b.gif", False),
        ("Disallow: /*.gif", "/a/b.gift", False),
        ("Disallow: /*.gif$", "/a/b.gif", False),
        ("Disallow: /*.gif$", "/a/b.gift", True),
        ("Disallow: /*.gif$", "/a/b.gif?size=1", True),
        ("Disallow: /a*c*e", "/abcde", False),
        ("Disallow: /a*c*e", "/abde", True),
        ("Disallow: /this/path/exactly$", "/this/path/exactly", False),
        ("Disallow: /this/path/exactly$", "/this/path/exactly/1", True),
        ("Disallow: /a # all of it", "/a", False),
        ("Disallow: /a#b", "/a", False),
        ("Disallow: /file-with-a-%2A.html", "/file-with-a-*.html", False),
        ("Disallow: /file-with-a-%2A.html", "/file-with-a-b.html", True),
        ("Disallow: /foo-%24", "/foo-$", False),
        # Encodings are made the same (2.2.2, with its table).
        ("Disallow: /foo/bar?baz=https://foo.bar", "/foo/bar?baz=https%3A%2F%2Ffoo.bar", False),
        ("Disallow: /foo/bar?baz=https%3A%2F%2Ffoo.bar", "/foo/bar?baz=https://foo.bar", False),
        ("Disallow: /foo/bar/ツ", "/foo/bar/%E3%83%84", False),
        ("Disallow: /foo/bar/%E3%83%84", "/foo/bar/ツ", False),
        ("Disallow: /foo/bar/%e3%83%84", "/foo/bar/%E3%83%84", False),
        ("Disallow: /foo/bar/%62%61%7A", "/foo/bar/baz", False),
        ("Disallow: /foo/bar/baz", "/foo/bar/%62%61%7A", False),
        ("Disallow: /a%2Fb", "/a/b", True),
        # Lines that are nearly rules (2.2).
        ("DISALLOW:/a", "/a", False),
        ("  Disallow : /a  ", "/a", False),
        ("Disalow: /a", "/a", False),
        ("Disallow /a", "/a", False),
        ("Nonsense: /", "/a", True),
    ],
)
def test_a_rule_is_for_paths_that_begin_so(rule: str, path: str, allowed: bool) -> None:
    assert allows(lines("User-agent: *", rule), path) == allowed


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        (("Allow: /example/page/", "Disallow: /example/page/disallowed.gif"), "/example/page/disallowed.gif", False),
        (("Allow: /example/page/", "Disallow: /example/page/disallowed.gif"), "/example/page/1", True),
        (("Disallow: /", "Allow: /public"), "/public/1", True),
        (("Disallow: /a", "Allow: /a"), "/a", True),
        (("Disallow: /*.html", "Allow: /a"), "/a.html", False),
        (("Disallow: /a", "Allow: /*html"), "/a.html", True),
    ],
)
def test_the_longest_match_decides_and_allow_where_two_are_as_long(
    rules: tuple[str, str], path: str, allowed: bool, order: tuple[int, int]
) -> None:
    assert allows(lines("User-agent: *", *(rules[place] for place in order)), path) == allowed


@pytest.mark.parametrize(
    "agent",
    ["newstimeline", "NewsTimeline", "NEWSTIMELINE", "newstimeline/0.1", "newstimeline 0.1", "newstimeline # us"],
)
def test_a_group_for_us_is_known_in_any_case_and_with_any_version(agent: str) -> None:
    rules = lines("User-agent: *", "Disallow:", f"User-agent: {agent}", "Disallow: /a")
    assert (allows(rules, "/a"), allows(rules, "/b")) == (False, True)


@pytest.mark.parametrize(
    "agent", ["news", "newstime", "timeline", "newstimeline-news", "mynewstimeline", "e", "", "-", "ne*", "*line"]
)
def test_a_group_for_somebody_else_is_not_for_us(agent: str) -> None:
    """Also where its name is a part of ours."""
    assert allows(lines(f"User-agent: {agent}", "Disallow: /"), "/a")
    assert not allows(lines(f"User-agent: {agent}", "Allow: /", "User-agent: *", "Disallow: /"), "/a")


def test_the_group_for_everybody_is_not_for_who_has_one_of_its_own() -> None:
    rules = lines("User-agent: *", "Disallow: /a", "User-agent: newstimeline", "Disallow: /b")
    assert [allows(rules, path) for path in ("/a", "/b")] == [True, False]


def test_groups_of_the_same_agent_are_one() -> None:
    rules = lines(
        "User-agent: newstimeline", "Disallow: /a", "", "User-agent: other", "Disallow: /", "",
        "User-agent: NewsTimeline/2", "Disallow: /b",
    )  # fmt: skip
    assert [allows(rules, path) for path in ("/a", "/b", "/c")] == [False, False, True]


def test_several_agents_share_a_group() -> None:
    for order in (("other", "newstimeline"), ("newstimeline", "other")):
        rules = lines(*(f"User-agent: {agent}" for agent in order), "Disallow: /a")
        assert not allows(rules, "/a")


@pytest.mark.parametrize(
    "between",
    ["", "# words", "Sitemap: https://a.example/map.xml", "Crawl-delay: 5", "Content-Signal: search=yes", "Host: a"],
)
def test_no_other_line_ends_a_group(between: str) -> None:
    """Of its agents or of its rules (2.2.4)."""
    rules = lines(
        "User-agent: newstimeline", between, "User-agent: other", between, "Disallow: /a", between, "Disallow: /b"
    )
    assert [allows(rules, path) for path in ("/a", "/b", "/c")] == [False, False, True]


def test_rules_before_the_first_agent_are_for_nobody() -> None:
    assert allows(lines("Disallow: /", "User-agent: other", "Disallow: /"), "/a")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_lines_end_as_they_do_anywhere_and_a_byte_order_mark_is_none_of_the_first(end: str, mark: str) -> None:
    assert not allows(mark + end.join(("User-agent: *", "", "Disallow: /a", "")), "/a")


@pytest.mark.parametrize("character", ["\x0b", "\x0c", "\x1c", "\x85", "\u2028"])
def test_what_ends_a_line_only_to_python_is_a_part_of_a_path(character: str) -> None:
    rules = lines("User-agent: *", f"Disallow: /a{character}Allow: /b", "Disallow: /b")
    assert [allows(rules, path) for path in ("/a", "/b")] == [True, False]


def test_robots_txt_itself_is_always_allowed() -> None:
    assert allows(lines("User-agent: *", "Disallow: /"), "/robots.txt")


@pytest.mark.parametrize(
    ("status", "allowed"), [(404, True), (401, True), (403, True), (410, True), (500, False), (503, False)]
)
def test_a_server_that_has_none_allows_all_and_one_that_can_not_say_allows_nothing(status: int, allowed: bool) -> None:
    assert allows(lines("User-agent: *", "Disallow: /a", "Allow: /b"), "/a", status) == allowed


def test_only_whole_lines_of_the_beginning_count() -> None:
    rule = b"User-agent: *\nDisallow: /a\n"
    cut = b"Disallow: /b"
    filling = b"#" * (LARGEST - len(rule) - len(cut) - 1) + b"\n"
    assert not allows(rule + filling + cut, "/a")
    assert allows(rule + filling + cut, "/b")


@given(st.binary(max_size=200) | st.text(alphabet="userAgentdislow-: /*$#\n%?", max_size=60).map(str.encode))
def test_nothing_in_it_does_harm(data: bytes) -> None:
    assert allows(data, "/a?b") in (True, False)
