"""Reads a sidecar and says in plain words, with the line, what is wrong with it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Literal, NoReturn, get_args, get_origin, get_type_hints

from tei_encoder.encode.calendars import is_date
from tei_encoder.encode.facts import Author, Facts, same_form
from tei_encoder.model.errors import LimitError, ProfileError
from tei_encoder.model.limits import MAX_TOML
from tei_encoder.model.tei import NOT_XML

Keys = tuple[str | int, ...]

_MANUAL = "docs/sidecar.md lists the keys"
_LANGUAGE = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_LONG_STRING = re.compile(r"\"{3}.*?\"{3}|'{3}.*?'{3}", re.DOTALL)
_TABLE = re.compile(r"\s*(\[\[?)\s*([^\]#]+?)\s*\]")
_KEY = re.compile(r"\s*([\w\"'.\- ]+?)\s*=")


def read_sidecar(path: Path) -> Facts:
    """Read the facts in a TOML file.

    Raises ProfileError ``SIDECAR`` with the line of what is wrong, LimitError beyond ``limits.MAX_TOML``.
    """
    sidecar = _Sidecar(path)
    if "profile" in sidecar.data:
        cure = "a profile needs another name than the text, such as our-rules.toml"
        sidecar.wrong(("profile",), "this is a profile, and facts about the text of that name were looked for", cure)
    facts: Facts = sidecar.made(Facts, sidecar.data, ())
    sidecar.check(facts)
    return facts


class _Sidecar:
    """One sidecar: its text, so that errors can name the line, and what TOML makes of it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        if path.is_dir():
            raise ProfileError("SIDECAR", "is a folder, and the facts about a text are a file", "rename it", path=path)
        if path.is_symlink() and not path.exists():
            what, cure = "is a link that leads to nothing", "mend or remove it"
            raise ProfileError("SIDECAR", what, cure, path=path)
        try:
            content = path.read_bytes()
        except OSError as error:
            raise ProfileError("SIDECAR", f"cannot be read: {error.strerror}", path=path) from None
        if len(content) > MAX_TOML:
            raise LimitError("TOML-SIZE", f"a sidecar may have {MAX_TOML:,} bytes", _MANUAL, path=path)
        try:
            self.text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            raise ProfileError("SIDECAR", "is not UTF-8", "save it as UTF-8", path=path, line=line) from None
        try:
            self.data = tomllib.loads(self.text)
        except RecursionError:
            raise ProfileError("SIDECAR", "has too many brackets inside brackets", path=path) from None
        except ValueError as error:
            raise self._syntax(str(error)) from None

    def _syntax(self, message: str) -> ProfileError:
        """Turn what tomllib says, "… (at line 3, column 5)" or "(at end of document)", into our error."""
        what, _, where = message.partition(" (at ")
        numbers = [int(number) for number in re.findall(r"\d+", where)]
        line, column = numbers if len(numbers) == 2 else (self.text.count("\n") + 1, 0)
        cure = 'text stands in quotes, as in title = "Minutes"; a day does not, as in date = 1921-05-03'
        return ProfileError("SIDECAR", f"is not TOML: {what}", cure, path=self.path, line=line, column=column)

    def wrong(self, keys: Keys, message: str, cure: str = _MANUAL) -> NoReturn:
        """Raise the error about the value at ``keys``, with its line."""
        raise ProfileError("SIDECAR", message, cure, path=self.path, line=line_of(self.text, keys))

    def made(self, kind: Any, value: object, keys: Keys) -> Any:
        """Return what stands at ``keys`` as a field of this kind has it; the kinds are those in ``encode/facts.py``.

        ``year = 1954`` is as good as ``year = "1954"``, and one thing as good as a list of one.
        """
        if get_origin(kind) is tuple:
            items = value if isinstance(value, list) else [value]
            made = [self.made(get_args(kind)[0], item, (*keys, place)) for place, item in enumerate(items)]
            return tuple(one for one in made if one != "")  # nothing is said by an empty text, in a list as alone
        if isinstance(value, list):
            self.wrong(keys, f"`{_name(keys)}` is one thing, not a list", "give it once")
        if kind is Author and isinstance(value, str):
            return Author(self._text(value, keys))
        if hasattr(kind, "_fields"):
            return self._table(kind, value, keys)
        if get_origin(kind) is Literal:
            allowed = [repr(one) for one in get_args(kind) if one]
            if value not in get_args(kind):
                cure = f"write {', '.join(allowed[:-1])} or {allowed[-1]}"
                self.wrong(keys, f"`{_name(keys)}` cannot be {value!r:.40}", cure)
            return value
        return self._text(value, keys)

    def _table(self, kind: Any, value: object, keys: Keys) -> Any:
        where = f" in [{keys[0]}]" if keys else ""
        if not isinstance(value, dict):
            key = _name(keys)
            self.wrong(keys, f"`{key}` has keys of its own", f"write [{key}] and its keys on lines below")
        kinds = get_type_hints(kind)
        for key in value:  # a misspelt key is reported before the key that is missing because of it
            if key not in kinds:
                self.wrong((*keys, key), f"there is no key `{key}`{where}{_hint(key, kind)}")
        given = {key: self.made(kinds[key], inner, (*keys, key)) for key, inner in value.items()}
        for key in kinds:
            if key not in given and key not in kind._field_defaults:
                self.wrong((*keys, key), f"`{key}` is missing{where}")
        return kind(**given)

    def _text(self, value: object, keys: Keys) -> str:
        """Return a text, a number or a day as text, with its white space made one space."""
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            self.wrong(keys, f"`{_name(keys)}` must be text", f'write {_name(keys)} = "..."')
        text = str(value)
        if not text.isprintable() and (bad := re.search(NOT_XML, text)):
            message = f"`{_name(keys)}` holds U+{ord(bad[0]):04X}, which XML cannot hold"
            self.wrong(keys, message, "take the character out")
        return " ".join(text.split())

    def check(self, facts: Facts) -> None:
        """Raise an error where facts contradict each other or are no facts."""
        if facts.language and not _LANGUAGE.fullmatch(facts.language):
            self.wrong(("language",), f"{facts.language!r:.40} is no language code", 'write "en", "de", "ru"')
        for key in ("date", "until"):
            if (day := getattr(facts, key)) and not is_date(day, facts.calendar):
                cure = f'write {key} = 1921-05-03, or "1921-05", or "1921"'
                self.wrong((key,), f"{day!r:.40} is no date" + _in(facts.calendar), cure)
        if facts.until and not facts.date:
            self.wrong(("until",), "`until` needs `date`", "write the first day as date = 1921-05-03")
        if facts.until and facts.until < facts.date:
            self.wrong(("until",), "`until` is before `date`", "`date` is the first day, `until` the last")
        for place, name in enumerate(facts.unknown):
            if name not in Facts._fields:
                self.wrong(("unknown", place), f"there is no key `{name}`{_hint(name, Facts)}")
            if name in self.data and name != "unknown":
                self.wrong((name,), f"`{name}` is given and also listed as unknown", "take one of them out")
        owners: dict[str, int] = {}
        for place, person in enumerate(facts.person):
            for form in (person.name, *person.variants):
                if (owner := owners.setdefault(same_form(form), place)) != place:
                    message = f"the form {form!r:.60} is given to {facts.person[owner].name!r:.60} too"
                    self.wrong(("person", place), message, "a printed form belongs to one person")


def _name(keys: Keys) -> str:
    return next((part for part in reversed(keys) if isinstance(part, str)), "")


def _in(calendar: str) -> str:
    return f" of the {calendar} calendar" if calendar else ""


def _hint(key: str, table: Any) -> str:
    """Say what was probably meant by an unknown key: one that looks like it, or the table it belongs to."""
    from difflib import get_close_matches

    if near := get_close_matches(key.lower(), list(table._fields), 1):
        return f": did you mean `{near[0]}`?"
    inner = {name: next(iter(get_args(kind)), kind) for name, kind in get_type_hints(Facts).items()}
    homes = [f"[{name}]" for name, kind in inner.items() if key in getattr(kind, "_fields", ())]
    return f": it belongs under {' or '.join(homes)}" if homes else ""


def line_of(text: str, keys: Keys) -> int:
    """Return the line (1-based) of a TOML text where the value at ``keys`` is given, 0 where it is not found.

    ``("person", 1, "name")`` is ``name`` under the second ``[[person]]``. Where that key has no line of its
    own (it is missing, or inside brackets) the line of the nearest key above it is returned.
    """
    best, found = 0, 0
    for number, position in _positions(_LONG_STRING.sub(lambda string: "\n" * string[0].count("\n"), text)):
        shared = min(len(position), len(keys))
        if shared > best and position[:shared] == keys[:shared]:
            best, found = shared, number
    return found


def _positions(text: str) -> Iterator[tuple[int, Keys]]:
    """Yield the line and the keys of each table heading and each assignment of a TOML text."""
    table: Keys = ()
    seen: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if heading := _TABLE.match(line):
            name = heading[2]
            table = tuple(part.strip(" \"'") for part in name.split("."))
            if heading[1] == "[[":
                table = (*table, seen.setdefault(name, 0))
                seen[name] += 1
            yield number, table
        elif assignment := _KEY.match(line):
            yield number, (*table, *(part.strip(" \"'") for part in assignment[1].split(".")))
