from __future__ import annotations

import pytest

from unit.extraction.conftest import Extract


@pytest.mark.parametrize(
    "body",
    [
        "We need everybody, Herbert Reul said, referring to his forces, in an interview on Wednesday with the station.",
        "Rainer Wendt told the paper in an interview published Wednesday that the zone was wrong.",
    ],
)
def test_a_statement_is_of_the_day_of_its_occasion(extract: Extract, body: str) -> None:
    opening = "The city opened a zone.\n\nIt is near the gate.\n\nThousands are expected.\n\n"
    said = [event for event in extract(opening + body).events if "Reul" in event.title or "Wendt" in event.title]
    assert {event.when.edtf for event in said if event.when} == {"2025-11-05"}


def test_what_somebody_told_the_same_listener_was_told_then(extract: Extract) -> None:
    body = (
        "“It is just for fun,” Ada Quill said Wednesday in an interview with CBS News.\n\n"
        "The rocket stands on its pad.\n\nIt weighs much.\n\n"
        "“This rocket is great for a lot of reasons,” Quill told CBS News."
    )
    assert {quote.when.edtf for quote in extract(body).quotes if quote.when} == {"2025-11-05"}
