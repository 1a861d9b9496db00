"""One profile file as it stands on the disk: read, its keys checked, and where in it things are said."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from tei_encoder.model.errors import ProfileError
from tei_encoder.model.limits import MAX_TOML
from tei_encoder.rules.mistakes import key_mistake, toml_mistake
from tei_encoder.rules.profile import ProfileFile


class ProfileText:
    """One profile file as it stands on the disk: its bytes, its tables, and where in it things are said."""

    def __init__(self, path: Path) -> None:
        """Read and check the file at ``path``; raises ProfileError."""
        self.path = path
        try:
            self.data = path.read_bytes()
        except OSError as error:
            raise ProfileError("PROFILE-FILE", f"{error.strerror}", "check the path", path=path) from None
        if len(self.data) > MAX_TOML:
            raise ProfileError("PROFILE-SIZE", f"larger than {MAX_TOML:,} bytes", "split it up", path=path)
        try:
            self.lines = self.data.decode("utf-8-sig").splitlines()
            self._starts: dict[str, list[int]] = {}
            for row, text in enumerate(self.lines):
                if text.startswith("["):
                    self._starts.setdefault(text.partition("]")[0].strip("[ "), []).append(row)
            tables = tomllib.loads("\n".join(self.lines) + "\n")
        except UnicodeDecodeError:
            raise ProfileError("PROFILE-TOML", "this is not UTF-8", "save it as UTF-8", path=path) from None
        except tomllib.TOMLDecodeError as error:
            where = re.search(r"line (\d+), column (\d+)", str(error))
            line, column = (int(where[1]), int(where[2])) if where else (len(self.lines), 1)
            what, cure = toml_mistake(str(error))
            raise ProfileError("PROFILE-TOML", what, cure, path=path, line=line, column=column) from None
        try:
            self.content = ProfileFile.model_validate(tables)
        except ValidationError as error:
            raise self._mistake(error) from None

    def line_of(self, section: str, number: int = 0, key: str = "") -> int:
        """Return the line (1-based) of the ``number``-th table ``section``, or of ``key`` in it."""
        starts = self._starts.get(section, [])
        if number >= len(starts):
            loose = re.compile(rf"\s*{re.escape(section)}\s*[=.]")  # a key above all tables
            return next((row for row, text in enumerate(self.lines, 1) if loose.match(text)), 1)
        return self.line_in(starts[number] + 1, key) if key else starts[number] + 1

    def line_in(self, start: int, key: str) -> int:
        """Return the line (1-based) of ``key`` in the table that begins in the line ``start``; that, if it has none."""
        pattern = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[=.]")
        for i in range(start, len(self.lines)):
            if pattern.match(self.lines[i]):
                return i + 1
            if re.match(r"\s*\[\[?[\w.]+\]\]?\s*(#.*)?$", self.lines[i]):
                break
        return start

    def _mistake(self, error: ValidationError) -> ProfileError:
        """Turn pydantic's first complaint into one line with the place and the cure."""
        complaints = error.errors()
        # A table in the place of true or false is tried as both: what is said of the table helps.
        first = next((one for one in complaints if not (one["type"] == "bool_type" and isinstance(one["input"], dict))),
                     complaints[0])  # fmt: skip
        names = [str(step) for step in first["loc"]]
        section = names[0] if names else ""
        number = int(names[1]) if len(names) > 1 and names[1].isdigit() else 0
        keys = [name for name in names[1:] if not name.isdigit()]
        line = self.line_of(section, number, keys[0] if keys else "")
        return ProfileError("PROFILE-KEY", *key_mistake(first), path=self.path, line=line)


def read_text(path: Path) -> ProfileText:
    """Read the profile file at ``path``, once as long as it does not change. Raises ProfileError."""
    try:
        return _read(path, path.stat().st_mtime_ns)
    except OSError as error:
        raise ProfileError("PROFILE-FILE", f"{error.strerror}", "check the path", path=path) from None


@lru_cache(maxsize=64)
def _read(path: Path, _changed: int) -> ProfileText:
    return ProfileText(path)
