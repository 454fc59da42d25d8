"""What can be said on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newstimeline import __version__
from newstimeline.cli.commands import BROWSE, COMMAND_ROWS, load_command
from newstimeline.cli.parser_parts import make_parser
from newstimeline.cli.query_arguments import QUERIES

if TYPE_CHECKING:
    from newstimeline.cli.options import CommonOptions, Subcommand
    from newstimeline.when import When

ZOOMS = ("hour", "day", "month", "year", "decade", "century")
_DESCRIPTION = "Browse news as a timeline: what happened when, who was there and who said what."
_PATHS = """\
A PATH is a file, a folder with all below it, or - for standard input: plain text (first line
"date YYYY-MM-DD headline"), saved pages, feeds, letters, books, tables of events, calendars,
archives of these, parsed events (.jsonl) and more. Or it is the address of a page or a feed
(http:// or https://).
'newstimeline COMMAND --help' tells more of a command."""
_EXAMPLES = (
    "newstimeline article.txt",
    "newstimeline add ~/articles",
    "newstimeline list 'person:merkel said:energy after:2024'",
    "pbpaste | newstimeline -",
)


def _commands() -> str:
    rows = [("[PATH...]", "browse the given files, or the library, or at first the sample")]
    rows += [(f"{row.name} {row.takes}".strip(), row.summary) for row in COMMAND_ROWS.values()]
    return "\n".join(("commands:", *(f"  newstimeline {typed:<23}  {summary}" for typed, summary in rows)))


def _browse() -> argparse.ArgumentParser:
    parser = make_parser("", _DESCRIPTION, examples=_EXAMPLES, epilog=f"{_commands()}\n\n{_PATHS}")
    parser.usage = "newstimeline [--library FILE] [PATH...]\n       newstimeline COMMAND ..."
    parser.add_argument("--version", action="version", version=f"newstimeline {__version__}")
    parser.add_argument("paths", metavar="PATH", nargs="*", help="what to browse instead of the library")
    parser.add_argument(
        "--plain", action="store_true", help="in plain lines, for screen readers: commands are typed as words"
    )
    parser.add_argument(
        "--keep", action="store_true", help="put the given articles into the library at the end, without asking"
    )
    _add_published(parser)
    view = parser.add_argument_group("where to begin, instead of where you left")
    view.add_argument("--filter", metavar="QUERY", help="with a filter, as 'list' takes it")
    view.add_argument("--zoom", choices=ZOOMS, help="by this unit")
    view.add_argument("--reported", action="store_true", help="sort by date of report")
    view.add_argument("--event", metavar="ID", help="at an event, by its id as 'y' copies it")
    return parser


def _add_model(parser: argparse.ArgumentParser) -> None:
    from newstimeline.settings import MODELS

    parser.add_argument(
        "--model",
        choices=MODELS,
        help="the size of the language model, if it is installed (default: `model` in config.toml, else sm)",
    )


def _date(text: str) -> When:
    from newstimeline.when import EdtfError, parse

    try:
        return parse(text)
    except EdtfError as error:
        raise argparse.ArgumentTypeError(f"{error}") from None


def _add_published(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--published",
        metavar="DATE",
        type=_date,
        help="when those articles were published that do not say it: 2025-11-07, 2025-11 or 2025",
    )


def _add() -> argparse.ArgumentParser:
    parser = make_parser(
        "add",
        "Read articles, extract their events, quotes and people, and store them in the library.",
        examples=(
            "newstimeline add ~/articles",
            "newstimeline add --published 2025-10 article.txt",
            "newstimeline add --watch ~/clippings",
        ),
    )
    parser.add_argument("paths", metavar="PATH", nargs="+", help="files, folders, addresses, or - for standard input")
    parser.add_argument(
        "--again",
        action="store_true",
        help="extract what the library has once more, and let the new findings replace the old ones",
    )
    parser.add_argument("--watch", action="store_true", help="go on, and add what comes into the folders, until Ctrl-C")
    parser.add_argument(
        "--allow-private", action="store_true", help="fetch from addresses of this machine and its network too"
    )
    _add_published(parser)
    _add_model(parser)
    parser.add_argument(
        "--json", action="store_true", help="print the report as JSON, a line a step, the last one final"
    )
    return parser


def _extract() -> argparse.ArgumentParser:
    parser = make_parser(
        "extract",
        "Print what is found in articles, without storing it.",
        examples=("newstimeline extract article.txt", "newstimeline extract --json ~/articles > events.jsonl"),
    )
    parser.add_argument("paths", metavar="PATH", nargs="+", help="files, folders, addresses, or - for standard input")
    _add_published(parser)
    _add_model(parser)
    parser.add_argument("--json", action="store_true", help="parsed events (newstimeline/1), a line an article")
    return parser


def _changes() -> argparse.ArgumentParser:
    parser = make_parser(
        "changes",
        "Print what readers corrected, judged, marked and noted; or exchange it.",
        examples=("newstimeline changes --json > mine.jsonl", "newstimeline changes --add theirs.jsonl"),
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="what is in force, as JSON Lines (newstimeline-changes/1)")
    form.add_argument(
        "--add",
        metavar="FILE",
        nargs="+",
        help="take the changes of another reader, - for standard input; what contradicts yours waits for you",
    )
    return parser


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text[:6]) < 65_536:
        raise argparse.ArgumentTypeError("a port is a number from 1 to 65535")
    return int(text)


def _host_name(text: str) -> str:
    from newstimeline.cli.access_control import allowed_host

    try:
        allowed_host(text, 0)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text!r} is not a host as an address has it, such as news.example or news.example:8443"
        ) from None
    return text


def _serve() -> argparse.ArgumentParser:
    parser = make_parser(
        "serve",
        "Open the browser in a web browser, at the address that is printed: its token lets in whoever has it."
        " Needs the extra: pip install 'newstimeline[serve]'.",
        examples=(
            "newstimeline serve --port 8000",
            "newstimeline serve --allow-host news.example      behind a proxy of that name",
        ),
    )
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        help="the address to listen at (default: 127.0.0.1, which only this machine reaches)",
    )
    parser.add_argument("--port", type=_port, default=8000, help="(default: 8000)")
    parser.add_argument(
        "--allow-host",
        metavar="NAME",
        type=_host_name,
        action="append",
        default=[],
        help="answer under this name too, of a proxy or of this machine (NAME or NAME:PORT; may be said again)",
    )
    parser.add_argument(
        "--no-token", action="store_true", help="ask for no token: everybody on this machine may come in"
    )
    return parser


def _config() -> argparse.ArgumentParser:
    return make_parser(
        "config",
        "Print the settings in force, as TOML, and where each value comes from.",
        examples=("newstimeline config",),
    )


def _check() -> argparse.ArgumentParser:
    parser = make_parser(
        "check",
        "Check the library's file, and every quote and piece of evidence against its article.",
        examples=(
            "newstimeline check",
            "newstimeline check --rebuild",
            "newstimeline check --salvage saved.sqlite",
        ),
    )
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument(
        "--rebuild", action="store_true", help="first make everything anew that is derived from the articles' tables"
    )
    instead.add_argument(
        "--salvage",
        metavar="FILE",
        help="put all that can still be read of a damaged library into a new one; the damaged one stays as it is",
    )
    return parser


def _completion() -> argparse.ArgumentParser:
    parser = make_parser(
        "completion",
        "Print the script with which a shell completes our command lines, with names from the library.",
        examples=(
            'eval "$(newstimeline completion bash)"      in ~/.bashrc',
            'eval "$(newstimeline completion zsh)"       in ~/.zshrc, after compinit',
            "newstimeline completion fish > ~/.config/fish/completions/newstimeline.fish",
        ),
    )
    parser.add_argument("shell", choices=("bash", "zsh", "fish"))
    return parser


_PARSERS: Mapping[str, Callable[[], argparse.ArgumentParser]] = {
    **QUERIES,
    "add": _add,
    "extract": _extract,
    "changes": _changes,
    "serve": _serve,
    "config": _config,
    "check": _check,
    "completion": _completion,
}
COMMANDS = {name: _PARSERS[name] for name in COMMAND_ROWS}
"""The parsers, in the order in which the commands are told."""


def whole_parser(completers: Mapping[str, Callable[..., list[str]]] = {}) -> argparse.ArgumentParser:
    """All commands in one parser: for the shell that completes them, and for the manual page.

    The program itself never parses with it, since what is no command may be a path. `completers` give what may
    stand for an argument, by its name.
    """
    whole = _browse()
    commands = whole.add_subparsers(title="commands", metavar="COMMAND")
    for name, make in COMMANDS.items():
        parser = make()
        for action in parser._actions:
            if action.dest in completers:
                action.completer = completers[action.dest]  # type: ignore[attr-defined]  # argcomplete's own attribute
        commands.add_parser(
            name,
            parents=[parser],
            add_help=False,
            help=parser.description,
            description=parser.description,
            epilog=parser.epilog,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
    return whole


_EXCLUSION = "\ue001"
"""Stands before a word such as -trump while argparse, which would take it for an option, is at work."""


def parse_arguments(arguments: list[str], *, painted: bool = False) -> tuple[Subcommand[Any], CommonOptions]:
    """The command (the browser when none is named) and its options; `painted` as the browser has it.

    Ends the program with 2 when they make no sense.
    """
    at = 0
    while at < len(arguments) and arguments[at].startswith(("--library", "--debug", "--verbose")):
        at += 2 if arguments[at] == "--library" else 1
    name = arguments[at] if at < len(arguments) else ""
    if name not in COMMANDS:
        given = vars(_browse().parse_args(arguments)) | {"painted": painted}
        name = BROWSE
    else:
        given = _parsed(name, arguments[:at] + arguments[at + 1 :])
    command = load_command(name)
    return command, command.options(**given)


def _parsed(name: str, words: list[str]) -> dict[str, Any]:
    parser = COMMANDS[name]()
    if name in QUERIES:
        parser.register("type", None, _unguarded)
        parser.register("type", Path, lambda word: Path(_unguarded(word)))
        words = [_guarded(word) for word in words]
    return vars(parser.parse_args(words))


def _guarded(word: str) -> str:
    is_exclusion = word.startswith("-") and not word.startswith("--") and word not in ("-", "-h", "-o")
    return f"{_EXCLUSION}{word}" if is_exclusion else word


def _unguarded(word: str) -> str:
    return word.removeprefix(_EXCLUSION)
