"""The entry point: runs a command and turns what ends it into an exit code.

What is imported here at once delays the first screen.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from newstimeline.startup.painted_start import early_screen
from newstimeline.streams import HarmlessStreams, StreamClosedError, print_trace

if TYPE_CHECKING:
    from newstimeline.cli.options import CommonOptions

DONE = 0
INCOMPLETE = 1
"""The command failed, or left something out by fault of its input."""
USAGE = 2
INTERRUPTED = 130
DEBUG = "--debug"


def main(arguments: list[str] | None = None) -> int:
    """Run the program; returns its exit code."""
    with HarmlessStreams():
        return _main(sys.argv[1:] if arguments is None else arguments)


def _main(given: list[str]) -> int:
    if "_ARGCOMPLETE" in os.environ:  # set by the script that `completion` prints
        from newstimeline.cli.completion_command import answer_shell

        answer_shell()
    try:
        if screen := early_screen(given):
            with screen:
                code = _run(given, painted=True)
        else:
            code = _run(given, painted=False)
        sys.stdout.flush()
    except BrokenPipeError:
        _silence()
        return DONE
    except (Exception, KeyboardInterrupt) as error:
        if DEBUG in given:
            sys.excepthook = print_trace
            raise
        return _tell(error)
    return code


def _run(arguments: list[str], *, painted: bool) -> int:
    from newstimeline.cli.arguments import parse_arguments

    command, options = parse_arguments(arguments, painted=painted)
    try:
        return command.run(options)
    except Exception as error:
        if _is_expected(error) or (damage := _damage(options)) is None:
            raise
        from newstimeline.library.errors import LibraryError

        raise LibraryError(damage) from error


def _is_expected(error: Exception) -> bool:
    """Whether `_tell` knows what it means."""
    from newstimeline.cli.console import Failure
    from newstimeline.library.errors import LibraryError
    from newstimeline.settings import SettingsError

    return isinstance(error, Failure | LibraryError | SettingsError | OSError)


def _damage(options: CommonOptions) -> str | None:
    """What is wrong with the library that a command worked with, if something is."""
    from newstimeline.cli.library_choice import library_path
    from newstimeline.library.damage_check import damage_of

    path = library_path(options)
    return damage_of(path) if path.is_file() else None


def _tell(error: BaseException) -> int:
    """Say what has ended a command, in a sentence; the exit code."""
    from newstimeline.cli.console import Failure, UsageFailure, say
    from newstimeline.library.errors import LibraryError
    from newstimeline.settings import SettingsError

    match error:
        case KeyboardInterrupt():
            say("interrupted")
            return INTERRUPTED
        case UsageFailure() | SettingsError():
            say(str(error))
            return USAGE
        case Failure() | LibraryError():
            say(str(error))
        case StreamClosedError():
            say(str(error.strerror))
        case OSError():  # of writing out: what is read, and the library, have errors of their own
            _silence()
            say(f"the output can't be written: {error.strerror or error}")
        case _:
            what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
            say(f"something went wrong that should not ({what}); with {DEBUG}, the same command prints where")
    return INCOMPLETE


def _silence() -> None:
    from newstimeline.cli.console import silence_standard_output

    silence_standard_output()
