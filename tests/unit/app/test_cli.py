"""The command line as a whole: every help has an example, shells complete, results as JSON look alike."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from tei_encoder.app.cli import main
from tei_encoder.model.errors import EXIT_CODES

ROOT = Path(__file__).resolve().parents[3]


def commands(group: click.Group = main, path: str = "tei-encoder") -> Iterator[tuple[str, click.Command]]:
    """Yield every command with its path: ``tei-encoder profile list``."""
    for name, one in group.commands.items():
        yield f"{path} {name}", one
        if isinstance(one, click.Group):
            yield from commands(one, f"{path} {name}")


@pytest.mark.parametrize("path, command", list(commands()), ids=lambda one: one if isinstance(one, str) else "")
def test_every_command_has_an_example_and_every_option_a_meaning(path: str, command: click.Command) -> None:
    _, _, examples = (command.help or "").partition("Example")
    assert path in examples
    assert all(one.help for one in command.params if isinstance(one, click.Option))


def test_the_help_lists_the_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--help"], prog_name="tei-encoder")
    assert left.value.code == 0
    told = capsys.readouterr().out.partition("Exit codes:")[2].splitlines()[1:]
    assert [int(line.split()[0]) for line in told if line.strip()] == list(EXIT_CODES)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_completes_commands(shell: str) -> None:
    run = [sys.executable, "-c", "from tei_encoder.app.cli import main; main(prog_name='tei-encoder')"]
    asked = {"COMP_WORDS": "tei-encoder enc", "COMP_CWORD": "enc" if shell == "fish" else "1"}
    variables = {**os.environ, "PYTHONPATH": str(ROOT)}
    script = subprocess.run([*run, "completion", shell], env=variables, capture_output=True, text=True, check=True)
    assert "_TEI_ENCODER_COMPLETE" in script.stdout
    variables |= {"_TEI_ENCODER_COMPLETE": f"{shell}_complete", **asked}
    done = subprocess.run(run, env=variables, capture_output=True, text=True, check=True)
    assert "encode" in done.stdout
    assert "render" not in done.stdout


def test_results_as_json_are_lists_of_objects(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("RIIS: Moves that the committee meet.\n\nBRANDT: I am against it.\n", "utf-8")
    Path("wrong.xml").write_text("<TEI xmlns='http://www.tei-c.org/ns/1.0'><text/></TEI>", "utf-8")

    def told(*arguments: str) -> list[dict[str, object]]:
        with pytest.raises(SystemExit):
            main([*arguments, "--json"], prog_name="tei-encoder")
        found = json.loads(capsys.readouterr().out)
        assert isinstance(found, list)
        return found

    assert [one["tei"] for one in told("encode", "a.txt", "-o", "out")] == ["out/a.xml"]
    assert [one["valid"] for one in told("validate", "out", "wrong.xml")] == [True, False]
    assert {"line", "severity", "code", "message"} <= told("validate", "wrong.xml")[0]["findings"][0].keys()
    assert [one["tei"] for one in told("report", "out")] == ["out/a.xml"]
    assert "minutes-en" in [one["id"] for one in told("profile", "list")]
    assert told("explain", "a.txt", "--line", "1")[0]["line"] == 1
    (missing,) = told("validate", "missing.xml")
    assert [one["code"] for one in missing["findings"]] == ["NO-FILE"]
