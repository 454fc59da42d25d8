from __future__ import annotations

import pytest
from hypothesis import given

from newstimeline.model import Article, Extraction
from newstimeline.reading import Skipped
from unit.reading.files import article, assert_read_or_told, dated, extraction, mutated, read, reason

NITF = """<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">
<body><body.head><hedline><hl1>Harbour opens</hl1></hedline></body.head><body.content><p>The mayor opened
  the harbour.</p><!-- no words --><p>Ships came &amp; went.</p></body.content></body></nitf>"""
XHTML = """<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Page</title></head><body><p>The mayor opened the
harbour.</p><p>Ships came &amp; went.</p></body></html>"""
INLINE = "The mayor opened the harbour.\n\nShips came &amp; went."


def item(content: str, meta: str = "") -> str:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<!-- an item -->
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="https://agency.example/1" version="2">
<itemMeta><provider qcode="nprov:AGENCY"/><versionCreated>2025-11-08T09:00:00Z</versionCreated></itemMeta>
<contentMeta><contentCreated>2025-11-07T14:30:00Z</contentCreated><infoSource><name>The Agency</name></infoSource>
<headline> Harbour opens</headline>{meta}</contentMeta><contentSet>{content}</contentSet></newsItem>"""


ARTICLE = item(f'<inlineXML contenttype="application/nitf+xml">{NITF}</inlineXML>')
CONCEPT = """<conceptItem xmlns="http://iptc.org/std/nar/2006-10-01/">
<concept><name>Harbour fair</name><definition>A fair.<br/>With ships.</definition><eventDetails>
<dates><start>2025-11-07T09:00:00Z</start><duration>P2D</duration><rRule freq="YEARLY"/></dates>
<location><name>Lindhaven</name></location><participant><name>Ada Quill</name></participant></eventDetails></concept>
</conceptItem>"""
EVENTS = item(
    "<inlineXML><events><event><name>First</name><eventDetails><dates><start>2025-11-07</start><end>2025-11-08</end>"
    "</dates></eventDetails></event><event><name>Second</name><eventDetails><dates><start>2025-12</start></dates>"
    "</eventDetails></event></events></inlineXML>"
)


@pytest.mark.parametrize(
    "content",
    [
        f"<inlineXML>{NITF}</inlineXML>",
        f"<inlineXML>{XHTML}</inlineXML>",
        f"<inlineData contenttype='text/plain'>{INLINE}</inlineData>",
    ],
    ids=["NITF", "XHTML", "text"],
)
def test_an_item_is_an_article(content: str) -> None:
    found = article(item(content), "item.xml")
    assert found.text == "Harbour opens\n\nThe mayor opened the harbour.\n\nShips came & went."
    assert (str(found.published), found.source, found.url) == (
        "2025-11-07T14:30:00Z",
        "The Agency",
        "https://agency.example/1",
    )


def test_what_else_is_said_of_an_item_is_kept() -> None:
    found = article(item("", "<slugline>HARBOUR</slugline><genre qcode='genre:Feature'/>"), "item.xml")
    assert found.text == "Harbour opens"
    given = found.extra["given"]
    assert isinstance(given, dict)
    assert (given["slugline"], given["genre"], given["version"]) == (["HARBOUR"], ["genre:Feature"], "2")


def test_a_message_may_have_several_items() -> None:
    declared = ARTICLE.partition("?>")[2].replace("<!-- an item -->", "")
    message = (
        f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{declared}{CONCEPT}</itemSet></newsMessage>'
    )
    assert [type(one) for one in read(message, "message.xml")] == [Article, Extraction, Skipped]


def test_a_concept_may_be_an_event() -> None:
    (found, skipped) = read(CONCEPT, "event.xml")
    assert isinstance(found, Extraction)
    assert dated(found) == [("Harbour fair", "2025-11-07T09:00:00Z/2025-11-09T09:00Z")]
    assert [person.name for person in found.people] == ["Ada Quill"]
    assert [place.name for place in found.places] == ["Lindhaven"]
    assert "A fair.\n\nWith ships." in (found.article.text or "")
    assert isinstance(skipped, Skipped)
    assert skipped.reason == "events that repeat, in event 1: only the first time of each is read"


def test_an_item_may_hold_events() -> None:
    assert dated(extraction(EVENTS, "events.xml")) == [("First", "2025-11-07/2025-11-08"), ("Second", "2025-12")]


def test_a_piece_cut_out_of_an_item_is_read() -> None:
    piece = f'<contentSet xsi:schemaLocation="x"><inlineXML>{NITF}</inlineXML></contentSet>'
    assert article(piece, "piece.xml").title == "Harbour opens"


def test_a_package_is_refused_with_what_it_refers_to() -> None:
    package = (
        '<packageItem><groupSet><group><itemRef residref="a"/><itemRef residref="b"/></group></groupSet></packageItem>'
    )
    assert reason(package, "package.xml") == "it only refers to 2 items in other files; add those"


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE newsItem [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>',
        '<!DOCTYPE newsItem [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE newsItem SYSTEM "http://127.0.0.1:9/x.dtd">',
    ],
)
def test_entities_and_document_types_are_refused(declared: str) -> None:
    hostile = ARTICLE.replace("<!-- an item -->", declared)
    assert "document type" in reason(hostile, "item.xml")


def test_xml_that_breaks_off_is_refused() -> None:
    assert "no well-formed XML" in reason(ARTICLE[:-40], "item.xml")


def test_xml_that_is_too_deep_is_refused() -> None:
    assert "no well-formed XML" in reason(item("<a>" * 5_000 + "</a>" * 5_000), "item.xml")


@given(mutated(ARTICLE) | mutated(CONCEPT) | mutated(EVENTS))
def test_any_item_is_read_or_told(data: bytes) -> None:
    assert_read_or_told(data, "item.xml")
