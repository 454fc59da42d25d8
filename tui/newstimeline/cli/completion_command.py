"""Completion of command lines by the shell: of commands, options, and what the library has.

argcomplete knows how bash, zsh and fish ask, and answers from the parsers; here is what only a library can answer.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import argcomplete
from argcomplete.shell_integration import shellcode

from newstimeline.cli.arguments import whole_parser
from newstimeline.cli.console import write
from newstimeline.cli.options import CommonOptions, Subcommand
from newstimeline.name_keys import name_key

if TYPE_CHECKING:
    from newstimeline.library.library import Library

Offer = TypeVar("Offer")
_MOST = 30
"""Names offered."""


@dataclass(frozen=True, kw_only=True)
class CompletionOptions(CommonOptions):
    """The shell is "bash", "zsh" or "fish"."""

    shell: str


def completion(options: CompletionOptions) -> int:
    """Print the script that a shell reads to complete our command lines."""
    shell = "fish" if options.shell == "fish" else "bash"  # argcomplete has one script for bash and zsh
    write(shellcode(["newstimeline"], shell=shell, use_defaults=False).strip())
    return 0


COMMAND = Subcommand(CompletionOptions, completion)


def answer_shell() -> None:
    """Answer the shell that has started this program with what could stand at the cursor, and end it."""
    argcomplete.autocomplete(whole_parser({"query": complete_query, "name": complete_name}))


def complete_name(prefix: str, parsed_args: argparse.Namespace, **_: object) -> list[str]:
    """The people whose names begin so, those with the most events first."""
    from newstimeline.query import NameScope

    people = _offered(parsed_args, lambda library: library.names_begun(NameScope.PERSON, prefix, _MOST))
    return [person.name for person in people if name_key(person.name).startswith(name_key(prefix))]


def complete_query(prefix: str, parsed_args: argparse.Namespace, **_: object) -> list[str]:
    """What may stand in a query, word by word: a shell can't replace what is typed by a whole name in quotes."""
    offered = _offered(parsed_args, lambda library: library.suggestions(prefix, len(prefix), _MOST))
    begun = prefix.rpartition(":")[2].lstrip("-(")
    labels = dict.fromkeys(
        word for offer in offered for word in (offer.label.split() if offer.scope else [offer.label])
    )
    return [prefix + word[len(begun) :] for word in labels if name_key(word).startswith(name_key(begun))]


def _offered(parsed_args: argparse.Namespace, ask: Callable[[Library], list[Offer]]) -> list[Offer]:
    """What the library answers; nothing where there is none."""
    from newstimeline.cli.library_choice import library_path
    from newstimeline.library.errors import LibraryError
    from newstimeline.library.library import Library

    try:
        quiet = CommonOptions(library=parsed_args.library, verbose=False, debug=False)  # between two keys
        with Library(library_path(quiet)) as library:
            return ask(library)
    except LibraryError:
        return []
