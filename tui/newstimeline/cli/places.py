"""What a command works with: which library, and which language model."""

from __future__ import annotations

import argparse
import os
from pathlib import Path


def library_path(options: argparse.Namespace) -> Path:
    """The library that was named, or the user's own."""
    named = options.library or os.environ.get("NEWSTIMELINE_LIBRARY")
    if named:
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("newstimeline") / "library.sqlite"


def model_size(options: argparse.Namespace) -> str:
    """The language model that was named, or that of the configuration.

    Raises:
        UsageFailure: it is not installed.
        SettingsError: the configuration can't be followed.
    """
    from newstimeline.cli.console import UsageFailure
    from newstimeline.extraction.models import LanguageModelMissingError, package_of
    from newstimeline.settings import read_settings, settings_path

    size: str = getattr(options, "model", None) or read_settings(settings_path()).model
    try:
        package_of(size)
    except LanguageModelMissingError as error:
        raise UsageFailure(str(error)) from error
    return size
