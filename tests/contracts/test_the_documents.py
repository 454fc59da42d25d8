"""What the manual says of the keys is made from the table of keys, and the README stays short."""

import re
from pathlib import Path

from newstimeline.app.commands import COMMANDS
from newstimeline.app.keys import Scope, shown_keys

ROOT = Path(__file__).parents[2]
MANUAL = ROOT / "MANUAL.md"
SECTION = re.compile(r"(<!-- keys: .* -->\n).*?(<!-- end of keys -->)", re.DOTALL)


def keys_table() -> str:
    rows = ["| where | keys | what it does | name |", "|---|---|---|---|"]
    for scope in Scope:
        for command in COMMANDS:
            if command.scope is scope:
                keys = " ".join(f"`{key}`" for key in shown_keys(command).split())
                rows.append(f"| {scope} | {keys} | {command.help} | `{command.name}` |")
    return "\n".join(rows) + "\n"


def test_the_manual_lists_the_keys_as_they_are(update_snapshots: bool) -> None:
    text = MANUAL.read_text(encoding="utf-8")
    if update_snapshots:
        text = SECTION.sub(lambda found: found[1] + keys_table() + found[2], text)
        MANUAL.write_text(text, encoding="utf-8")
    assert keys_table() in text


def test_the_readme_is_read_in_a_few_minutes() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 150
