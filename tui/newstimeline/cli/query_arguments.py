"""The commands that ask the library by a query, and what can be said with them."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import partial

from newstimeline.cli.parser_parts import make_parser

SORTS = ("happened", "reported")
"""The clocks, by `query.Clock`."""
_QUERY = """\
query: words, "a phrase", -not, OR, ( ), ~mispelt, person: speaker: said: place: source: title: kind:
basis: has:quote has:date is:disputed tag:, and time with on: in: before: after: reported: asof:, such as
'person:"Angela Merkel" after:2024-06'"""


def _limit(text: str) -> int:
    if not text.isdecimal() or not int(text[:12]) > 0:
        raise argparse.ArgumentTypeError("a limit is a whole number from 1 on")
    return int(text[:12])


def _asking(name: str, description: str, *, examples: tuple[str, ...], epilog: str = _QUERY) -> argparse.ArgumentParser:
    parser = make_parser(name, description, examples=examples, epilog=epilog)
    parser.add_argument(
        "--sort",
        choices=SORTS,
        default=SORTS[0],
        help="by what happened when, or by the articles' dates, to which on: in: before: and after: then refer",
    )
    parser.add_argument("--as-of", metavar="DATE", help="only what had been reported by then, such as 2025-08-15")
    return parser


def _add_query(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", metavar="QUERY", nargs="*", help="which events; all when there is none")


def _add_form(parser: argparse.ArgumentParser, *, single: bool = False) -> None:
    form = parser.add_mutually_exclusive_group()
    for name, about in (
        ("json", "as a JSON object" if single else "one JSON object a line"),
        ("csv", "comma-separated values with a header"),
    ):
        form.add_argument(f"--{name}", action="store_const", const=name, dest="form", default="plain", help=about)
    if not single:
        parser.add_argument("--limit", metavar="N", type=_limit, help="only the first N")


_LISTS = {
    "list": (
        "Print the library's events in the order of time.",
        ("newstimeline list 'person:merkel said:energy after:2024'", "newstimeline list --csv in:2025-08 > august.csv"),
    ),
    "quotes": (
        "Print the quotes of events, in the order of these.",
        ("newstimeline quotes speaker:merkel", "newstimeline quotes --json kind:direct --limit 20"),
    ),
    "people": (
        "Print the people of events, those with the most events first.",
        ("newstimeline people --limit 20", "newstimeline people place:budapest"),
    ),
    "articles": (
        "Print the articles by their dates, with how many of the events each tells.",
        ("newstimeline articles", "newstimeline articles person:merkel --as-of 2025-08-15"),
    ),
}
"""The commands that print one thing a line: what each says of itself, and examples."""


def _listing(name: str) -> argparse.ArgumentParser:
    description, examples = _LISTS[name]
    parser = _asking(name, description, examples=examples)
    _add_query(parser)
    _add_form(parser)
    return parser


def _show() -> argparse.ArgumentParser:
    parser = make_parser(
        "show",
        "Print all that there is to say of one event.",
        examples=("newstimeline show 2422794cb4e6377b4ccf0938",),
    )
    parser.add_argument("event", metavar="EVENT", help="its id, as 'list --json' has it and 'y' copies it")
    _add_form(parser, single=True)
    return parser


def _person() -> argparse.ArgumentParser:
    parser = _asking(
        "person",
        "Print who somebody is: roles, company, places, and every quote.",
        examples=("newstimeline person 'Angela Merkel' said:energy after:2024",),
    )
    parser.add_argument("name", metavar="NAME", help="the person's name, or the beginning of a word of it")
    _add_query(parser)
    _add_form(parser, single=True)
    parser.add_argument("--limit", metavar="N", type=_limit, help="only the first N quotes")
    return parser


def _stats() -> argparse.ArgumentParser:
    parser = _asking(
        "stats",
        "Print how many events, quotes, people, places and articles there are.",
        examples=("newstimeline stats", "newstimeline stats 'person:\"Angela Merkel\"'"),
    )
    _add_query(parser)
    _add_form(parser, single=True)
    return parser


def _diff() -> argparse.ArgumentParser:
    parser = make_parser(
        "diff",
        "Print which events, quotes and people came (+), went (-) or changed (~) from one library to another,"
        " or in the library from what had been reported by one date to what had been by another.",
        examples=(
            "newstimeline diff 2025-11-01 2025-11-08",
            "newstimeline diff yesterday today speaker:merkel",
            "newstimeline diff monday.sqlite friday.sqlite --json",
        ),
        epilog=_QUERY,
    )
    parser.add_argument("before", metavar="A", help="a library's file, or a date")
    parser.add_argument("after", metavar="B", help="another one of the same kind")
    _add_query(parser)
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    return parser


def _export() -> argparse.ArgumentParser:
    from newstimeline.output.formats import FORMATS

    formats = "\n".join(f"  {name:<15}{form.about}" for name, form in FORMATS.items())
    parser = _asking(
        "export",
        "Write events for other programs and readers.",
        examples=(
            "newstimeline export html -o timeline.html",
            "newstimeline export markdown 'speaker:merkel said:energy' -o merkel.md",
        ),
        epilog=f"formats:\n{formats}\n\n{_QUERY}",
    )
    parser.add_argument("format", metavar="FORMAT", choices=tuple(FORMATS), help="one of those below")
    _add_query(parser)
    parser.add_argument("-o", "--output", metavar="FILE", help="the file to write (default: standard output)")
    parser.add_argument("--force", action="store_true", help="write over a file that is there")
    parser.add_argument("--title", metavar="TEXT", help="what the document is called (default: the query)")
    parser.add_argument(
        "--raw", action="store_true", help="tables: leave cells as they are, even if a spreadsheet would run them"
    )
    return parser


QUERIES: dict[str, Callable[[], argparse.ArgumentParser]] = {
    **{name: partial(_listing, name) for name in _LISTS},
    "show": _show,
    "person": _person,
    "stats": _stats,
    "diff": _diff,
    "export": _export,
}
