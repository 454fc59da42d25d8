"""Parsed-events files (`newstimeline/1`): one extraction a line, made by this program or by another one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from newstimeline.article_identity import article_id
from newstimeline.headlines import with_headline
from newstimeline.model import Extraction
from newstimeline.reading.clean_json import harmless
from newstimeline.reading.outcome import Unreadable
from newstimeline.records import RecordError, dump, from_record


def looks_like_parsed_events(value: Mapping[str, object]) -> bool:
    """Whether an object says that it is of this format, in whatever version."""
    schema = value.get("schema")
    return isinstance(schema, str) and schema.startswith("newstimeline/")


def read_parsed_events(value: Mapping[str, object], path: str, text: str | None = None) -> Extraction:
    """Make an extraction of a record; `text` is the JSON that it was read from, if that was it alone.

    Offsets must hold, so harmful characters are replaced one for one. The identity is always that of the content:
    an id that another program gave is kept beside it as `given_id`.

    Raises:
        Unreadable: the record does not follow the format.
    """
    try:
        extraction = from_record(harmless(value, text))
    except RecordError as error:
        raise Unreadable(f"{error}") from None
    article = extraction.article
    content = article.text if article.text is not None else _findings(extraction)
    identity = article_id(article.title, article.published, content)
    extra = dict(article.extra)
    if article.id not in ("", identity):
        extra.setdefault("given_id", article.id)
    article = replace(article, id=identity, path=article.path or path, extra=extra)
    return with_headline(replace(extraction, article=article))


def _findings(extraction: Extraction) -> str:
    return dump(replace(extraction, article=replace(extraction.article, id="", path=None, extra={})))
