from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstimeline.reading.encodings import decode
from newstimeline.reading.outcome import Unreadable

ENGLISH = "The café’s owner – “a fool” – paid €5.\nTwice."
RUSSIAN = (
    "Сегодня утром в городе открылся новый мост через реку. Жители собрались на набережной, чтобы посмотреть на "
    "первые машины. Мэр сказал, что строительство заняло четыре года и обошлось дешевле, чем ожидали."
)
POLISH = "Żółte światła zgasły. Burmistrz Łodzi powiedział, że następny pociąg odjedzie w środę o świcie."
CZECH = "Starosta řekl, že nový most přes řeku otevřou příští čtvrtek. Dělníci jej stavěli čtyři roky."
HUNGARIAN = "A polgármester szerint jövő héten nyitják meg az új hidat. Az építők erről győzték meg őt."
TURKISH = "Belediye başkanı yeni köprünün perşembe günü açılacağını söyledi. İşçiler dört yıl çalıştı."
GREEK = "Ο δήμαρχος είπε ότι η νέα γέφυρα ανοίγει την Πέμπτη. Οι εργάτες δούλεψαν τέσσερα χρόνια."
UKRAINIAN = "Міський голова сказав, що новий міст через річку відкриють у четвер. Його будували чотири роки."
FRENCH = "Le maire a déclaré que le nouveau pont ouvrirait jeudi. « C'était très long », a-t-il ajouté."
JAPANESE = (
    "今朝、町の中心にある新しい橋が開通しました。住民は川のそばに集まり、最初の車が渡るのを見ました。"
    "市長は工事に四年かかったと話しました。"
)


def test_utf_8_is_read() -> None:
    assert decode(ENGLISH.encode()) == ENGLISH


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, JAPANESE], ids=["english", "russian", "japanese"])
def test_a_byte_order_mark_decides_and_disappears(mark: bytes, encoding: str, text: str) -> None:
    assert decode(mark + text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_without_its_mark(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding)) == ENGLISH


def test_a_short_older_text_is_taken_for_the_commonest_encoding() -> None:
    assert decode(ENGLISH.encode("cp1252")) == ENGLISH


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp1251"),
        (UKRAINIAN, "koi8-u"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859-2"),
        (CZECH, "cp1250"),
        (CZECH, "iso8859-2"),
        (HUNGARIAN, "cp1250"),
        (TURKISH, "cp1254"),
        (GREEK, "cp1253"),
        (FRENCH, "cp1252"),
        (JAPANESE, "shift-jis"),
        (JAPANESE, "euc-jp"),
        (JAPANESE, "iso2022-jp"),
    ],
)
def test_an_older_text_shows_its_encoding(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("text", [POLISH, CZECH, HUNGARIAN])
def test_quotation_marks_tell_the_encodings_of_windows_from_those_of_iso(text: str) -> None:
    quoted = f"„{text}” – {text}"
    assert decode(quoted.encode("cp1250")) == quoted


@given(st.integers(1, 999), st.sampled_from("£¥§°"))
def test_a_sign_before_a_number_is_no_letter(amount: int, sign: str) -> None:
    text = f"The city council has paid {sign}{amount} for it, the mayor said on Friday."
    assert decode(text.encode("cp1252")) == text


def test_a_damaged_byte_costs_one_character_of_utf_8() -> None:
    damaged = bytearray(RUSSIAN.encode())
    damaged[40] = 0xFF
    found = decode(bytes(damaged))
    assert found.count("\ufffd") <= 2
    assert found[60:] in RUSSIAN
    assert found.startswith(RUSSIAN[:15])


def test_a_text_cut_within_a_character_is_still_utf_8() -> None:
    cut = ENGLISH.encode().partition("–".encode())[0] + "–".encode()[:-1]
    assert decode(RUSSIAN.encode() + cut) == RUSSIAN + ENGLISH.partition("–")[0] + "\ufffd"


def test_damage_far_into_a_long_text_does_not_change_its_encoding() -> None:
    long = b"plain words\n" * 10_000 + "é".encode() + b"\xff"
    assert decode(long).endswith("é\ufffd")


@pytest.mark.parametrize(
    "data", [bytes(range(32)) * 8, b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x01", b"\x7fELF\x02\x01\x01\x00\x00\x03"]
)
def test_a_binary_file_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match="binary"):
        decode(data)


def test_a_few_stray_control_characters_make_no_binary() -> None:
    text = "words " * 20 + "\x00\x07"
    assert decode(text.encode()) == text


def test_form_feeds_and_escapes_make_no_binary() -> None:
    text = "\x1b[1mbold\x1b[0m\f" * 5
    assert decode(text.encode()) == text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_utf_8_without_controls_is_read_as_it_is(text: str) -> None:
    assert decode(text.encode()) == text.removeprefix("\ufeff")


@given(st.binary(max_size=300))
def test_any_bytes_are_a_text_or_unreadable(data: bytes) -> None:
    try:
        found = decode(data)
    except Unreadable:
        return
    found.encode("utf-8")
