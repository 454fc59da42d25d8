from __future__ import annotations

from hypothesis import given

from newstimeline.model import Extraction
from newstimeline.reading import Skipped
from unit.reading.files import assert_read_or_told, dated, evidence, mutated, read


def row(**cells: str) -> str:
    """A row of the export; `cells` by the number of the column."""
    told = {
        0: "1001", 1: "20251107", 2: "202511", 3: "2025", 4: "2025.8493", 6: "UNITED STATES", 16: "RUSSIA",
        26: "040", 28: "04", 34: "-2.3", 52: "Budapest, Hungary", 60: "https://www.post.example/1",
    }  # fmt: skip
    told |= {int(number.removeprefix("c")): text for number, text in cells.items()}
    return "\t".join(told.get(number, "") for number in range(61)) + "\n"


def events(text: str) -> list[tuple[str, str | None]]:
    return [one for item in read(text, "20251107.export.CSV") if isinstance(item, Extraction) for one in dated(item)]


def test_a_row_is_an_event_with_actors_action_and_place() -> None:
    (found,) = read(row(), "20251107.export.CSV")
    assert isinstance(found, Extraction)
    assert dated(found) == [("United States consults with Russia", "2025-11-07")]
    assert [place.name for place in found.places] == ["Budapest, Hungary"]
    assert found.article.source == "post.example"
    assert "Address: https://www.post.example/1" in evidence(found, found.events[0])


def test_measures_and_codes_are_kept() -> None:
    (found,) = read(row(), "20251107.export.CSV")
    assert isinstance(found, Extraction)
    given = found.events[0].extra["given"]
    assert isinstance(given, dict)
    assert (given["GlobalEventID"], given["EventCode"], given["AvgTone"]) == ("1001", "040", "-2.3")


def test_what_is_not_known_is_said() -> None:
    assert events(row(c6="", c16="", c28="14") + row(c6="USA", c16="", c26="999", c28="99")) == [
        ("Somebody protests", "2025-11-07"),
        ("USA does what CAMEO numbers 999", "2025-11-07"),
    ]


def test_a_row_of_another_length_costs_only_itself() -> None:
    found = read(row() + "short\trow\n" + row(), "export.csv")
    assert [len(item.events) for item in found if isinstance(item, Extraction)] == [2]
    assert [item.reason for item in found if isinstance(item, Skipped)] == [
        "rows without the 61 cells of GDELT's events: row 2; left out"
    ]


def test_a_day_that_is_none_leaves_the_event_undated() -> None:
    assert events(row() + row(c1="20251399")) == [
        ("United States consults with Russia", "2025-11-07"),
        ("United States consults with Russia", None),
    ]


@given(mutated(row() * 3, (b"\t",)))
def test_any_rows_are_read_or_told(data: bytes) -> None:
    assert_read_or_told(data, "export.csv")
