"""The event export of GDELT 2.0: rows of 61 cells without a heading, every event that its machines read in the news.

Columns after the "GDELT Event Codebook V2.0" (http://data.gdeltproject.org/documentation/GDELT-Event_Codebook-V2.0.pdf),
verbs after the root codes of CAMEO, its way of coding events. An outlet is the host of the page that told of an event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO
from urllib.parse import urlsplit

from newstimeline.reading.file_head import Beginning
from newstimeline.reading.input_file import InputFile
from newstimeline.reading.json_parts import without
from newstimeline.reading.outcome import Parsed, Skipped, named
from newstimeline.reading.structured_events import ChronicleEntry, chronicles, file_title
from newstimeline.reading.table_dates import event_date

_ROW = re.compile(rb"\d{1,12}\t\d{8}\t\d{6}\t\d{4}\t[\d.]+\t(?:[^\t\n]*\t){55}[^\t\n]*")
_LONGEST = 100_000
"""Bytes of a row; real ones have a few hundred."""
_OF_ACTOR = (
    "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code".split()
)
_OF_PLACE = "Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID".split()
_NAMES = (
    *"GlobalEventID Day MonthYear Year FractionDate".split(),
    *(f"{actor}{name}" for actor in ("Actor1", "Actor2") for name in _OF_ACTOR),
    *"IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale".split(),
    *"NumMentions NumSources NumArticles AvgTone".split(),
    *(f"{place}Geo_{name}" for place in ("Actor1", "Actor2", "Action") for name in _OF_PLACE),
    *"DATEADDED SOURCEURL".split(),
)
_TOLD = ("Day", "MonthYear", "Year", "FractionDate", "ActionGeo_FullName", "SOURCEURL")
_VERBS = {
    "01": ("makes a statement", "makes a statement about"),
    "02": ("makes an appeal", "appeals to"),
    "03": ("expresses an intent to cooperate", "expresses an intent to cooperate with"),
    "04": ("consults", "consults with"),
    "05": ("engages in diplomacy", "engages in diplomacy with"),
    "06": ("cooperates materially", "cooperates materially with"),
    "07": ("provides aid", "provides aid to"),
    "08": ("yields", "yields to"),
    "09": ("investigates", "investigates"),
    "10": ("makes a demand", "makes a demand of"),
    "11": ("disapproves", "disapproves of"),
    "12": ("rejects", "rejects"),
    "13": ("threatens", "threatens"),
    "14": ("protests", "protests against"),
    "15": ("shows force", "shows force to"),
    "16": ("reduces relations", "reduces relations with"),
    "17": ("coerces", "coerces"),
    "18": ("assaults", "assaults"),
    "19": ("fights", "fights"),
    "20": ("uses mass violence", "uses mass violence against"),
}
"""By root code, without somebody to whom it is done and with."""


def is_gdelt(begin: Beginning) -> bool:
    """Whether a file begins with such a row."""
    return _ROW.match(begin.start) is not None


def read_gdelt(file: InputFile) -> Iterator[Parsed]:
    """Make events of the rows; rows of another length are reported together."""
    odd = list[str]()
    yield from chronicles(file_title(file.name), _entries(file.stream, odd), file.name)
    if odd:
        yield Skipped(file.name, f"rows without the {len(_NAMES)} cells of GDELT's events: {named(odd)}; left out")


def _entries(stream: BinaryIO, odd: list[str]) -> Iterator[ChronicleEntry]:
    for number, line in enumerate(iter(lambda: stream.readline(_LONGEST), b""), 1):
        cells = [cell.strip() for cell in line.decode("utf-8", "replace").split("\t")]
        if len(cells) == len(_NAMES):
            yield _entry(dict(zip(_NAMES, cells, strict=True)), f"row {number:,}")
        elif line.strip():
            odd.append(f"row {number:,}")


def _entry(row: Mapping[str, str], place: str) -> ChronicleEntry:
    actor, other = (_as_written(row[name]) for name in ("Actor1Name", "Actor2Name"))
    unknown = f"does what CAMEO numbers {row['EventCode']}"
    alone, towards = _VERBS.get(row["EventRootCode"].zfill(2), (unknown, f"{unknown} with"))
    when = event_date(row["Day"])
    return ChronicleEntry(
        place=place,
        title=f"{actor or 'Somebody'} {towards} {other}" if other else f"{actor or 'Somebody'} {alone}",
        date="" if when else row["Day"],
        when=when,
        trouble="" if when else row["Day"],
        places=[row["ActionGeo_FullName"]],
        outlet=_host(row["SOURCEURL"]),
        details=[("Address", row["SOURCEURL"])],
        given=without(row, *_TOLD),
    )


def _as_written(name: str) -> str:
    """A name that stands there in capitals, as people write it."""
    return name.title() if name.isupper() and len(name) > 3 else name


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
