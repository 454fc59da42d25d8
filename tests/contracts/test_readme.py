"""What the README says of the keys is made from the table of keys."""

import re
from pathlib import Path

from newstimeline.app.commands import COMMANDS
from newstimeline.app.keys import Scope, shown_keys

README = Path(__file__).parents[2] / "README.md"
SECTION = re.compile(r"(<!-- keys: .* -->\n).*?(<!-- end of keys -->)", re.DOTALL)


def keys_table() -> str:
    rows = ["| where | keys | what it does | name |", "|---|---|---|---|"]
    for scope in Scope:
        for command in COMMANDS:
            if command.scope is scope:
                keys = " ".join(f"`{key}`" for key in shown_keys(command).split())
                rows.append(f"| {scope} | {keys} | {command.help} | `{command.name}` |")
    return "\n".join(rows) + "\n"


def test_the_readme_lists_the_keys_as_they_are(update_snapshots: bool) -> None:
    text = README.read_text(encoding="utf-8")
    if update_snapshots:
        text = SECTION.sub(lambda found: found[1] + keys_table() + found[2], text)
        README.write_text(text, encoding="utf-8")
    assert keys_table() in text
