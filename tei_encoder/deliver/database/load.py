"""Puts TEI files into a BaseX database so that it has all of them, or is what it was before.

The texts go into a database beside it (``name_loading``). They are read back and must be what was sent; then one
command puts it in the place of the old one. (A query could do that, too, but BaseX does not promise in which order it
drops and renames: in a test the new one was dropped.) Whatever goes wrong before leaves the old one as it was; the rest
of a broken attempt is cleared away by the next one. Of two attempts at once the server refuses the second.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping
from pathlib import Path

from tei_encoder.check.xml import parse_tei
from tei_encoder.deliver.database.basex import Refused, Session
from tei_encoder.model.errors import StorageError, TeiEncoderError, UsageError
from tei_encoder.model.tei import NAMESPACE
from tei_encoder.readers.files import open_file

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}")

#: How the server reads documents: every blank stays (CHOP until version 9, STRIPWS from 10 on), nothing is fetched, and
#: there is an index of words. A version that does not know an option does not need it.
_OPTIONS = ("CHOP false", "STRIPWS false", "STRIPNS false", "XINCLUDE false", "DTD false", "INTPARSE false",
            "PARSER xml", "FTINDEX true")  # fmt: skip

_TEXT = f"""
declare namespace t = "{NAMESPACE}";
declare namespace output = "http://www.w3.org/2010/xslt-xquery-serialization";
declare option output:method "text";
declare variable $path external;
string(doc($path)/t:TEI/t:text)
"""
_COPY = """
declare variable $new external;
declare variable $old external;
db:copy($old, $new)
"""


def load(session: Session, database: str, documents: Mapping[str, Path], *, add: bool = False) -> int:
    """Make a database of some TEI files, by the paths that they shall have in it; returns how many it holds then.

    An older database of this name is replaced; with ``add`` its other documents are kept. Loaded twice, it is the
    same. Raises UsageError DATABASE for a name that BaseX does not take everywhere, InputError for what is no TEI,
    StorageError: NO-SERVER, LOADING (the server refuses: it is in use, perhaps), LOADED-TEXT (it changes the text).
    """
    if not _NAME.fullmatch(database):
        cure = "a name begins with a letter, and has at most 64 letters, digits, - and _ (no umlauts)"
        raise UsageError("DATABASE", f"{database!r} is no name of a database", cure)
    work, place = f"{database}_loading", f"{session.place}/{database}"
    try:
        _prepare(session, database, work, add)  # refused where another one is loading: its work is not ours to clear
        try:
            for path, file in documents.items():
                tree = parse_tei(file)
                with open_file(file) as stream:
                    session.replace(path, stream.read())
                kept = session.ask(_TEXT, path=f"{work}/{path}")
                if kept != str(tree.xpath("string(/t:TEI/t:text)", namespaces={"t": NAMESPACE})):
                    cure = "look how the server is set up (its file .basex): it changes texts"
                    raise StorageError("LOADED-TEXT", "the database does not hold the text as sent", cure, path=file)
            session.execute("OPTIMIZE")
            number = int(session.ask("declare variable $name external; count(collection($name))", name=work))
            session.execute("CLOSE")
        except (Refused, TeiEncoderError):
            with contextlib.suppress(Refused, StorageError):
                session.execute("CLOSE")
                session.execute(f"DROP DB {work}")
            raise
        _exchange(session, database, work)
    except Refused as refused:
        cure = "the database is as it was; if it is open somewhere, close it there"
        raise StorageError("LOADING", f"BaseX refuses: {_last_line(str(refused))}", cure, path=place) from None
    return number


def _prepare(session: Session, database: str, work: str, add: bool) -> None:
    """Make the database beside the other one, and open it."""
    for option in _OPTIONS:
        with contextlib.suppress(Refused):
            session.execute(f"SET {option}")
    if add and _exists(session, database):
        session.execute(f"DROP DB {work}")
        session.ask(_COPY, new=work, old=database)
        session.execute(f"OPEN {work}")
    else:
        session.execute(f"CREATE DB {work}")


def _exchange(session: Session, database: str, work: str) -> None:
    """Put the new database in the place of the old one; where BaseX refuses that, clear the new one away.

    Unless the old one is gone already: then nothing may be cleared away, and it is said where the texts are.
    """
    try:
        session.execute(f'EXECUTE "DROP DB {database}; ALTER DB {work} {database}"')
    except Refused as refused:
        if not _exists(session, database):
            what = f"the old database is gone, and the new one is still called {work}: {_last_line(str(refused))}"
            raise StorageError("LOADING", what, "give it its name: ALTER DB", path=session.place) from None
        session.execute(f"DROP DB {work}")
        raise


def _exists(session: Session, database: str) -> bool:
    return session.ask("declare variable $name external; db:exists($name)", name=database) == "true"


def _last_line(told: str) -> str:
    """Return what matters of what BaseX says: its last line (before it stands where in a query it stopped)."""
    return told.strip().rpartition("\n")[2] or "it does not say why"
