from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
from random import Random

import pytest

from newstimeline.model import Article
from newstimeline.reading import nested_files
from newstimeline.records import dump
from support.containers import page, tarred, text
from unit.builders import dated_events
from unit.reading.containers import article, read, reasons, titles

FILES = {"b.txt": text("Second"), "folder/a.html": page("First")}
PACKED = [("w", "a.tar"), ("w:gz", "a.tgz"), ("w:bz2", "a.tar.bz2"), ("w:xz", "a.tar.xz")]


@pytest.mark.parametrize(("mode", "name"), PACKED)
def test_the_files_of_a_tar_archive_are_read_in_its_order(mode: str, name: str) -> None:
    found = read(tarred(FILES, mode), name)
    assert titles(found) == ["Second", "First"]
    assert [item.path for item in found if isinstance(item, Article)] == [f"{name}, b.txt", f"{name}, folder/a.html"]


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_compressed_file_is_read_as_what_it_is(pack: type[bytes]) -> None:
    lines = "\n".join(dump(dated_events("2025", headline=f"Article {n}")) for n in range(3))
    assert len(read(pack(lines.encode()), "events.jsonl.gz")) == 3
    found = article(read(pack(b"---\ntitle: Named\n---\nWords."), "a.md.gz"))
    assert (found.title, found.path) == ("Named", "a.md.gz, a.md")


def test_links_and_devices_are_skipped() -> None:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, kind in (("link", tarfile.SYMTYPE), ("hard", tarfile.LNKTYPE), ("pipe", tarfile.FIFOTYPE)):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    assert reasons(read(packed.getvalue(), "a.tar")) == {
        "a.tar, link": "it is a link, and links in archives are not followed",
        "a.tar, hard": "it is a link, and links in archives are not followed",
        "a.tar, pipe": "it is no ordinary file",
    }


def test_folders_and_hidden_files_are_passed_over() -> None:
    assert reasons(read(tarred({".hidden": b"x"}), "a.tar")) == {"a.tar": "the archive holds no files"}


@pytest.mark.parametrize("mode", ["w", "w:gz"])
def test_an_archive_that_was_cut_short_gives_what_came_before(mode: str) -> None:
    noise = Random(1).randbytes(40_000)
    whole = tarred({"a.txt": text("One"), "b.txt": noise}, mode)
    found = read(whole[: len(whole) * 2 // 3], "a.tar")
    assert titles(found) == ["One"]
    assert reasons(found)["a.tar, b.txt"] == "it is damaged or cut short"


def test_a_damaged_head_is_reported() -> None:
    data = bytearray(tarred({"a.txt": text("One"), "b.txt": text("Two")}))
    data[1024:1100] = b"x" * 76
    found = read(bytes(data), "a.tar")
    assert titles(found) == ["One"]
    assert reasons(found) == {"a.tar": "the archive is damaged or cut short; only what comes before that could be read"}


def test_compressed_lines_that_were_cut_short_give_what_came_before() -> None:
    lines = "\n".join(dump(dated_events("2025", headline=f"Article {n * n * 7919}")) for n in range(300))
    data = gzip.compress(lines.encode())
    found = read(data[: len(data) // 2], "a.jsonl.gz")
    assert len(found) > 100
    assert reasons(found)["a.jsonl.gz, a.jsonl"] == "it is damaged or cut short"


def test_a_bomb_is_found_by_its_ratio(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nested_files, "_SURELY_HARMLESS", 2**16)
    found = read(gzip.compress(bytes(2**22)), "a.gz")
    (reason,) = reasons(found).values()
    assert reason.startswith("the archive unpacks to more than 200 times its size")
