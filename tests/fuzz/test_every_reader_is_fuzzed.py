"""Ten thousand inputs and more for each reader, within five seconds and 300 MiB each: `pytest -m slow tests/fuzz`.

It needs the group `fuzz`: pip install --group fuzz.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from hostile.seeds import SEEDS

RUNS = 12_000


@pytest.mark.slow
@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="the group fuzz is not installed")
@pytest.mark.parametrize("name", SEEDS)
def test_ten_thousand_inputs_are_read_or_refused(name: str, tmp_path: Path) -> None:
    script = Path(__file__).with_name("readers.py")
    done = subprocess.run(
        [sys.executable, str(script), name, f"-runs={RUNS}"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    )
    assert done.returncode == 0, done.stderr[-4_000:]
    assert f"Done {RUNS} runs" in done.stderr
