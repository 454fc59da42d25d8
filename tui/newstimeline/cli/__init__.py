"""The command line: arguments, exit codes, and one file a command.

Standard output is data, standard error is narration. Each command imports what it needs when it runs.
"""

from newstimeline.cli.main import main

__all__ = ["main"]
