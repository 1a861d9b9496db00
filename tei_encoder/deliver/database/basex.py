"""A conversation with a BaseX server, over its own protocol (documented by BaseX as "Server Protocol").

Strings are UTF-8 and end with a zero byte; in what the server sends, the bytes 00 and FF inside have an FF before them.
The password itself is never sent, only a digest; what is sent is not encrypted.
"""

from __future__ import annotations

import re
import socket
from hashlib import md5
from types import TracebackType

from tei_encoder.model.errors import StorageError
from tei_encoder.model.limits import MAX_CONNECT_SECONDS, MAX_DATABASE_SECONDS

_REPLACE, _QUERY, _BIND, _RUN, _CLOSE = b"\x0c", b"\x00", b"\x03", b"\x05", b"\x02"
_SIGN = re.compile(rb"[\x00\xff]")


class Refused(Exception):
    """What a server answers to something that it does not do, in its own words."""


class Session:
    """One conversation: commands, documents, queries; ``with Session(…) as session: …``.

    Raises StorageError from every method: NO-SERVER where nobody answers, or not any more; LOGIN where user or password
    are not known. Refused is what the server does not do.
    """

    def __init__(self, host: str, port: int, user: str, password: str) -> None:
        self.place = f"{host}:{port}"
        try:
            self._socket = socket.create_connection((host, port), timeout=MAX_CONNECT_SECONDS)
        except (OSError, UnicodeError) as error:
            raise self._gone(getattr(error, "strerror", None) or str(error)) from None
        self._socket.settimeout(MAX_DATABASE_SECONDS)
        self._in = self._socket.makefile("rb")
        try:
            self._log_in(user, password)
        except BaseException:
            self.close()
            raise

    def _log_in(self, user: str, password: str) -> None:
        realm, colon, nonce = self._string().rpartition(":")
        if not colon:
            raise self._gone("it speaks another protocol, or is older than BaseX 8")
        self._send(user.encode(), _digest(f"{_digest(f'{user}:{realm}:{password}')}{nonce}").encode())
        if not self._agrees():
            cure = "check --user and the file of --password-from"
            raise StorageError("LOGIN", f"BaseX does not know {user!r} with this password", cure, path=self.place)

    def execute(self, command: str) -> str:
        """Carry out a command of BaseX; returns what it prints."""
        self._send(command.encode())
        result, told = self._string(), self._string()
        if not self._agrees():
            raise Refused(told)
        return result

    def replace(self, path: str, data: bytes) -> None:
        """Put an XML document into the database that is open, in the place of one with the same path."""
        self._send(_REPLACE + path.encode(), data)
        told = self._string()
        if not self._agrees():
            raise Refused(told)

    def ask(self, query: str, **variables: str) -> str:
        """Ask a query; ``variables`` are its external variables, as strings. Returns its result as text."""
        number = self._about_a_query(_QUERY, query)
        try:
            for name, value in variables.items():
                self._about_a_query(_BIND, number, name, value, "")
            return self._about_a_query(_RUN, number)
        finally:
            self._about_a_query(_CLOSE, number)

    def _about_a_query(self, code: bytes, *words: str) -> str:
        first, *others = (word.encode() for word in words)
        self._send(code + first, *others)
        result = self._string()
        if not self._agrees():
            raise Refused(self._string())
        return result

    def close(self) -> None:
        """End the conversation. What was open on the server is closed there."""
        self._in.close()
        self._socket.close()

    def _send(self, *strings: bytes) -> None:
        try:
            self._socket.sendall(b"".join(string + b"\0" for string in strings))
        except OSError as error:
            raise self._gone(str(error)) from None

    def _agrees(self) -> bool:
        return self._read(1) == b"\0"

    def _string(self) -> str:
        found = bytearray()
        while True:
            ready = self._peek()
            sign = _SIGN.search(ready)
            found += self._read(sign.start() if sign else len(ready))
            if sign and self._read(1) == b"\0":
                return found.decode("utf-8", "replace")
            if sign:
                found += self._read(1)

    def _peek(self) -> bytes:
        try:
            ready = self._in.peek()
        except (OSError, ValueError) as error:
            raise self._gone(str(error)) from None
        if not ready:
            raise self._gone("the conversation was broken off")
        return ready

    def _read(self, number: int) -> bytes:
        self._peek()
        return self._in.read(number)

    def _gone(self, why: str) -> StorageError:
        cure = "is it started there (basexserver), and are --host and --port right?"
        return StorageError("NO-SERVER", f"no BaseX server answers: {why}", cure, path=self.place)

    def __enter__(self) -> Session:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _digest(words: str) -> str:
    return md5(words.encode(), usedforsecurity=False).hexdigest()  # BaseX wants MD5, and nothing else
