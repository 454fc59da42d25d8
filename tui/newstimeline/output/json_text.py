"""JSON on its way out."""

from __future__ import annotations

import json

from newstimeline.clean import escaped


def json_text(value: object) -> str:
    """One line of JSON that says all of a value, with what could do harm written by its number."""
    return escaped(json.dumps(value, ensure_ascii=False))
