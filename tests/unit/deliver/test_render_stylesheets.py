"""Stylesheets behind the fence: what users may do works, what nobody may do is refused in one line."""

import sys
import time
from pathlib import Path

import pytest
from lxml import etree

from tei_encoder.deliver.stylesheets import load_stylesheet
from tei_encoder.deliver.transform import transform
from tei_encoder.model.errors import LimitError, StylesheetError, TeiEncoderError, UsageError

TEI = etree.ElementTree(etree.fromstring('<TEI xmlns="http://www.tei-c.org/ns/1.0"><text>Hello</text></TEI>'))
ROOT = "xmlns:x='http://www.w3.org/1999/XSL/Transform' xmlns:t='http://www.tei-c.org/ns/1.0'"
SECRET = "the-secret-of-another-folder"


def sheet(folder: Path, main: str, rest: str = "", attributes: str = "version='1.0'", name: str = "user.xsl") -> Path:
    """Write a stylesheet whose root template says ``main``; ``rest`` stands before it."""
    path = folder / name
    path.write_text(
        f"<x:stylesheet {ROOT} {attributes}>{rest}<x:output method='text'/>\n"
        f"<x:template match='/'>{main}</x:template></x:stylesheet>",
        encoding="utf-8",
    )
    return path


def part(path: Path, says: str, doctype: str = "") -> Path:
    """Write a stylesheet with one named template, to be included by others."""
    template = f"<x:template name='part'>{says}</x:template>"
    path.write_text(f"{doctype}<x:stylesheet {ROOT} version='1.0'>{template}</x:stylesheet>", encoding="utf-8")
    return path


@pytest.fixture()
def folder(tmp_path: Path) -> Path:
    """Return the user's folder; a secret lies in the folder above."""
    part(tmp_path / "secret.xsl", SECRET)
    (tmp_path / "secret.xml").write_text(f"<secret>{SECRET}</secret>", encoding="utf-8")
    inside = tmp_path / "inside"
    inside.mkdir()
    return inside


def refusal(path: Path) -> StylesheetError:
    with pytest.raises(StylesheetError) as caught:
        load_stylesheet(path)
    assert caught.value.exit_code == 4
    assert SECRET not in str(caught.value)
    return caught.value


def test_a_users_stylesheet_runs_with_parameters(folder: Path) -> None:
    who = ' it\'s "me" – ж'
    path = sheet(folder, "<x:value-of select='concat(//t:text, $who)'/>", "<x:param name='who'/>")
    assert transform(TEI, path, {"who": who}).decode() == "Hello" + who


def test_it_may_include_its_neighbours(folder: Path) -> None:
    (folder / "sub").mkdir()
    part(folder / "sub" / "a part.xsl", "neighbour")
    path = sheet(folder, "<x:call-template name='part'/>", "<x:include href='sub/a%20part.xsl'/>")
    assert transform(TEI, path) == b"neighbour"


def test_it_may_build_on_ours(folder: Path) -> None:
    rest = "<x:import href='tei-encoder:html.xsl'/><x:template name='about'>MINE</x:template>"
    page = transform(TEI, sheet(folder, "<x:apply-templates/>", rest))
    assert b"MINE" in page
    assert b"Hello" in page


@pytest.mark.parametrize("instruction", ["include", "import"])
@pytest.mark.parametrize(
    "href",
    [
        "../secret.xsl",
        "%2e%2e/secret.xsl",
        "{file}",
        "/etc/passwd",
        "file://elsewhere{path}",
        "http://example.org/x.xsl",
        "ftp://example.org/x.xsl",
        "tei-encoder:../pyproject.toml",
        "tei-encoder:/etc/passwd",
    ],
)
def test_nothing_outside_its_folder_is_included(folder: Path, href: str, instruction: str) -> None:
    secret = folder.parent / "secret.xsl"
    href = href.format(file=secret.as_uri(), path=secret)
    path = sheet(folder, "<x:call-template name='part'/>", f"<x:{instruction} href='{href}'/>")
    error = refusal(path)
    assert (error.code, error.path) == ("STYLESHEET-REACH", str(path))


def test_a_symbolic_link_does_not_lead_out(folder: Path) -> None:
    (folder / "link.xsl").symlink_to(folder.parent / "secret.xsl")
    path = sheet(folder, "<x:call-template name='part'/>", "<x:include href='link.xsl'/>")
    assert refusal(path).code == "STYLESHEET-REACH"


def test_an_included_file_is_checked_too(folder: Path) -> None:
    secret = (folder.parent / "secret.xml").as_uri()
    part(folder / "part.xsl", "&e;", f"<!DOCTYPE x [<!ENTITY e SYSTEM '{secret}'>]>")
    error = refusal(sheet(folder, "", "<x:include href='part.xsl'/>"))
    assert error.code == "STYLESHEET-DOCTYPE"
    assert error.path.endswith("part.xsl")


def test_a_stylesheet_that_includes_itself_ends(folder: Path) -> None:
    refusal(sheet(folder, "", "<x:include href='user.xsl'/>"))


@pytest.mark.parametrize("address", ["/etc/passwd", "{file}", "../secret.xml", "user.xsl", "", "http://example.org/"])
def test_document_reads_nothing(folder: Path, address: str) -> None:
    address = address.format(file=(folder.parent / "secret.xml").as_uri())
    try:
        result = transform(TEI, sheet(folder, f"[<x:copy-of select=\"document('{address}')\"/>]"))
    except StylesheetError as error:
        assert (error.code, error.line) == ("STYLESHEET-REACH", 2)
        assert SECRET not in str(error)
    else:
        assert result == b"[]"


@pytest.mark.parametrize(
    ("name", "namespace", "attribute"),
    [
        ("document", "http://exslt.org/common", "href"),
        ("output", "http://icl.com/saxon", "file"),
        ("write", "org.apache.xalan.xslt.extensions.Redirect", "file"),
    ],
)
def test_writing_is_refused(folder: Path, name: str, namespace: str, attribute: str) -> None:
    target = folder / "written.txt"
    main = f"<e:{name} {attribute}='{target}'>x</e:{name}>"
    attributes = f"version='1.0' xmlns:e='{namespace}'"
    extension = f"{attributes} extension-element-prefixes='e'"
    assert refusal(sheet(folder, main, attributes=extension)).code == "STYLESHEET-EXTENSION"
    # Without the declaration it is an element of the result, and writes nothing.
    transform(TEI, sheet(folder, main, attributes=attributes))
    assert not target.exists()


@pytest.mark.parametrize("name", ["for-each-group", "document", "result-document", "function"])
def test_what_is_not_xslt_1_0_is_refused_instead_of_passed_over(folder: Path, name: str) -> None:
    error = refusal(sheet(folder, f"\n<x:{name} href='written.txt' select='x'>x</x:{name}>"))
    assert (error.code, error.line) == ("XSLT-INSTRUCTION", 3)
    assert name in error.message


@pytest.mark.parametrize("version", ["version='2.0'", "version='3.0'", "version='1.1'", "version=''", ""])
def test_only_xslt_1_0(folder: Path, version: str) -> None:
    error = refusal(sheet(folder, "", attributes=version))
    assert (error.code, error.line) == ("XSLT-VERSION", 1)


def test_a_later_version_in_the_middle_is_refused(folder: Path) -> None:
    assert refusal(sheet(folder, "<b x:version='2.0'/>")).code == "XSLT-VERSION"


CALL = "<x:call-template name='a'><x:with-param name='n' select='$n - 1'/></x:call-template>"
ENDLESS = {
    "STYLESHEET-FAILED": "<x:template name='a'><x:call-template name='a'/></x:template>",
    # Never more than 60 calls inside each other, and 2 to the power of 60 of them.
    "TRANSFORM-TIME": f"<x:template name='a'><x:param name='n' select='60'/>"
    f"<x:if test='$n &gt; 0'>{CALL}{CALL}</x:if></x:template>",
}


@pytest.mark.parametrize("code", ENDLESS)
def test_a_run_without_end_is_stopped(folder: Path, code: str) -> None:
    path = sheet(folder, "<x:call-template name='a'/>", ENDLESS[code])
    began = time.monotonic()
    with pytest.raises((LimitError, StylesheetError)) as caught:
        transform(TEI, path, seconds=2)
    assert time.monotonic() - began < 8
    assert caught.value.code == code


@pytest.mark.skipif(sys.platform == "win32", reason="memory limits are POSIX")
def test_memory_is_bounded(folder: Path) -> None:
    doubling = "".join(f"<x:variable name='v{n + 1}' select='concat($v{n}, $v{n})'/>" for n in range(36))
    main = f"<x:variable name='v0' select=\"'xxxxxxxx'\"/>{doubling}<x:value-of select='$v36'/>"
    with pytest.raises(TeiEncoderError) as caught:
        transform(TEI, sheet(folder, main), seconds=60)
    assert caught.value.exit_code in (4, 6)


@pytest.mark.parametrize(
    ("main", "code", "line"),
    [
        ("\n<b c=d/>", "STYLESHEET-BROKEN", 3),
        ("\n<x:value-of select='1 +'/>", "STYLESHEET-BROKEN", 3),
        ("\n<x:call-template name='no'/>", "STYLESHEET-FAILED", 3),
        ("\n<x:value-of select='no-such()'/>", "STYLESHEET-FAILED", 3),
        ("<x:message terminate='yes'>enough</x:message>", "STYLESHEET-FAILED", 0),
    ],
)
def test_a_broken_stylesheet_gives_one_line(folder: Path, main: str, code: str, line: int) -> None:
    with pytest.raises(StylesheetError) as caught:
        transform(TEI, sheet(folder, main))
    assert (caught.value.code, caught.value.line) == (code, line)
    assert "\n" not in str(caught.value)
    assert "user.xsl" in str(caught.value)


def test_what_is_no_stylesheet(folder: Path) -> None:
    assert refusal(folder / "nothing.xsl").code == "NO-STYLESHEET"
    assert refusal(folder).code == "NO-STYLESHEET"
    plain = folder / "plain.xml"
    plain.write_text("<a/>", encoding="utf-8")
    assert refusal(plain).code == "NOT-A-STYLESHEET"
    plain.write_text("<a>" + " " * 2_000_000 + "</a>", encoding="utf-8")
    with pytest.raises(LimitError):
        load_stylesheet(plain)


def test_a_parameter_that_is_not_there_is_refused_instead_of_passed_over(folder: Path) -> None:
    mine = sheet(folder, "", "<x:import href='tei-encoder:text.xsl'/><x:param name='who'/>")
    for where in ("text", mine):
        transform(TEI, where, {"speakers": "no"})
        with pytest.raises(UsageError, match="no parameter 'speaker'") as caught:
            transform(TEI, where, {"speaker": "no"})
        assert (caught.value.code, caught.value.cure) == ("PARAMETER", "did you mean 'speakers'?")
    transform(TEI, mine, {"who": "x"})
    with pytest.raises(UsageError, match="'from'"):  # a parameter of one of its templates only
        transform(TEI, "text", {"from": "1"})


def test_a_parameter_that_cannot_be_passed(folder: Path) -> None:
    for where in ("text", sheet(folder, "", "<x:param name='speakers'/>")):
        with pytest.raises((UsageError, StylesheetError)) as caught:
            transform(TEI, where, {"speakers": "a\0b"})
        assert caught.value.code == "STYLESHEET-PARAMETER"
