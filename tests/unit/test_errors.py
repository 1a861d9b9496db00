"""Every exit code and every error code is explained in docs/errors.md, and nothing else is."""

import ast
import functools
import re
from collections.abc import Iterator
from pathlib import Path

from tei_encoder.model import errors
from tei_encoder.model.errors import EXIT_CODES, InputError, TeiEncoderError

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
CLASSES = {
    found.__name__: found
    for found in vars(errors).values()
    if isinstance(found, type) and issubclass(found, TeiEncoderError)
}


def rows(heading: str) -> list[list[str]]:
    """The cells of the table under a heading of the page."""
    section = PAGE.split(f"## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


@functools.cache
def raised() -> dict[str, set[int]]:
    """Every error code in the package with its exit codes.

    Found are ``SomeError("CODE", ...)``; calls of functions that make such an error of a parameter ``code``;
    and tuples ``("CODE", ...)`` in modules that choose between codes.
    """
    trees = [ast.parse(path.read_text("utf-8")) for path in sorted((ROOT / "tei_encoder").rglob("*.py"))]
    makers = {name: (0, "", found.exit_code) for name, found in CLASSES.items()}
    for function in (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        parameters = [parameter.arg for parameter in function.args.args]
        for name, call in calls(function, set(CLASSES)):
            if "code" in parameters and not isinstance(call.args[0], ast.Constant):
                constants = [part.value for part in ast.walk(call.args[0]) if isinstance(part, ast.Constant)]
                prefix = "".join(map(str, constants))  # of f"PROFILE-{code}"
                makers[function.name] = (parameters.index("code"), prefix, CLASSES[name].exit_code)
    codes: dict[str, set[int]] = {}
    for tree in trees:
        choices = [node.elts[0] for node in ast.walk(tree) if isinstance(node, ast.Tuple) and node.elts]
        for name, call in calls(tree, set(makers)):
            at, prefix, exit_code = makers[name]
            for code in choices if isinstance(call.args[at], ast.Name) else [call.args[at]]:
                if isinstance(code, ast.Constant) and re.fullmatch("[A-Z][A-Z-]+", str(code.value)):
                    codes.setdefault(prefix + str(code.value), set()).add(exit_code)
    return codes


def calls(tree: ast.AST, names: set[str]) -> Iterator[tuple[str, ast.Call]]:
    """All calls of functions with one of these names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield node.func.id, node


def test_the_exit_codes_are_those_of_the_page() -> None:
    assert {int(code.strip("`")): meaning for code, meaning in rows("Exit codes")} == EXIT_CODES
    assert {found.exit_code for found in CLASSES.values()} <= EXIT_CODES.keys()


def test_every_error_code_is_explained_once() -> None:
    table = rows("Error codes")
    listed = [code.strip("`") for code, *_ in table]
    assert listed == sorted(raised()), "docs/errors.md and the package differ (or it is not sorted)"
    for code, exits, meaning, cure in table:
        assert {int(number) for number in re.findall(r"\d+", exits)} == raised()[code.strip("`")], code
        assert meaning
        assert cure


def test_an_error_is_one_line_that_says_where_what_and_the_cure() -> None:
    error = InputError("SOME-CODE", "something is wrong", "mend it", path="a\nb\x1b.txt", line=3, column=4)
    assert str(error) == "a\\u000ab\\u001b.txt:3:4: error: SOME-CODE something is wrong; mend it"
    assert str(InputError("SOME-CODE", "wrong")) == "tei-encoder: error: SOME-CODE wrong"
    assert str(InputError("SOME-CODE", "wrong").at("a.txt")) == "a.txt: error: SOME-CODE wrong"
    assert str(InputError("SOME-CODE", "wrong", path="a.txt").at("b.txt")) == "a.txt: error: SOME-CODE wrong"
