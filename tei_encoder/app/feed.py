"""Feeds: from what the command line says to services that answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from tei_encoder.app.console import say
from tei_encoder.deliver.feed import dts
from tei_encoder.deliver.feed.library import Library
from tei_encoder.deliver.feed.oai import Provider, answer
from tei_encoder.deliver.feed.server import Answer, Service
from tei_encoder.deliver.feed.shelf import Shelf, open_shelf
from tei_encoder.encode.facts import Facts, load_facts
from tei_encoder.model.errors import UsageError

#: An address as OAI-PMH's schema wants it.
_EMAIL = re.compile(r"[^\s@]+@([^\s@.]+\.)+[^\s@.]+")
_URL = re.compile(r"https?://[^\s/?#]+[^\s?#]*")


def shelf_of(inputs: Sequence[Path], base: str) -> tuple[Shelf, int]:
    """Read all headers; returns the shelf and an exit code, 0 unless a file cannot be offered. Each is said."""
    shelf, wrong = open_shelf(inputs, base)
    for error in wrong:
        say(str(error))
    if wrong:
        say("nothing is offered")
    return shelf, wrong[0].exit_code if wrong else 0


def provider_of(
    shelf: Shelf, inputs: Sequence[Path], meta: Path | None, name: str, url: str, email: str, page: int = 50
) -> Provider:
    """Return who offers a shelf by OAI-PMH. Raises UsageError EMAIL, ADDRESS; ProfileError for ``meta``.

    The name is the one given, else the title in ``meta``, else that of the first folder.
    """
    if not _EMAIL.fullmatch(email):
        what = f"{email!r} is no e-mail address" if email else "OAI-PMH wants to know who answers questions"
        raise UsageError("EMAIL", what, "say --email somebody@example.org")
    common = load_facts(meta)
    return Provider(shelf, _called(inputs, common, name), _address(url), email, page, common)


def oai_service(provider: Provider) -> Service:
    """Return what answers harvesters."""
    return lambda arguments: Answer(answer(provider, arguments))


def dts_services(
    shelf: Shelf, inputs: Sequence[Path], meta: Path | None, name: str, url: str
) -> dict[str, Service]:  # fmt: skip
    """Return what answers programs for reading (Distributed Text Services), by the path below ``url``.

    Raises UsageError ADDRESS, ProfileError for ``meta``. The name is found as that of a provider.
    """
    common = load_facts(meta)
    return dts.services(Library(shelf, _called(inputs, common, name), _address(url), common))


def _called(inputs: Sequence[Path], common: Facts, name: str) -> str:
    return name or common.title or inputs[0].resolve().name


def _address(url: str) -> str:
    if not _URL.fullmatch(url):
        raise UsageError("ADDRESS", f"{url!r} is no address on the web", "it begins with https://")
    return url
