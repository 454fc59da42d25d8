"""`newstimeline export`: events in the formats of other programs and readers."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from newstimeline.cli.console import Failure, UsageFailure, say, write_document
from newstimeline.cli.options import Subcommand
from newstimeline.cli.query_command import QueryOptions, asked
from newstimeline.library.library import Library
from newstimeline.output.export_source import Material, Unfit
from newstimeline.output.formats import FORMATS


@dataclass(frozen=True, kw_only=True)
class ExportOptions(QueryOptions):
    """As what and to where: without an `output`, to standard output."""

    format: str
    output: str | None
    force: bool
    title: str | None
    raw: bool


def export(options: ExportOptions) -> int:
    """Write a document of the events that a query means, to a file or to standard output."""
    path = Path(options.output) if options.output not in (None, "-") else None
    if path:
        _refuse_what_is_there(path, force=options.force)
    with asked(options, Library) as (library, matches):
        material = Material(
            library=library,
            matches=matches,
            whole=options.is_everything,
            title=options.title or " ".join(options.query) or "Timeline",
            today=date.today(),
            say=say,
            raw=options.raw,
        )
        pieces = FORMATS[options.format].pieces(material)
        try:
            if path:
                _write_beside(path, pieces, force=options.force)
            else:
                write_document(pieces)
        except Unfit as unfit:
            raise Failure(str(unfit)) from None
    return 0


COMMAND = Subcommand(ExportOptions, export)


def _refuse_what_is_there(path: Path, *, force: bool) -> None:
    if path.is_dir():
        raise UsageFailure(f"{path} is a folder; name a file in it")
    if not force and os.path.lexists(path):
        raise UsageFailure(f"{path} is there already; --force writes over it")


def _write_beside(path: Path, pieces: Iterable[str], *, force: bool) -> None:
    """Write beside the file and move it into place: it is there whole, or as it was.

    Raises:
        Failure: the folder can't be written to.
    """
    beside = path.with_name(f".{path.name[:100]}.{os.getpid()}.part")
    try:
        with beside.open("x", encoding="utf-8", newline="") as file:
            file.writelines(pieces)
        _refuse_what_is_there(path, force=force)  # it may have come meanwhile
        beside.replace(path)
    except OSError as error:
        raise Failure(f"{path} can't be written: {error.strerror or error}") from None
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
