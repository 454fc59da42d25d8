from __future__ import annotations

import io
import stat
import zipfile

import pytest

from newstimeline.clean import is_clean
from newstimeline.model import Article
from newstimeline.reading import nested_files, zips
from support.containers import page, tarred, text, zipped
from unit.reading.containers import read, reasons, titles


def test_the_files_of_a_zip_archive_are_read_in_its_order() -> None:
    found = read(zipped({"b.txt": text("Second"), "folder/a.html": page("First")}))
    assert titles(found) == ["Second", "First"]
    assert [item.path for item in found if isinstance(item, Article)] == ["a.zip, b.txt", "a.zip, folder/a.html"]


def test_a_file_that_can_not_be_read_costs_that_file() -> None:
    found = read(zipped({"a.txt": text("One"), "b.png": b"\x89PNG" + bytes(99), "c.txt": text("Two")}))
    assert titles(found) == ["One", "Two"]
    assert reasons(found) == {"a.zip, b.png": "it is a binary file, not text"}


@pytest.mark.parametrize("name", [".hidden.txt", "a/.git/x.txt", "__MACOSX/._a.txt"])
def test_hidden_files_are_passed_over(name: str) -> None:
    assert read(zipped({name: text("Hidden"), "a.txt": text("Seen")})) == read(zipped({"a.txt": text("Seen")}))


@pytest.mark.parametrize("name", ["/etc/passwd.txt", "../../up.txt", "C:\\boot.txt"])
def test_a_name_that_leads_elsewhere_is_only_a_name(name: str) -> None:
    assert titles(read(zipped({name: text("Somewhere")}))) == ["Somewhere"]


@pytest.mark.parametrize("name", ["a\x1b]0;PWNED\x07.txt", "a\nb.txt", "a\u202egnp.txt", "\x1b[2J"])
def test_names_are_cleaned(name: str) -> None:
    for data in (text("Named"), b""):
        (found,) = read(zipped({name: data}))
        place = found.path if isinstance(found, Article) else next(iter(reasons([found])))
        assert place
        assert is_clean(place)
        assert "\n" not in place


def test_an_archive_within_an_archive_is_read() -> None:
    found = read(zipped({"b.zip": zipped({"c.tar": tarred({"d.txt": text("Deep")})})}))
    assert [item.path for item in found if isinstance(item, Article)] == ["a.zip, b.zip, c.tar, d.txt"]


def test_archives_are_not_opened_for_ever() -> None:
    data = text("Deep")
    for _ in range(nested_files.DEEPEST + 1):
        data = zipped({"a.zip": data})
    (reason,) = reasons(read(data)).values()
    deepest = nested_files.DEEPEST
    assert reason == f"it lies within {deepest} other files, and what lies within it is not read: unpack it"


def test_an_encrypted_file_is_skipped_with_what_to_do() -> None:
    data = bytearray(zipped({"a.txt": text("Secret"), "b.txt": text("Open")}))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + flags] |= 1
    found = read(bytes(data))
    assert titles(found) == ["Open"]
    assert reasons(found) == {"a.zip, a.txt": "it is encrypted; unpack it with its password and add what comes out"}


def test_a_link_is_not_followed() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        info = zipfile.ZipInfo("link.txt")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/passwd")
    assert reasons(read(packed.getvalue())) == {
        "a.zip, link.txt": "it is a link, and links in archives are not followed"
    }


def test_an_unknown_compression_is_named() -> None:
    data = bytearray(zipped({"a.txt": text("Strange")}))
    data[data.index(b"PK\x01\x02") + 10] = 97
    (reason,) = reasons(read(bytes(data))).values()
    assert "method 97" in reason


def test_damaged_data_cost_that_file() -> None:
    data = bytearray(zipped({"a.txt": text("Damaged"), "b.txt": text("Whole")}))
    at = data.index(b"a.txt") + len("a.txt")
    data[at : at + 20] = bytes(20)
    found = read(bytes(data))
    assert titles(found) == ["Whole"]
    assert reasons(found) == {"a.zip, a.txt": "it is damaged or cut short"}


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_an_archive_that_was_cut_short_gives_what_is_there(method: int) -> None:
    whole = zipped({"a.txt": text("One"), "b.txt": text("Two"), "c.txt": text("Three") * 99}, method)
    found = read(whole[: whole.index(b"c.txt") + 30])
    assert titles(found) == ["One", "Two"]
    assert reasons(found) == {
        "a.zip, c.txt": "it is damaged or cut short",
        "a.zip": "the archive is damaged or cut short; only what could be found in it was read",
    }


def test_an_empty_archive_says_so() -> None:
    assert reasons(read(zipped({}))) == {"a.zip": "the archive holds no files"}


@pytest.mark.parametrize("name", ["[Content_Types].xml", "content.xml"])
def test_an_office_document_is_refused_with_what_to_do(name: str) -> None:
    (reason,) = reasons(read(zipped({"mimetype": b"x", name: b"<x/>"}), "a.docx")).values()
    assert reason == "it is an office document; save it as PDF, HTML or plain text and add that"


def test_a_stream_that_can_not_go_back_is_read_too() -> None:
    inner = zipped({"a.txt": text("Within")}, zipfile.ZIP_STORED)
    assert titles(read(tarred({"b.zip": inner}), "a.tar")) == ["Within"]


def test_too_many_files_are_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "MOST_FILES", 2)
    found = read(zipped({f"{n}.txt": text(f"Article {n}") for n in range(4)}))
    assert titles(found) == ["Article 0", "Article 1"]
    assert reasons(found) == {"a.zip": "it holds 4 files, of which the first 2 were read: split it"}


def test_files_within_are_counted_over_all_archives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nested_files, "MOST_FILES", 3)
    archive = zipped({f"{n}.txt": text(f"Article {n}") for n in range(2)})
    found = read(zipped({"a.zip": archive, "b.zip": archive}))
    assert len(titles(found)) == 2
    assert list(reasons(found).values()) == ["there are more than 3 files within; what follows was not read"]


def test_a_bomb_is_found_by_its_ratio(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nested_files, "_SURELY_HARMLESS", 2**16)
    found = read(zipped({"a.txt": text("Before"), "b.txt": b"a" * 2**22, "c.txt": text("After")}))
    assert titles(found) == ["Before"]
    assert reasons(found) == {
        "a.zip, b.txt": "the archive unpacks to more than 200 times its size, as a bomb does; what follows was not read"
    }


def test_a_bomb_in_many_small_parts_is_found_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nested_files, "_SURELY_HARMLESS", 2**16)
    part = zipped({f"{n}.txt": b"a" * 2**17 for n in range(20)})
    found = read(zipped({f"{n}.zip": part for n in range(20)}))
    assert "more than 200 times its size" in list(reasons(found).values())[-1]
    assert len(found) < 20


def test_a_file_that_unpacks_to_too_much_costs_that_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nested_files, "LARGEST_MEMBER", 2**16)
    found = read(zipped({"b.txt": b"a" * 2**17, "c.txt": text("After")}))
    assert titles(found) == ["After"]
    assert "unpacks to more than" in reasons(found)["a.zip, b.txt"]


def test_the_whole_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nested_files, "LARGEST_WHOLE", 2**17)
    found = read(zipped({f"{n}.txt": bytes(range(32, 127)) * 600 for n in range(5)}))
    assert len(titles(found)) == 2
    (reason,) = reasons(found).values()
    assert reason.endswith("what follows was not read: split it")
