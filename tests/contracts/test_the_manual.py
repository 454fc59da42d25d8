"""The manual page is made from the parsers, and a troff reads it without complaint."""

import shutil
import subprocess
from pathlib import Path

import pytest

from support.manual import manual_page

PAGE = Path(__file__).parents[2] / "data" / "newstimeline.1"


def test_the_manual_page_is_that_of_the_commands(update_snapshots: bool) -> None:
    if update_snapshots:
        PAGE.write_text(manual_page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == manual_page()


@pytest.mark.skipif(not shutil.which("groff"), reason="groff is not installed")
def test_the_manual_page_is_set_without_a_warning() -> None:
    done = subprocess.run(
        ["groff", "-man", "-ww", "-Tutf8", str(PAGE)], capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert done.stderr == ""
