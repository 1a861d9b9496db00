"""Any bytes are a source or one of our errors; nothing is changed in between but line ends."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from traps import steady, texts

from tei_encoder.model.errors import InputError, TeiEncoderError
from tei_encoder.model.source import cut
from tei_encoder.readers import text as reader

READABLE = [None, "utf-8", "latin-1", "cp1252", "koi8-r", "utf-16", "utf-7", "idna", "punycode"]
ENCODINGS = [*READABLE, "undefined", "hex", "no-such", "a\0b"]

snippets = st.sampled_from(
    [b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\xff\xfe\0\0", b"\0", b"\r", b"\r\n", b"\n", b"\xc3", b"\xed\xa0\x80",
     b"\xf4\x90\x80\x80", b"\xef\xbf\xbf", b"\x0c", b"\x85", b"\xa0", b"word ", "Ж\u2028".encode()]
)  # fmt: skip
some_bytes = st.lists(st.one_of(snippets, snippets, st.binary(max_size=6)), max_size=8).map(b"".join)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bytes") / "bytes.txt"


@steady
@given(data=some_bytes, encoding=st.sampled_from(ENCODINGS), size=st.sampled_from([1, 3, 1000]))
@example(data=b"word", encoding="hex", size=1000)
@example(data=b"\xff\xfe\0", encoding=None, size=1000)
def test_any_bytes_are_a_source_or_one_of_our_errors(data: bytes, encoding: str | None, size: int, path: Path) -> None:
    path.write_bytes(data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "PART", size)
        try:
            source = reader.read(path, encoding=encoding)
        except TeiEncoderError as error:
            assert error.exit_code in (2, 3)
            assert "\n" not in str(error)
            return
        text = source.text()
        assert source.text() == text, "the second reading differs"
    assert "\r" not in text
    assert (len(text), text.count("\n") + (not text.endswith("\n"))) == (source.characters, source.lines)
    assert source.words == len(text.replace("\u00a0", " ").translate({9: " ", 10: " "}).split(" ")) - _blank_runs(text)


def _blank_runs(text: str) -> int:
    """Count the empty pieces that splitting a text at single blanks gives."""
    return sum(not piece for piece in text.replace("\u00a0", " ").translate({9: " ", 10: " "}).split(" "))


@steady
@given(
    text=texts,
    line_end=st.sampled_from(["\n", "\r\n", "\r"]),
    codec=st.sampled_from(["utf-8", "utf-16", "utf-32", "utf-8-sig"]),
)
def test_what_is_written_is_read(text: str, line_end: str, codec: str, path: Path) -> None:
    path.write_bytes(text.replace("\n", line_end).encode(codec))
    source = reader.read(path)
    assert source.text() == text.removeprefix("\ufeff") if codec == "utf-8" else text
    assert source.bom == (codec != "utf-8" or text.startswith("\ufeff"))
    assert source.line_ends == ({"\n": "LF", "\r\n": "CRLF", "\r": "CR"}[line_end] if "\n" in text else "none")
    in_memory = reader.from_string(source.text())
    assert (in_memory.words, in_memory.lines, in_memory.characters) == (source.words, source.lines, source.characters)


@steady
@given(text=texts, at=st.integers(0, 2_000), bad=st.sampled_from("\0\x0b\x0c\x1f\ufffe\uffff\ud800\udfff"))
def test_what_xml_cannot_hold_is_found_at_its_place(text: str, at: int, bad: str) -> None:
    at = min(at, len(text))
    before, text = text[:at], text[:at] + bad + text[at:]
    with pytest.raises(InputError) as caught:
        reader.from_string(text)
    where = (before.count("\n") + 1, len(before) - before.rfind("\n"))
    assert (caught.value.code, caught.value.line, caught.value.column) == ("CHARACTER", *where)


@steady
@given(text=texts, at=st.integers(0, 2_000), size=st.sampled_from([1, 20, 10**6]))
def test_bytes_that_are_not_utf8_are_found_at_their_place(text: str, at: int, size: int, path: Path) -> None:
    before, after = text[:at], text[at:]
    path.write_bytes(before.encode() + b"\xe9" + (after or ".").encode())
    before = before.removeprefix("\ufeff")  # a byte order mark is no character of the text
    with pytest.MonkeyPatch.context() as patch, pytest.raises(InputError) as caught:
        patch.setattr(reader, "PART", size)
        reader.read(path)
    where = (before.count("\n") + 1, len(before) - before.rfind("\n"))
    assert (caught.value.code, caught.value.line, caught.value.column) == ("ENCODING", *where)


@steady
@given(text=texts, size=st.integers(1, 50))
def test_parts_end_with_lines_and_make_up_the_text(text: str, size: int) -> None:
    parts = list(cut(text, size))
    assert "".join(parts) == text
    assert all(part.endswith("\n") for part in parts[:-1])
