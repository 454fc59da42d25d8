import pytest

from newstimeline.terms import QuoteKind

from .conftest import Extract

_SIGNATURE = "— Jane Miller (@janemiller) December 2, 2017"


@pytest.mark.parametrize(
    "body",
    [
        f"The bridge stays open. {_SIGNATURE}",
        f"The bridge stays open. pic.twitter.com/4cTqqPo3dP {_SIGNATURE}",
        f"The bridge stays open. https://t.co/s9bYFTef0Hpic.twitter.com/7gBqmw9DR7 {_SIGNATURE}",
        f"Skip Twitter post by @janemiller The bridge stays open. {_SIGNATURE} End of Twitter post by @janemiller",
        "The bridge stays open. — Jane Miller (@janemiller) 2 December 2017",
        "The bridge stays open. A post shared by Jane Miller (@janemiller) on Dec 2, 2017 at 2:57pm PST",
    ],
)
def test_a_post_is_a_direct_quote_of_its_author_on_its_day(extract: Extract, body: str) -> None:
    found = extract(f"Jane Miller spoke of it.\n\n{body}\n\nNobody answered.")
    (quote,) = found.quotes
    assert (quote.kind, quote.text, quote.when and quote.when.edtf) == (
        QuoteKind.DIRECT,
        "The bridge stays open.",
        "2017-12-02",
    )
    assert [p.id for p in found.people if p.name == "Jane Miller"] == [quote.speaker]


def test_a_post_of_a_firm_is_nobodys(extract: Extract) -> None:
    (quote,) = extract("The bridge stays open. — City of Emden (@emden) December 2, 2017").quotes
    assert quote.speaker is None
    assert quote.source is not None


def test_days_in_a_post_are_counted_from_its_date(extract: Extract) -> None:
    found = extract(f"We open the bridge tomorrow! {_SIGNATURE}")
    assert [t.value for t in found.times if t.text == "tomorrow"] == ["2017-12-03"]
