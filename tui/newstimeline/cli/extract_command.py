"""`newstimeline extract`: print what is found, store nothing."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from newstimeline.cli.console import say, write
from newstimeline.cli.library_choice import model_size
from newstimeline.cli.narration import telling
from newstimeline.cli.options import CommonOptions, Subcommand
from newstimeline.extraction.workers import Workers
from newstimeline.fetching import Fetcher, read_whole
from newstimeline.intake import extract_each
from newstimeline.model import Extraction
from newstimeline.output.summary import summary_lines
from newstimeline.reading import Skipped
from newstimeline.records import dump
from newstimeline.when import When


@dataclass(frozen=True, kw_only=True)
class ExtractOptions(CommonOptions):
    """Without a `model`, that of the settings is meant."""

    paths: list[str]
    published: When | None
    model: str | None
    json: bool


def extract(options: ExtractOptions) -> int:
    """Print extractions in the order of the input; 1 when something had to be skipped."""
    skipped = 0
    inputs = read_whole(options.paths, sys.stdin.buffer, Fetcher())
    with Workers(model=model_size(options.model, options)) as workers:
        for item, _, _ in extract_each(telling(inputs, options), workers, published=options.published):
            match item:
                case Extraction():
                    for line in [dump(item)] if options.json else summary_lines(item):
                        write(line)
                case Skipped(place, reason):
                    skipped += 1
                    say(f"skipped {place}: {reason}")
    return 1 if skipped else 0


COMMAND = Subcommand(ExtractOptions, extract)
