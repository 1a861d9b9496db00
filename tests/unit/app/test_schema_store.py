"""The store of schemas: what is added or fetched is kept with its origin, and nothing else is taken for a schema."""

import hashlib
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from tei_encoder.app import schema_store
from tei_encoder.app.schema_store import OFFICIAL, add, fetch, stored
from tei_encoder.check.schemas import find_schema
from tei_encoder.check.validate import validate
from tei_encoder.model.errors import InputError, LimitError, UsageError

RNG = b'<element name="a" xmlns="http://relaxng.org/ns/structure/1.0"><empty/></element>'


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("TEI_ENCODER_SCHEMAS", raising=False)
    return tmp_path / "cache" / "tei-encoder" / "schemas"


@pytest.fixture
def server() -> Iterator[str]:
    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path == "/nonsense.rng":
                self.wfile.write(b"hello\n")
                return
            self.send_response(404 if self.path == "/missing.rng" else 200)
            if self.path == "/cut.rng":
                self.send_header("Transfer-Encoding", "chunked")
                self.end_headers()
                self.wfile.write(b"fff\r\n<element")
                return
            self.end_headers()
            while self.path == "/slow.rng":
                self.wfile.write(b" " * 70_000)
                time.sleep(0.01)
            self.wfile.write(RNG)

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Answer) as http:
        threading.Thread(target=http.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{http.server_port}"
        http.shutdown()


def test_a_schema_that_was_added_can_be_named(tmp_path: Path, cache: Path) -> None:
    (tmp_path / "any.rng").write_bytes(RNG)
    added = add("ours", tmp_path / "any.rng")
    assert find_schema("ours") == cache / "ours.rng" == Path(added.file)
    assert added.sha256 == hashlib.sha256(RNG).hexdigest()
    assert added.origin == str(tmp_path / "any.rng")
    assert added in stored()
    (tmp_path / "a.xml").write_text("<a/>")
    (tmp_path / "b.xml").write_text("<b/>")
    assert validate(tmp_path / "a.xml", "ours") == []
    assert validate(tmp_path / "b.xml", "ours") != []


def test_a_schema_that_has_changed_since_says_so(tmp_path: Path) -> None:
    (tmp_path / "any.rng").write_bytes(RNG)
    Path(add("ours", tmp_path / "any.rng").file).write_bytes(RNG + b"\n")
    assert [one.origin for one in stored() if one.name == "ours"] == ["changed since it was added"]


def test_our_own_schemas_are_listed_first() -> None:
    assert [one.name for one in stored()][:1] == ["minutes"]
    assert {"minutes-xsd", "minutes-sch", "minutes-rnc"} <= {one.name for one in stored()}


def test_fetched_with_its_address(server: str, cache: Path) -> None:
    fetched = fetch("ours", f"{server}/ours.rng")
    assert (fetched.origin, Path(fetched.file)) == (f"{server}/ours.rng", cache / "ours.rng")
    assert Path(fetched.file).read_bytes() == RNG


def test_offline_and_missing_are_said_and_leave_nothing(server: str, cache: Path) -> None:
    ours = [f"{server}/{name}.rng" for name in ("missing", "nonsense", "cut")]
    for address in (*ours, "http://127.0.0.1:1/ours.rng", "https://no-such-host.invalid/x.rng"):
        with pytest.raises(InputError) as caught:
            fetch("ours", address, seconds=5)
        assert caught.value.code == "FETCH"
    assert not cache.exists()


def test_an_answer_without_end_is_not_waited_for(server: str, cache: Path) -> None:
    with pytest.raises(InputError, match="too long"):
        fetch("ours", f"{server}/slow.rng", seconds=0.1)
    assert not cache.exists()


def test_what_is_no_file_is_not_listed(cache: Path, tmp_path: Path) -> None:
    (cache / "folder.rng").mkdir(parents=True)
    (cache / "gone.rng").symlink_to(tmp_path / "gone")
    assert not {"folder", "gone"} & {one.name for one in stored()}


def test_official_addresses_are_asked_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def urlopen(request: schema_store.Request, timeout: float) -> None:
        asked.append(request.full_url)
        raise OSError("offline")

    monkeypatch.setattr(schema_store, "urlopen", urlopen)
    for name in OFFICIAL:
        with pytest.raises(InputError):
            fetch(name)
    assert asked == list(OFFICIAL.values())
    assert all(address.startswith("https://") for address in asked)
    with pytest.raises(UsageError, match="no address"):
        fetch("unheard-of")


@pytest.mark.parametrize(
    "name, file, data, code",
    [
        ("ours", "any.rng", b"<a/>", "NOT-A-SCHEMA"),
        ("ours", "any.rng", b"no XML", "NOT-XML"),
        ("ours", "any.rng", b"<!DOCTYPE a><a/>", "DOCTYPE"),
        ("ours", "any.rnc", b"<html>Please log in</html>", "NOT-A-SCHEMA"),
        ("ours", "any.dtd", RNG, "NOT-A-SCHEMA"),
        ("ours", "any.xsd", RNG, "NOT-A-SCHEMA"),
        ("../ours", "any.rng", RNG, "SCHEMA-NAME"),
        ("minutes", "any.rng", RNG, "SCHEMA-NAME"),
        ("ours", "missing.rng", None, "NO-FILE"),
    ],
)
def test_what_is_no_schema_is_refused(
    tmp_path: Path, cache: Path, name: str, file: str, data: bytes | None, code: str
) -> None:
    if data is not None:
        (tmp_path / file).write_bytes(data)
    with pytest.raises((InputError, UsageError)) as caught:
        add(name, tmp_path / file)
    assert caught.value.code == code
    assert not cache.exists()


def test_what_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema_store, "MAX_SCHEMA", 10)
    (tmp_path / "any.rng").write_bytes(RNG)
    with pytest.raises(LimitError):
        add("ours", tmp_path / "any.rng")


def test_one_name_is_one_schema(tmp_path: Path, cache: Path) -> None:
    """Of two kinds with one name only one would ever be asked, and nobody would know which."""
    (tmp_path / "any.rng").write_bytes(RNG)
    add("ours", tmp_path / "any.rng")
    (tmp_path / "any.xsd").write_bytes(b'<schema xmlns="http://www.w3.org/2001/XMLSchema"/>')
    with pytest.raises(UsageError, match="another kind of schema"):
        add("ours", tmp_path / "any.xsd")
    assert sorted(file.name for file in cache.rglob("ours*")) == ["ours.rng", "ours.rng.json"]
