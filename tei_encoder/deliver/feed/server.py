"""A small web server for the feeds: reads requests within limits, asks a service, sends what it answers.

It knows nothing of the protocols. GET, HEAD and POST (a form) are understood. One answer is made at a time; slow
readers do not keep others waiting. Nothing of a request but its path and its arguments is used.
"""

from __future__ import annotations

import errno
import socket
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlsplit

from lxml import etree

from tei_encoder import __version__
from tei_encoder.model.errors import TeiEncoderError, UsageError
from tei_encoder.model.limits import MAX_REQUEST, MAX_REQUEST_SECONDS, MAX_REQUESTS

_METHODS = "GET, HEAD, POST"
_FORM = "application/x-www-form-urlencoded"


class Answer(NamedTuple):
    """What a service answers: the body, what it is, the status of HTTP, and what else belongs to it (``Link``)."""

    body: bytes
    kind: str = "text/xml; charset=utf-8"
    status: int = 200
    link: str = ""


#: What answers the requests for one path: gets the pairs of name and value.
Service = Callable[[Sequence[tuple[str, str]]], Answer]


class Server(ThreadingHTTPServer):
    """A web server for some services, by their paths (``/oai``).

    ``said`` is told in one line what went wrong with a request. Raises UsageError PORT where it cannot listen: the
    port is taken, is kept for the administrator, or the host is no address of this computer.
    """

    daemon_threads = True

    def __init__(self, host: str, port: int, services: Mapping[str, Service], said: Callable[[str], None]) -> None:
        self.services, self.said = services, said
        # One thread makes all answers. It parses first: where lxml makes an element before it parses, stylesheets
        # compiled later in that thread do not find their own variables there (measured with lxml 6.1).
        self.work = ThreadPoolExecutor(max_workers=1, initializer=etree.fromstring, initargs=(b"<begin/>",))
        self.room = threading.BoundedSemaphore(MAX_REQUESTS)
        try:
            family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
            self.address_family = family
            super().__init__((str(address[0]), port), _Request)
        except (OSError, OverflowError) as error:
            raise _no_place(error, host, port) from None

    @property
    def place(self) -> str:
        """The address at which it listens: ``http://127.0.0.1:8080``."""
        host, port = self.server_address[:2]
        return f"http://[{host!s}]:{port}" if ":" in str(host) else f"http://{host!s}:{port}"

    def server_bind(self) -> None:
        """Take the port, without asking the network for the name of this computer."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()

    def server_close(self) -> None:
        """Let go of the port, and of requests that nobody has begun to answer."""
        super().server_close()
        self.work.shutdown(wait=False, cancel_futures=True)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Pass over readers that have gone away."""


def _no_place(error: Exception, host: str, port: int) -> UsageError:
    number = getattr(error, "errno", None)
    if number == errno.EADDRINUSE:
        return UsageError("PORT", f"port {port} is taken by another program", "choose another with --port")
    if number == errno.EACCES:
        return UsageError("PORT", f"port {port} is kept for the administrator", "choose one above 1023 with --port")
    return UsageError("PORT", f"nobody can listen at {host}, port {port}", "check --host and --port")


class _Request(BaseHTTPRequestHandler):
    """One connection."""

    server: Server
    server_version = f"tei-encoder/{__version__}"
    sys_version = ""
    protocol_version = "HTTP/1.1"
    timeout = MAX_REQUEST_SECONDS

    def do_GET(self) -> None:
        """Answer a question in the address."""
        self._ask(urlsplit(self.path).query)

    def do_HEAD(self) -> None:
        """Answer the same without its body."""
        self.do_GET()

    def do_POST(self) -> None:
        """Answer a question in a form."""
        self.close_connection = True  # whatever follows a body that is not read is no request
        length = self.headers.get("Content-Length", "")
        if not (length.isascii() and length.isdigit()):
            return self._refuse(411, "say how long the form is")
        if int(length) > MAX_REQUEST:
            return self._refuse(413, "this form is too long")
        if self.headers.get_content_type() != _FORM:
            return self._refuse(415, f"send a form: {_FORM}")
        body = self.rfile.read(int(length))
        query = urlsplit(self.path).query
        self._ask("&".join(filter(None, (query, body.decode("ascii", "replace")))))

    def __getattr__(self, name: str) -> Any:
        """Refuse every other method."""
        if name.startswith("do_"):
            self.close_connection = True
            return lambda: self._refuse(405, "only GET, HEAD and POST are understood")
        raise AttributeError(name)

    def _ask(self, query: str) -> None:
        service = self.server.services.get(urlsplit(self.path).path.rstrip("/") or "/")
        if len(self.path) > MAX_REQUEST:
            return self._refuse(414, "this address is too long")
        if service is None:
            return self._refuse(404, f"the feeds are at {', '.join(sorted(self.server.services))}")
        try:
            arguments = parse_qsl(query, keep_blank_values=True, strict_parsing=False, max_num_fields=20)
        except ValueError:
            return self._refuse(400, "there are too many arguments")
        if not self.server.room.acquire(blocking=False):
            return self._refuse(503, "too many ask at once")
        try:
            answer = self.server.work.submit(service, arguments).result()
        except TeiEncoderError as error:
            self.server.said(str(error))
            return self._refuse(503, "a text cannot be read at the moment")
        finally:
            self.server.room.release()
        self._send(answer)

    def _refuse(self, status: int, what: str) -> None:
        self._send(Answer(f"{what}\n".encode(), "text/plain; charset=utf-8", status))

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("X-Content-Type-Options", "nosniff")
        if answer.link:
            self.send_header("Link", answer.link)
        if answer.status == 503:
            self.send_header("Retry-After", "60")
        if answer.status == 405:
            self.send_header("Allow", _METHODS)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing of ordinary requests."""
