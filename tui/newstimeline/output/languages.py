"""The names of languages."""

from __future__ import annotations

_CODES = """
    af Afrikaans, am Amharic, ar Arabic, ary Arabic, arz Arabic, az Azerbaijani, be Belarusian, bg Bulgarian,
    bn Bengali, bs Bosnian, ca Catalan, cs Czech, cy Welsh, da Danish, de German, el Greek, en English,
    eo Esperanto, es Spanish, et Estonian, eu Basque, fa Persian, fi Finnish, fr French, ga Irish, gl Galician,
    gu Gujarati, ha Hausa, he Hebrew, hi Hindi, hr Croatian, hu Hungarian, hy Armenian, id Indonesian,
    is Icelandic, it Italian, ja Japanese, ka Georgian, kk Kazakh, km Khmer, kn Kannada, ko Korean, ku Kurdish,
    ky Kyrgyz, la Latin, lb Luxembourgish, lo Lao, lt Lithuanian, lv Latvian, mk Macedonian, ml Malayalam,
    mn Mongolian, mr Marathi, ms Malay, mt Maltese, my Burmese, ne Nepali, nl Dutch, nn Norwegian, no Norwegian,
    pa Punjabi, pl Polish, ps Pashto, pt Portuguese, ro Romanian, ru Russian, si Sinhala, sk Slovak, sl Slovene,
    so Somali, sq Albanian, sr Serbian, sv Swedish, sw Swahili, ta Tamil, te Telugu, tg Tajik, th Thai,
    tl Tagalog, tr Turkish, uk Ukrainian, ur Urdu, uz Uzbek, vi Vietnamese, xh Xhosa, yo Yoruba, yue Cantonese,
    zh Chinese, zu Zulu
"""
_NAMES: dict[str, str] = dict(pair.split() for pair in _CODES.split(","))
"""By their codes in ISO 639."""


def language_name(code: str) -> str:
    """The name of a language in English; "the language xx" for one that is not known here."""
    return _NAMES.get(code, f"the language {code}")
