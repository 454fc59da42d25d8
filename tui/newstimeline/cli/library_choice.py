"""What a command works with: which library, and which language model."""

from __future__ import annotations

import os
from pathlib import Path

from newstimeline.cli.console import UsageFailure
from newstimeline.cli.narration import tell
from newstimeline.cli.options import CommonOptions


def library_path(options: CommonOptions) -> Path:
    """The library that was named, or the user's own."""
    if options.library:
        path, why = options.library, "named by --library"
    elif named := os.environ.get("NEWSTIMELINE_LIBRARY"):
        path, why = Path(named), "named by $NEWSTIMELINE_LIBRARY"
    else:
        from platformdirs import user_data_path

        path, why = user_data_path("newstimeline") / "library.sqlite", "in your data folder"
    tell(options, f"the library is {path}, {why}")
    return path


def model_size(named: str | None, options: CommonOptions) -> str:
    """The language model that was named, or that of the configuration.

    Raises:
        UsageFailure: it is not installed.
        SettingsError: the configuration can't be followed.
    """
    from newstimeline.extraction.models import LanguageModelMissingError, package_of, usual_model
    from newstimeline.settings import read_settings, settings_path

    size = named or read_settings(settings_path()).model or usual_model()
    try:
        tell(options, f"the language model is {package_of(size)}")
    except LanguageModelMissingError as error:
        raise UsageFailure(str(error)) from error
    return size
