from __future__ import annotations

from base64 import b64encode

import pytest

from newstimeline.clean import is_clean
from newstimeline.model import Article
from newstimeline.reading import Skipped, mail, nested_files
from newstimeline.reading.letter_parts import parted
from support.containers import LETTER, letter, page, text, zipped
from unit.reading.containers import article, read, reasons, titles

POSTMARK = b"From post@harbour.example Fri Nov  7 08:30:00 2025\n"


def parts(*given: tuple[str, str], kind: str = "mixed") -> bytes:
    """A letter of several parts, each with its fields and content."""
    inside = "".join(f"--X\r\n{fields}\r\n\r\n{content}\r\n" for fields, content in given)
    return LETTER + f'Content-Type: multipart/{kind}; boundary="X"\r\n\r\n{inside}--X--\r\n'.encode()


def test_a_letter_is_an_article() -> None:
    found = article(read(letter(), "a.eml"))
    assert found.title == "Harbour opens – at last"
    assert found.source == "The Harbour Post"
    assert found.published
    assert found.published.edtf == "2025-11-07T08:30:00+01:00"
    assert found.text == "Harbour opens – at last\n\nBoats came on Monday."
    assert (found.extra, found.published_by) == ({}, "letter")


def test_a_sender_without_a_name_is_known_by_the_domain() -> None:
    data = letter().replace(b"=?utf-8?q?The_Harbour_Post?= ", b"")
    assert article(read(data)).source == "harbour.example"


def test_a_draft_is_known_by_the_name_of_its_file() -> None:
    assert article(read(b"From: Ada <a@b.example>\nSubject: Harbour\n\nBoats.", "a.eml")).title == "Harbour"


def test_a_letter_without_a_date_gets_none() -> None:
    data = letter().replace(b"Date: Fri, 7 Nov 2025 08:30:00 +0100\r\n", b"")
    assert article(read(data)).published is None


@pytest.mark.parametrize("date", ["soon", "Fri, 99 Nov 99999 08:30:00", "Mon, 01 Jan 0001 00:00:00 +0000"])
def test_a_date_that_is_none_is_told(date: str) -> None:
    data = letter().replace(b"Fri, 7 Nov 2025 08:30:00 +0100", date.encode())
    found, skipped = read(data, "a.eml")
    assert isinstance(found, Article)
    assert found.published is None
    assert isinstance(skipped, Skipped)
    assert f"in its head ({date})" in skipped.reason


SIGNED = """The dock burned on Wednesday.

{end}"""


@pytest.mark.parametrize(
    "end",
    [
        "-- \nJane Doe\nSent from my iPhone",
        "--\nJane Doe, Harbour Post\n+49 4921 1234",
        "Sent from my Galaxy",
        "Best regards,\n\nJane Doe\nSpokeswoman, Port of Emden",
        "Mit freundlichen Grüßen\nJane Doe",
        "On Mon, Nov 3, 2025 at 9:00 AM Jane Doe <j@d.example>\nwrote:",
        "-----Original Message-----\nFrom: Jane Doe\nSent: Monday\nTo: Bo Lind\nSubject: Dock",
    ],
)
def test_what_is_no_content_is_kept_beside_it(end: str) -> None:
    found = article(read(letter(SIGNED.format(end=end))))
    assert found.text == "Harbour opens – at last\n\nThe dock burned on Wednesday."
    assert found.extra["not_extracted"] == end


@pytest.mark.parametrize(
    "end",
    [
        "Thank you\nThe mayor said so on Friday.",
        "--\n" + "\n\n".join(f"Part {n} of the news of today." for n in range(12)),
        "On Monday the mayor wrote to the council:\n“It is done.”",
        "From: the harbour\nThe ferry sails.",
        "Q: Why?\nA: Because.",
    ],
)
def test_content_that_only_looks_like_a_signature_stays(end: str) -> None:
    found = article(read(letter(SIGNED.format(end=end))))
    assert found.text == f"Harbour opens – at last\n\n{SIGNED.format(end=end)}"


@pytest.mark.parametrize("line", ["\n", "-- \n", "Best\n", "From: x\n", "On 1\n", "> ", ">"])
def test_a_letter_of_very_many_such_lines_takes_no_longer(line: str) -> None:
    content, rest = parted(f"The dock burned.\n{line * 20_000}")
    assert content.startswith("The dock burned.")
    assert len(content) + len(rest) <= 20 + 20_000 * len(line)


def test_what_a_reply_quotes_is_content_without_its_signature() -> None:
    body = "I agree.\n\nSent from my iPhone\n\nOn Monday, Jane Doe wrote:\n> The dock burned.\n> Cheers,\n> Jane"
    assert article(read(letter(body))).text == "Harbour opens – at last\n\nI agree.\n\n> The dock burned."


def test_a_letter_in_html_is_read_wholly() -> None:
    body = "<table><tr><td>Boats came.</td></tr><tr><td><p>The mayor spoke.</p></td></tr></table>"
    found = article(read(letter(body, "text/html")))
    assert found.text == "Harbour opens – at last\n\nBoats came.\n\nThe mayor spoke."


@pytest.mark.parametrize(("plain", "shown"), [("Boats came on Monday.", "Boats came"), ("See online", "<p>")])
def test_the_plain_version_is_preferred_unless_it_is_an_excuse(plain: str, shown: str) -> None:
    rich = "<p>Boats came on Monday, and the mayor spoke.</p>"
    data = parts(("Content-Type: text/plain", plain), ("Content-Type: text/html", rich), kind="alternative")
    found = article(read(data))
    assert found.text
    assert ("mayor" in found.text) == (shown == "<p>")


@pytest.mark.parametrize(
    ("fields", "content"),
    [
        (
            "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable",
            "Caf=E9 o=\r\npens",
        ),
        ("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64", "Q2Fmw6kgb3BlbnM="),
        ("Content-Type: text/plain; charset=nobody-knows", "Café opens"),
        ("Content-Type: text/plain; charset=base64", "Café opens"),
    ],
)
def test_contents_are_decoded(fields: str, content: str) -> None:
    found = article(read(parts((fields, content))))
    assert found.text
    assert found.text.endswith("Café opens")


def test_attached_files_are_read_and_pictures_passed_over() -> None:
    data = parts(
        ("Content-Type: text/plain", "See the attached."),
        ("Content-Type: text/html\r\nContent-Disposition: attachment; filename=report.html", page("Report").decode()),
        ("Content-Type: text/plain\r\nContent-Disposition: attachment; filename=notes.txt", text("Notes").decode()),
        ("Content-Type: image/png\r\nContent-Disposition: attachment; filename=a.png", "PNG"),
        ("Content-Type: application/pgp-signature; name=signature.asc", "signed"),
        ("Content-Type: message/delivery-status", "Status: 4.0.0"),
    )
    found = read(data, "a.eml")
    assert titles(found) == ["Harbour opens – at last", "Report", "Notes"]
    assert [item.path for item in found if isinstance(item, Article)][1:] == ["a.eml, report.html", "a.eml, notes.txt"]


def test_a_letter_within_a_letter_is_read() -> None:
    data = parts(("Content-Type: text/plain", "Look"), ("Content-Type: message/rfc822", letter("Forwarded").decode()))
    assert [item.text for item in read(data) if isinstance(item, Article)] == [
        "Harbour opens – at last\n\nLook", "Harbour opens – at last\n\nForwarded",
    ]  # fmt: skip


def test_the_letters_of_a_box_are_read_one_by_one() -> None:
    quoted = letter("First\n\n>From here on, boats.\n\nFrom 2019 the harbour was shut.")
    found = read(POSTMARK + quoted + b"\n" + POSTMARK + letter("Second"), "a.mbox")
    assert [item.text for item in found if isinstance(item, Article)] == [
        "Harbour opens – at last\n\nFirst\n\nFrom here on, boats.\n\nFrom 2019 the harbour was shut.",
        "Harbour opens – at last\n\nSecond",
    ]
    assert [item.path for item in found if isinstance(item, Article)] == ["a.mbox, letter 1", "a.mbox, letter 2"]


def test_a_letter_that_is_too_large_costs_that_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mail, "LARGEST_LETTER", 2_000)
    found = read(POSTMARK + letter("word\n" * 9_999) + b"\n" + POSTMARK + letter("Second"), "a.mbox")
    assert len(titles(found)) == 1
    assert list(reasons(found)) == ["a.mbox, letter 1"]


def test_a_bad_letter_costs_that_letter() -> None:
    empty = b"From: a@b.example\nTo: c@d.example\n\n"
    found = read(POSTMARK + empty + b"\n" + POSTMARK + letter("Second"), "a.mbox")
    assert len(titles(found)) == 1
    assert reasons(found) == {"a.mbox, letter 1": "it is a letter without words"}


def test_a_letter_that_is_too_long_is_refused_and_not_cut() -> None:
    (reason,) = reasons(read(letter("<p>" + "a" * 2_000_000, "text/html"))).values()
    assert reason == "it is longer than 2,000,000 characters"


def test_a_letter_of_very_many_parts_is_refused() -> None:
    data = parts(*[("Content-Type: text/plain", "x")] * 2_000)
    assert reasons(read(data)) == {"a.zip": "it is a letter of more than 1,000 parts"}


def test_a_letter_of_very_deep_parts_is_refused() -> None:
    data = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(3_000))
    (reason,) = reasons(read(LETTER.replace(b"\r\n", b"\n") + data)).values()
    assert reason


def test_an_attached_bomb_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nested_files, "_SURELY_HARMLESS", 2**16)
    attached = b64encode(zipped({"a.txt": b"a" * 2**21})).decode()
    fields = "Content-Type: application/zip; name=a.zip\r\nContent-Transfer-Encoding: base64"
    found = read(parts(("Content-Type: text/plain", "Look"), (fields, attached)), "a.eml")
    assert titles(found) == ["Harbour opens – at last"]
    assert "more than 200 times its size" in reasons(found)["a.eml, a.zip, a.txt"]


@pytest.mark.parametrize("attack", ["\x1b]0;PWNED\x07", "\x9b31m", "\u202egnp"])
def test_every_field_is_cleaned(attack: str) -> None:
    data = letter(f"Body {attack}")
    for field in (b"Subject", b"From", b"Date"):
        data = data.replace(field + b": ", field + b": x" + attack.encode() + b" ")
    found, skipped = read(data)
    assert isinstance(found, Article)
    assert isinstance(skipped, Skipped)
    assert is_clean(skipped.reason)
    assert all(is_clean(value) for value in (found.title, found.source or "", found.text or ""))


@pytest.mark.parametrize(
    "begin", ["Note: this is no letter\n\nWords", "From: me\n\nNor this", "From here on\nboats came"]
)
def test_a_text_that_only_looks_like_a_letter_is_a_text(begin: str) -> None:
    assert article(read(begin.encode(), "a.txt")).source is None
