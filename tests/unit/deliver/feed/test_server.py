"""The server: what HTTP asks of it, its limits, its end."""

import http.client
import signal
import socket
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tei_encoder.deliver.feed.server import Server
from tei_encoder.model.errors import UsageError
from tei_encoder.model.limits import MAX_REQUEST

from .conftest import serving

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def request(
    address: str, method: str, path: str, body: str | None = None, headers: dict[str, str] | None = None
) -> tuple[int, bytes, http.client.HTTPMessage]:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=20)
    connection.request(method, path, body, headers or {})
    response = connection.getresponse()
    return response.status, response.read(), response.headers


def test_get_post_and_head_say_the_same(address: str) -> None:
    status, got, headers = request(address, "GET", "/oai?verb=ListSets")
    assert status == 200 and headers["Content-Type"].startswith("text/xml") and b"<ListSets>" in got
    assert request(address, "POST", "/oai", "verb=ListSets", FORM)[1][-200:] == got[-200:]
    status, nothing, headers = request(address, "HEAD", "/oai?verb=ListSets")
    assert (status, nothing) == (200, b"") and int(headers["Content-Length"]) == len(got)


def test_an_escaped_argument_is_understood(address: str) -> None:
    path = "/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=urn%3Ax-tei-encoder%3Aboard%2Ffirst"
    assert b"<dc:title>Board</dc:title>" in request(address, "GET", path)[1]


@pytest.mark.parametrize(
    ("method", "path", "body", "headers", "status"),
    [
        ("GET", "/", None, {}, 404),
        ("GET", "/../../etc/passwd", None, {}, 404),
        ("GET", "/oai?verb=" + "x" * MAX_REQUEST, None, {}, 414),
        ("GET", "/oai?" + "a=b&" * 50, None, {}, 400),
        ("POST", "/oai", "verb=Identify", {"Content-Type": "application/json"}, 415),
        ("POST", "/oai", "x" * (MAX_REQUEST + 1), FORM, 413),
        ("POST", "/oai", None, {**FORM, "Transfer-Encoding": "chunked"}, 411),
        ("PUT", "/oai", "verb=Identify", FORM, 405),
        ("DELETE", "/oai?verb=Identify", None, {}, 405),
    ],
)
def test_what_is_no_request(
    address: str, method: str, path: str, body: str | None, headers: dict[str, str], status: int
) -> None:
    assert request(address, method, path, body, headers)[0] == status
    assert request(address, "GET", "/oai?verb=Identify")[0] == 200, "it goes on"


def test_it_ends_with_ctrl_c_and_lets_go_of_the_port(out: Path) -> None:
    with serving(str(out), "--oai", "--email", "a@example.org", "--port", "0") as (address, process):
        port = urlsplit(address).port or 0
        with pytest.raises(UsageError, match=f"port {port} is taken"):
            Server("127.0.0.1", port, {}, print)
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 130
        assert process.stderr is not None and process.stderr.read().strip().endswith("interrupted")
    Server("127.0.0.1", port, {}, print).server_close()


def test_only_this_computer_unless_told_otherwise(address: str) -> None:
    assert urlsplit(address).hostname == "127.0.0.1"


@pytest.mark.parametrize(("host", "port"), [("192.0.2.1", 0), ("no such host", 0), ("127.0.0.1", 99999)])
def test_where_nobody_can_listen(host: str, port: int) -> None:
    with pytest.raises(UsageError) as caught:
        Server(host, port, {}, print)
    assert caught.value.code == "PORT"


def test_a_silent_visitor_does_not_keep_others_waiting(address: str) -> None:
    silent = socket.create_connection((urlsplit(address).hostname, urlsplit(address).port))
    silent.sendall(b"GET /oai?verb=Identify HTTP/1.1\r\nHost:")
    assert request(address, "GET", "/oai?verb=Identify")[0] == 200
    silent.close()
