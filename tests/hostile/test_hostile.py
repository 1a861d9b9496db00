"""What must be refused is refused: one line, the documented exit code, nothing left behind.

A file in this folder is called after the error it must give: ``CHARACTER.nul.txt`` is encoded, ``NOT-XML.xml`` is
proved, validated, rendered and so on, ``STYLESHEET-REACH.includes.xsl`` is to transform a good TEI file. What cannot
lie in a repository (50 MB in one line, a folder without a text) is made by the functions below.
"""

import ctypes
import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
GOOD = "OLSEN: Proposes that the meeting be opened.\n"


def run(
    *arguments: str | Path, cwd: Path, before: Callable[[], None] | None = None, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Call the command line in a process of its own; ``before`` runs in that process, before it is ours."""
    return subprocess.run(
        [sys.executable, "-m", "tei_encoder", *map(str, arguments)], cwd=cwd, env=surroundings() | variables,
        capture_output=True, text=True, encoding="utf-8", errors="strict", timeout=120, check=False, preexec_fn=before,
    )  # fmt: skip


def surroundings() -> dict[str, str]:
    """Return the environment without what could change a result."""
    return {**{key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}, "PYTHONPATH": str(ROOT)}


def documented(code: str) -> set[int]:
    """Return the exit codes that docs/errors.md gives for an error."""
    page = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
    (row,) = re.findall(rf"^\| `{code}` \| ([\d, ]+) \|", page, re.MULTILINE)
    return {int(number) for number in row.split(",")}


def refused(
    code: str, *arguments: str | Path, cwd: Path, exit_code: int = 0, before: Callable[[], None] | None = None,
    **variables: str,
) -> str:  # fmt: skip
    """See that a command is refused with this error and leaves nothing behind; return the line it says."""
    there = sorted(cwd.rglob("*"))
    done = run(*arguments, cwd=cwd, before=before, **variables)
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert re.search(rf"error: {code} ", done.stderr), done.stderr
    assert done.returncode in documented(code)
    assert done.returncode == (exit_code or done.returncode)
    made = [path for path in cwd.rglob("*") if path not in there]
    assert not [path for path in made if not path.is_dir()], "files were left behind"
    return done.stderr


@pytest.mark.parametrize("name", sorted(file.name for file in HERE.glob("*.txt")))
def test_a_text_that_cannot_be_encoded(name: str, tmp_path: Path) -> None:
    for file in HERE.glob(f"{name.removesuffix('.txt')}.*"):
        shutil.copy(file, tmp_path)
    said = refused(name.split(".")[0], "encode", name, "-o", "out", cwd=tmp_path)
    assert said.startswith(name.removesuffix(".txt"))


@pytest.mark.parametrize(
    "arguments",
    [
        ("validate", "{}"),
        ("proof", "{}", "good.txt"),
        ("render", "{}", "-o", "pages"),
        ("transform", "{}", "--xslt", "text", "-o", "out.txt"),
        ("explain", "{}", "--id", "sp.1"),
        ("report", "{}"),
    ],
    ids=lambda arguments: arguments[0],
)  # fmt: skip
@pytest.mark.parametrize("name", sorted(file.name for file in HERE.glob("*.xml")))
def test_a_file_that_is_no_tei(name: str, arguments: tuple[str, ...], tmp_path: Path) -> None:
    shutil.copy(HERE / name, tmp_path)
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    done = run(*(part.format(name) for part in arguments), cwd=tmp_path)
    assert "Traceback" not in done.stderr
    if name.startswith("NOT-TEI") and arguments[0] == "validate":
        assert done.returncode == 1  # the schema says what is wrong with it
    else:
        assert done.returncode == 3
        assert f"error: {name.split('.')[0]} " in done.stderr
        assert done.stdout == ""
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == sorted([name, "good.txt"])


@pytest.mark.parametrize("name", sorted(file.name for file in HERE.glob("*.xsl")))
def test_a_stylesheet_that_is_not_to_be_trusted(name: str, tmp_path: Path) -> None:
    for file in (HERE / name, ROOT / "tests" / "samples" / "everything.xml"):
        shutil.copy(file, tmp_path)
    command = ("transform", "everything.xml", "--xslt", name, "-o", "x")
    said = refused(name.split(".")[0], *command, cwd=tmp_path, exit_code=4)
    assert said.startswith(name)


def encode(folder: Path, *more: str) -> list[str]:
    """Put a good text into the folder; return the command that encodes it."""
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    return ["encode", "good.txt", "-o", "out", *more]


def two_texts(folder: Path) -> None:
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text(GOOD, encoding="utf-8")


def no_texts(folder: Path) -> list[str]:
    (folder / "texts").mkdir()
    (folder / "texts" / "picture.png").write_bytes(b"\x89PNG")
    return ["encode", "texts", "-o", "out"]


def same_names(folder: Path) -> list[str]:
    for place in ("one", "two"):
        (folder / place).mkdir()
        (folder / place / "Minutes.txt").write_text(GOOD, encoding="utf-8")
    return ["encode", "one", "two", "-o", "out"]


def a_pipe(folder: Path) -> list[str]:
    os.mkfifo(folder / "pipe.txt")
    return ["encode", "pipe.txt", "-o", "out"]


def one_output_for_two(folder: Path) -> list[str]:
    two_texts(folder)
    return ["encode", "a.txt", "b.txt", "-o", "out.xml"]


def one_meta_for_two(folder: Path) -> list[str]:
    two_texts(folder)
    (folder / "facts.toml").write_text('title = "Minutes"\n', encoding="utf-8")
    return ["encode", "a.txt", "b.txt", "-o", "out", "--meta", "facts.toml"]


def file_for_folder(folder: Path) -> list[str]:
    (folder / "out").write_text("a file", encoding="utf-8")
    return encode(folder)


def folder_for_file(folder: Path) -> list[str]:
    (folder / "out" / "good.xml").mkdir(parents=True)
    return encode(folder)


def long_name(folder: Path) -> list[str]:
    (folder / f"{'n' * 250}.txt").write_text(GOOD, encoding="utf-8")
    return ["encode", f"{'n' * 250}.txt", "-o", "out"]


def long_line(folder: Path) -> list[str]:
    (folder / "long.txt").write_text(GOOD + "word " * 10_000_000, encoding="utf-8")
    return ["encode", "long.txt", "-o", "out"]


def much_meta(folder: Path) -> list[str]:
    (folder / "good.toml").write_text("# much\n" * 200_000, encoding="utf-8")
    return encode(folder)


def bad_pattern(folder: Path) -> list[str]:
    (folder / "my.toml").write_text(
        '[profile]\nid = "my"\ntitle = "Mine"\n\n[[block]]\nid = "late"\nwhy = "x"\nelement = "p"\n'
        "pattern = '(?<=x)y'\nyes = ['xy']\n",
        encoding="utf-8",
    )
    return encode(folder, "--profile", "my.toml")


def unreadable_folder(folder: Path) -> list[str]:
    (folder / "closed").mkdir(mode=0o000)
    (folder / "closed").chmod(0o000)
    return ["encode", "closed", "-o", "out"]


def closed_folder(folder: Path) -> list[str]:
    (folder / "out").mkdir(mode=0o500)
    return encode(folder)


def line_of(line: str) -> Callable[[Path], list[str]]:
    def make(folder: Path) -> list[str]:
        (folder / "good.txt").write_text(f"{GOOD}\nAgreed.\n", encoding="utf-8")
        return ["explain", "good.txt", "--line", line]

    return make


def arguments(line: str, folder: Path) -> list[str]:
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    return shlex.split(line)


#: Command lines that click, or we, cannot understand.
MISUSED = [
    "enocde", "encode", "encode good.txt", "encode --profil minutes-en", "encode --json=yes good.txt -o out",
    "explain good.txt --line one", "report out --fail-on fatal", "profile lits", "proof good.txt", "version now",
    "completion tcsh", "encode '' -o out", "encode good.txt -o ''", "encode good.txt --out=", "validate ''",
    "encode good.txt -o out --profile ''", "proof good.xml ''", "render out '' -o pages", "profile check ''",
    "encode good.txt -o out --encoding=", "transform good.xml --xslt text -o x -p ''",
]  # fmt: skip

#: Error and exit code → the command that must give it.
MADE: list[tuple[str, int, Callable[[Path], list[str]]]] = [
    ("NO-FILE", 3, lambda folder: ["encode", "missing.txt", "-o", "out"]),
    ("NO-FILE", 3, lambda folder: ["proof", "missing.xml", "missing.txt"]),
    ("NO-FILE", 3, partial(arguments, "proof missing.xml good.txt")),
    ("NO-FILE", 3, lambda folder: ["render", "missing.xml", "-o", "pages"]),
    ("NO-FILE", 3, lambda folder: ["transform", "missing.xml", "--xslt", "text", "-o", "x"]),
    ("NO-FILE", 3, lambda folder: ["explain", "missing.xml", "--id", "sp.1"]),
    ("NO-FILE", 3, lambda folder: ["report", "missing.xml"]),
    ("NO-TEI", 3, lambda folder: ["validate", "."]),
    ("NOT-A-FILE", 3, lambda folder: ["transform", ".", "--xslt", "text", "-o", "x"]),
    ("NO-TEXTS", 3, no_texts),
    ("NOT-A-FILE", 3, a_pipe),
    ("NAME-CLASH", 2, same_names),
    ("ONE-OUTPUT", 2, one_output_for_two),
    ("ONE-META", 2, one_meta_for_two),
    ("DATE", 2, lambda folder: encode(folder, "--date", "yesterday")),
    ("ENCODING", 2, lambda folder: encode(folder, "--encoding", "klingon")),
    ("ENCODING", 2, lambda folder: encode(folder, "--encoding", "hex")),
    ("ENCODING", 2, lambda folder: encode(folder, "--encoding", "unicode_escape")),
    ("NOT-A-FOLDER", 7, file_for_folder),
    ("IS-A-FOLDER", 7, folder_for_file),
    ("NAME-TOO-LONG", 7, long_name),
    ("LONG-LINE", 6, long_line),
    ("TOML-SIZE", 6, much_meta),
    ("SIDECAR", 4, lambda folder: encode(folder, "--meta", "missing.toml")),
    ("PROFILE-UNKNOWN", 4, lambda folder: encode(folder, "--profile", "minutes-eng")),
    ("PROFILE-PATTERN", 4, bad_pattern),
    ("LINE", 2, line_of("9")),
    ("LINE", 2, line_of("2")),
    *(("USAGE", 2, partial(arguments, line)) for line in MISUSED),
    ("WHAT", 2, lambda folder: ["explain", "good.txt"]),
    ("NO-SCHEMA", 2, lambda folder: ["validate", str(HERE / "NOT-TEI.xml"), "--schema", "no-such"]),
    ("NO-STYLESHEET", 4, lambda folder: ["transform", str(HERE / "NOT-TEI.xml"), "--xslt", "no-such", "-o", "x"]),
]


@pytest.mark.parametrize("code, exit_code, make", MADE, ids=[f"{i}-{code}" for i, (code, _, _) in enumerate(MADE)])
def test_a_command_that_cannot_be_carried_out(
    code: str, exit_code: int, make: Callable[[Path], list[str]], tmp_path: Path
) -> None:
    refused(code, *make(tmp_path), cwd=tmp_path, exit_code=exit_code)


@pytest.mark.parametrize(
    "code, exit_code, make", [("NO-PERMISSION", 7, closed_folder), ("UNREADABLE", 3, unreadable_folder)]
)
def test_what_is_not_allowed(code: str, exit_code: int, make: Callable[[Path], list[str]], tmp_path: Path) -> None:
    command = make(tmp_path)
    try:
        refused(code, *command, cwd=tmp_path, exit_code=exit_code, before=as_everybody)
    finally:
        for folder in tmp_path.iterdir():
            folder.chmod(0o700)


def as_everybody() -> None:
    """Take from root, in the process that is about to run, the power to read and write what nobody allowed it to.

    Its other rights stay: the program may lie where only root can read. (Linux: capabilities CAP_DAC_OVERRIDE and
    CAP_DAC_READ_SEARCH, taken away by prctl, PR_CAPBSET_DROP.)
    """
    if os.geteuid() == 0:
        prctl = ctypes.CDLL(None, use_errno=True).prctl
        for power in (1, 2):
            assert prctl(24, power, 0, 0, 0) == 0, os.strerror(ctypes.get_errno())


@pytest.mark.parametrize("variable", ["abc", "-1e3", "1" * 30, "2026-11-22"])
def test_a_variable_that_makes_no_sense_is_named(variable: str, tmp_path: Path) -> None:
    said = refused("DATE", *encode(tmp_path), cwd=tmp_path, SOURCE_DATE_EPOCH=variable)
    assert "SOURCE_DATE_EPOCH" in said


def test_names_that_terminals_do_not_show_are_written_so_that_a_line_stays_a_line(tmp_path: Path) -> None:
    stem = "Board\nof\x1b[2J\r1880"
    (tmp_path / f"{stem}.txt").write_text(GOOD, encoding="utf-8")
    shown = "Board\\u000aof\\u001b[2J\\u000d1880"
    xml = f"out/{stem}.xml"
    for lines, command in (
        (3, ["encode", f"{stem}.txt", "-o", "out"]),  # the table, and which profile was chosen
        (1, ["proof", xml, f"{stem}.txt"]),
        (2, ["render", xml, "-o", "pages"]),
        (0, ["proof", f"{stem}.xml", f"{stem}.txt"]),
        (0, ["transform", f"{stem}.xml", "--xslt", "text", "-o", "x"]),
        (0, ["validate", f"{stem}.txt"]),
        (0, ["profile", "check", f"{stem}.txt"]),
    ):
        done = run(*command, cwd=tmp_path)
        said = done.stdout if lines else done.stderr.splitlines()[0] + "\n"
        assert shown in said, command
        assert said.count("\n") == max(lines, 1), command
        assert "\x1b" not in done.stdout + done.stderr
    assert json.loads(run("validate", xml, "--json", cwd=tmp_path).stdout)[0]["tei"] == xml


@pytest.mark.skipif(sys.platform == "darwin", reason="its file system has no such names")
def test_names_in_another_encoding_go_through_every_command(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"Gen\xe8ve.txt")).write_text(GOOD, encoding="utf-8")
    facts = 'title = "Minutes"\npublisher = "City Archive"\nunknown = ["author", "licence"]\n'
    for sidecar in (os.fsdecode(b"Gen\xe8ve.toml"), "archive.toml"):
        (tmp_path / sidecar).write_text(facts, encoding="utf-8")
    name, kept = os.fsdecode(b"Gen\xe8ve"), ("--meta", "archive.toml", "--date", "2026-11-22")
    for command in (
        ("encode", f"{name}.txt", "-o", "out", "--date", "2026-11-22"),
        ("explain", f"{name}.txt", "-o", "why.html"),
        ("render", "out", "-o", "pages"),
        ("package", "bagit", "out", "-o", "bag", *kept),
        ("package", "ocfl", "out", "--root", "store", "--message", "m", "--user", "u", *kept),
        ("package", "saf", "out", "-o", "saf", *kept),
        ("package", "eark", "out", "-o", "sip", *kept),
    ):
        done = run(*command, cwd=tmp_path)
        assert (done.returncode, "Traceback" in done.stderr) == (0, False), (command, done.stderr)
    told = json.loads(run("report", "out", "--json", cwd=tmp_path).stdout)
    assert "Gen\\udce8ve" in json.dumps(told)


def test_a_bad_text_does_not_stop_the_others_nor_harm_what_was_there(tmp_path: Path) -> None:
    two_texts(tmp_path)
    assert run("encode", "a.txt", "b.txt", "-o", "out", cwd=tmp_path).returncode == 0
    older = (tmp_path / "out" / "b.xml").read_bytes()
    (tmp_path / "b.txt").write_bytes(GOOD.encode() + b"\0")
    (tmp_path / "c.txt").write_text(GOOD, encoding="utf-8")
    done = run("encode", "a.txt", "b.txt", "c.txt", "-o", "out", cwd=tmp_path)
    assert done.returncode == 3
    assert [line.split(" ")[2] for line in done.stderr.splitlines() if "error:" in line] == ["CHARACTER"]
    assert (tmp_path / "out" / "b.xml").read_bytes() == older
    made = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert made == sorted(f"{name}.{end}" for name in "abc" for end in ("xml", "decisions.jsonl"))


def test_a_text_without_line_ends_takes_no_longer_for_each_of_its_brackets(tmp_path: Path) -> None:
    """With 8,000 brackets and names in one paragraph: seconds; minutes where each is compared with each."""
    spoken = "We have spoken with Okafor of the “oil”. (Laughter.) Then he went… [Applause.] "
    (tmp_path / "one.txt").write_text(f"BRANDT: {spoken * 8000}\n\nOKAFOR: No.\n\nBRANDT: Yes.\n", encoding="utf-8")
    command = [sys.executable, "-m", "tei_encoder", "encode", "one.txt", "-o", "out", "--profile", "minutes-en"]
    assert subprocess.run(command, cwd=tmp_path, env=surroundings(), timeout=60).returncode == 0
    assert (tmp_path / "out" / "one.xml").read_text(encoding="utf-8").count('<stage type="laughter">') == 8000


@pytest.mark.parametrize("jobs", [1, 2])
def test_interrupted_it_leaves_nothing(jobs: int, tmp_path: Path) -> None:
    names = ["large.txt", "larger.txt", "largest.txt"][: jobs * 2 - 1]
    for name in names:
        (tmp_path / name).write_text(GOOD * 500_000, encoding="utf-8")
    command = [sys.executable, "-m", "tei_encoder", "encode", *names, "-o", "out", "--jobs", str(jobs)]
    with subprocess.Popen(command, cwd=tmp_path, env=surroundings(), stderr=subprocess.PIPE, text=True) as process:
        for _ in range(600):
            if len(list((tmp_path / "out").glob(".*.tmp"))) >= jobs:
                break
            time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=60)[1]
    assert process.returncode == 130
    assert said.strip() == "interrupted"
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.skipif(not hasattr(signal, "SIGTERM"), reason="no such signal here")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_leaves_nothing_behind(name: str, tmp_path: Path) -> None:
    source = tmp_path / "long.txt"
    source.write_text("TANAKA: The well is dry, and nobody came.\n\n" * 200_000, "utf-8")
    out = tmp_path / "out"
    out.mkdir()
    run = subprocess.Popen([sys.executable, "-m", "tei_encoder", "encode", source, "-o", out], stderr=subprocess.PIPE)
    for _ in range(600):
        if list(out.iterdir()):
            break
        time.sleep(0.02)
    run.send_signal(getattr(signal, name))
    assert run.wait(60) == 130
    assert list(out.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_standard_output_is_one_line() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([sys.executable, "-m", "tei_encoder", "version"], stdout=full, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr.count(b"\n")) == (7, 1)
    assert b"CANNOT-WRITE" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="no such shell here")
def test_closed_streams_are_no_error() -> None:
    done = subprocess.run(["sh", "-c", f"'{sys.executable}' -m tei_encoder version >&-"], stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (0, b"")
