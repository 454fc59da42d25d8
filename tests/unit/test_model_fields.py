from __future__ import annotations

from dataclasses import MISSING, dataclass, field

import pytest

from newstimeline.model_fields import mapping_function, model_fields, tuple_function
from newstimeline.terms import Basis


@dataclass(frozen=True)
class Thing:
    name: str
    basis: Basis | None = None
    parts: tuple[str, ...] = field(default_factory=tuple)


def test_a_field_has_its_type_without_none_and_its_default() -> None:
    assert [tuple(one) for one in model_fields(Thing)] == [
        ("name", str, False, MISSING),
        ("basis", Basis, True, None),
        ("parts", tuple[str, ...], False, ()),
    ]


def test_what_has_no_value_is_told_as_none() -> None:
    _, basis, _ = model_fields(Thing)
    tell = tuple_function([basis.told_by_type({})], {})
    assert tell(Thing("a")) == (None,)
    assert tell(Thing("a", Basis.STATED)) == ("stated",)


def test_expressions_may_call_functions() -> None:
    name, *_ = model_fields(Thing)
    assert mapping_function({"n": name.told("loud($)")}, {"loud": str.upper})(Thing("a")) == {"n": "A"}


def test_a_type_that_nothing_tells_is_refused_by_its_name() -> None:
    *_, parts = model_fields(Thing)
    with pytest.raises(TypeError, match="how parts"):
        parts.told_by_type({str: "$"})
