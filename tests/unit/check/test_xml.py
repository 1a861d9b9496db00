"""The hardened parser: one clear line for everything that is not plain XML."""

import gzip
import io
import zipfile

import pytest

from tei_encoder.check import xml
from tei_encoder.check.validate import check_output, validate
from tei_encoder.check.xml import parse_bytes, parse_file
from tei_encoder.model.errors import InputError, LimitError

BOMB = b"""<?xml version="1.0"?>
<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>
<a>&d;</a>"""


def zipped() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as file:
        file.writestr("a.xml", "<a/>")
    return target.getvalue()


HOSTILE = {
    "empty": (b"", "EMPTY", 0, 0),
    "blank": (b" \n\t", "EMPTY", 0, 0),
    "text": (b"NOGIN: Comrades!", "NOT-XML", 1, 1),
    "json": (b'{"a": 1}', "NOT-XML", 0, 0),
    "gzip": (gzip.compress(b"<a/>"), "NOT-XML", 0, 0),
    "zip": (zipped(), "NOT-XML", 0, 0),
    "pdf": (b"%PDF-1.7", "NOT-XML", 0, 0),
    "web-page": (b"<!DOCTYPE html>\n<html><br></html>", "DOCTYPE", 1, 0),
    "old-web-page": (b'<!DOCTYPE HTML PUBLIC "x" "y">\n<HTML></HTML>', "DOCTYPE", 1, 0),
    "web-page-without-doctype": (b"<html><body><br></body></html>", "NOT-XML", 1, 24),
    "bomb": (BOMB, "DOCTYPE", 2, 0),
    "bomb-after-comment": (b"<!-- x -->\n" + BOMB[22:], "DOCTYPE", 2, 0),
    "bomb-in-utf-16": (BOMB[22:].decode().encode("utf-16"), "DOCTYPE", 1, 0),
    "bomb-in-koi8": (b'<?xml version="1.0" encoding="koi8-r"?>\n' + BOMB[22:], "DOCTYPE", 2, 0),
    "outside-entity": (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "DOCTYPE", 1, 0),
    "outside-dtd": (b'<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>', "DOCTYPE", 1, 0),
    "unknown-entity": (b"<a>\n &nbsp;</a>", "NOT-XML", 2, 8),
    "cut-off": (b"<a><b>", "NOT-XML", 1, 7),
    "latin-1": ("<a>é</a>".encode("latin-1"), "NOT-XML", 1, 4),
    "nul": (b"<a>\0</a>", "NOT-XML", 1, 4),
    "two-roots": (b"<a/>\n<b/>", "NOT-XML", 2, 1),
    "unbound-prefix": (b"<tei:a/>", "NOT-XML", 1, 7),
    "wrong-encoding-name": (b'<?xml version="1.0" encoding="klingon"?><a/>', "NOT-XML", 1, 39),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files(name, tmp_path):
    data, code, line, column = HOSTILE[name]
    file = tmp_path / "some.xml"
    file.write_bytes(data)
    for read in (parse_file, check_output, validate):
        with pytest.raises(InputError) as caught:
            read(file)
        error = caught.value
        assert (error.code, error.line, error.column) == (code, line, column)
        assert str(error).startswith(str(file)) and "\n" not in str(error) and len(str(error)) < 300
        assert error.cure


@pytest.mark.parametrize(
    "data", [b"<a>" * 300 + b"</a>" * 300, b"<a>" + b"x" * 10_100_000 + b"</a>"], ids=["deep", "long"]
)
def test_limits_of_the_parser(data):
    with pytest.raises(LimitError) as caught:
        parse_bytes(data, "some.xml")
    assert caught.value.code == "XML-LIMIT"


def test_no_tree_of_a_large_file(tmp_path, monkeypatch):
    monkeypatch.setattr(xml, "MAX_TREE", 10)
    file = tmp_path / "some.xml"
    file.write_bytes(b"<a>0123456789</a>")
    with pytest.raises(LimitError) as caught:
        parse_file(file)
    assert caught.value.code == "TREE-SIZE"


def test_no_file(tmp_path):
    for path, code in ((tmp_path / "none.xml", "NO-FILE"), (tmp_path, "NOT-A-FILE")):
        with pytest.raises(InputError) as caught:
            parse_file(path)
        assert caught.value.code == code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "koi8-r"])
def test_encodings(encoding):
    name = encoding.removesuffix("-sig")
    data = f'<?xml version="1.0" encoding="{name}"?><?xml-model href="x"?><!-- c --><a>b</a>'.encode(encoding)
    assert parse_bytes(data).getroot().text == "b"


def test_duplicate_ids_are_left_to_the_schema():
    assert len(parse_bytes(b'<a><b xml:id="x"/><b xml:id="x"/></a>').getroot()) == 2
