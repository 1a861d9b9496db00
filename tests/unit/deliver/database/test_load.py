"""Texts in a real BaseX server: all of them or none, as they were sent, and what is said when it cannot be."""

import os
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner
from killing import ends_before

from tei_encoder.app.cli import main
from tei_encoder.check.xml import parse_file
from tei_encoder.deliver.database.basex import Refused, Session
from tei_encoder.deliver.database.load import load
from tei_encoder.model.errors import InputError, StorageError, TeiEncoderError, UsageError

from .conftest import PASSWORD, USER

ODD = "  two  blanks,\u00a0a no-break space, \U0001d11e, ÿ\u0100, <hi>\n</hi> &amp; &lt;tags&gt;\t\n"


def paths(session: Session, database: str) -> list[str]:
    return session.ask("declare variable $n external; sort(collection($n) ! db:path(.))", n=database).split()


def databases(session: Session) -> set[str]:
    return set(session.ask("db:list()").split())


def text_of(session: Session, path: str) -> str:
    return session.ask("declare variable $p external; string(doc($p)//*:text)", p=path)


@pytest.fixture
def small(tmp_path: Path) -> dict[str, Path]:
    """Two short texts."""
    found = {}
    for name, words in (("one.xml", "One."), ("odd.xml", ODD)):
        found[name] = tmp_path / name
        found[name].write_text(
            f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p>{words}</p></body></text></TEI>',
            encoding="utf-8",
        )
    return found


def test_the_seeds_are_there_as_they_were_sent(session: Session, seeds: dict[str, Path]) -> None:
    assert load(session, "seeds", seeds) == 5
    assert paths(session, "seeds") == sorted(seeds)
    for path, file in seeds.items():
        (text,) = parse_file(file).getroot().iterchildren("{*}text")
        assert text_of(session, f"seeds/{path}") == "".join(text.itertext())
    assert session.ask("declare variable $n external; db:info($n)//fulltextindex/string()", n="seeds") in ("true", "")
    assert session.ask('count(collection("seeds")//*:p[text() contains text "revolution"])') != "0"


def test_loaded_twice_it_is_the_same(session: Session, seeds: dict[str, Path]) -> None:
    def whole() -> str:
        return session.ask('for $d in collection("twice") order by db:path($d) return (db:path($d), $d)')

    load(session, "twice", seeds)
    once = whole()
    assert load(session, "twice", seeds) == 5 and whole() == once
    assert load(session, "twice", seeds, add=True) == 5 and whole() == once
    assert "twice_loading" not in databases(session)


def test_odd_characters_come_through(session: Session, small: dict[str, Path]) -> None:
    load(session, "odd", small)
    kept = "  two  blanks,\u00a0a no-break space, \U0001d11e, ÿ\u0100, \n & <tags>\t\n"
    assert text_of(session, "odd/odd.xml") == kept


def test_replaced_or_added(session: Session, small: dict[str, Path]) -> None:
    one, odd = ({name: small[name]} for name in ("one.xml", "odd.xml"))
    assert load(session, "more", one, add=True) == 1
    assert load(session, "more", odd, add=True) == 2
    assert paths(session, "more") == ["odd.xml", "one.xml"]
    assert load(session, "more", odd) == 1 and paths(session, "more") == ["odd.xml"]


@pytest.mark.parametrize("add", [False, True])
def test_what_fails_half_way_leaves_the_old_one(
    session: Session, small: dict[str, Path], tmp_path: Path, add: bool
) -> None:
    load(session, "kept", {"one.xml": small["one.xml"]})
    broken = tmp_path / "broken.xml"
    broken.write_text("<TEI>")
    with pytest.raises(InputError):
        load(session, "kept", {**small, "z.xml": broken}, add=add)
    assert paths(session, "kept") == ["one.xml"] and "kept_loading" not in databases(session)


def test_a_text_that_comes_back_changed_is_no_text(
    session: Session, small: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server that is set up to drop blanks, say; here what is sent is changed on its way."""
    load(session, "true", {"one.xml": small["one.xml"]})
    honest = Session.replace
    monkeypatch.setattr(Session, "replace", lambda self, path, data: honest(self, path, data.replace(b"  two", b"two")))
    with pytest.raises(StorageError) as caught:
        load(session, "true", small)
    assert caught.value.code == "LOADED-TEXT" and paths(session, "true") == ["one.xml"]


def test_a_database_that_somebody_has_open_is_left_alone(session: Session, small: dict[str, Path], port: int) -> None:
    load(session, "open", {"one.xml": small["one.xml"]})
    with Session("127.0.0.1", port, USER, PASSWORD) as reader:
        reader.execute("OPEN open")
        with pytest.raises(StorageError, match="opened by another process") as caught:
            load(session, "open", small)
        assert caught.value.code == "LOADING" and caught.value.exit_code == 7
        assert paths(session, "open") == ["one.xml"] and "open_loading" not in databases(session)
    assert load(session, "open", small) == 2


def test_where_the_exchange_stops_half_way_the_new_one_is_kept(
    session: Session, small: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    load(session, "halved", {"one.xml": small["one.xml"]})
    honest = Session.execute
    right, wrong = "ALTER DB halved_loading", "ALTER DB none"
    monkeypatch.setattr(Session, "execute", lambda self, command: honest(self, command.replace(right, wrong)))
    with pytest.raises(StorageError, match="still called halved_loading") as caught:
        load(session, "halved", small)
    assert caught.value.code == "LOADING" and paths(session, "halved_loading") == ["odd.xml", "one.xml"]


def test_two_do_not_load_at_once(session: Session, small: dict[str, Path], port: int) -> None:
    with Session("127.0.0.1", port, USER, PASSWORD) as other:
        other.execute("CREATE DB busy_loading")
        with pytest.raises(StorageError, match="opened by another process"):
            load(session, "busy", small)
        assert "busy_loading" in databases(session), "it is the other one's"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
def test_killed_half_way_it_leaves_the_old_or_the_new(session: Session, small: dict[str, Path], port: int) -> None:
    load(session, "killed", {"one.xml": small["one.xml"]})

    send = Session._send

    def work() -> None:
        def counted(self: Session, *strings: bytes) -> None:
            sys.audit("open", "the server", "w", 0)  # a message is a moment, as a touch of the disk is
            send(self, *strings)

        Session._send = counted  # type: ignore[method-assign]
        with Session("127.0.0.1", port, USER, PASSWORD) as own:
            load(own, "killed", small)

    for moment in range(1, 100):
        ended = ends_before(moment, work)
        assert paths(session, "killed") in (["one.xml"], ["odd.xml", "one.xml"])
        if ended:
            break
    assert ended and moment > 25 and paths(session, "killed") == ["odd.xml", "one.xml"]
    assert "killed_loading" not in databases(session)


@pytest.mark.parametrize("name", ["", "ä", "a b", "a;DROP DB seeds", "1a", "a.b", "../x", "x" * 65, "a*"])
def test_names_that_no_database_gets(session: Session, small: dict[str, Path], name: str) -> None:
    before = databases(session)
    with pytest.raises(UsageError) as caught:
        load(session, name, small)
    assert caught.value.code == "DATABASE" and databases(session) == before


def refused(host: str, port: int, password: str = PASSWORD, user: str = USER) -> TeiEncoderError:
    with pytest.raises(StorageError) as caught:
        Session(host, port, user, password)
    assert caught.value.exit_code == 7 and "\n" not in str(caught.value)
    return caught.value


def test_who_is_not_known_there(port: int) -> None:
    assert refused("127.0.0.1", port, "wrong").code == "LOGIN"
    assert refused("127.0.0.1", port, "pässwort\u20ac").code == "LOGIN"
    assert refused("127.0.0.1", port, user="nobody").code == "LOGIN"


@contextmanager
def pretending(*said: bytes) -> Iterator[int]:
    """Something else than BaseX that listens, says this, hears something after each but the last, and is gone."""

    def answer() -> None:
        with listening.accept()[0] as visitor:
            for number, one in enumerate(said, 1):
                visitor.sendall(one)
                if number < len(said):
                    visitor.recv(1000)

    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        threading.Thread(target=answer, daemon=True).start()
        yield int(listening.getsockname()[1])


def test_nobody_answers() -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        assert refused("127.0.0.1", nobody.getsockname()[1]).code == "NO-SERVER"


@pytest.mark.parametrize("said", [(), (b"SSH-2.0\0",), (b"BaseX:123\0",), (b"BaseX:12",)])
def test_something_else_answers(said: tuple[bytes, ...]) -> None:
    with pretending(*said) as port:
        assert refused("127.0.0.1", port).code == "NO-SERVER"


def test_a_server_that_goes_away_is_said_to_be_gone(small: dict[str, Path]) -> None:
    with pretending(b"BaseX:123\0", b"\0", b"") as port, Session("127.0.0.1", port, USER, PASSWORD) as session:
        with pytest.raises(StorageError) as caught:
            load(session, "gone", small)
        assert caught.value.code == "NO-SERVER"


def test_what_a_query_does_not_do_is_told_in_the_words_of_the_server(session: Session) -> None:
    with pytest.raises(Refused, match="FOAR0001"):
        session.ask("1 div 0")
    assert session.ask("declare variable $a external; $a", a="\u00e4\n<&") == "\u00e4\n<&", "it goes on"


# the command


def said(*arguments: object, typed: str | None = None) -> tuple[int, str]:
    run = CliRunner().invoke(main, ["load", "basex", *map(str, arguments)], input=typed)
    return run.exit_code, run.output.strip()


def test_the_command(port: int, session: Session, small: dict[str, Path], tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text(f"{PASSWORD}\n")
    where = ("--port", port, "--database", "command", "--password-from", secret)
    small["one.xml"].rename(tmp_path / "Möwe 1.xml")
    assert said(tmp_path, *where) == (0, "command: 2 texts")
    assert paths(session, "command") == ["Mowe-1.xml", "odd.xml"]
    assert said(tmp_path / "odd.xml", *where) == (0, "command: 1 text")
    assert said(tmp_path / "Möwe 1.xml", "--add", *where) == (0, "command: 2 texts")
    secret.write_text("wrong")
    code, told = said(tmp_path, *where)
    assert code == 7 and told.startswith(f"127.0.0.1:{port}: error: LOGIN ")
    (tmp_path / "broken.xml").write_text("<TEI>")
    code, told = said(tmp_path, *where)
    assert code == 3 and told.splitlines()[-1] == "nothing was loaded"
    code, told = said(tmp_path / "odd.xml", "--database", "command", "--port", port)
    assert code == 2 and "error: PASSWORD " in told


def test_two_files_of_one_name_are_refused(tmp_path: Path, small: dict[str, Path]) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "one.xml").write_bytes(small["one.xml"].read_bytes())
    code, told = said(tmp_path, tmp_path / "other", "--database", "clash")
    assert code == 2 and "error: NAME-CLASH" in told and "make two databases" in told
