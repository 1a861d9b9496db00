"""Makes the edition: a folder of pages for one document or many, that works from a disk, without a server."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any

from tei_encoder.deliver import atomic
from tei_encoder.deliver.edition import downloads, search
from tei_encoder.deliver.edition.compose import Edition, compose
from tei_encoder.deliver.edition.home import Entry, entry, home
from tei_encoder.deliver.edition.names import ASSETS, LOOK
from tei_encoder.deliver.stylesheets import Stylesheet, load_stylesheet
from tei_encoder.deliver.transform import transform, transform_pages
from tei_encoder.model.errors import StorageError, TeiEncoderError, UsageError
from tei_encoder.model.places import data_folder
from tei_encoder.model.several import each

__all__ = ["Stylesheet", "load_stylesheet", "render", "transform"]

#: The files that all pages share.
_MINISEARCH = ("minisearch/minisearch.js", "minisearch/minisearch.LICENSE.txt")
_SHARED = (LOOK, "edition.js", "search.css", "search.js", *_MINISEARCH)

_INDEX = "index.html"
_RESERVED = (ASSETS, "search", "index")


def render(
    paths: Sequence[Path],
    folder: Path,
    on_error: Callable[[TeiEncoderError], None] | None = None,
    *,
    lang: str = "",
    stylesheet: Path | None = None,
    jobs: int = 1,
) -> list[Path]:
    """Write the edition of TEI files: ``index.html`` for all, and a folder of pages, ``<stem>/``, for each.

    ``folder`` is made when it is missing. ``on_error``: called for each file that cannot be rendered, and the others
    go on; without it the first error is raised. ``lang``: the language of the interface, "" for that of each document.
    ``stylesheet``: one of the user's own that imports ``tei-encoder:site.xsl``. ``jobs``: processes to work in; what
    they write does not depend on how many. Returns the first page of each
    document, and the home page last.

    Raises ``UsageError`` (2) when two documents would have one folder, ``InputError`` (3) for a file that is not TEI,
    ``StylesheetError`` (4), ``LimitError`` (6), ``StorageError`` (7) when the folder cannot be written or holds pages
    that are no edition (IN-THE-WAY).
    """
    _refuse_clashes(paths)
    _refuse_foreign_pages(folder, paths)
    written: list[Path] = []
    entries: list[Entry] = []
    for path, made in zip(paths, _in_order(paths, folder, lang, stylesheet, jobs), strict=True):
        if isinstance(made, Entry):
            written.append(folder / path.stem / _INDEX)
            entries.append(made)
        elif on_error is None:
            raise made
        else:
            on_error(made)
    if entries:
        _share(folder)
        tree, sheet = home(entries, lang), load_stylesheet(stylesheet or "site")
        for key in ("home", "search"):
            name = _INDEX if key == "home" else f"{key}.html"
            atomic.write(folder / name, next(transform_pages(tree, sheet, [{"page": key, "lang": lang}])))
        written.append(folder / _INDEX)
    return written


def _in_order(
    paths: Sequence[Path], folder: Path, lang: str, stylesheet: Path | None, jobs: int
) -> Iterator[Entry | TeiEncoderError]:
    """Make the documents, and yield what comes of each: its entry for the home page, or why it could not be made."""
    # Each process has every so many-th document, and compiles the stylesheets once.
    tasks = [(paths[first::jobs], folder, lang, stylesheet) for first in range(min(jobs, len(paths)))]
    if len(tasks) < 2:
        yield from _documents(paths, folder, lang, stylesheet)
    else:
        shares = [wait() for wait in each(_all_documents, tasks, jobs)]
        yield from (made for row in zip_longest(*shares) for made in row if made is not None)


def _all_documents(*task: Any) -> list[Entry | TeiEncoderError]:
    return list(_documents(*task))


def _documents(
    paths: Sequence[Path], folder: Path, lang: str, stylesheet: Path | None
) -> Iterator[Entry | TeiEncoderError]:
    """Write the pages of documents one after the other; yield what comes of each."""
    sheet = load_stylesheet(stylesheet or "site")
    compiled = downloads.sheets()
    for path in paths:
        try:
            edition = compose(path, downloads.listed(path.stem))
            # All is made before anything is written: of a document that fails half way, nothing is left.
            made = [*_pages(edition, sheet, lang), (search.FILE, search.script(edition))]
            made += [(f"{downloads.FOLDER}/{name}", one) for name, one in downloads.contents(path, edition, compiled)]
            box = folder / path.stem
            atomic.make_folder(box / downloads.FOLDER)
            for name, content in made:
                atomic.write(box / name, content, lasting=False)
        except TeiEncoderError as error:
            yield error
        else:
            yield entry(edition)


def _share(folder: Path) -> None:
    """Write what all pages share: the look, the scripts."""
    atomic.make_folder(folder / ASSETS)
    for name in _SHARED:
        atomic.write(folder / ASSETS / Path(name).name, (data_folder("xslt") / name).read_bytes())


def _pages(edition: Edition, sheet: Stylesheet, lang: str) -> Iterator[tuple[str, bytes]]:
    """Yield the pages of one document: name of the file, and its bytes."""
    asked = [{"page": page.key, "lang": lang} for page in edition.pages]
    for page, made in zip(edition.pages, transform_pages(edition.tree, sheet, asked), strict=True):
        yield page.href, made


def _refuse_foreign_pages(folder: Path, paths: Sequence[Path]) -> None:
    """Refuse to write over somebody else's pages: an edition is a folder that has the script all its pages share."""
    if (folder / ASSETS / _SHARED[1]).is_file():
        return
    for name in (_INDEX, "search.html", *(f"{path.stem}/{_INDEX}" for path in paths)):
        if (folder / name).exists() or (folder / name).is_symlink():
            what = f"the folder holds {name}, and is no edition to be replaced"
            raise StorageError("IN-THE-WAY", what, "name another one", path=folder)


def _refuse_clashes(paths: Sequence[Path]) -> None:
    """Refuse two documents of one name; on some disks capitals make no difference."""
    taken: dict[str, object] = dict.fromkeys(_RESERVED, "the edition itself")
    for path in paths:
        name = path.stem.casefold()
        if name in taken:
            message = f"its folder would have the name of that of {taken[name]}"
            raise UsageError("NAME-CLASH", message, "rename one of them, or use two folders", path=path)
        taken[name] = path


