"""Atheris (libFuzzer) on one reader: inputs without end, led by the code that they reach.

python tests/fuzz/readers.py NAME [OPTION OF LIBFUZZER...]

NAME is a file of tests/hostile/seeds.py, from which it sets out. It ends with an error at the first input whose result
is neither clean nor a reason, that takes longer than 5 seconds, or that needs 300 MiB more than the readers themselves.
"""

from __future__ import annotations

import importlib
import io
import pkgutil
import sys
import tempfile
from pathlib import Path

import atheris

sys.path[:0] = [str(Path(__file__).parents[1])]

with atheris.instrument_imports(include=["newstimeline.reading"]):
    from hostile.checks import assert_harmless
    from hostile.seeds import SEEDS
    from newstimeline import reading
    from newstimeline.reading.format_detection import read_stream

    for module in pkgutil.iter_modules(reading.__path__, "newstimeline.reading."):
        importlib.import_module(module.name)

SECONDS = 5
MEBIBYTES = 300


def main(name: str, options: list[str]) -> None:
    """Fuzz one reader."""

    def read(data: bytes) -> None:
        assert_harmless(list(read_stream(io.BytesIO(data), name)), name)

    read(SEEDS[name])  # what is imported late is no growth
    with tempfile.TemporaryDirectory() as corpus:
        Path(corpus, "seed").write_bytes(SEEDS[name])
        limits = [f"-timeout={SECONDS}", f"-rss_limit_mb={_megabytes() + MEBIBYTES}", "-max_len=20000"]
        atheris.Setup([sys.argv[0], *limits, f"-artifact_prefix={tempfile.gettempdir()}/", *options, corpus], read)
        atheris.Fuzz()


def _megabytes() -> int:
    """What this process has taken so far."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
