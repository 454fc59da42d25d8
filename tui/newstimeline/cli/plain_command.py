"""`newstimeline --plain`: the browser in plain lines."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from newstimeline.cli.console import UsageFailure, write
from newstimeline.editing.change_writer import ChangeWriter
from newstimeline.library.library import Library
from newstimeline.plain.conversation import Conversation, Problem
from newstimeline.plain.plain_commands import QUIT, answer
from newstimeline.reader_name import reader_name
from newstimeline.settings import read_settings, settings_path


def talk(path: Path, query: str = "") -> int:
    """Answer what is typed until "quit" or the end of the input."""
    settings = read_settings(settings_path())
    pen = ChangeWriter(path, lambda: reader_name(settings.reader))
    with Library(path) as library:
        try:
            session = Conversation(library, pen, date.today, query)
        except Problem as problem:
            raise UsageFailure(f"--filter: {problem}") from None
        write(session.how_many())
        for line in session.here():
            write(line)
        write("Type help for the commands.")
        while True:
            sys.stdout.write("> ")
            sys.stdout.flush()
            typed = sys.stdin.readline()
            if not typed or typed.strip().lower() in (QUIT, "q", "exit"):
                return 0
            for line in answer(session, typed):
                write(line)
