from __future__ import annotations

import json
import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newstimeline.clean import (
    IDLE,
    MOST_MARKS,
    REPLACEMENT,
    clean_line,
    displayed,
    escaped,
    is_clean,
    one_line,
    remove,
    remove_from_prose,
    reveal,
)

# Any text at all, and texts dense in what this module is about.
DENSE = st.text(
    "a1# é\n\x07\x1b[]0;m\\\x9b\x9d\x9c\x85\xad\u200b\u200c\u200d\u202e\u2028\ufe0e\ufe0f\ufeffسक्❤😀\U000e0041\ud800"
)
ANY = st.text(st.characters(exclude_categories=()))
HOSTILE = DENSE | ANY


@pytest.mark.parametrize("code", [*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0)], ids=hex)
def test_no_control_character_survives(code: int) -> None:
    assert remove(f"left{chr(code)}\nright").replace("\n", "") == "leftright"


@pytest.mark.parametrize("kept", ["\t", "\n"])
def test_tab_and_newline_survive(kept: str) -> None:
    assert remove(f"a{kept}b") == f"a{kept}b"
    assert reveal(f"a{kept}b") == f"a{kept}b"


@pytest.mark.parametrize(
    "sequence",
    [
        "\x1b[31m",
        "\x1b[38;2;255;0;0m",
        "\x1b[?1049h",
        "\x1b[2J",
        "\x1b[5 q",
        "\x9b31m",
        "\x9b?25l",
        "\x1b]0;a title\x07",
        "\x1b]0;a title\x1b\\",
        "\x1b]8;;https://bad.example\x1b\\",
        "\x1b]52;c;c3RvbGVu\x07",
        "\x1b]2;ended by one byte\x9c",
        "\x1bP$q q\x1b\\",
        "\x1b_private\x1b\\",
        "\x1b^message\x1b\\",
        "\x1bXstring\x1b\\",
        "\x1bc",
        "\x1b(0",
        "\x1b7",
    ],
    ids=ascii,
)
def test_an_escape_sequence_goes_as_a_whole(sequence: str) -> None:
    assert remove(f"before{sequence}{sequence} after") == "before after"


def test_an_open_control_string_hides_nothing_beyond_its_line() -> None:
    assert remove("one \x1b]0;title\ntwo") == "one \ntwo"


def test_words_after_a_wrongly_decoded_quotation_mark_survive() -> None:
    mojibake = "She said “yes” and left.".encode().decode("latin-1")
    assert remove(mojibake) == "She said âyesâ and left."


@pytest.mark.parametrize("hidden", ["\x07", "\u200b", "\xad", "\U000e0041"], ids=ascii)
def test_a_sequence_broken_by_something_harmful_does_not_close_again(hidden: str) -> None:
    assert "\x1b" not in remove(f"\x1b{hidden}[31mred")
    assert is_clean(remove(f"\x1b{hidden}[31mred"))


@pytest.mark.parametrize("char", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c", ids=ascii)
def test_nothing_can_turn_the_direction_of_a_text(char: str) -> None:
    assert remove(f"pay{char}load") == "payload"


@pytest.mark.parametrize(
    "char", "\u200b\u2060\ufeff\u00ad\u034f\u3164\uffa0\u115f\u180e\u2063\U000e0001\U000e0041\U000e0100", ids=ascii
)
def test_invisible_characters_are_removed(char: str) -> None:
    assert remove(f"pay{char}load") == "payload"
    assert remove(f"सं{char}धि") == "संधि"


@pytest.mark.parametrize("code", [0xD800, 0xDBFF, 0xDC80, 0xDFFF, 0xFFFF, 0xFDD0], ids=hex)
def test_what_no_text_may_hold_is_removed(code: int) -> None:
    assert remove(f"a{chr(code)}b") == "ab"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"], ids=ascii)
def test_every_line_end_becomes_a_newline(end: str) -> None:
    assert remove(f"one{end}two") == "one\ntwo"


@pytest.mark.parametrize(
    "text",
    [
        "👩‍🚀 and 👨‍👩‍👧‍👦",
        "🏳️‍🌈",
        "👁️‍🗨️",
        "👍🏽",
        "می‌خواهم",
        "نمی‌دانم",
        "क्‍ष",
        "র‌্যাব",
        "1️⃣ #️⃣ *️⃣",
        "❤️ ☎︎ ©️",
        "🇫🇮",
        "e\u0301te\u0301",
        "“quotes” — dashes … 10 °C",
        "漢字かな交じり文　全角",
        "שלום עולם",
    ],
)
def test_what_a_script_or_an_emoji_needs_survives(text: str) -> None:
    assert remove(text) == text
    assert reveal(text) == text


@pytest.mark.parametrize("joiner", "\u200c\u200d", ids=ascii)
@pytest.mark.parametrize("letter", "aé1жωա-’", ids=ascii)
def test_a_joiner_that_its_script_has_no_use_for_is_removed(joiner: str, letter: str) -> None:
    assert remove(f"{letter}{joiner}x") == f"{letter}x"


@pytest.mark.parametrize("text", ["\u200dx", "\ufe0fx", " \ufe0fx", "\n\ufe00x", "a\ufe01x"], ids=ascii)
def test_a_joiner_or_selector_without_anything_to_join_or_select_is_removed(text: str) -> None:
    assert remove(text) == text.translate(dict.fromkeys([0x200D, 0xFE00, 0xFE01, 0xFE0F]))


def test_a_chain_of_selectors_can_carry_no_message() -> None:
    assert remove("😀" + "".join(chr(0xFE00 + n) for n in range(16))) == "😀\ufe00"
    assert remove("😀" + "\ufe0f\u200d" * 8 + "x") == "😀\ufe0f\u200dx"


@given(HOSTILE)
@example("a\U000e0001\u200d")
@example("a\ufe0f\u200d")
@example("a\u200d\u200d")
@example("\ufe0f\u200d")
def test_what_was_removed_leaves_a_clean_text(text: str) -> None:
    assert is_clean(remove(text))


@given(HOSTILE)
def test_a_clean_text_is_left_alone(text: str) -> None:
    once = remove(text)
    assert remove(once) == once
    assert reveal(once) == once


@given(HOSTILE)
def test_revealing_keeps_every_offset(text: str) -> None:
    revealed = reveal(text)
    assert len(revealed) == len(text)
    assert all(new in (old, REPLACEMENT) for old, new in zip(text, revealed, strict=True))


@given(HOSTILE)
def test_a_revealed_text_is_clean(text: str) -> None:
    assert is_clean(reveal(text))


@given(HOSTILE)
def test_a_clean_text_can_be_encoded_and_holds_no_control_character(text: str) -> None:
    for cleaned in (remove(text), reveal(text), one_line(text)):
        assert cleaned.encode("utf-8").decode("utf-8") == cleaned
        assert not any((ch < " " and ch not in "\t\n") or "\x7f" <= ch <= "\x9f" for ch in cleaned)


def test_revealing_shows_where_something_was() -> None:
    assert reveal("a\x1b[31m\u202eb") == "a\ufffd[31m\ufffdb"


def test_plain_ascii_is_revealed_as_it_is() -> None:
    assert reveal("plain ~ text") == "plain ~ text"


@pytest.mark.parametrize("space", ["\n", "\t", "\r\n", "\u2028", "\x85", "\x0b", "\u3000", "  "], ids=ascii)
def test_one_line_makes_one_space_of_any_white_space(space: str) -> None:
    assert one_line(f" one{space}two{space}") == "one two"


@given(HOSTILE)
def test_one_line_has_no_line_end(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1
    assert is_clean(one_line(text))


@given(HOSTILE)
def test_prose_keeps_of_all_that_is_harmful_only_what_does_nothing(text: str) -> None:
    prose = remove_from_prose(text)
    assert is_clean(remove(re.sub(f"[{IDLE}]", "", prose)))
    assert not set(prose) & set("\x1b\x07\x9b\x9d\x90\u202e\u2066\u0000")


@pytest.mark.parametrize("idle", ["\xad", "\u200b", "\ufeff", "\x83"], ids=ascii)
def test_prose_keeps_every_character_that_others_count(idle: str) -> None:
    assert remove_from_prose(f"one{idle} two") == f"one{idle} two"


@given(st.recursive(HOSTILE, lambda inner: st.lists(inner) | st.dictionaries(HOSTILE, inner)))
def test_json_says_the_same_with_nothing_harmful_in_it(value: object) -> None:
    text = escaped(json.dumps(value, ensure_ascii=False))
    assert is_clean(text)
    assert json.loads(text) == value


def test_json_has_no_raw_delete_character() -> None:
    assert escaped('"a\x7fb"') == '"a\\u007fb"'


def test_no_character_is_harmful_that_is_passed_over_as_ordinary() -> None:
    characters = [chr(code) for code in range(0x10000)]
    assert [ch for ch in characters if reveal(f"a{ch}b") == f"a{ch}b" and not is_clean(f"a{ch}b")] == []


@given(HOSTILE)
def test_one_line_has_single_spaces_and_nothing_harmful(text: str) -> None:
    assert one_line(text) == displayed(" ".join(text.split()))


BASES, BORNE = "aשكกक한ᄒ👩 ", "\u0301\u0483\u05b4\u0651\u0e38\u094d\u20dd\u1161\u11a8\u200d\ufe0f\U0001f3fd"
PILES = st.lists(st.builds(str.__mul__, st.sampled_from(BASES + BORNE), st.integers(1, 12))).map("".join)


def highest_pile(text: str) -> int:
    return max(map(len, "".join("x" if ch in BORNE else " " for ch in text).split()), default=0)


@pytest.mark.parametrize(
    "text",
    [
        "ཧྐྵྨླྺྼྻྂ",  # Tibetan
        "Tiếng Việt được giữ nguyên",
        unicodedata.normalize("NFD", "Tiếng Việt được giữ nguyên"),
        "בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים אֵ֥ת הַשָּׁמַ֖יִם",  # Hebrew with its accents
        "ที่นี่ น้ำ เก็บ",
        "وَٱلۡحَمۡدُ لِلَّهِ",
        "क्षत्रिय श्री ර්‍ය ක්‍රි",
        unicodedata.normalize("NFD", "대한민국 각하"),
        "👩🏽‍❤️‍💋‍👨🏿 👨‍👩‍👧‍👦 1️⃣ 🏳️‍🌈",
    ],
)
def test_what_the_letters_of_a_script_bear_is_shown_whole(text: str) -> None:
    assert displayed(text) == text


@pytest.mark.parametrize(
    "mark", ["\u0301", "\u0483", "\u05b4", "\u0e38", "\u0fb2", "\u20dd", "\u1161", "\U0001f3fd"], ids=ascii
)
def test_marks_without_end_are_cut_where_no_script_needs_them(mark: str) -> None:
    assert displayed(f"Z{mark * 1200}algo") == f"Z{mark * MOST_MARKS}algo"
    assert one_line(f"Z{mark * 1200} algo") == f"Z{mark * MOST_MARKS} algo"


def test_a_chain_of_joined_emoji_ends_somewhere() -> None:
    assert displayed("👩\u200d" * 500 + "👩").count("\u200d") == MOST_MARKS
    assert displayed("क\u094d\u200d" * 500 + "क").count("\u200d") == MOST_MARKS


@given(PILES)
def test_no_letter_bears_more_than_scripts_need(text: str) -> None:
    shown = displayed(text)
    assert highest_pile(shown) <= MOST_MARKS
    assert is_clean(shown)
    assert displayed(shown) == shown


@given(PILES)
def test_json_tells_all_marks_and_piles_up_none(text: str) -> None:
    told = escaped(json.dumps(text, ensure_ascii=False))
    assert json.loads(told) == text
    assert displayed(told) == told


def test_what_is_stored_keeps_every_mark() -> None:
    zalgo = "Z" + "\u0301" * 1200
    assert remove(zalgo) == reveal(zalgo) == clean_line(zalgo) == zalgo
