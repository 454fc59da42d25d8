from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest

from newstimeline.cli.arguments import COMMANDS, parse_arguments
from newstimeline.cli.diff_command import DiffOptions
from newstimeline.cli.export_command import ExportOptions
from newstimeline.cli.query_command import ListingOptions
from newstimeline.when import When

DATE = "2025-11-07"
ALL = [
    ["--plain", "--keep", "--published", DATE, "--filter", "x", "--zoom", "day", "--reported", "--event", "a", "file"],
    ["add", "--again", "--watch", "--allow-private", "--published", DATE, "--model", "sm", "--json", "file"],
    ["extract", "--published", DATE, "--model", "sm", "--json", "file"],
    ["list", "--sort", "reported", "--as-of", DATE, "--csv", "--limit", "3", "bridge"],
    ["show", "--json", "a"],
    ["quotes", "--json"],
    ["people", "--limit", "3"],
    ["person", "--csv", "--limit", "3", "Bo", "bridge"],
    ["articles", "bridge"],
    ["stats", "--json", "bridge"],
    ["diff", "--json", "a", "b", "bridge"],
    ["export", "-o", "file", "--force", "--title", "x", "--raw", "csv", "bridge"],
    ["changes", "--add", "file"],
    ["serve", "--host", "::1", "--port", "80", "--allow-host", "news.example", "--no-token"],
    ["config", "--verbose", "--debug", "--library", "file"],
    ["check", "--salvage", "file"],
    ["completion", "bash"],
]
LEAST = [[], ["add", "file"], ["extract", "file"], ["list"], ["show", "a"], ["quotes"], ["people"], ["person", "Bo"]]
LEAST += [["articles"], ["stats"], ["diff", "a", "b"], ["export", "csv"], ["changes"], ["serve"], ["config"], ["check"]]


def is_of(value: object, kind: Any) -> bool:
    """Whether a value is of a type as it is annotated."""
    if get_origin(kind) is UnionType:
        return any(is_of(value, one) for one in get_args(kind))
    if get_origin(kind) is Literal:
        return value in get_args(kind)
    if members := get_args(kind):
        return isinstance(value, list) and all(isinstance(one, members) for one in value)
    return isinstance(value, kind)


def test_every_command_is_here() -> None:
    assert {words[0] for words in ALL[1:]} == set(COMMANDS)


@pytest.mark.parametrize("words", [*ALL, *LEAST], ids=" ".join)
def test_options_are_of_the_types_that_they_are_said_to_be(words: list[str]) -> None:
    command, options = parse_arguments(words)
    types = get_type_hints(command.options, localns={"When": When})
    wrong = [one.name for one in fields(options) if not is_of(getattr(options, one.name), types[one.name])]
    assert not wrong


@pytest.mark.parametrize("words", [["list"], ["diff", "a", "b"]])
def test_what_a_query_leaves_out_is_no_option(words: list[str]) -> None:
    _, options = parse_arguments([*words, "-trump", "vance"])
    assert isinstance(options, ListingOptions | DiffOptions)
    assert options.query == ["-trump", "vance"]


def test_what_begins_with_a_hyphen_stays_as_it_was_typed() -> None:
    _, options = parse_arguments(["export", "csv", "--title", "-Timeline-", "--library", "-file"])
    assert isinstance(options, ExportOptions)
    assert (options.title, options.library) == ("-Timeline-", Path("-file"))
