"""Profiles proposed for texts: those in layouts that no profile knows, those in which nothing is to be seen."""

import re
from pathlib import Path

import pytest

from tei_encoder.app.corpus import encode_file
from tei_encoder.app.look import rows_of
from tei_encoder.app.look_labels import labels
from tei_encoder.app.profile_new import propose
from tei_encoder.model.errors import UsageError
from tei_encoder.rules.load import load

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
UNKNOWN = {
    "raad": ("nl", 12, 5, 6, {"vergadering-heading", "speaker", "page-line", "is-geresolveerd", "date"}),
    "kongreso": ("eo", 13, 4, 5, {"kunsido-heading", "speaker", "stage-square", "note-star", "date"}),
    "debate": ("en", 12, 4, 7, {"round-heading", "speaker", "stage-round", "stage-line-round"}),
}


@pytest.mark.parametrize("name", UNKNOWN)
def test_a_text_in_a_layout_that_no_profile_knows_gets_a_profile_that_works(name: str, tmp_path: Path) -> None:
    language, speeches, speakers, stage, rules = UNKNOWN[name]
    text = SAMPLES / "unknown" / f"{name}.txt"
    made = propose(tmp_path / "proposed.toml", text)
    assert rules <= made.rules.keys()
    assert made.language == language
    assert not made.checked.warnings
    done = encode_file(text, tmp_path / f"{name}.xml", profile=str(tmp_path / "proposed.toml"))
    assert (done.speeches, done.speakers, done.stage) == (speeches, speakers, stage)


@pytest.mark.parametrize("text", sorted((SAMPLES / "plain").glob("*.txt")), ids=lambda text: text.stem)
def test_nobody_speaks_where_there_are_no_labels(text: Path, tmp_path: Path) -> None:
    made = propose(tmp_path / "proposed.toml", text)
    written = (tmp_path / "proposed.toml").read_text("utf-8")
    assert not re.search(r'element = "(?:sp|stage|said)"', written)
    assert load(str(tmp_path / "proposed.toml")).id == "proposed"
    assert all(made.rules.values()), "every rule has its evidence"


def test_what_the_extended_profile_knows_is_not_proposed_again(tmp_path: Path) -> None:
    made = propose(tmp_path / "mine.toml", SAMPLES / "minutes-en.txt")
    assert made.extends == "minutes-en"
    assert "speaker" not in made.rules


def test_brackets_within_sentences_are_no_stage_directions(tmp_path: Path) -> None:
    text = tmp_path / "council.txt"
    said = [
        "Mr. Ohlin (Sweden) thanked the city. (Loud cheers.)", "We meet (SPD) in Berlin. (SPD)",
        "Asked by whom. (Mr. Hugh Lane)", "The Hall (Berlin) was full (Sweden), they say. (Laughter.)",
        "Nobody (Laughter is not forbidden) replied. (Laughter)",
    ]  # fmt: skip
    text.write_text("\n\n".join(said) + "\n", "utf-8")
    propose(tmp_path / "mine.toml", text)
    assert 'STAGE-ROUND = ["Laughter", "Loud"]' in (tmp_path / "mine.toml").read_text("utf-8")


def test_it_writes_over_nothing(tmp_path: Path) -> None:
    text = tmp_path / "council.txt"
    text.write_text("A line.\n\nAnother.\n", "utf-8")
    (tmp_path / "there.toml").write_text("# mine", "utf-8")
    names = {"there.toml": "EXISTS", "council.toml": "NEW-NAME", "a b.toml": "NEW-NAME", "x.txt": "NEW-NAME"}
    for name, code in names.items():
        with pytest.raises(UsageError) as caught:
            propose(tmp_path / name, text)
        assert caught.value.code == code
    assert (tmp_path / "there.toml").read_text("utf-8") == "# mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["council.txt", "there.toml"]


SPEECHES = [
    ("Anna Berg", "We begin."), ("Otto Holm", "Why now?"), ("Anna Berg", "It is late."), ("Otto Holm", "So it is."),
]  # fmt: skip


@pytest.mark.parametrize(
    "shape, taken, left",
    [
        ("{}: {}", "Anna Berg: No.", "Anna Berg says: no."),
        ("{} : {}", "Otto Holm : No.", "The motion : no."),
        ("{}. — {}", "Anna Berg. — No.", "Anna Berg. No."),
        ("{} (Leeds): {}", "Anna Berg (York): No.", "Anna: no."),
        ("[{}] {}", "[Anna Berg] No.", "[Applause]"),
        ("({}) {}", "(Otto Holm) No.", "(Laughter)"),
        ("<{}> {}", "<Anna Berg> No.", "Anna Berg is late."),
        ("**{}:** {}", "**Otto Holm:** No.", "**Recess** Tea."),
        ("_{}._ {}", "_Anna Berg._ No.", "_Nota bene._ No."),
        ("{}; {}", "Anna Berg; No.", "Late; no."),
        ("{}/ {}", "Anna Berg/ No.", "Either/ or."),
        ("3. {}: {}", "14. Otto Holm: No.", "14. Tea: no."),
        ("[10:05] {}: {}", "[11:30] Anna Berg: No.", "[11:30] Recess"),
        ("* {}: {}", "* Otto Holm: No.", "* Tea."),
    ],
)
def test_the_shape_of_labels(shape: str, taken: str, left: str) -> None:
    for change in (str, str.upper):
        text = "\n\n".join(shape.format(change(name), said) for name, said in SPEECHES)
        [found] = labels(rows_of(text))
        pattern = _pattern(found)
        for name in ("Anna Berg", "Otto Holm"):
            taken = taken.replace(name, change(name))
        assert pattern.at_start(taken)
        assert pattern.at_start(left) is None


def _pattern(found):  # type: ignore[no-untyped-def]
    from tei_encoder.rules.pattern import Pattern, fold

    filled = found.pattern
    for name, piece in {**found.terms, **{name: "|".join(some) for name, some in found.words.items()}}.items():
        filled = filled.replace(f"{{{{{name}}}}}", f"(?:{piece})")

    class Folding:
        def at_start(self, text: str) -> object:
            return Pattern(filled).at_start(fold(text))

    return Folding()
