"""Small archives, books, letters and other containers, made in the test that reads them."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Mapping

CHAPTER = (
    "<?xml version='1.0' encoding='utf-8'?><html xmlns='http://www.w3.org/1999/xhtml'><head><title>x</title></head>"
    "<body><h1>{title}</h1><p>Ada Quill came on Monday.</p></body></html>"
)
PAGE = (
    "<!DOCTYPE html><html><head><title>{title}</title></head><body><article><h1>{title}</h1>"
    + "".join(
        f"<p>The mayor, Ada Quill, opened the harbour of Lindhaven on Friday before {n} hundred guests, and spoke.</p>"
        for n in ("one", "two", "three", "four")
    )
    + "</article></body></html>"
)


def text(title: str, published: str = "2025-11-07") -> bytes:
    """A plain-text article."""
    return f"date {published} {title}\n\nBoats came on Monday.\n".encode()


def page(title: str) -> bytes:
    """A web page with an article."""
    return PAGE.format(title=title).encode()


def zipped(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()


def tarred(files: Mapping[str, bytes], mode: str = "w") -> bytes:
    """A tar archive, with a mode such as "w:gz" compressed."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return packed.getvalue()


def book(
    chapters: Mapping[str, str] | None = None,
    metadata: str = "<dc:title>The Harbour</dc:title><dc:creator>Ada Quill</dc:creator><dc:date>2019-05</dc:date>",
    files: Mapping[str, bytes] | None = None,
) -> bytes:
    """An EPUB whose chapters are given as file name and page."""
    told = chapters if chapters is not None else {"one.xhtml": CHAPTER.format(title="The first boat")}
    manifest = "".join(
        f'<item id="c{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(told)
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(told)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:opf="http://www.idpf.org/2007/opf" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<metadata>{metadata}</metadata><manifest>{manifest}</manifest><spine>{spine}</spine></package>"
    )
    container = '<container><rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>'
    return zipped(
        {
            "mimetype": b"application/epub+zip",
            "META-INF/container.xml": container.encode(),
            "OEBPS/content.opf": package.encode(),
            **{f"OEBPS/{name}": chapter.encode() for name, chapter in told.items()},
            **(files or {}),
        }
    )


def record(
    content: bytes,
    address: str = "https://news.example/a",
    *,
    kind: str = "response",
    media: str = "text/html",
    status: str = "200 OK",
    more: str = "",
) -> bytes:
    """A record of a web archive: by default the answer of a web server."""
    if kind in ("response", "revisit"):
        content = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n\r\n".encode() + content
        media = "application/http; msgtype=response"
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2024-01-02T03:04:05Z\r\n"
        f"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: {media}\r\nContent-Length: {len(content)}\r\n{more}\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def pdf(*pages: str, title: str = "") -> bytes:
    """A PDF with the lines of each page; a page without any is as one that was scanned."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for n, lines in enumerate(pages):
        shown = "".join(f"({line}) Tj T* " for line in lines.splitlines())
        content = f"BT /F1 12 Tf 14 TL 72 720 Td {shown}ET".encode("cp1252")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * n} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream")
    objects.append(f"<< /Title ({title}) /CreationDate (D:20240102030405Z) >>".encode())
    data = b"%PDF-1.4\n"
    places = []
    for number, value in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + value + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = (
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{len(data)}\n%%EOF"
    )
    return data + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}\n".encode()


LETTER = (
    b"From: =?utf-8?q?The_Harbour_Post?= <post@harbour.example>\r\nTo: reader@home.example\r\n"
    b"Date: Fri, 7 Nov 2025 08:30:00 +0100\r\nSubject: =?utf-8?b?SGFyYm91ciBvcGVucyDigJMgYXQgbGFzdA==?=\r\n"
)
"""The head of a letter, still without the fields of its content and the blank line."""


def letter(body: str = "Boats came on Monday.", kind: str = "text/plain") -> bytes:
    """A letter with one part."""
    return LETTER + f"Content-Type: {kind}; charset=utf-8\r\n\r\n{body}\r\n".encode()
