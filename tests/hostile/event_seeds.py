"""One sound file for each reader of events and of agencies' articles."""

from __future__ import annotations

import json

_HEADLINE, _BODY, _MOMENT = "Harbour opens", "<p>The mayor opened it.</p>", "2025-11-07T14:30:00Z"
_NINJS = {
    "uri": "https://agency.example/1",
    "type": "text",
    "versioncreated": _MOMENT,
    "headline": _HEADLINE,
    "body_xhtml": _BODY,
}
_NINJS_EVENT = {
    "uri": "urn:agency:2",
    "type": "event",
    "title": _HEADLINE,
    "eventDetails": {"dates": {"estimatedStartDate": "2025-11", "estimatedEndDate": "2025-12"}},
    "people": [{"name": "Ada Quill"}],
}
_NEWSML = f"""<?xml version="1.0"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="https://agency.example/1">
<itemMeta><versionCreated>{_MOMENT}</versionCreated></itemMeta>
<contentMeta><headline>{_HEADLINE}</headline></contentMeta><contentSet>
<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>{_BODY}</body></html></inlineXML></contentSet></newsItem>"""
_CONCEPT = f"""<conceptItem xmlns="http://iptc.org/std/nar/2006-10-01/"><concept><name>{_HEADLINE}</name>
<eventDetails><dates><start>2025-11-07</start><duration>P2D</duration></dates></eventDetails></concept></conceptItem>"""
_SCHEMA = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "NewsArticle", "headline": _HEADLINE, "articleBody": _BODY, "datePublished": _MOMENT},
        {"@type": "Event", "name": "Fair", "startDate": "2025-11-07", "endDate": "2025-11-09"},
    ],
}
_TIMELINE = {
    "title": {"text": {"headline": "The harbour"}},
    "events": [
        {"start_date": {"year": "2025", "month": "11"}, "text": {"headline": _HEADLINE, "text": _BODY}},
        {"start_date": {"year": -44}, "end_date": {"year": 12}, "text": {"headline": "First pier"}},
    ],
    "eras": [{"start_date": {"year": 1900}, "end_date": {"year": 1950}, "text": {"headline": "Steam"}}],
}
_REFERENCE = {"type": "article-newspaper", "title": _HEADLINE, "issued": {"date-parts": [["2025", 11, 7]]}}
_ROW = {"message": _HEADLINE, "timestamp": 1, "datetime": _MOMENT, "timestamp_desc": "Write time"}
_CELLS = {
    0: "1001", 1: "20251107", 2: "202511", 3: "2025", 4: "2025.8493", 6: "MAYOR", 26: "040", 28: "04",
    34: "-2.3", 52: "Budapest", 60: "https://x.example/1",
}  # fmt: skip

EVENT_SEEDS: dict[str, bytes] = {
    "ninjs.json": json.dumps(_NINJS, indent=1).encode(),
    "ninjs-event.json": json.dumps(_NINJS_EVENT, indent=1).encode(),
    "newsml.xml": _NEWSML.encode(),
    "concept.xml": _CONCEPT.encode(),
    "schema.json": json.dumps(_SCHEMA, indent=1).encode(),
    "timelinejs.json": json.dumps(_TIMELINE, indent=1).encode(),
    "timelinejs.csv": b"Year,Month,Day,Time,End Year,Headline,Text\n2025,11,7,2:30 PM,,Harbour opens,<p>Boats</p>\n",
    "a.csv": b"Date,End,Headline,People\n2025-11-07,,Harbour opens,Ada Quill; Bo Lind\nMay 2025,June 2025,Sea wall,\n",
    "timesketch.csv": b'"message","datetime","timestamp_desc"\n"Door opened","2025-11-07T14:30:00Z","Write time"\n',
    "rows.jsonl": f"{json.dumps(_ROW)}\n{json.dumps(_ROW)}\n".encode(),
    "a.ics": b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART;TZID=Europe/Budapest:20251107T143000\nDURATION:PT2H\n"
    b"SUMMARY:Harbour\\, opens\nEND:VEVENT\nEND:VCALENDAR\n",
    "20251107.export.CSV": "\t".join(_CELLS.get(number, "") for number in range(61)).encode() + b"\n",
    "csl.json": json.dumps([_REFERENCE], indent=1).encode(),
    "chronicle.yaml": b"Date: '2025-11-07'\nIntelligence_Payload:\n  Politics:\n  - Lindhaven\n"
    b"  - The mayor opens it. (AP)\n",
}
"""By the name that such a file may have."""
