"""The commands that let others fetch texts: ``serve``, and ``package oai`` for places without a server."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tei_encoder.app.command import PATH
from tei_encoder.app.console import say, tell
from tei_encoder.app.package_commands import packages

if TYPE_CHECKING:
    from tei_encoder.deliver.feed.server import Service

_BASE = "urn:x-tei-encoder:"


@click.command()
@click.argument("inputs", nargs=-1, required=True, type=PATH, metavar="TEI|FOLDER|ROOT...")
@click.option("--oai", is_flag=True, help="Offer OAI-PMH 2.0 at /oai, for harvesters.")
@click.option("--dts", is_flag=True, help="Offer Distributed Text Services 1.0 at /dts, for programs to read with.")
@click.option("--email", default="", metavar="ADDRESS", help="Who answers questions; OAI-PMH demands it.")
@click.option("--name", default="", metavar="NAME", help="What the feed is called, instead of the title in --meta.")
@click.option("--meta", type=PATH, metavar="FILE.toml", help="A sidecar for all texts: title, publisher, licence.")
@click.option("--base", default=_BASE, metavar="URI", help="What identifiers of files begin with.")
@click.option("--host", default="127.0.0.1", metavar="HOST", help="Address to listen at; 0.0.0.0 for everybody.")
@click.option("--port", default=8080, metavar="N", type=click.IntRange(0, 65535), help="Port; 0 for any that is free.")
@click.option("--url", default="", metavar="URL", help="The address that others see, where a proxy stands before it.")
@click.option("--page", default=50, metavar="N", type=click.IntRange(1, 1000), help="Records in one answer.")
def serve(
    inputs: tuple[Path, ...], oai: bool, dts: bool, email: str, name: str, meta: Path | None, base: str, host: str,
    port: int, url: str, page: int,
) -> int:  # fmt: skip
    """Let others fetch TEI files (or those in OCFL storage roots) from this computer, until Ctrl-C ends it.

    Only programs on this computer can ask, unless --host says otherwise. The header of each file must say on which day
    it was encoded: encode with --date.

    \b
    Examples:
      tei-encoder serve out --oai --email archive@example.org
      tei-encoder serve store --oai --email archive@example.org --url https://example.org
      tei-encoder serve out --dts
    """
    from tei_encoder.app.feed import dts_services, oai_service, provider_of, shelf_of
    from tei_encoder.deliver.feed.server import Server
    from tei_encoder.model.errors import UsageError

    if not (oai or dts):
        raise UsageError("USAGE", "nothing is offered", "say --oai, --dts, or both")
    shelf, code = shelf_of(inputs, base)
    if code:
        return code
    services: dict[str, Service] = {}
    with Server(host, port, services, say) as server:
        place = url.rstrip("/") or server.place
        if oai:
            services["/oai"] = oai_service(provider_of(shelf, inputs, meta, name, f"{place}/oai", email, page))
        if dts:
            offered = dts_services(shelf, inputs, meta, name, f"{place}/dts")
            services |= {f"/dts{path}": service for path, service in offered.items()}
        for path in ["/oai"] * oai + ["/dts"] * dts:
            say(f"{len(shelf.texts)} text{'s' * (len(shelf.texts) != 1)} at {server.place}{path} (Ctrl-C ends it)")
        server.serve_forever()
    return 0


@packages.command(name="oai")
@click.argument("inputs", nargs=-1, required=True, type=PATH, metavar="TEI|FOLDER|ROOT...")
@click.option("-o", "--out", required=True, type=PATH, metavar="FILE.xml", help="The file to write.")
@click.option("--url", required=True, metavar="URL", help="Its address behind the gateway that answers for it.")
@click.option("--email", default="", metavar="ADDRESS", help="Who answers questions; OAI-PMH demands it.")
@click.option("--name", default="", metavar="NAME", help="What the feed is called, instead of the title in --meta.")
@click.option("--meta", type=PATH, metavar="FILE.toml", help="A sidecar for all texts: title, publisher, licence.")
@click.option("--base", default=_BASE, metavar="URI", help="What identifiers of files begin with.")
def static(
    inputs: tuple[Path, ...], out: Path, url: str, email: str, name: str, meta: Path | None, base: str
) -> int:  # fmt: skip
    """Write an OAI static repository: one file that a gateway offers to harvesters, where you have no server.

    \b
    Example:
      tei-encoder package oai out -o feed.xml --url https://gw.example/oai/example.org/feed.xml --email a@example.org
    """
    from tei_encoder.app.feed import provider_of, shelf_of
    from tei_encoder.deliver import atomic
    from tei_encoder.deliver.feed.static import write_static

    shelf, code = shelf_of(inputs, base)
    if not code:
        atomic.keep([text.path for text in shelf.texts if text.path], out)
        texts = write_static(provider_of(shelf, inputs, meta, name, url, email), out)
        tell(f"{out}: {texts} text{'s' if texts > 1 else ''}")
    return code
