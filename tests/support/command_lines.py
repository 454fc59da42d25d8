"""The command lines that README, manual and help texts tell, and a way to run one as a reader would type it."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path

from newstimeline.cli import main
from newstimeline.cli.arguments import COMMANDS, whole_parser

DOCUMENTS = [Path(__file__).parents[2] / name for name in ("README.md", "MANUAL.md")]
_BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_INLINE = re.compile(r"`(newstimeline(?:\s[^`]*)?)`")
_REMARK = re.compile(r"\s+#\s.*")
_EXAMPLE = re.compile(r"^  (\S.*?)(?:\s{2,}.*)?$")
"""Two spaces before it; what it is for stands behind two or more."""
_OPTIONAL = re.compile(r"(?<=\s)\[([^]]+)\]")
_STAND_INS = {
    "PATH...": "article.txt",
    "QUERY": "bridge",
    "EVENT": "2422794cb4e6377b4ccf0938",
    "NAME": "lind",
    "FORMAT": "markdown",
    "A B": "monday.sqlite friday.sqlite",
    "-o FILE": "-o report.md",
    "--add FILE": "--add theirs.jsonl",
    "--salvage FILE": "--salvage saved.sqlite",
}
"""What is typed for the words that stand for something."""
_SHELLS_OWN = re.compile(r"[|<$&]")


def of_documents() -> Iterator[str]:
    """The lines of the shell blocks of README and manual, and what these name of ours within their sentences."""
    text = "\n".join(document.read_text(encoding="utf-8") for document in DOCUMENTS)
    for block in _BLOCK.findall(text):
        yield from filter(None, (_REMARK.sub("", line) for line in block.splitlines()))
    for words in _INLINE.findall(re.sub(r"^```.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE)):
        yield " ".join(words.split())


def of_help() -> Iterator[str]:
    """The lines that the help of the program, and of each command, tells below "commands:" and "examples:"."""
    for text in (whole_parser().epilog, *(make().epilog for make in COMMANDS.values())):
        for part in (text or "").split("\n\n"):
            title, *lines = part.splitlines()
            if title in ("commands:", "examples:"):
                yield from (found[1] for line in lines if (found := _EXAMPLE.match(line)))


def filled(line: str) -> str:
    """The line with something for each word that stands for something, and with all that may be left out."""
    line = _OPTIONAL.sub(r"\1", line)
    for word, stand_in in _STAND_INS.items():
        line = re.sub(rf"(?<!\S){re.escape(word)}(?!\S)", stand_in, line)
    return line


def run(line: str) -> int:
    """Run a line in the working folder; the exit code of the first command that fails, or 0.

    What needs no shell runs in this process, since starting one takes longer than anything else here.
    """
    for command in line.split(" && "):
        ours = command.startswith("newstimeline") and not _SHELLS_OWN.search(command)
        if code := _run_here(command) if ours else _run_in_shell(command):
            return code
    return 0


def _run_here(command: str) -> int:
    command, _, file = command.replace("~/", f"{Path.home()}/").partition(" > ")
    if not file:
        return main(shlex.split(command)[1:])
    with Path(file).open("w", encoding="utf-8") as output, redirect_stdout(output):
        return main(shlex.split(command)[1:])


def _run_in_shell(command: str) -> int:
    return subprocess.run(["bash", "-eo", "pipefail", "-c", command], env=_environment(), check=False).returncode


def _environment() -> dict[str, str]:
    """That of this process, with our program, and a `pbpaste` that pastes an article, among the commands."""
    folders = (str(Path.home() / "bin"), str(Path(sys.executable).parent), os.environ["PATH"])
    return {**os.environ, "PATH": os.pathsep.join(folders)}
