"""Runs the examples in the Markdown files of this folder, in order, each file in an empty folder of its own.

`````
```file minutes.txt        makes a file
...
```
```console                 runs commands; below each stands what it must print
$ tei-encoder encode minutes.txt -o out
...                        standard output
2> ...                     standard error
=> 3                       exit code, where it is not 0
```
`````

What differs from run to run, or with every new rule, is masked: seconds, versions, line numbers of profiles, counts of
rules, the words of click. ``pytest tests/command --accept`` writes what is printed now into the files.
"""

import difflib
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
BLOCK = re.compile(r"^```(file (?P<name>\S+)|console)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
MASKS = [
    (r"(?m)(  )\d+\.\d\d$", r"\g<1>0.00"),
    (r"python -m tei_encoder", "tei-encoder"),
    (r"(?m)^(tei-encoder|tei-encoder, version|python|lxml|google-re2|pydantic|click|xmlschema) \d\S*", r"\1 N"),
    (r"(No such (?:command|option)).*?(?=; |$)", r"\1 …"),  # click words it differently from version to version
    (r"(\b(?:common|edition|minutes|[a-z]+-[a-z]{2})\.toml:)\d+", r"\g<1>N"),
    (r"(?m)^(\(?[a-z]+(?:-[a-z]{2})?\)? +\w+ +\S+(?:, \S+)* +)\d+ *(?=  )", r"\1N"),
    (r"(\d documents?, )\d+ files", r"\1N files"),
    (r"(and \d+ texts?|[a-z]-[a-z]{2}: )\d+ rules, \d+ examples", r"\1N rules, N examples"),
]


def run(command: str, folder: Path) -> str:
    """Run one command line; return what it printed, as it stands in a console block."""
    words = shlex.split(command)
    if words[0] == "tei-encoder":
        words[:1] = [sys.executable, "-m", "tei_encoder"]
    variables = {**os.environ, "PYTHONPATH": str(HERE.parents[1]), "SOURCE_DATE_EPOCH": "", "COLUMNS": "100"}
    done = subprocess.run(
        words, cwd=folder, env=variables, stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8",
        timeout=120, check=False,
    )  # fmt: skip
    said = done.stdout + ("\n" if done.stdout and not done.stdout.endswith("\n") else "")
    said += "".join(f"2> {line}".rstrip() + "\n" for line in done.stderr.splitlines())
    said += f"=> {done.returncode}\n" if done.returncode else ""
    for pattern, mask in MASKS:
        said = re.sub(pattern, mask, said)
    return said


@pytest.mark.parametrize("page", sorted(HERE.glob("*.md")), ids=lambda page: page.stem)
def test_the_examples_do_what_the_page_says(page: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    def carried_out(block: re.Match[str]) -> str:
        if block["name"]:
            file = tmp_path / block["name"]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block["text"], encoding="utf-8", newline="")
            return block[0]
        commands = re.findall(r"^\$ (.*)$", block["text"], re.MULTILINE)
        return "```console\n" + "".join(f"$ {command}\n{run(command, tmp_path)}" for command in commands) + "```"

    written = page.read_text(encoding="utf-8")
    found = BLOCK.sub(carried_out, written)
    if request.config.getoption("--accept"):
        page.write_text(found, encoding="utf-8", newline="")
    elif found != written:
        lines = difflib.unified_diff(written.splitlines(), found.splitlines(), page.name, "found", lineterm="", n=2)
        pytest.fail("\n".join(lines), pytrace=False)
