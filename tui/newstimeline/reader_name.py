"""Who reads: the name that a reader's changes bear."""

from __future__ import annotations

import getpass
import subprocess

_PATIENCE = 2
"""Seconds."""


def reader_name(wanted: str | None) -> str | None:
    """The name that the configuration gives, or else git or the system has; None where it is to be left out ("").

    git is asked by an argument list and may be missing.
    """
    if wanted is not None:
        return wanted or None
    return _of_git() or _of_system()


def _of_git() -> str | None:
    try:
        done = subprocess.run(
            ["git", "config", "--get", "user.name"], capture_output=True, timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace").strip() or None


def _of_system() -> str | None:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return None
