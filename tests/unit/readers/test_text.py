"""Plain text: every encoding it may be in, every line end, and counts that people can check."""

import hashlib
from pathlib import Path

import pytest

from tei_encoder.model.errors import InputError, LimitError, UsageError
from tei_encoder.readers import READERS, read
from tei_encoder.readers import text as module
from tei_encoder.readers.text import from_string

TEXT = "ÅSE: “Nej.”\n\nBO:\u00a0Jo\u2028da \U0001f600\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "minutes.txt"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_byte_order_mark_says_what_the_bytes_are(codec: str, path: Path) -> None:
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(codec, b"")
    path.write_bytes(mark + TEXT.encode(codec))
    source = read(path)
    assert source.text() == TEXT
    assert source.bom == (codec != "utf-8")
    assert source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (source.name, source.path) == ("minutes.txt", path)


def test_an_encoding_must_be_said_to_be_used(path: Path) -> None:
    path.write_bytes("ÅSE: Nej.".encode("latin-1"))
    with pytest.raises(InputError) as caught:
        read(path)
    assert (caught.value.code, caught.value.line, caught.value.column) == ("ENCODING", 1, 1)
    source = read(path, encoding="Latin1")
    assert (source.text(), source.encoding) == ("ÅSE: Nej.", "iso8859-1")


def test_a_byte_order_mark_is_stronger_than_what_is_asked(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbfa")
    assert read(path, encoding="latin-1").text() == "a"


@pytest.mark.parametrize("text", ["VIK: No.", "ÅSE: Nej!"])
def test_of_utf_8_that_is_asked_for_as_something_else_no_other_encoding_is_guessed(text: str, path: Path) -> None:
    path.write_bytes(f"{text}\n".encode() * 3)
    with pytest.raises(InputError, match="it is UTF-8: leave --encoding out"):
        read(path, encoding="utf-16")


@pytest.mark.parametrize("name", ["klingon", "hex", "zip", "undefined", "a\0b"])
def test_names_that_are_no_encoding(name: str, path: Path) -> None:
    path.write_bytes(b"a")
    with pytest.raises(UsageError) as caught:
        read(path, encoding=name)
    assert caught.value.code == "ENCODING"


@pytest.mark.parametrize(
    "data, said",
    [
        ("a", "none"),
        ("a\nb", "LF"),
        ("a\r\nb", "CRLF"),
        ("a\rb", "CR"),
        ("a\r\nb\nc", "CRLF and LF"),
        ("a\rb\nc\r\nd", "CR and CRLF and LF"),
        ("a\r\r\nb", "CR and CRLF"),
    ],
)
def test_line_ends_are_read_as_line_feeds_and_remembered(data: str, said: str, path: Path) -> None:
    path.write_bytes(data.encode())
    source = read(path)
    assert source.text() == data.replace("\r\n", "\n").replace("\r", "\n")
    assert source.line_ends == said


def test_other_line_ends_of_unicode_are_text(path: Path) -> None:
    path.write_text("a\u0085b\u2028c\u2029d", encoding="utf-8", newline="")
    assert read(path).lines == 1


def test_counts(path: Path) -> None:
    path.write_text(TEXT, encoding="utf-8", newline="")
    source = read(path)
    assert (source.characters, source.words, source.lines) == (len(TEXT), 5, 3)


def test_a_line_that_is_too_long(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_BLOCK", 20)
    for part in (5, 1000):
        monkeypatch.setattr(module, "PART", part)
        path.write_text("short\n" + "x" * 20 + "\n", encoding="utf-8")
        assert read(path).lines == 2
        path.write_text("short\n" + "x" * 21 + "\n", encoding="utf-8")
        with pytest.raises(LimitError) as caught:
            read(path)
        assert (caught.value.code, caught.value.line) == ("LONG-LINE", 2)
    with pytest.raises(LimitError):
        from_string("x" * 21)


def test_a_form_feed_is_explained(path: Path) -> None:
    path.write_bytes(b"a\n b\x0c")
    with pytest.raises(InputError) as caught:
        read(path)
    assert (caught.value.code, caught.value.line, caught.value.column) == ("CHARACTER", 2, 3)
    assert "page" in caught.value.cure


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_is_explained(codec: str, path: Path) -> None:
    path.write_bytes("RIIS: No.\n\nBO: Why?\n".encode(codec))
    with pytest.raises(InputError) as caught:
        read(path)
    assert (caught.value.code, caught.value.cure) == (
        "CHARACTER", f"this may be UTF-16 without its mark: say --encoding {codec} if you agree"
    )  # fmt: skip
    assert read(path, encoding=codec).text() == "RIIS: No.\n\nBO: Why?\n"
    path.write_bytes(b"RIIS: No.\0\n\nBO: Why?\n")
    with pytest.raises(InputError, match="U\\+0000") as caught:
        read(path)
    assert caught.value.cure.startswith("remove or replace")


def test_one_line_feed_at_the_border_of_two_parts(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_bytes(b"abc\r\ndef\r\n\r\nghi")
    for part in range(1, 9):
        monkeypatch.setattr(module, "PART", part)
        assert read(path).text() == "abc\ndef\n\nghi"


def test_the_register_knows_endings_and_takes_others_for_text(tmp_path: Path) -> None:
    for name in ("a.TXT", "a.text", "a.md", "a", "a.unknown"):
        (tmp_path / name).write_text("a", encoding="utf-8")
        assert read(tmp_path / name).text() == "a"
    assert READERS[".txt"] is module.read


def test_no_file_and_no_text(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "missing.txt", "NO-FILE"), (tmp_path, "NOT-A-FILE")):
        with pytest.raises(InputError) as caught:
            read(path)
        assert caught.value.code == code
    for text in ("", " \n", "\u00a0\u2003\n", "\ufeff" if False else "\u3000"):
        with pytest.raises(InputError) as caught:
            from_string(text)
        assert caught.value.code == "EMPTY"
