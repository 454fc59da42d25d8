"""What a reader means as one word is one term, however it is written."""

from __future__ import annotations

import sys
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstimeline.library.search_terms import asked_terms, terms_of, words_of
from newstimeline.name_keys import folded, name_key
from newstimeline.query import parse_query
from unit.builders import dated_events, stored

SCRIPTS = (
    "a b É é ß ẞ İ ı ſ Σ σ ς Ж й ё ① Ⅳ ½ ﬁ"
    " ﷺ א בּ שׁ م ح ﻣ محـّ 한 \u1112\u1161 ｶﾞ ガ カ ー 首 相 𠮷 々 ก รุ ที่ น ນະ ភ្នំ \u1019"
    " हि न्दी e\u0301 n\u00ad م\u200cي 、 。 ・ - “ ” 2 ２ \ue000"
)
texts = st.lists(st.sampled_from([*SCRIPTS.split(), " ", "\u3000", "\n"]), max_size=12).map("".join)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ＮＡＴＯ", "nato"),
        ("ﬁnance oﬃce", "finance office"),
        ("Ⅳ", "iv"),
        ("①", "1"),
        ("STRASSE", "straße"),
        ("GROẞ", "groß"),
        ("İstanbul", "istanbul"),
        ("DIYARBAKIR", "Diyarbakır"),
        ("ΣΊΣΥΦΟΣ", "σίσυφος"),
        ("ｶﾞｿﾘﾝ", "ガソリン"),
        ("ガ", "カ\u3099"),
        ("⾸相", "首相"),
        ("\u1112\u1161\u11ab\u1100\u116e\u11a8", "한국"),
        ("ﻣﺤﻤﺪ", "مُحَمَّد"),
        ("מלך", "מֶלֶךְ"),
        ("cafe\u0301", "CAFÉ"),
        ("infla\u00adtion", "inflation"),
        ("می\u200cخواهم", "میخواهم"),
        ("高市\u3000早苗", "高市早苗"),
        ("ドナルド・トランプ", "ﾄﾞﾅﾙﾄﾞﾄﾗﾝﾌﾟ"),
        ("葛\U000e0100飾", "葛飾"),
    ],
)
def test_one_word_in_two_spellings_has_the_same_terms(one: str, other: str) -> None:
    assert terms_of(one) == terms_of(other) != []


@pytest.mark.parametrize(("one", "other"), [("バリ", "パリ"), ("ไม่", "ไม้"), ("हिन्दी", "हिनदी"), ("하", "한")])
def test_marks_that_make_another_letter_make_another_word(one: str, other: str) -> None:
    assert terms_of(one) != terms_of(other)
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("高市首相が会談", ["首", "首相", "首相が", "相", "会談", "談", "首相が会談"]),
        ("2025年EU首脳会議", ["2025年", "年EU", "EU首", "首脳"]),
        ("นายกรัฐมนตรี", ["นายก", "รัฐ", "มนตรี", "ร"]),
    ],
)
def test_a_run_without_spaces_has_each_of_its_parts(tmp_path: Path, text: str, found: list[str]) -> None:
    with stored(tmp_path / "library.db", dated_events("2025", title=text)) as library:
        for part in found:
            for query in (part, f'"{part}"', f"~{part}", f"title:{part}"):
                assert len(library.find(parse_query(query, date(2025, 1, 1)))) == 1, query
        for query in ("相首", '"首が"', "~相首"):
            assert len(library.find(parse_query(query, date(2025, 1, 1)))) == 0, query


def test_a_query_may_be_typed_in_full_width(tmp_path: Path) -> None:
    with stored(tmp_path / "library.db", dated_events("2025-11-07", title="Harbour opens")) as library:
        for query in ("ｈａｒｂ", "ＴＩＴＬＥ:harb", "on:２０２５-１１-０７", "has:ｄａｔｅ"):
            assert len(library.find(parse_query(query, date(2025, 1, 1)))) == 1, query


@given(texts)
def test_a_text_that_was_folded_stays_as_it_is(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert name_key(name_key(text)) == name_key(text)


@given(texts)
def test_a_word_is_found_by_itself(text: str) -> None:
    for word in words_of(text):
        assert words_of(word) == [word]
        terms, prefix = asked_terms(word, prefix=False)
        have = terms_of(text)
        assert any(
            have[at : at + len(terms) - 1] == terms[:-1]
            and (have[at + len(terms) - 1] == terms[-1] or (prefix and have[at + len(terms) - 1].startswith(terms[-1])))
            for at in range(len(have) - len(terms) + 1)
        )


def test_every_letter_can_be_searched_for() -> None:
    every = (chr(code) for code in range(sys.maxunicode + 1))
    assert [ch for ch in every if unicodedata.category(ch) in ("Lu", "Ll", "Lt", "Nd") and not terms_of(ch)] == []
