"""Says what is wrong with a profile in words that help: what stands there, what may stand there, how to mend it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, get_args, get_origin

#: Complaint of TOML's reader (the beginning of it) → what to do.
_TOML_CURES = {
    "Unescaped '\\'": "write patterns between three apostrophes, '''…''': there a backslash is a backslash",
    "Illegal character '\\n'": "the text has no end in this line: close the quotation mark",
    "Unterminated string": "a quotation mark is never closed",
    "Expected \"'": "an apostrophe is never closed",
    "Invalid value": "write text between quotation marks: \"…\" (plain ones), or '''…''' for a pattern",
    "Unclosed array": "put a comma between two entries of a list, and ] at its end",
    "Unclosed inline table": "a table in { } must stand in one line",
    "Cannot overwrite": "this key stands twice in one table: keep one",
    "Cannot declare": "a table in single brackets may stand once only; rules begin with two: [[block]]",
    "Expected ']": "close the brackets: [profile], [[block]]",
    "Invalid initial character": "write key = value; a table in { } must stand in one line",
    "Expected '='": "write key = value, and # before a remark",
    "Expected newline": "one key = value to a line; figures do not begin with 0",
}

#: Complaint of RE2 (the beginning of it) → what to do.
_PATTERN_CURES = {
    "missing )": r"close the bracket; a bracket that is printed is written \(",
    "unexpected )": r"a bracket is closed that nobody opened; one that is printed is written \)",
    "missing ]": r"close the class; a square bracket that is printed is written \[",
    "invalid repetition size": "repeat at most 1,000 times in all; of two numbers the smaller one stands first",
    "no argument for repetition": r"nothing stands before it; to mean the character, write \* \+ \?",
    "bad repetition": r"one sign of repetition is enough; to mean the character, write \* \+ \?",
    "invalid character class": r"a range runs from the smaller to the larger (a-z); letters are \p{L}, \p{Lu}, \p{Ll}",
    "invalid named capture": "a named group is written (?P<name>…)",
    "trailing \\": r"a backslash that is printed is written \\",
}
_NO_SUCH_FEATURE = "RE2 has no look-around or back-references: see docs/profiles.md"


def nearest(name: str, known: Iterable[str]) -> str:
    """Return a cure for a name that is not known: the one it resembles, or those there are."""
    possible = sorted(known)
    near = alike(name, possible)
    return f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(possible[:12]) or 'none'}"


def alike(name: str, known: Iterable[str]) -> list[str]:
    """Return the known name that a name resembles, in a list; an empty list for none."""
    import difflib  # only when something is wrong

    return difflib.get_close_matches(name, list(known), 1)


def toml_mistake(complaint: str) -> tuple[str, str]:
    """Return TOML's complaint without its place, and what to do."""
    what = complaint.partition(" (at")[0]
    cures = (cure for begin, cure in _TOML_CURES.items() if what.startswith(begin))
    return what, next(cures, "mend the TOML there")


def pattern_cure(complaint: str) -> str:
    """Return what to do about a pattern that RE2 cannot read."""
    return next((cure for begin, cure in _PATTERN_CURES.items() if complaint.startswith(begin)), _NO_SUCH_FEATURE)


def key_mistake(complaint: Any) -> tuple[str, str]:
    """Say what pydantic complains of (one of its ``errors()``), and what to do; its place is a path of keys."""
    names = [str(step) for step in complaint["loc"] if not isinstance(step, int)]
    shapes = ("bool", "Pages", "Corrections", "str", "list[str]")  # which of two shapes was tried
    names = [name for name in names if name not in shapes]
    name, given, limits = names[-1] if names else "", complaint["input"], complaint.get("ctx", {})
    kind = complaint["type"]
    if kind == "extra_forbidden":
        return f"there is no key {name!r} here", _where_it_belongs(name, names[:-1])
    if kind == "missing":
        return f"the key {name!r} is missing", _what_to_add(name, names[:-1])
    told = _shortened(given)
    if kind == "literal_error":
        possible = [one for one in re.findall(r"'([^']*)'", limits["expected"]) if one]
        near = alike(str(given), possible)
        cure = f"did you mean {near[0]!r}? " if near else ""
        return f"{name}: {told} is not possible", f"{cure}possible are: {', '.join(possible)}"
    if kind == "string_pattern_mismatch":
        proposed = re.sub(r"[^a-z0-9]+", "-", str(given).lower()).strip("-") or "speaker-label"
        return f"{name}: {told} is no id", f"use small letters a-z, figures and hyphens, such as {proposed!r}"
    if kind == "too_short":
        return f"{name}: the list is empty", "give at least one text that the pattern must match"
    bounds = [f"{words} {limits[key]:g}" for key, words in _BOUNDS.items() if key in limits]
    if bounds:
        return f"{name}: {told} is out of range", f"write a number {' and '.join(bounds)}"
    wanted = next((words for begin, words in _WANTED.items() if kind.startswith(begin)), "something else")
    return f"{name}: {told} is {_kind_of(given)}, and {wanted[0]} is wanted", wanted[1].format(name=name)


_BOUNDS = {"gt": "greater than", "ge": "of at least", "lt": "less than", "le": "of at most"}

#: Beginning of pydantic's kind of complaint → what is wanted, how it is written.
_WANTED = {
    "bool": ("yes or no", "write true or false, without quotation marks"),
    "string": ("text", 'write it between quotation marks: "…"'),
    "list": ("a list", 'put square brackets around it: {name} = ["…"]'),
    "int": ("a whole number", "write figures without quotation marks"),
    "float": ("a number", "write figures without quotation marks"),
    "model": ("a table", 'put braces around it, with keys: {name} = {{ element = "…" }}'),
    "dict": ("a table", 'put braces around it, with keys: {name} = {{ … = "…" }}'),
}


def _kind_of(given: object) -> str:
    kinds = {bool: "yes or no", str: "text", int: "a number", float: "a number", list: "a list", dict: "a table"}
    return kinds.get(type(given), "something else")


def _shortened(given: object) -> str:
    text = str(given).lower() if isinstance(given, bool) else repr(given)
    return text if len(text) <= 40 else f"{text[:39]}…"


def _where_it_belongs(name: str, path: list[str]) -> str:
    known = _model(path).keys() if _model(path) else []
    near = alike(name, known)
    if near:
        return f"did you mean {near[0]!r}?"
    homes = [f"[{home}]" if one else f"[[{home}]]" for home, one in _HOMES.items() if name in _model([home])]
    if name in _model([]):
        homes.append(f"the top of the file, as [{name}] or [[{name}]]")
    return f"it belongs to {' or '.join(homes)}" if homes else f"possible are: {', '.join(known)}"


#: Tables at the top of a profile → whether there is one of them only.
_HOMES = {"profile": True, "layout": True, "people": True, "connectives": True, "business": True,
          "steps": True, "sign": False, "division": False, "block": False, "inline": False}  # fmt: skip


def _model(path: list[str]) -> dict[str, Any]:
    """Return the keys (with their fields) that the language has at a place such as ``["block", "wrap", "speaker"]``."""
    from tei_encoder.rules.profile import ProfileFile

    fields: dict[str, Any] = {field.alias or name: field for name, field in ProfileFile.model_fields.items()}
    for step in path:
        if step not in fields:
            continue  # the name of a group, a term, a word list
        inside = fields[step].annotation
        while get_origin(inside) is not None:  # list[…], dict[str, …], bool | …
            inside = get_args(inside)[-1]
        fields = {field.alias or name: field for name, field in getattr(inside, "model_fields", {}).items()}
    return fields


def _what_to_add(name: str, path: list[str]) -> str:
    if not path and name == "profile":
        return 'begin the file with [profile], id = "…" and title = "…"'
    field = _model(path).get(name)
    told = f": {field.description}" if field is not None and field.description else ""
    return f"add it{told}"
