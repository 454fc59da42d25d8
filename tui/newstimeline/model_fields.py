"""The fields of the model's dataclasses as data, from which records, rows and fingerprints follow.

Functions that take a value apart are compiled from expressions, as `dataclasses` and `namedtuple` do: a loop over the
fields would take twice as long as the expressions written out by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, fields
from enum import StrEnum
from types import NoneType
from typing import Any, NamedTuple, get_args, get_type_hints


class ModelField(NamedTuple):
    """A field of a dataclass."""

    name: str
    type: Any
    """Without the None of an optional field."""
    is_optional: bool
    default: object
    """`dataclasses.MISSING` where a value must be given."""

    def told(self, expression: str) -> str:
        """An expression of the field of `it`, from one of a value `$`; None where there is no value."""
        told = expression.replace("$", f"it.{self.name}")
        return f"(None if it.{self.name} is None else {told})" if self.is_optional and expression != "$" else told

    def told_by_type(self, expressions: Mapping[object, str]) -> str:
        """The same from the expression that is given for the type; a choice is told by its value.

        Raises:
            TypeError: none is given.
        """
        if self.type in expressions:
            return self.told(expressions[self.type])
        if isinstance(self.type, type) and issubclass(self.type, StrEnum):
            return self.told("$.value")
        raise TypeError(f"nothing says how {self.name}, a {self.type}, is told")


def model_fields(kind: type) -> tuple[ModelField, ...]:
    """The fields of a dataclass of the model, in their order."""
    hints = get_type_hints(kind)
    return tuple(_model_field(field, hints[field.name]) for field in fields(kind))


def _model_field(field: Field[Any], hint: Any) -> ModelField:
    parts = get_args(hint)
    is_optional = NoneType in parts
    default = field.default if field.default_factory is MISSING else field.default_factory()
    return ModelField(field.name, parts[0] if is_optional else hint, is_optional, default)


def mapping_function(
    items: Mapping[str, str], names: Mapping[str, object], rest: str = ""
) -> Callable[[Any], dict[str, object]]:
    """What makes a dictionary of a thing, from the expressions of `it` that are its values, and of one for the rest."""
    pairs = "".join(f"{key!r}: {expression}, " for key, expression in items.items())
    pairs += f"**{rest}" if rest else ""
    return compiled(f"{{{pairs}}}", names)


def tuple_function(
    items: Iterable[str], names: Mapping[str, object], parameters: Iterable[str] = ()
) -> Callable[..., tuple[Any, ...]]:
    """What makes a tuple of a thing, and of other parameters, from the expressions of them that are its items."""
    return compiled(f"({''.join(f'{expression}, ' for expression in items)})", names, parameters)


def compiled(expression: str, names: Mapping[str, object], parameters: Iterable[str] = ()) -> Callable[..., Any]:
    """A function of `it` and other parameters, from the expression that is its value; `names` are what that may use."""
    function: Callable[..., Any] = eval(f"lambda {', '.join(('it', *parameters))}: {expression}", dict(names))
    return function
