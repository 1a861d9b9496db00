"""DSpace items, read back as DSpace's import reads them."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from tei_encoder.deliver.archive.payload import Document
from tei_encoder.deliver.archive.saf import write_items
from tei_encoder.encode.facts import Facts
from tei_encoder.model.errors import StorageError

from .conftest import ARCHIVE, DAY


def imported(item: Path) -> tuple[list[tuple[str, str, str]], dict[str, dict[str, str]]]:
    """Read an item: its metadata, and its bitstreams with what the list says of each. Raises for what is not there."""
    root = etree.parse(str(item / "dublin_core.xml")).getroot()
    assert root.tag == "dublin_core" and root.get("schema") == "dc"
    metadata = [(one.get("element", ""), one.get("qualifier", ""), one.text or "") for one in root]
    bitstreams = {}
    for line in (item / "contents").read_text(encoding="utf-8").splitlines():
        name, *said = line.split("\t")
        assert (item / name).is_file(), f"contents names {name}, which is not there"
        bitstreams[name] = dict(one.split(":", 1) for one in said)
    lying = {path.name for path in item.iterdir()} - {"contents", "dublin_core.xml", "handle"}
    assert lying == set(bitstreams), "a file that the list does not name is not imported"
    return metadata, bitstreams


def test_the_seeds_as_items(seeds: list[Document], tmp_path: Path) -> None:
    write_items(seeds, tmp_path / "items", ARCHIVE, DAY)
    items = sorted((tmp_path / "items").iterdir())
    assert [item.name for item in items] == [f"item_{one.tei.stem}" for one in seeds]
    for item, one in zip(items, seeds, strict=True):
        metadata, bitstreams = imported(item)
        assert ("title", "none", one.told.title) in metadata
        assert {words for element, qualifier, words in metadata if qualifier == "author"} == set(one.told.creators)
        assert ("date", "issued", DAY) in metadata and ("publisher", "none", "City Archive") in metadata
        assert (item / one.source.name).read_bytes() == one.source.read_bytes()
        assert (item / one.tei.name).read_bytes() == one.tei.read_bytes()
        primary = [name for name, said in bitstreams.items() if said.get("primary") == "true"]
        assert primary == [one.tei.name]
        assert bitstreams[one.source.name]["bundle"] == "ORIGINAL"
        assert bitstreams["premis.xml"]["bundle"] == "METADATA"
        premis = (item / "premis.xml").read_text(encoding="utf-8")
        named = re.findall("<objectIdentifierValue>(.*?)</", premis)
        assert named and not [name for name in named if not (item / name).is_file()]


def test_the_reader_refuses_a_broken_twin(made: Callable[..., Document], tmp_path: Path) -> None:
    write_items([made()], tmp_path / "items", Facts(), DAY)
    item = tmp_path / "items" / "item_board"
    imported(item)
    (item / "board.txt").unlink()
    with pytest.raises(AssertionError, match=r"board\.txt"):
        imported(item)


@pytest.mark.parametrize("name", ["contents", "dublin_core", "metadata_x", "handle", "collections", "Möwe 1"])
def test_a_text_may_have_any_name(made: Callable[..., Document], tmp_path: Path, name: str) -> None:
    write_items([made(name)], tmp_path / "items", Facts(), DAY)
    (item,) = (tmp_path / "items").iterdir()
    _, bitstreams = imported(item)
    assert len([said for said in bitstreams.values() if said["bundle"] == "ORIGINAL"]) == 2


def test_a_handle_is_kept_for_dspace(made: Callable[..., Document], tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    sidecar = 'identifier = ["https://hdl.handle.net/20.500.1/77", "https://example.org/b"]'
    (tmp_path / "texts" / "board.toml").write_text(sidecar)
    write_items([made()], tmp_path / "items", Facts(), DAY)
    assert (tmp_path / "items" / "item_board" / "handle").read_text() == "20.500.1/77\n"
    metadata, _ = imported(tmp_path / "items" / "item_board")
    assert ("identifier", "uri", "https://example.org/b") in metadata


def test_items_replace_items_and_nothing_else(made: Callable[..., Document], tmp_path: Path) -> None:
    write_items([made("one")], tmp_path / "items", Facts(), DAY)
    write_items([made("two")], tmp_path / "items", Facts(), DAY)
    assert [item.name for item in (tmp_path / "items").iterdir()] == ["item_two"]
    (tmp_path / "items" / "thesis.txt").write_text("years of work")
    with pytest.raises(StorageError) as caught:
        write_items([made("one")], tmp_path / "items", Facts(), DAY)
    assert caught.value.code == "IN-THE-WAY" and (tmp_path / "items" / "thesis.txt").is_file()
