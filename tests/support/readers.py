"""Readers that misbehave, for the process that reads: it imports them by this module's name."""

from __future__ import annotations

import faulthandler
import os
import time
from collections.abc import Iterator
from typing import BinaryIO

from newstimeline.reading import Parsed, Skipped
from newstimeline.reading.nested_files import Enter
from newstimeline.reading.outcome import with_reasons


def _act(act: str) -> None:
    if act == "compute":
        while True:
            pass
    elif act == "wait":
        time.sleep(600)
    elif act == "crash":
        faulthandler.disable()
        os.kill(os.getpid(), 11)
    elif act == "eat":
        eaten = []
        while True:
            eaten.append(bytes(2**22))
    elif act == "print":
        os.write(1, b"PRINTED")
        os.write(2, b"PRINTED")


def acting(stream: BinaryIO, name: str, enter: Enter) -> Iterator[Parsed]:
    """Read a file of which each line is a file within: do what it says, then yield it."""
    for number, line in enumerate(stream.read().decode().split()):
        place = f"{name}, {number}"
        if enter(place, 1):
            yield from with_reasons(place, _one(line, place))
    yield Skipped(name, "the end")


def _one(line: str, place: str) -> Iterator[Parsed]:
    yield Skipped(place, "before")
    _act(line)
    yield Skipped(place, line)


def at_once(stream: BinaryIO, name: str, _enter: Enter) -> Iterator[Parsed]:
    """Read a file that has none within."""
    _act(stream.read().decode())
    yield Skipped(name, "read")


def who(_stream: BinaryIO, _name: str, _enter: Enter) -> Iterator[Parsed]:
    """Say which process reads."""
    yield Skipped(str(os.getpid()), "")
