"""The proof: it sees every difference, at its place, and nothing but the text."""

from pathlib import Path

import pytest

from tei_encoder.encode import proof
from tei_encoder.encode.proof import Diplomatic, prove
from tei_encoder.model.errors import FidelityError, InputError
from tei_encoder.readers.text import from_string

START = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><p>Header.</p></teiHeader><text>'
END = "</text><standOff><p>Register.</p></standOff></TEI>"


def tei(folder: Path, inside: str, start: str = START, end: str = END) -> Path:
    path = folder / "x.xml"
    path.write_text(start + inside + end, encoding="utf-8", newline="")
    return path


@pytest.mark.parametrize(
    "inside, text",
    [
        ("<body><p>a</p>\n<p>b &amp; c</p></body>", "a\nb & c"),
        ("<p><choice><sic>l3</sic><corr>13</corr></choice></p>", "l3"),
        ("<p><choice><orig>ye</orig><reg>the<hi>!</hi></reg></choice>x</p>", "yex"),
        ("<p><choice><abbr>C<am>.</am></abbr><expan>C<ex>omrade</ex></expan></choice></p>", "C."),
        ('<p>a<supplied resp="#encoder">not <hi>there</hi></supplied>b</p>', "ab"),
        ('<p>a<supplied resp="#riis #encoder">x</supplied>b</p>', "ab"),
        ('<p>a<supplied resp="#sourceEditor">[b]</supplied></p>', "a[b]"),
        ("<p>a<!-- no --><?no no?>b<![CDATA[<c>]]></p>", "ab<c>"),
        ("<p>&#xA0;&#x1F600;&#10;</p>", "\u00a0\U0001f600\n"),
        ('<p>a<corr xmlns="urn:other">b</corr></p>', "a"),
        ("<gap><desc>....</desc></gap>", "...."),
    ],
)
def test_the_diplomatic_text(inside: str, text: str, tmp_path: Path) -> None:
    assert "".join(Diplomatic(tei(tmp_path, inside)).pieces()) == text


@pytest.mark.parametrize("chunk", [1, 7, 1024])
@pytest.mark.parametrize(
    "text, found, at, line, column",
    [
        ("one\ntwo\nthree", "one\ntwo\nthrea", 12, 3, 5),
        ("one\ntwo", "One\ntwo", 0, 1, 1),
        ("one\ntwo", "one\ntw", 6, 2, 3),
        ("one\ntwo", "one\ntwo\n", 7, 2, 4),
        ("one\n\ntwo", "one\ntwo", 4, 2, 1),
        ("a\u00a0b", "a b", 1, 1, 2),
        ("\U0001f600b", "\U0001f600c", 1, 1, 2),
        ("a", "", 0, 1, 1),
    ],
)
def test_the_first_difference_is_found_at_its_place(
    text: str, found: str, at: int, line: int, column: int, chunk: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proof, "_CHUNK", chunk)
    with pytest.raises(FidelityError) as caught:
        prove(tei(tmp_path, f"<p>{found}</p>"), from_string(text, "s.txt"))
    assert f"at character {at} " in caught.value.message
    assert (caught.value.path, caught.value.line, caught.value.column) == ("s.txt", line, column)
    assert caught.value.exit_code == 8


@pytest.mark.parametrize("chunk", [1, 10, 1024])
def test_equal_is_equal_however_it_is_read(chunk: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proof, "_CHUNK", chunk)
    text = "one\n\u00a0“two” \U0001f600\nthree & four"
    assert prove(tei(tmp_path, f"<p>{text.replace('&', '&amp;')}</p>"), from_string(text)) == len(text)


@pytest.mark.parametrize(
    "inside, start, code",
    [
        ("<p>", START, "NOT-XML"),
        ("", "", "NOT-XML"),
        ("<p>&nbsp;</p>", START, "NOT-XML"),
        ("<p/>", "<!DOCTYPE TEI>" + START, "DOCTYPE"),
        ("<p>&a;</p>", '<!DOCTYPE TEI [<!ENTITY a "ha">]>' + START, "DOCTYPE"),
    ],
)
def test_what_is_no_tei_is_refused(inside: str, start: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        prove(tei(tmp_path, inside, start, END if start else ""), from_string("a"))
    assert caught.value.code == code


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        prove(tmp_path / "missing.xml", from_string("a"))
