"""The manual page, made from the parsers (argparse-manpage was tried: what it writes makes troff complain)."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from newstimeline import __version__
from newstimeline.cli.arguments import COMMANDS, whole_parser

_EXIT_CODES = {
    "0": "Done.",
    "1": "Failed, or incomplete: something was left out by fault of the input.",
    "2": "The command line or the configuration makes no sense.",
    "130": "Interrupted.",
}
_ENVIRONMENT = {
    "NEWSTIMELINE_LIBRARY": "The library, where no --library names one.",
    "NEWSTIMELINE_CONFIG": "The configuration, in place of the file below.",
    "NO_COLOR": "If set, no colours are used (https://no-color.org).",
    "EDITOR, VISUAL, PAGER, BROWSER": "What the browser opens notes, articles and pages with.",
}
_FILES = {
    "~/.local/share/newstimeline/library.sqlite": "The library on Linux; elsewhere where the system keeps data.",
    "~/.config/newstimeline/config.toml": "The configuration on Linux; elsewhere where the system keeps it.",
}


def manual_page() -> str:
    """The page as troff reads it (man(7))."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    whole = whole_parser()
    yield f'.TH NEWSTIMELINE 1 "" "newstimeline {__version__}" "User Commands"'
    yield from (".SH NAME", r"newstimeline \- browse news as a timeline in the terminal", ".SH SYNOPSIS")
    for usage in whole.format_usage().removeprefix("usage: ").splitlines():
        yield from (f".B {_plain(usage.strip())}", ".br")
    yield from (".SH DESCRIPTION", _plain(whole.description or ""), ".SH OPTIONS")
    yield from _options(whole)
    yield ".SH COMMANDS"
    for name, make in COMMANDS.items():
        parser = make()
        yield from (f".SS newstimeline {name}", _plain(parser.description or ""))
        yield from _options(parser, without=("library", "debug"))  # told above
        if parser.epilog:
            yield from (".PP", ".nf", *map(_plain, parser.epilog.splitlines()), ".fi")
    for title, entries in (("EXIT STATUS", _EXIT_CODES), ("ENVIRONMENT", _ENVIRONMENT), ("FILES", _FILES)):
        yield f".SH {title}"
        for term, meaning in entries.items():
            yield from (".TP", f".B {_plain(term)}", _plain(meaning))


def _options(parser: argparse.ArgumentParser, without: tuple[str, ...] = ()) -> Iterator[str]:
    for action in parser._actions:
        if isinstance(action, argparse._HelpAction) or action.help is None or action.dest in without:
            continue
        value = action.metavar or ("|".join(action.choices) if action.choices else "")
        value = "" if action.nargs == 0 else str(value)
        yield from (".TP", f".B {_plain(' '.join(filter(None, (', '.join(action.option_strings), value))))}")
        yield _plain(action.help)


def _plain(text: str) -> str:
    """A text without what troff takes for its own."""
    text = text.replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq").replace("`", r"\(ga")
    return rf"\&{text}" if text.startswith(".") else text
