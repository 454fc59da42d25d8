"""Files made to hang, to fill the memory, to crash or to lead elsewhere. To add one, add a line: it is then tried."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import tarfile
from collections.abc import Callable

from support.containers import CHAPTER, LETTER, book, letter, page, pdf, record, tarred, text, zipped

_LAUGHS = (
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a0 'ha'>"
    + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
    + "]>"
)
_SECRET = "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a9 SYSTEM 'file:///etc/passwd'>]>"
_RSS = "<rss><channel><item><title>&a9;</title></item></channel></rss>"
_MANY = 100_000
_ZEROS = bytes(65 * 2**20)
"""More than any reader takes at once."""


def _bomb() -> bytes:
    return zipped({"a.txt": _ZEROS})


def _nested(data: bytes, levels: int) -> bytes:
    for _ in range(levels):
        data = zipped({f"{n}.zip": data for n in range(4)})
    return data


def _linked() -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, kind in (
            ("a", tarfile.SYMTYPE),
            ("b", tarfile.LNKTYPE),
            ("c", tarfile.CHRTYPE),
            ("d", tarfile.DIRTYPE),
        ):
            info = tarfile.TarInfo(f"../../{name}")
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    return packed.getvalue()


def _many_parts(levels: int) -> bytes:
    parts = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(levels))
    return LETTER.replace(b"\r\n", b"\n") + parts


def _half(data: bytes) -> bytes:
    return data[: len(data) // 2]


FILES: dict[str, Callable[[], bytes]] = {
    # entities
    "laughs.xml": lambda: (_LAUGHS + _RSS).encode(),
    "laughs.html": lambda: (_LAUGHS + "<html><body><p>&a9;</p></body></html>").encode(),
    "laughs.epub": lambda: book({"a.xhtml": _LAUGHS + "<html><body><p>&a9;</p></body></html>"}),
    "laughs-package.epub": lambda: book(files={"OEBPS/content.opf": (_LAUGHS + "<package>&a9;</package>").encode()}),
    "outside.xml": lambda: (_SECRET + _RSS).encode(),
    "outside.html": lambda: (_SECRET + "<html><body><p>&a9;</p></body></html>").encode(),
    # what unpacks to too much
    "bomb.zip": _bomb,
    "bombs.zip": lambda: zipped({f"{n}.zip": _bomb() for n in range(2)}),
    "levels.zip": lambda: _nested(text("Deep"), 4),
    "bomb.gz": lambda: gzip.compress(_ZEROS),
    "bomb.bz2": lambda: bz2.compress(_ZEROS),
    "bomb.xz": lambda: lzma.compress(_ZEROS, preset=0),
    "bomb.tgz": lambda: tarred({"a.txt": _ZEROS}, "w:gz"),
    "bomb.epub": lambda: book({"a.xhtml": "<p>" + "a" * 2**26}),
    "bomb.warc.gz": lambda: gzip.compress(record(_ZEROS)),
    "many.zip": lambda: zipped({f"{n}.txt": b"x" for n in range(500)}),
    "many.tar": lambda: tarred({f"{n}.txt": b"x" for n in range(500)}),
    # what leads elsewhere
    "up.zip": lambda: zipped({"../../up.txt": text("Up"), "/etc/passwd": text("Root"), "C:\\x.txt": text("Drive")}),
    "links.tar": _linked,
    # depth
    "deep.html": lambda: b"<html><body>" + b"<div>" * _MANY + b"x" + b"</div>" * _MANY,
    "deep-unknown.html": lambda: b"<html><body>" + b"<x-y>" * _MANY + b"x",
    "deep.json": lambda: b"[" * _MANY + b"]" * _MANY,
    "deep-objects.json": lambda: b'{"a":' * _MANY + b"1" + b"}" * _MANY,
    "deep.jsonl": lambda: b'{"a":1}\n' + b'{"a":' * _MANY + b"\n",
    "deep.yaml.md": lambda: b"---\na: " + b"[" * 4_000 + b"\n---\nx",
    "deep.xml": lambda: b"<rss><channel><item>" + b"<a>" * 10_000,
    "deep.md": lambda: b">" * 20_000 + b" x",
    "deep-lists.md": lambda: b"\n".join(b"  " * n + b"- x" for n in range(400)),
    "deep.eml": lambda: _many_parts(1_200),
    "deep.epub": lambda: book({"a.xhtml": "<div>" * _MANY}),
    # aliases
    "aliases.md": lambda: (
        "---\na0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{f'*a{n - 1},' * 9}]\n" for n in range(1, 10)) + "---\nx"
    ).encode(),
    # length
    "line.txt": lambda: b"word " * 100_000,
    "token.txt": lambda: b"a" * 500_000,
    "token.html": lambda: b"<html><body><p title='" + b"a" * 3_000_000 + b"'>x",
    "comments.html": lambda: b"<!--" * 500_000,
    "references.html": lambda: b"<html><body><p>" + b"&#0;&#x" * 100_000,
    "tags.html": lambda: b"<html><body>" + b"<p>x" * 200_000,
    "attributes.html": lambda: b"<html><body><p " + b"a=b " * 200_000 + b">x",
    "stars.md": lambda: b"*a_" * 10_000,
    "brackets.md": lambda: b"[" * 50_000,
    "ticks.md": lambda: b"".join(b"`" * n + b" " for n in range(400)),
    "links.md": lambda: b"[a](" * 8_000,
    "head.eml": lambda: b"From: a@b\nTo: " + b"x, " * 100_000 + b"\n\nx",
    "folded.eml": lambda: b"From: a@b\nTo: c@d\nSubject: x\n" + b" x\n" * 50_000 + b"\nx",
    "encoded.eml": lambda: b"From: a@b\nTo: c@d\nSubject: " + b"=?utf-8?q?x?= " * 20_000 + b"\n\nx",
    "parameters.eml": lambda: LETTER + b"Content-Type: text/plain" + b"; a*0*=x" * 20_000 + b"\n\nx",
    "postmarks.mbox": lambda: b"From a@b.example Fri Nov  7 08:30:00 2025\nTo: x\n\n" * 500,
    "numbers.json": lambda: b'{"title": ' + b"9" * 100_000 + b"}",
    "objects.json": lambda: b"[" + b"[]," * 500_000 + b"[]]",
    "day.txt": lambda: b"date " + b"2025-11-07T" * 50_000,
    "records.warc": lambda: record(b"", kind="metadata") * 5_000,
    # bytes that are no text
    "nul.txt": lambda: b"\x00" * 5_000,
    "nuls.txt": lambda: b"Harbour\x00 opens\n\nBoats\x00 came." * 9,
    "invalid.txt": lambda: b"Harbour \xff\xfe\xc0\x80 opens\n\n\xed\xa0\x80 boats",
    "latin1.txt": lambda: "Café opens\n\n“naïve”".encode("cp1252"),
    "crlf.txt": lambda: b"Harbour opens\r\n\r\nBoats\rcame.\x0b\x0c",
    "utf16.txt": lambda: "Harbour opens\n\nBoats".encode("utf-16"),
    "utf7.html": lambda: b"<meta charset=utf-7><p>+ADw-script+AD4-</p>",
    "no-charset.eml": lambda: letter(kind="text/plain; charset=nobody-knows"),
    # dates that are none
    "absurd.txt": lambda: b"date 9999-99-99 Harbour opens\n\nOn 31 February 0000 and in 99999999999999999999 BC.",
    "absurd.eml": lambda: letter().replace(b"7 Nov 2025", b"99 Foo 999999999999"),
    "absurd.epub": lambda: book(metadata="<dc:date>99999999999-13-99</dc:date>"),
    "absurd.json": lambda: json.dumps({"title": "x", "maintext": "y", "date_publish": "9" * 400}).encode(),
    # cut short
    "half.zip": lambda: _half(zipped({"a.txt": text("One"), "b.html": page("Two")})),
    "half.tar": lambda: _half(tarred({"a.txt": text("One"), "b.html": page("Two")})),
    "half.tgz": lambda: _half(tarred({"a.txt": text("One"), "b.html": page("Two")}, "w:gz")),
    "half.gz": lambda: _half(gzip.compress(text("One"))),
    "half.epub": lambda: _half(book({"a.xhtml": CHAPTER.format(title="One")})),
    "half.pdf": lambda: _half(pdf("One\nTwo")),
    "half.warc": lambda: _half(record(page("One"))),
    "half.eml": lambda: _half(letter()),
    # records that lie about themselves
    "length.warc": lambda: record(page("One")).replace(b"Content-Length: ", b"Content-Length: 99999999"),
    "negative.warc": lambda: record(page("One")).replace(b"Content-Length: ", b"Content-Length: -"),
    "endless-head.warc": lambda: b"WARC/1.0\r\n" + b"A: b\r\n" * _MANY,
    "loop.pdf": lambda: pdf("One").replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"),
    "parent.pdf": lambda: pdf("One").replace(b"/Root 1 0 R", b"/Root 9 0 R"),
    "count.pdf": lambda: pdf("One").replace(b"/Count 1", b"/Count 999999999"),
    "arrays.pdf": lambda: pdf("One").replace(b"/MediaBox [0 0 612 792]", b"/MediaBox " + b"[" * 20_000),
    # what others would run, or take for their own
    "formula.csv": lambda: b"date,title\n2025-11-07,=HYPERLINK(A1)\n2025-11-08,@SUM(1)\n2025-11-09,+1\n2025-11-10,-1\n",
    "markup.txt": lambda: b"[bold]x[/bold] [@click=app.quit]y[/] [R-TX] [/]\n\n[link=x]y[/link] \\[x] [[[",
    "script.html": lambda: page("One").replace(b"spoke.", b"spoke.<script>alert(1)</script><svg onload=x>"),
    "empty.zip": lambda: zipped({}),
    "empty.txt": lambda: b"",
}
"""By the name that such a file may have; the large ones are made when they are tried."""
