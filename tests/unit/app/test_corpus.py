"""Which files are read, under which names they are written, on which day."""

from pathlib import Path

import pytest

from tei_encoder.app.corpus import date_of, encode_file, sources_in, targets, tei_in
from tei_encoder.model.errors import InputError, TeiEncoderError, UsageError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.TXT", "c.md", "picture.png", "b.toml", "x.xml"):
        (tmp_path / name).write_text("a", encoding="utf-8")
    (tmp_path / "deeper.txt").mkdir()
    return tmp_path


def test_a_folder_means_the_texts_in_it_by_name(folder: Path) -> None:
    assert [path.name for path in sources_in([folder])] == ["a.TXT", "b.txt", "c.md"]
    assert [path.name for path in tei_in([folder])] == ["x.xml"]
    assert sources_in([folder / "picture.png"]) == [folder / "picture.png"], "what is named is taken"


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    for ask, code in ((sources_in, "NO-TEXTS"), (tei_in, "NO-TEI")):
        with pytest.raises(InputError) as caught:
            ask([tmp_path])
        assert caught.value.code == code


def test_names_of_the_results(tmp_path: Path) -> None:
    one, two = Path("x/a.txt"), Path("y/b.c.txt")
    assert targets([one, two], tmp_path) == [tmp_path / "a.xml", tmp_path / "b.c.xml"]
    assert targets([one], tmp_path / "new.xml") == [tmp_path / "new.xml"]
    (tmp_path / "folder.xml").mkdir()
    assert targets([one], tmp_path / "folder.xml") == [tmp_path / "folder.xml" / "a.xml"]


@pytest.mark.parametrize(
    "sources, out, code",
    [
        (["a.txt", "b.txt"], "new.xml", "ONE-OUTPUT"),
        (["x/a.txt", "y/a.txt"], "out", "NAME-CLASH"),
        (["a.txt", "A.md"], "out", "NAME-CLASH"),
        (["Stra\u00dfe.txt", "STRASSE.txt"], "out", "NAME-CLASH"),
    ],
)
def test_results_never_take_the_same_name(sources: list[str], out: str, code: str) -> None:
    with pytest.raises(UsageError) as caught:
        targets([Path(source) for source in sources], Path(out))
    assert caught.value.code == code


def test_the_same_text_named_twice(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    with pytest.raises(UsageError, match="named twice"):
        targets(sources_in([tmp_path / "a.txt", tmp_path]), tmp_path / "out")


@pytest.mark.parametrize(
    "asked, epoch, wanted",
    [
        ("2026-11-22", "", "2026-11-22"),
        (None, "", ""),
        (None, "0", "1970-01-01"),
        (None, "86400", "1970-01-02"),
        ("2026-11-22", "0", "2026-11-22"),
    ],
)
def test_the_day_in_the_header(asked: str | None, epoch: str, wanted: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert date_of(asked) == wanted


@pytest.mark.parametrize("asked, epoch", [("22.11.2026", ""), ("2026-02-30", ""), (None, "noon"), (None, "9" * 30)])
def test_what_is_no_day(asked: str | None, epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(TeiEncoderError) as caught:
        date_of(asked)
    assert caught.value.code == "DATE"


def test_nothing_is_written_over_a_source(tmp_path: Path) -> None:
    source = tmp_path / "minutes.xml"
    source.write_text("SESSION OF MAY 3, 1921\n\nTANAKA: No.\n", "utf-8")
    for out in (source, tmp_path):
        with pytest.raises(UsageError, match="OWN-SOURCE"):
            targets([source], out)


def test_xml_is_no_plain_text(tmp_path: Path) -> None:
    source = tmp_path / "minutes.txt"
    source.write_text('<?xml version="1.0"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"/>\n', "utf-8")
    with pytest.raises(InputError, match="XML already"):
        encode_file(source, tmp_path / "out.xml")
    assert [file.name for file in tmp_path.iterdir()] == ["minutes.txt"]


def test_western_bytes_are_taken_for_western(tmp_path: Path) -> None:
    source = tmp_path / "minutes.txt"
    source.write_bytes("Le musée, très naïf: façon et cœur.\n".encode("cp1252"))
    with pytest.raises(InputError) as caught:
        encode_file(source, tmp_path / "out.xml")
    assert "--encoding cp1252" in caught.value.cure
