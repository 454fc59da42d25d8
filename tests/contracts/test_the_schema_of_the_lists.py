"""data/lists.schema.json says of each name what the types say that its values are made of."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, get_origin

from newstimeline.changes.change import BESIDE
from newstimeline.intake import Report
from newstimeline.library.views import ArticleInfo, Counted, EventDetail, Origin, PersonSeen, QuoteSaid, RoleSeen
from newstimeline.model_fields import ModelField, model_fields
from newstimeline.output.library_diff import COMPARED
from newstimeline.output.query_results import ARTICLE_COLUMNS, NAME_COLUMNS, QUOTE_COLUMNS, STATS_COLUMNS
from newstimeline.reading import Skipped
from newstimeline.terms import Status
from newstimeline.when import When

Schema = dict[str, Any]
SCHEMA: Schema = json.loads((Path(__file__).parents[2] / "data" / "lists.schema.json").read_text(encoding="utf-8"))
OF_AN_ORIGIN = {name: (Origin, name) for name in ("source", "url", "path")}
OF_AN_ARTICLE = {name: (ArticleInfo, name) for name in ("title", "published", "source", "url")}
FIELDS: Mapping[str, Mapping[str, tuple[type, str]]] = {
    "event": {"id": (EventDetail, "uid"), "date": (EventDetail, "when"), **{
        name: (EventDetail, name) for name in ("basis", "title", "people", "quotes", "article")
    }},
    "event.people": {name: (PersonSeen, name) for name in ("name", "roles")},
    "event.quotes": {name: (QuoteSaid, name) for name in ("text", "kind", "speaker", "source")},
    "event.article": {**OF_AN_ARTICLE, "origins": (ArticleInfo, "origins")},
    "event.article.origins": OF_AN_ORIGIN,
    "quote": {
        "date": (EventDetail, "when"), "said_by": (QuoteSaid, "source"), "source": (ArticleInfo, "source"),
        "headline": (ArticleInfo, "title"), "event": (EventDetail, "uid"),
        **{name: (QuoteSaid, name) for name in ("speaker", "roles", "verb", "kind", "text")},
    },
    "name": {name: (Counted, name) for name in ("name", "events")},
    "person.roles": {name: (RoleSeen, name) for name in ("role", "articles")},
    **{f"person.{what}": {name: (Counted, name) for name in ("name", "events")}
       for what in ("people", "places", "sources")},
    "article": {"id": (ArticleInfo, "key"), "path": (ArticleInfo, "path"), **OF_AN_ARTICLE},
    "report": {"files_done": (Report, "files"), **{
        one.name: (Report, one.name) for one in model_fields(Report) if one.name not in ("files", "skips", "skipped")
    }},
    "report.skipped": {name: (Skipped, name) for name in ("place", "reason")},
}  # fmt: skip
"""From which field each name of an object has its value."""
COLUMNS = {"quote": QUOTE_COLUMNS, "name": NAME_COLUMNS, "article": ARTICLE_COLUMNS, "stats": STATS_COLUMNS}
"""What tables have of them, which is all but `schema`."""


def kinds(field: ModelField) -> frozenset[str]:
    """What JSON has of the values of a field: types, or each value of a choice."""
    found = {"null"} if field.is_optional else set()
    if get_origin(field.type) is tuple:
        return frozenset(found | {"array"})
    if field.type in (str, When):
        return frozenset(found | {"string"})
    if field.type is int:
        return frozenset(found | {"integer"})
    if isinstance(field.type, type) and issubclass(field.type, StrEnum):
        return frozenset(found | {json.dumps(one) for one in field.type})
    return frozenset(found | {"object"})


class Described:
    """What a schema says of the objects in it."""

    def __init__(self, schema: Schema) -> None:
        self._defs: Schema = schema["$defs"]

    def node(self, node: Schema) -> Schema:
        while "$ref" in node:
            node = self._defs[node["$ref"].removeprefix("#/$defs/")]
        return node

    def properties(self, path: str) -> Schema:
        """The names of an object; a list stands for what is in it."""
        first, *way = path.split(".")
        node = self._defs[first]
        for name in way:
            node = self.node(node["properties"][name])
            node = next((part for part in node.get("oneOf", ()) if part.get("type") == "array"), node)
            node = self.node(node["items"]) if "items" in node else node
        properties: Schema = node["properties"]
        return properties

    def kinds(self, node: Schema) -> frozenset[str]:
        node = self.node(node)
        if "enum" in node:
            return frozenset(json.dumps(value) for value in node["enum"])
        types = node["type"]
        return frozenset([types] if isinstance(types, str) else types)


def differences(schema: Schema) -> Iterator[str]:
    """In what the schema and the types differ, a sentence each."""
    described = Described(schema)
    for path, fields in FIELDS.items():
        properties = described.properties(path)
        for name, (owner, attribute) in fields.items():
            field = next(one for one in model_fields(owner) if one.name == attribute)
            where, whence = f"{path}.{name}", f"{owner.__name__}.{attribute}"
            if name not in properties:
                yield f"{where} is not described; it is {whence}"
            elif (said := described.kinds(properties[name])) != (so := kinds(field)):
                yield f"{where} is described as {', '.join(sorted(said))}; {whence} is {', '.join(sorted(so))}"
    for name, columns in COLUMNS.items():
        for column in {"schema", *columns} ^ schema["$defs"][name]["properties"].keys():
            yield f"{name}.{column} is only {'a column' if column in columns else 'described'}"
    event = described.properties("event")
    for name in map(str, BESIDE):
        if name not in event:
            yield f"event.{name} is not described; a reader can set it"
    if (states := described.kinds(event["status"])) != {json.dumps(one) for one in Status}:
        yield f"event.status is described as {', '.join(sorted(states))}; Status is {', '.join(sorted(Status))}"
    if (things := set(described.properties("difference")["what"]["enum"])) != set(map(str, COMPARED)):
        yield f"difference.what is described as {', '.join(sorted(things))}; compared are {', '.join(COMPARED)}"


def test_the_schema_is_as_the_types_are() -> None:
    assert list(differences(SCHEMA)) == []


def test_what_differs_is_said_precisely() -> None:
    schema = copy.deepcopy(SCHEMA)
    schema["$defs"]["event"]["properties"]["basis"]["enum"].remove("corrected")
    schema["$defs"]["speaker"]["type"] = "string"
    del schema["$defs"]["article"]["properties"]["path"]
    assert set(differences(schema)) == {
        'event.basis is described as "inherited", "published", "stated", null; EventDetail.basis is "corrected",'
        ' "inherited", "published", "stated", null',
        "event.quotes.speaker is described as string; QuoteSaid.speaker is null, string",
        "quote.speaker is described as string; QuoteSaid.speaker is null, string",
        "article.path is not described; it is ArticleInfo.path",
        "article.path is only a column",
    }
