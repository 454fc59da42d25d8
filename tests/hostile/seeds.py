"""One sound file for each reader, to be damaged in all ways."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma

from hostile.event_seeds import EVENT_SEEDS
from newstimeline.records import dump
from support.containers import CHAPTER, book, letter, page, pdf, record, tarred, text, zipped
from unit.builders import harbour

_FEED = """\
<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title>
<entry><title>Harbour opens</title><updated>2025-11-07T08:30:00Z</updated><link href="https://x.example/a"/>
<content type="html">&lt;p&gt;Boats.&lt;/p&gt;</content></entry></feed>"""
_CRAWLED = {
    "title": "Harbour opens",
    "maintext": "Boats came.",
    "date_publish": "2025-11-07",
    "url": "https://x.example",
}
_JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "items": [{"id": "1", "title": "Harbour opens", "content_html": "<p>Boats</p>", "date_published": "2025-11-07"}],
}
_MHTML = (
    b"From: <Saved by Blink>\nSnapshot-Content-Location: https://x.example/a\nMIME-Version: 1.0\nContent-Type: "
    b'multipart/related; boundary="X"\n\n--X\nContent-Type: text/html\n\n' + page("Harbour opens") + b"\n--X--\n"
)
_POSTMARK = b"From a@b.example Fri Nov  7 08:30:00 2025\n"

SEEDS: dict[str, bytes] = {
    "a.txt": text("Harbour opens"),
    "a.md": b"---\ntitle: Harbour opens\ndate: 2025-11-07\n---\n# Harbour\n\n*Boats* came [here](x).\n",
    "toml.md": b'+++\ntitle = "Harbour opens"\n+++\n\nBoats came.\n',
    "a.html": page("Harbour opens"),
    "a.mhtml": _MHTML,
    "a.xml": _FEED.encode(),
    "feed.json": json.dumps(_JSON_FEED).encode(),
    "a.json": json.dumps(_CRAWLED).encode(),
    "list.json": json.dumps([_CRAWLED, _CRAWLED]).encode(),
    "a.jsonl": dump(harbour()).encode(),
    "a.zip": zipped({"a.txt": text("One"), "b.md": b"# Two"}),
    "a.tar": tarred({"a.txt": text("One"), "b.md": b"# Two"}),
    "a.tgz": tarred({"a.txt": text("One"), "b.md": b"# Two"}, "w:gz"),
    "a.txt.gz": gzip.compress(text("One")),
    "a.txt.bz2": bz2.compress(text("One")),
    "a.txt.xz": lzma.compress(text("One")),
    "a.epub": book({"a.xhtml": CHAPTER.format(title="One"), "b.xhtml": CHAPTER.format(title="Two")}),
    "a.pdf": pdf("Harbour opens\nBoats came.", "The end", title="Harbour"),
    "a.warc": record(page("One")) + record(text("Two"), media="text/plain") + record(b"", kind="request"),
    "a.warc.gz": gzip.compress(record(page("One"))) + gzip.compress(record(text("Two"), media="text/plain")),
    "a.wacz": zipped({"datapackage.json": b"{}", "archive/a.warc": record(page("One"))}),
    "a.eml": letter(),
    "html.eml": letter("<p>Boats <b>came</b></p>", "text/html"),
    "a.mbox": _POSTMARK + letter("One") + b"\n" + _POSTMARK + letter("Two"),
    **EVENT_SEEDS,
}
"""By the name that such a file may have."""
