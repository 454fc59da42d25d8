"""The entry point: runs a command and turns what ends it into an exit code."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from newstimeline.cli.arguments import parse_arguments

DONE = 0
INCOMPLETE = 1
"""The command failed, or left something out by fault of its input."""
USAGE = 2
INTERRUPTED = 130


def main(arguments: list[str] | None = None) -> int:
    """Run the program; returns its exit code."""
    name, options = parse_arguments(sys.argv[1:] if arguments is None else arguments)
    from newstimeline.cli.console import Failure, UsageFailure, prepare_streams, say, silence_standard_output
    from newstimeline.library.errors import LibraryError
    from newstimeline.settings import SettingsError

    prepare_streams()
    try:
        code = _command(name)(options)
        sys.stdout.flush()
    except BrokenPipeError:
        silence_standard_output()
        return DONE
    except KeyboardInterrupt:
        say("interrupted")
        return INTERRUPTED
    except (UsageFailure, SettingsError) as error:
        say(str(error))
        return USAGE
    except (Failure, LibraryError) as error:
        say(str(error))
        return INCOMPLETE
    except OSError as error:  # of writing out: what is read, and the library, have errors of their own
        silence_standard_output()
        say(f"the output can't be written: {error.strerror or error}")
        return INCOMPLETE
    return code


def _command(name: str) -> Callable[[argparse.Namespace], int]:
    """The function behind a command, imported only now."""
    match name:
        case "add":
            from newstimeline.cli.adding import add as command
        case "extract":
            from newstimeline.cli.extracting import extract as command
        case "list":
            from newstimeline.cli.listing import list_events as command
        case "changes":
            from newstimeline.cli.changing import changes as command
        case "serve":
            from newstimeline.cli.serving import serve as command
        case "config":
            from newstimeline.cli.configuring import show_config as command
        case "check":
            from newstimeline.cli.checking import check as command
        case _:
            from newstimeline.cli.browsing import browse as command
    return command
