"""What all tests may ask for: outside tools, and the ``--accept`` switch of the golden tests."""

import os
import shutil
from collections.abc import Callable

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite the golden files; then read their diff")


@pytest.fixture(scope="session")
def needs() -> Callable[[str], str]:
    """Find an outside tool: ``needs("java")`` returns its path.

    Where it is missing the test is skipped on a user's machine and fails under CI=true: nothing may be left
    unlooked at there.
    """

    def find(tool: str) -> str:
        if found := shutil.which(tool):
            return found
        if os.environ.get("CI", "").lower() in ("1", "true"):
            pytest.fail(f"{tool} is not installed, and CI must skip nothing", pytrace=False)
        pytest.skip(f"{tool} is not installed: this is not checked here")

    return find


@pytest.fixture(scope="session")
def java(needs: Callable[[str], str]) -> str:
    """Return the path of ``java``, which the judge jing runs on."""
    return needs("java")
