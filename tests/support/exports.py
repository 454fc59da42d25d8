"""Documents and lists to look at in tests; the documents made as `newstimeline export` makes them on one day."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

from newstimeline.changes.change import Kind, What
from newstimeline.library.library import Library
from newstimeline.library.new_change import Stamp, draft
from newstimeline.library.writer import LibraryWriter
from newstimeline.model import Extraction
from newstimeline.output.export_source import Material
from newstimeline.output.formats import FORMATS
from newstimeline.query import parse_query
from support.attacks import ATTACKS_ON_FORMATS
from support.stories import make_library, story
from unit.builders import harbour

TODAY = date(2024, 6, 1)
_MADE = (
    (Kind.EVENT, 1, What.STATUS, "disputed"),
    (Kind.EVENT, 1, What.REASON, "The council denies it."),
    (Kind.EVENT, 2, What.TAGS, "bridge #safety"),
    (Kind.EVENT, 2, What.NOTE, "Ask for the report,\nand for its date."),
    (Kind.EVENT, 3, What.TITLE, "Bo Ek warns of tired iron"),
    (Kind.EVENT, 3, What.DATE, "2024-04-02"),
    (Kind.EVENT, 6, What.HIDDEN, True),
)
"""What a reader made of events of the story, by their numbers in a new library."""

OWN_STORY_TITLES = [
    "The bridge is built",
    "Bo Ek inspects the bridge",
    "Bo Ek warns of tired iron",
    "Ada Lind says the harbour bridge will close",
    "Ada Lind opens the new ferry",
    "A spokesman is glad",
    "The works go on",
    "A ferry runs in the harbour",
]
"""Of the events that it has then, in order; the last one is undated."""
LISTS: dict[str, tuple[str, ...]] = {
    "list": ("list",),
    "show": ("show", "6d642edf56b88cc111795689"),
    "quotes": ("quotes",),
    "people": ("people",),
    "person": ("person", "Ada Lind"),
    "articles": ("articles",),
    "stats": ("stats",),
    "diff": ("diff", "2024-05-07", "2024-05-11"),
}
"""The command line of each list."""
TABLES = tuple(name for name in LISTS if name != "diff")
"""Those that can be had as CSV."""
FORMS: dict[str, tuple[str, ...]] = {"txt": (), "jsonl": ("--json",), "csv": ("--csv",)}
"""What is added to a command line for each form, by the ending of the form's files."""


def own_story(path: Path) -> Path:
    """The small story, with a reader's corrections, judgements, tags and notes, and one event hidden."""
    make_library(path, story())
    for number, (kind, thing, what, value) in enumerate(_MADE):
        with closing(sqlite3.connect(path)) as connection:
            stamp = Stamp(f"change-{number}", "2024-05-12T10:00:00+00:00", "Ann")
            change = draft(connection, kind, thing, what, value, stamp)
        with LibraryWriter(path) as writer:
            writer.change([change])
    return path


def hostile_story() -> list[Extraction]:
    """The harbour, told so that every text of it attacks."""
    made = []
    for number, attack in enumerate(ATTACKS_ON_FORMATS):
        one = harbour()
        made.append(
            replace(
                one,
                article=replace(
                    one.article, id=f"a{number}", title=attack, source=attack, url=f"javascript:alert('{number}')"
                ),
                people=tuple(replace(person, name=attack, roles=(attack,)) for person in one.people),
                places=tuple(replace(place, name=attack) for place in one.places),
                quotes=tuple(replace(quote, text=attack) for quote in one.quotes),
                events=tuple(replace(event, title=attack) for event in one.events),
            )
        )
    return made


def document(name: str, path: Path, query: str = "", *, title: str = "Bridges & ferries", raw: bool = False) -> str:
    """A document in a format."""
    return told(name, path, query, title=title, raw=raw)[0]


def told(
    name: str, path: Path, query: str = "", *, title: str = "Bridges & ferries", raw: bool = False
) -> tuple[str, list[str]]:
    """A document in a format, and what is said beside it."""
    said: list[str] = []
    with Library(path) as library:
        found = library.find(parse_query(query, TODAY))
        material = Material(library, found, not query, title, TODAY, said.append, raw)
        return "".join(FORMATS[name].pieces(material)), said
