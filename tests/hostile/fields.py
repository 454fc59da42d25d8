"""One file of each format with an attack in every field that it has."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape

from support.containers import LETTER, PAGE, book, pdf, record, tarred, text, zipped

Maker = Callable[[str], bytes]
"""Makes a file with an attack in it."""


def _referred(attack: str) -> str:
    """As character references, which a parser turns into the characters themselves."""
    return "".join(f"&#{ord(ch)};" for ch in attack)


def _page(attack: str) -> bytes:
    data = json.dumps({"@type": "NewsArticle", "headline": f"H {attack}", "publisher": {"name": attack}, "url": attack})
    head = (
        f'<script type="application/ld+json">{data}</script><meta property="og:site_name" content="{escape(attack)}">'
        f'<meta name="date" content="2025-11-07 {escape(attack)}"><link rel="canonical" href="https://x/{escape(attack)}">'
    )
    told = PAGE.format(title=f"Title {escape(attack)} {_referred(attack)}").replace("<head>", f"<head>{head}")
    return told.replace("spoke.", f"spoke {escape(attack)} {_referred(attack)}.").encode("utf-8", "surrogatepass")


def _markdown(attack: str) -> bytes:
    said = json.dumps(attack)
    return f"---\ntitle: {said}\nsource: {said}\nurl: {said}\ndate: {said}\n---\n# {attack}\n\n{attack}\n".encode()


def _toml(attack: str) -> bytes:
    said = json.dumps(f"x{attack}".encode("ascii", "backslashreplace").decode())
    return f"+++\ntitle = {said}\nsource = {said}\n+++\n\n{attack}\n".encode()


def _rss(attack: str) -> bytes:
    said = _referred(attack) if attack.isprintable() else escape(attack)
    item = f"<item><title>T {said}</title><description>&lt;p&gt;D {said}&lt;/p&gt;</description><link>https://x/{said}</link></item>"
    return f"<rss version='2.0'><channel><title>{said}</title>{item}</channel></rss>".encode()


def _json_feed(attack: str) -> bytes:
    item = {"id": "1", "title": attack, "content_html": f"<p>x{attack}</p>", "url": f"https://x/{attack}"}
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": attack, "items": [item]}).encode()


def _news_please(attack: str) -> bytes:
    told = {"title": attack, "maintext": f"x {attack}", "date_publish": attack, "url": attack, "source_domain": attack}
    return json.dumps(told).encode()


def _parsed_events(attack: str) -> bytes:
    article = {"id": attack, "title": f"T{attack}", "published": "2025", "source": attack, "text": f"T{attack}\n\nx"}
    event = {"id": "e1", "title": f"E{attack}", "date": "2025", attack: attack}
    return json.dumps({"schema": "newstimeline/1", "article": article, "events": [event]}).encode()


def _letter(attack: str) -> bytes:
    said = attack.encode()
    head = LETTER.replace(b"Subject: ", b"Subject: x" + said).replace(b"From: ", b"From: x" + said)
    fields = b'Content-Type: multipart/mixed; boundary="X"\r\n\r\n--X\r\nContent-Type: text/html\r\n\r\n<p>x' + said
    attached = (
        b'\r\n--X\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename="a' + said + b'.txt"\r\n\r\n'
    )
    return head + fields + attached + text("Attached") + said + b"\r\n--X--\r\n"


def _book(attack: str) -> bytes:
    said = escape(attack)
    chapter = f"<html><body><h1>x{said}{_referred(attack)}</h1><p>{said}</p></body></html>"
    metadata = f"<dc:title>{said}</dc:title><dc:creator>{said}</dc:creator><dc:date>2019{said}</dc:date>"
    return book({"a.xhtml": chapter}, metadata)


def _archived(attack: str) -> bytes:
    address = "https://x/" + attack.replace("\n", "")
    return record(_page(attack), address) + record(b"x " + attack.encode(), address, media="text/plain")


def _calendar(attack: str) -> bytes:
    return f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:{attack}\nDTSTART:20251107\nEND:VEVENT\nEND:VCALENDAR\n".encode()


FIELDS: dict[str, Maker] = {
    "text.txt": lambda attack: f"2025-11-07 {attack}\n\nx {attack}\n".encode(),
    "page.html": _page,
    "head.md": _markdown,
    "head-toml.md": _toml,
    "feed.rss": _rss,
    "feed.json": _json_feed,
    "crawled.json": _news_please,
    "events.jsonl": _parsed_events,
    "letter.eml": _letter,
    "box.mbox": lambda attack: b"From a@b.example Fri Nov  7 08:30:00 2025\n" + _letter(attack),
    "book.epub": _book,
    "report.pdf": lambda attack: pdf(attack.encode("ascii", "ignore").decode(), title=f"x{attack}"),
    "crawl.warc": _archived,
    "names.zip": lambda attack: zipped({f"a{attack}\n.txt": text(f"T {attack}"), f"b{attack}.bin": b"\x00"}),
    "names.tar": lambda attack: tarred({f"a{attack}.txt": text(f"T {attack}"), f"b{attack}\n": b"\x00"}),
    "table.csv": lambda attack: f'date,title,text\n2025-11-07,"x{attack}","{attack}"\n'.encode(),
    "agenda.ics": _calendar,
}
"""By the name that such a file may have."""
