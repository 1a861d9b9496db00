"""A real BaseX server, for the tests alone, and the five seeds to put into it."""

import os
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tei_encoder.app.corpus import encode_file
from tei_encoder.deliver.database.basex import Session
from tei_encoder.model.errors import StorageError

ROOT = Path(__file__).resolve().parents[4]
USER, PASSWORD = "admin", "admin"  # what a new server knows


@pytest.fixture(scope="session")
def port(needs: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Start the server, which only this computer can reach; yields its port."""
    home = tmp_path_factory.mktemp("basex")
    (home / ".basex").touch()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number = int(free.getsockname()[1])
    command = [needs("basexserver"), "-n127.0.0.1", f"-p{number}", "-z"]
    variables = {**os.environ, "JAVA_ARGS": f"-Dorg.basex.path={home}"}
    with (home / "said.txt").open("w") as said:
        server = subprocess.Popen(command, env=variables, stdout=said, stderr=said)
    try:
        for _ in range(150):
            try:
                Session("127.0.0.1", number, USER, PASSWORD).close()
                break
            except StorageError:
                assert server.poll() is None, (home / "said.txt").read_text()
                time.sleep(0.2)
        yield number
    finally:
        server.terminate()
        server.wait(20)


@pytest.fixture
def session(port: int) -> Iterator[Session]:
    """A conversation with the server."""
    with Session("127.0.0.1", port, USER, PASSWORD) as one:
        yield one


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The five seeds as TEI, by the paths that they get in a database."""
    folder = tmp_path_factory.mktemp("seeds")
    found = {}
    for source in sorted((ROOT / "seeds").glob("*.txt")):
        found[f"{source.stem}.xml"] = folder / f"{source.stem}.xml"
        encode_file(source, found[f"{source.stem}.xml"])
    return found
