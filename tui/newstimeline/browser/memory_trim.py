"""Giving memory back to the system, which the C library else keeps after large arrays have come and gone."""

from __future__ import annotations

import ctypes


def return_memory() -> None:
    """Give back what is free, where the C library can (glibc's malloc_trim(3)); elsewhere do nothing."""
    try:
        trim = ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):
        return
    trim(0)
