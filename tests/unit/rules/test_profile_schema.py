"""The JSON Schema of profiles: up to date, and it knows every key that the shipped profiles use."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tei_encoder.rules.content import SHIPPED
from tei_encoder.rules.load import shipped
from tei_encoder.rules.profile import json_schema

FILE = Path(__file__).resolve().parents[3] / "schemas" / "profile.schema.json"


def test_the_file_is_the_schema_of_the_language(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--accept"):
        FILE.write_text(json_schema(), "utf-8")
    assert FILE.read_text("utf-8") == json_schema(), "run: make accept"


def strangers(value: Any, schema: dict[str, Any], whole: dict[str, Any], path: str = "") -> Iterator[str]:
    """Yield the places of a document whose keys or choices the schema does not have."""
    if "$ref" in schema:
        schema = whole["$defs"][schema["$ref"].rpartition("/")[2]]
    if "anyOf" in schema:
        kinds = [list(strangers(value, one, whole, path)) for one in schema["anyOf"]]
        yield from min(kinds, key=len)
    elif isinstance(value, dict):
        for key, inside in value.items():
            known = schema.get("properties", {}).get(key, schema.get("additionalProperties", False))
            if known is False:
                yield f"{path}/{key}"
            else:
                yield from strangers(inside, known, whole, f"{path}/{key}")
    elif isinstance(value, list):
        for number, inside in enumerate(value):
            yield from strangers(inside, schema.get("items", {}), whole, f"{path}/{number}")
    elif "enum" in schema and value not in schema["enum"]:
        yield path


@pytest.mark.parametrize("name", shipped())
def test_it_takes_the_shipped_profiles(name: str) -> None:
    schema = json.loads(json_schema())
    assert not list(strangers(tomllib.loads((SHIPPED / f"{name}.toml").read_text("utf-8")), schema, schema))


def test_it_marks_mistakes_and_explains_every_key() -> None:
    schema = json.loads(json_schema())
    wrong = {"profile": {"id": "x", "titel": "x"}, "block": [{"cert": "sure", "wrap": {"a": {"elemant": "p"}}}]}
    found = ["/profile/titel", "/block/0/cert", "/block/0/wrap/a/elemant"]
    assert list(strangers(wrong, schema, schema)) == found
    keys = [(name, key, one) for name, table in schema["$defs"].items() for key, one in table["properties"].items()]
    assert not [f"{name}.{key}" for name, key, one in keys if "description" not in one]
