"""`newstimeline config`: what is in force, and where each value comes from."""

from __future__ import annotations

import os
from collections.abc import Iterator

from newstimeline.clean import one_line
from newstimeline.cli.console import write
from newstimeline.cli.library_choice import library_path
from newstimeline.cli.options import CommonOptions, Subcommand
from newstimeline.extraction.models import usual_model
from newstimeline.output.json_text import json_text
from newstimeline.reader_name import reader_name
from newstimeline.settings import Settings, named_settings, read_settings, settings_path


def show_config(options: CommonOptions) -> int:
    """Print the settings as TOML, each with its origin behind it."""
    path = settings_path()
    settings = read_settings(path)
    there = "" if path.exists() else " (there is none)"
    write(f"# {one_line(str(path))}{there}; NEWSTIMELINE_CONFIG names another file")
    for name, value, origin in _values(settings, named_settings(path)):
        write(f"{name} = {json_text(value)}  # {origin}")
    library = library_path(options)
    named = "NEWSTIMELINE_LIBRARY" if os.environ.get("NEWSTIMELINE_LIBRARY") else "the usual place"
    origin = "--library" if options.library else named
    write(f"# library: {one_line(str(library))}  ({origin})")
    if settings.keys:
        write("[keys]")
        for command, keys in settings.keys.items():
            write(f"{command} = {json_text(list(keys))}  # config.toml")
    return 0


COMMAND = Subcommand(CommonOptions, show_config)


def _values(settings: Settings, named: frozenset[str]) -> Iterator[tuple[str, object, str]]:
    for name, value, usual in (
        ("keymap", settings.keymap, "as usual"),
        ("model", settings.model or usual_model(), "the best that is installed with newstimeline"),
        ("reader", reader_name(settings.reader) or "", "from git or the system"),
        ("theme", settings.theme or "", "the one that was left, or one that suits the terminal"),
        ("signs", settings.signs or "unicode", "where the terminal's encoding has them"),
    ):
        yield name, value, "config.toml" if name in named else usual
