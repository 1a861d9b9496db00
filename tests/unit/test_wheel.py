"""The installed package works in any folder: its schemas, stylesheets and profiles are inside the wheel."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEXT = """MINUTES OF THE CONGRESS OF LIGHTHOUSE KEEPERS

SESSION OF MAY 3, 1921

Chairman: comrade Brandt.

BRANDT: I open the session. [Applause.]

OKAFOR: I move that the list be closed.

(For - 12; against - 3.)
"""


def run(*command: object, cwd: Path) -> str:
    """Run a command as somebody who knows nothing of this working copy; returns what it prints."""
    unwanted = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")
    environment = {name: value for name, value in os.environ.items() if name not in unwanted}
    done = subprocess.run(
        [str(word) for word in command], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}"
    return done.stdout


def test_the_wheel_works_in_any_folder(tmp_path: Path) -> None:
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
    run(*pip, "wheel", "--no-deps", "--wheel-dir", tmp_path, ROOT, cwd=tmp_path)
    [wheel] = tmp_path.glob("tei_encoder-*.whl")
    inside = zipfile.ZipFile(wheel).namelist()
    for wanted in (
        "schemas/minutes.rng", "xslt/html.xsl", "xslt/text.xsl", "rules/profiles/minutes-en.toml",
        "xquery/speeches.xq",
        "xslt/minisearch/minisearch.js", "xslt/minisearch/minisearch.LICENSE.txt", "xslt/minisearch/PROVENANCE.md",
    ):  # fmt: skip
        assert f"tei_encoder/{wanted}" in inside
    assert {name.split("/")[0].split("-")[0] for name in inside} == {"tei_encoder"}

    home = tmp_path / "home"
    venv.create(home, with_pip=False)
    python = home / "bin" / "python"
    run(*pip, "--python", python, "install", wheel, cwd=tmp_path)

    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "keepers.txt").write_text(TEXT, encoding="utf-8")
    command = home / "bin" / "tei-encoder"
    assert "0.1.0" in run(command, "version", cwd=elsewhere)
    run(command, "encode", "keepers.txt", "-o", "out", cwd=elsewhere)
    run(command, "validate", "out/keepers.xml", cwd=elsewhere)
    run(command, "render", "out/keepers.xml", "-o", "html", cwd=elsewhere)
    assert str(home) in run(command, "load", "queries", cwd=elsewhere)
    assert "Okafor" in (elsewhere / "out" / "keepers.xml").read_text(encoding="utf-8").title()
    assert list((elsewhere / "html").glob("*.html"))
    assert (elsewhere / "html" / "assets" / "minisearch.js").is_file()

    where = "from tei_encoder.model.places import data_folder as d; print(d('schemas'), d('xslt'), sep='\\n')"
    for folder in run(python, "-c", where, cwd=elsewhere).splitlines():
        assert Path(folder).is_relative_to(home)
