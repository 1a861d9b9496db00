"""The architecture, enforced: imports go down only, one module writes, one module knows the regex engine."""

import ast
import re
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "tei_encoder").rglob("*.py"))
FLOORS = {"model": 0, "readers": 1, "rules": 1, "encode": 2, "check": 3, "deliver": 3, "app": 4}
WRITES = re.compile(
    r"""\bopen\([^)]*["'](?:[rbt]*[wax+][bt+]*)["'] | \.write_(?:text|bytes)\( | \bos\.(?:replace|rename)\(
      | \bos\.open\( | \bshutil\.(?:copy|move) | \btempfile\b""",
    re.VERBOSE,
)


def name(module: Path) -> str:
    return module.relative_to(ROOT).as_posix()


def imports(module: Path) -> Iterator[str]:
    """All imports, those inside functions too, as dotted names."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(module)}:{node.lineno}: write the import in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_module_keeps_to_its_floor(module: Path) -> None:
    floor = FLOORS.get(module.relative_to(ROOT / "tei_encoder").parts[0], 5)  # 5: __init__ and __main__
    for imported in imports(module):
        top, *below = imported.split(".")
        if top == "tei_encoder" and below[0] in FLOORS:
            assert FLOORS[below[0]] <= floor, f"imports upwards: {imported}"
        elif floor == 0:
            assert top in {*sys.stdlib_module_names, "tei_encoder"}, f"model is not stdlib only: {imported}"
        if top == "re2":
            assert name(module) == "tei_encoder/rules/pattern.py", "only rules/pattern.py imports re2"
        assert top != "lxml" or floor > 1, "readers and rules know nothing of XML"
    text = module.read_text(encoding="utf-8")
    if name(module) != "tei_encoder/deliver/atomic.py":
        assert not (found := WRITES.search(text)), f"only deliver/atomic.py writes files: {found.group()}"
    assert text.count("\n") <= 400, "over 400 lines: it is two modules"


def test_most_modules_are_short() -> None:
    assert statistics.median(module.read_text(encoding="utf-8").count("\n") for module in MODULES) < 200


@pytest.mark.parametrize(
    "line", ['open(p, "w")', "p.open('xb')", 'open(p, mode="a+")', "p.write_text(s)", "os.replace(a, b)"]
)
def test_writing_is_noticed(line: str) -> None:
    assert WRITES.search(line)
    assert not WRITES.search('path.open("rb")')
