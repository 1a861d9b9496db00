"""The report: every kind of entry fires where it should, on made-up minutes, and a clean text has nothing to say."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from tei_encoder.app.cli import main
from tei_encoder.app.corpus import encode_file
from tei_encoder.app.report import Report, printed, report, summary
from tei_encoder.check.review import KINDS, SEVERITIES
from tei_encoder.model.errors import InputError

ROOT = Path(__file__).resolve().parents[3]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))

#: Minutes of which an editor has nothing to ask.
CLEAN = """\
MINUTES OF THE HARBOUR CHESS CLUB

SESSION OF MAY 3, 1921

Chairman: Okafor.

Secretary: Lindqvist.

OKAFOR: I declare the meeting open and ask for the report of the treasurer on the past year.

LINDQVIST: The club has forty boards (ten of them new) and “no debts,” as the treasurer says.

TANAKA: Moves that the fee be lowered.

(For – 12; against – 7.)

The motion is carried.
"""

Edit = Callable[[str], str]


def swap(old: str, new: str) -> Edit:
    """Return an edit of a TEI file that the encoder would not make."""

    def edit(tei: str) -> str:
        assert old in tei, f"{old} is not in the TEI"
        return tei.replace(old, new, 1)

    return edit


def review(folder: Path, text: str, edit: Edit | None = None, decisions: Edit | None = None) -> Report:
    """Encode made-up minutes, change the TEI (and the decisions) by hand, and report."""
    source = folder / "minutes.txt"
    source.write_text(text, "utf-8")
    tei = folder / "out.xml"
    encode_file(source, tei, profile="minutes-en")
    for file, change in ((tei, edit), (folder / "out.decisions.jsonl", decisions)):
        if change is not None:
            file.write_text(change(file.read_text("utf-8")), "utf-8")
    return report(tei)


def more(*paragraphs: str) -> str:
    """Return the clean minutes with more paragraphs; the first of them stands on line 19."""
    return CLEAN + "".join(f"\n{paragraph}\n" for paragraph in paragraphs)


NOTE = '<note type="vote" xml:id="vote.9"{}>For <measure type="for" unit="vote" {}>x</measure>{}</note>'
AGAINST = ' <measure type="against" unit="vote" quantity="{}">y</measure>'


def vote(figures: str, against: int | None = None, ana: str = "") -> Edit:
    """Return an edit that puts a vote in the place of the last record."""
    other = "" if against is None else AGAINST.format(against)
    note = NOTE.format(f' ana="{ana}"' if ana else "", figures, other)
    return lambda tei: re.sub('<note type="decision".*?</note>', note, tei, count=1)


def before_end(element: str) -> Edit:
    """Return an edit that puts an element at the end of the sitting."""
    return lambda tei: tei.replace("</div></body>", f"{element}</div></body>", 1)


def identity(**record: str | int) -> Edit:
    return lambda jsonl: jsonl + json.dumps({"layer": "identity", **record}) + "\n"


def weak_merge(tei: str) -> str:
    """Let a speaker's name be joined to another on weak evidence."""
    evidence = '<note type="evidence">“TANAKA” (once) is read as “TAMAKA” (twice): N for M.</note>'
    tei = swap('<person xml:id="tanaka">', f'<person xml:id="tanaka">{evidence}')(tei)
    return swap('who="#tanaka"', 'who="#tanaka" cert="medium"')(tei)


#: name of the case: (kind, text, edit of the TEI, edit of the decisions, line in the source, words of the message)
CASES: dict[str, tuple[str, str, Edit | None, Edit | None, int, str]] = {
    "carried by the lesser number": ("VOTE-CONTRADICTS", CLEAN.replace("12;", "2;"), None, None, 15, "2 for and 7"),
    "carried by a tie": ("VOTE-CONTRADICTS", CLEAN, vote('quantity="7"', 7, "#carried"), None, 17, "7 for and 7"),
    "rejected by the greater number": (
        "VOTE-CONTRADICTS", CLEAN, vote('quantity="9"', 8, "#rejected"), None, 17, "rejected, with 9 for"),
    "a range that lies below": (
        "VOTE-CONTRADICTS", CLEAN, vote('min="3" max="5"', 6, "#carried"), None, 17, "3 to 5 for"),
    "unanimous against votes": (
        "VOTE-CONTRADICTS", CLEAN, vote('quantity="9"', 1, "#carried #unanimous"), None, 17, "unanimous, and 1 voted"),
    "carried and rejected": (
        "VOTE-CONTRADICTS", CLEAN, swap('ana="#carried"', 'ana="#carried #rejected"'), None, 17, "both"),
    "more votes than present": (
        "VOTE-TOTAL", CLEAN,
        swap("forty", '<measure type="present" unit="person" quantity="11">forty</measure>'), None, 15, "19 voted"),
    "figures that do not make the sum": (
        "VOTE-TOTAL", CLEAN,
        swap(".)</note>", '<measure type="present" unit="person" quantity="18">.</measure>)</note>'), None, 15,
        "make 19, and 18"),
    "a range": ("VOTE-FIGURE", CLEAN.replace("12;", "12 – 14;"), None, None, 15, "range"),
    "a damaged figure": ("VOTE-FIGURE", CLEAN.replace("12;", "l2;"), None, None, 15, "“l2” is read as 12"),
    "no figure": ("VOTE-FIGURE", CLEAN, swap(' quantity="12"', ""), None, 15, "“12” is not read as a number"),
    "a pointer to nobody": ("DANGLING-POINTER", CLEAN, swap('who="#tanaka"', 'who="#tannaka"'), None, 13, "#tannaka"),
    "a pointer in the header": (
        "DANGLING-POINTER", CLEAN, swap('<change who="#encoder"', '<change who="#nobody"'), None, 0, "#nobody"),
    "an anchor without note": (
        "ANCHOR-WITHOUT-NOTE", CLEAN, swap("forty", '<ref type="noteAnchor">forty</ref>'), None, 11, "“forty”"),
    "a note without anchor": (
        "NOTE-WITHOUT-ANCHOR", CLEAN, before_end('<note type="editorial" n="4">See below.</note>'), None, 17, "note 4"),
    "a gap without note": (
        "GAP-WITHOUT-NOTE", CLEAN, swap("forty", '<gap reason="hiatus"><desc>forty</desc></gap>'), None, 11, "missing"),
    "a speaker whom nobody knows": (
        "SPEAKER-UNKNOWN", CLEAN, swap(' who="#tanaka"', ""), None, 13, "“TANAKA”; near are T"),
    "a chair in which nobody is": (
        "CHAIR-EMPTY", more("SECOND SESSION", "CHAIRMAN: I open the meeting."), None, None, 21, "nobody"),
    "a voice whom nobody knows": (
        "VOICE-UNKNOWN", CLEAN, swap("forty", '<said ana="#unidentified">[OKAFER: forty]</said>'), None, 11,
        "“OKAFER”; near are O"),
    "a name that nobody is known by": (
        "NAME-UNKNOWN", CLEAN, swap("forty", "<persName>Lindquist</persName>"), None, 11, "(#lindqvist, 89 %)"),
    "a weak merge": ("MERGE-WEAK", CLEAN, weak_merge, None, 13, "is read as “TAMAKA” (twice)"),
    "a name that may be two": (
        "NAME-DOUBTFUL", CLEAN.replace("Lindqvist.", "Lindqvist.\n\nPresent: Tanaka Okafer, Maria Berg, Jan Dunne."),
        None, None, 9, "“Tanaka Okafer” may be two names that have lost the comma"),
    "a name cut by a blank and misread": (
        "NAME-DOUBTFUL", CLEAN.replace("Lindqvist.", "Lindqvist.\n\nPresent: Lind qvust, Berg, Dunne."), None, None, 9,
        "cut in two: “Lind qvust”; near are Lindqvist"),
    "two outcomes of one motion": (
        "DECIDED-TWICE", CLEAN, before_end('<note type="decision" ana="#rejected" corresp="#sp.3">Lost.</note>'), None,
        17, "#sp.3 is rejected here, and carried before (line 17)"),
    "a decision on nobody knows what": (
        "MATTER-UNKNOWN", CLEAN, swap(' corresp="#sp.3">The', ">The"), None, 17, "nothing says what is decided"),
    "a near pair": (
        "NEAR-PAIR", CLEAN, None,
        identity(rule="kept-apart", form="Tanaka", candidate="Tamaka", why="N for M; but both speak."), 13,
        "“Tanaka” is kept apart from “Tamaka”: N for M"),
    "a label that was not learnt": (
        "LABEL-UNSURE", CLEAN, None,
        identity(layer="labels", rule="not-learnt", label="TANAKA", start=0, why="opens one block only"), 1,
        "“TANAKA” is not taken for a speaker: opens one block only"),
    "nobody is in the chair": (
        "SESSION-WITHOUT-CHAIR", CLEAN.replace("Chairman: Okafor.", "Time: 3 p.m."), None, None, 3, "chair"),
    "a sitting without a day": ("SESSION-WITHOUT-DATE", CLEAN.replace("OF MAY 3, 1921", "III"), None, None, 3, "day"),
    "a speech without words": ("EMPTY-SPEECH", more("OKAFOR:", "TANAKA: Nothing."), None, None, 19, "says nothing"),
    "a list that skips": ("NUMBERING", more("1. Roads.\n2. Wells.\n4. Mills."), None, None, 21, "3 is missing"),
    "a list that repeats": ("NUMBERING", more("1. The road.\n2. The well.\n2. The mill."), None, None, 21, "twice"),
    "a misprinted number": (
        "NUMBERING", more("1. The road.\n2. The well.\n8. The mill.\n4. The tolls."), None, None, 21,
        "8 stands where 3 would be expected: 2, 8, 4"),
    "letters that skip": (
        "NUMBERING", CLEAN,
        before_end("<list><item>a) tolls</item><item>b) roads</item><item>d) mills</item></list>"), None, 17,
        "b is followed by d: c is missing"),
    "Roman numerals that skip": (
        "NUMBERING", CLEAN, before_end("<list><item>I. a</item><item>II. b</item><item>IV. c</item></list>"), None, 17,
        "II is followed by IV"),
    "a speech that breaks off": ("NOT-RESUMED", more("TANAKA: I say —", "OKAFOR: No."), None, None, 19, "breaks off"),
    "an interrupted speech": (
        "NOT-RESUMED", CLEAN, swap('who="#lindqvist"', 'who="#lindqvist" ana="#interrupting"'), None, 9, "interrupts"),
    "low certainty": ("UNSURE-LOW", CLEAN, swap('<note type="decision"', '<note type="decision" cert="low"'), None, 17,
                      "by the rule decision-carried ("),
    "medium certainty": ("UNSURE-MEDIUM", CLEAN, swap("<head>", '<head cert="medium">'), None, 3, "head of medium"),
    "a block in capitals": (
        "BLOCK-SUSPECT", more("(THE CLOCK STRIKES NINE AND NOBODY GOES HOME)"), None, None, 19, "all in capitals"),
    "a block with figures": ("BLOCK-SUSPECT", more("Fees: 12 shillings"), None, None, 19, "figures and colons"),
    "a suspicious block outside of speeches": (
        "BLOCK-SUSPECT", more("(THE CLOCK STRIKES NINE AND NOBODY GOES HOME)"), None, None, 19, "stands in no speech"),
    "a paragraph outside of speeches": (
        "OUTSIDE-SPEECH", more("The lamps of the harbour had all gone out by then, one after the other."), None, None,
        19, "in no speech"),
    "short lines in a row": (
        "BLOCK-SUSPECT", more("TANAKA: These.", "Old Crane, new", "Long Pier, new", "Lamp, old."), None, None, 21,
        "these 3 short lines in a row"),
    "a speech of nobody": (
        "SPEAKER-UNNAMED", CLEAN, before_end('<sp cert="low"><p>Friends!</p></sp>'), None, 17, "nothing says who"),
    "decisions of another text": (
        "DECISIONS-DIFFER", CLEAN, swap('xml:id="sp.2"', 'xml:id="sp.2b"'), None, 0, "another text"),
    "a correction": ("CORRECTED", CLEAN.replace("12;", "l2;"), None, None, 15, "“l2” is read as “12” (medium"),
}  # fmt: skip

#: Words put into a speech: (kind, what stands there, words of the message).
WORDS: list[tuple[str, str, str]] = [
    ("CHARACTER-LOST", "the w�ll", "U+FFFD"),
    ("CHARACTER-CONTROL", "the \x93well\x94", "U+0093"),
    ("CHARACTER-PRIVATE", "the \ue0f1 well", "U+E0F1"),
    ("CHARACTER-INVISIBLE", "the w\u200bell", "zero width space"),
    ("CHARACTER-INVISIBLE", "the w\u200dell", "zero width joiner"),
    ("CHARACTER-INVISIBLE", "the \u202ewell", "right-to-left override"),
    ("SOFT-HYPHEN", "the coun\u00adcil", "soft hyphen"),
    ("MIXED-SCRIPT", "the mіll", "cyrillic small letter"),
    ("MIXED-SCRIPT", "the ΑBC", "greek capital letter alpha"),
    ("MOJIBAKE", "the cafÃ©", "“Ã©” looks like “é”"),
    ("MOJIBAKE", "the council’s and councilâ€™s", "looks like “’”"),
    ("MOJIBAKE", "the Ð¡Ð¾Ð²ÐµÑ‚", "looks like “Совет”"),
    ("DIGIT-IN-WORD", "the secretarie8 of it", "secretarie8"),
    ("DIGIT-IN-WORD", "and l3 boards", "“l3”"),
    ("DIGIT-IN-WORD", "and 1O boards", "“1O”"),
    ("ODD-SIGN", "and | 12 say", "“|”"),
    ("ODD-SIGN", "the comrade™s boards", "comrade™s"),
    ("UNBALANCED", "the “new well", "“ is opened and not closed"),
    ("UNBALANCED", "the new” well", "” closes what was not opened"),
    ("UNBALANCED", "the ”new” well", "” stands where an opening mark"),
    ("UNBALANCED", 'the "new” well', '” closes what " has opened'),
    ("UNBALANCED", "the (new well", "( is opened and not closed"),
    ("UNBALANCED", "the new] well", "] closes what was not opened"),
    ("UNBALANCED", "the «new well", "« is opened and not closed"),
]

#: Words that look odd to a machine and are not.
FINE = [
    "the 1st and the 22nd, the 112th regiment, the year 1905–06, no. 5, 3/4, 10.30 p.m.",
    "on two points: 1) the tolls, 2) the well (and “the mill (the new one)”); b) nothing else",
    "“this „inner“ word”, «so», »so«, „so“ and “so”, the members’ boards, O’Brien’s",
    "São Paulo, Ångström, Ærø, naïve café, ŁÓDŹ, ça va",
    "Совет рабочих депутатов, Βουλή των Ελλήνων, 議会の議事録, نیم\u200cفاصله",
    "the S.R.’s, Mk II, A4 and B12",
]


def test_a_clean_text_has_nothing_to_say(tmp_path: Path) -> None:
    told = review(tmp_path, CLEAN)
    assert told.entries == ()
    assert printed(told) == (
        f"{told.tei}: 3 speeches, 1 vote, 0 gaps; 0 of 9 blocks are plain paragraphs; 0 errors, 0 warnings, 0 infos\n"
    )
    assert summary([told]) == "nothing to report\n"


@pytest.mark.parametrize("name", CASES)
def test_each_kind_is_found_where_it_is(name: str, tmp_path: Path) -> None:
    kind, text, edit, decisions, line, words = CASES[name]
    told = review(tmp_path, text, edit, decisions)
    found = [(one.line, one.message) for one in told.entries if one.kind == kind]
    assert any(at == line and words in message for at, message in found), (kind, found, told.entries)


def test_in_a_play_nobody_has_to_take_up_a_speech_again(tmp_path: Path) -> None:
    told = review(tmp_path, more("TANAKA: I say —", "OKAFOR: No."), swap('type="session"', 'type="scene"'))
    assert "NOT-RESUMED" not in {one.kind for one in told.entries}


@pytest.mark.parametrize(("kind", "words", "message"), WORDS)
def test_suspicious_characters(kind: str, words: str, message: str, tmp_path: Path) -> None:
    told = review(tmp_path, more(f"TANAKA: We must look\nat {words} before it rains."))
    found = [one for one in told.entries if one.kind == kind]
    assert found, told.entries
    assert message in found[0].message
    assert found[0].line in (19, 20)
    assert len(found[0].excerpt) <= 80


@pytest.mark.parametrize("words", FINE)
def test_what_only_looks_odd(words: str, tmp_path: Path) -> None:
    told = review(tmp_path, more(f"TANAKA: We must look at {words} before it rains."))
    assert [one for one in told.entries if not one.kind.startswith("UNSURE")] == []


def test_every_kind_has_a_case() -> None:
    assert set(KINDS) == {case[0] for case in CASES.values()} | {kind for kind, *_ in WORDS} | {"NO-DECISIONS"}


def test_without_decisions_the_coverage_is_unknown(tmp_path: Path) -> None:
    review(tmp_path, CLEAN)
    (tmp_path / "out.decisions.jsonl").unlink()
    told = report(tmp_path / "out.xml")
    assert [one.kind for one in told.entries] == ["NO-DECISIONS"]
    assert told.coverage is None
    assert "coverage unknown" in printed(told)


@pytest.mark.parametrize("line", ["nonsense", "{}", '{"layer": "block"}', "[1]", '"x"'])
def test_a_damaged_decisions_file_is_an_error_with_its_line(line: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        review(tmp_path, CLEAN, decisions=lambda jsonl: jsonl + line + "\n")
    assert error.value.code == "DECISIONS"
    assert error.value.line == (tmp_path / "out.decisions.jsonl").read_text("utf-8").count("\n")


@pytest.mark.parametrize("xml", ["<html/>", '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/></TEI>'])
def test_xml_that_is_no_tei(xml: str, tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    file.write_text(xml)
    with pytest.raises(InputError) as error:
        report(file)
    assert error.value.code == "NOT-TEI"


def test_any_tei_can_be_read(tmp_path: Path) -> None:
    told = report(ROOT / "tests" / "samples" / "everything.xml")
    assert told.source == "everything.xml" or told.source.endswith(".txt")
    assert told.speeches == 10
    assert {"UNSURE-MEDIUM", "NO-DECISIONS", "CORRECTED"} <= {one.kind for one in told.entries}


def test_quotations_over_several_paragraphs_are_balanced(tmp_path: Path) -> None:
    reopened = ["TANAKA: It says:", "“The club resolves:", "“1) to wait;", "“2) to hope.”"]
    once = ["TANAKA: It says:", "“The club resolves:", "1) to wait;", "2) to hope.”"]
    for paragraphs in (reopened, once):
        assert not [one for one in review(tmp_path, more(*paragraphs)).entries if one.kind == "UNBALANCED"]
    broken = [*once[:3], "2) to hope."]
    found = [one.line for one in review(tmp_path, more(*broken)).entries if one.kind == "UNBALANCED"]
    assert found == [21]


def test_many_alike_are_told_together_but_never_in_json(tmp_path: Path) -> None:
    told = review(tmp_path, more(*(f"TANAKA: Board {n} | 12 is mine, and it is a very good board." for n in range(7))))
    lines = [line for line in printed(told).splitlines() if "ODD-SIGN" in line]
    assert len(lines) == 1
    assert "minutes.txt:19: warning: ODD-SIGN 7 times: “|” is unusual in prose (lines 19, 21, 23, 25," in lines[0]
    entries = json.loads(json.dumps(told.record()))["entries"]
    assert [one["line"] for one in entries if one["kind"] == "ODD-SIGN"] == [19, 21, 23, 25, 27, 29, 31]


def test_ten_suspicious_blocks_are_told_and_the_others_counted(tmp_path: Path) -> None:
    boards = [f"Board {word}: it is hers, and none of us has ever seen it." for word in "abcdefghijklmnopqrst"]
    told = review(tmp_path, more("OKAFOR: Well.", *boards))
    lines = [line for line in printed(told).splitlines() if "BLOCK-SUSPECT" in line]
    assert len(lines) == 11
    assert "10 times: blocks that no rule recognised" in lines[-1]
    assert told.coverage is not None
    assert (told.coverage.blocks, told.coverage.unrecognised) == (30, 20)


def test_one_thing_is_one_entry(tmp_path: Path) -> None:
    chair = more("SECOND SESSION", "CHAIRMAN: I open it.", "TANAKA: Is it late?", "CHAIRMAN: No, it is not.")
    told = [(one.kind, one.line, one.message) for one in review(tmp_path, chair).entries if "chair" in one.message]
    assert told == [("CHAIR-EMPTY", 21, "the chair speaks 2 times in this sitting, and nobody is known to be in it")]
    forms = ({"form": form, "candidate": "Lindqvist", "why": "no."} for form in ("Tanaka", "TANAKA"))
    twice = "".join(json.dumps({"layer": "identity", "rule": "kept-apart", **form}) + "\n" for form in forms)
    near = review(tmp_path, CLEAN, None, lambda jsonl: jsonl + twice).entries
    assert [one.kind for one in near] == ["NEAR-PAIR"]


def test_a_short_sentence_in_a_speech_is_not_suspicious(tmp_path: Path) -> None:
    assert review(tmp_path, more("TANAKA: Well.", "That is the first reason.", "Is it not so?")).entries == ()
    assert [one.line for one in review(tmp_path, more("TANAKA: Well.", "Old Crane")).entries] == [21]


def test_a_doubt_that_another_entry_explains_is_told_once(tmp_path: Path) -> None:
    ref = '<ref type="noteAnchor" cert="low">forty</ref>'
    assert [one.kind for one in review(tmp_path, CLEAN, swap("forty", ref)).entries] == ["ANCHOR-WITHOUT-NOTE"]
    unexplained = '<ref type="page" cert="low">forty</ref>'
    assert [one.kind for one in review(tmp_path, CLEAN, swap("forty", unexplained)).entries] == ["UNSURE-LOW"]


def test_a_colon_that_leads_to_a_list_is_not_suspicious(tmp_path: Path) -> None:
    said = ["OKAFOR: Well.", "What the harbour wants more than anything else is this, and all of it at once:"]
    listed = review(tmp_path, more(*said, "1. A pier.\n2. A crane."))
    assert listed.entries == ()
    unlisted = review(tmp_path, more(*said, "A pier for the ships, and a crane for what they carry in them."))
    assert [(one.kind, one.line) for one in unlisted.entries] == [("BLOCK-SUSPECT", 21)]


def test_of_a_speech_alone_nobody_asks_who_was_in_the_chair(tmp_path: Path) -> None:
    source, tei = tmp_path / "speech.txt", tmp_path / "out.xml"
    source.write_text("SESSION OF MAY 3, 1921\n\nFriends, the harbour has been shut for a year.\n", "utf-8")
    encode_file(source, tei, profile="speech-en")
    assert '<sp xml:id="sp.1"' in tei.read_text("utf-8")
    assert "SESSION-WITHOUT-CHAIR" not in {one.kind for one in report(tei).entries}


def test_the_order_is_that_of_importance(tmp_path: Path) -> None:
    text = CLEAN.replace("12;", "2;") + "\nTANAKA: the w�ll | 12 is dry.\n"
    told = review(tmp_path, text)
    assert [one.rank for one in told.entries] == sorted(one.rank for one in told.entries)
    assert [one.severity for one in told.entries] == sorted(
        (one.severity for one in told.entries), key=SEVERITIES.index
    )
    assert [one.kind for one in told.entries] == ["CHARACTER-LOST", "VOTE-CONTRADICTS", "ODD-SIGN"]


@pytest.mark.parametrize(("fail_on", "code"), [(None, 0), ("error", 0), ("warning", 1), ("info", 1)])
def test_the_exit_code_is_for_those_who_ask(fail_on: str | None, code: int, tmp_path: Path) -> None:
    review(tmp_path, CLEAN.replace("12;", "2;"))
    asked = ["--fail-on", fail_on] if fail_on else []
    done = CliRunner().invoke(main, ["report", str(tmp_path), *asked])
    assert done.exit_code == code
    assert "VOTE-CONTRADICTS" in done.output


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    review(tmp_path, CLEAN)
    (tmp_path / "a.xml").write_text("nothing")
    done = CliRunner().invoke(main, ["report", str(tmp_path), "--json"])
    assert done.exit_code == 3
    assert [Path(one["tei"]).name for one in json.loads(done.stdout)] == ["out.xml"]
    assert "NOT-XML" in done.stderr


def test_the_manual_has_every_kind_in_order() -> None:
    page = (ROOT / "docs" / "report.md").read_text("utf-8")
    rows = re.findall(r"^\| `([A-Z-]+)` \| (\w+) \|", page, flags=re.MULTILINE)
    assert rows == [(name, kind.severity) for name, kind in KINDS.items()]


# ------------------------------------------------------------------------------------------------ the seeds


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Report]:
    """Return the reports on the five seeds by the three digits their names begin with."""
    folder = tmp_path_factory.mktemp("seeds")
    for seed in SEEDS:
        encode_file(seed, folder / f"{seed.stem}.xml")
    return {seed.name[:3]: report(folder / f"{seed.stem}.xml") for seed in SEEDS}


def found(told: Report, kind: str) -> list[tuple[int, str]]:
    return [(one.line, one.message) for one in told.entries if one.kind == kind]


def test_001_the_known_oddities_are_found(seeds: dict[str, Report]) -> None:
    told = seeds["001"]
    numbers = found(told, "NUMBERING")
    assert (60, "32 is followed by 34: 33 is missing") in numbers
    assert (79, "58 stands where 53 would be expected: 52, 58, 54") in numbers
    figures = found(told, "VOTE-FIGURE")
    assert (620, "“l3” is read as 13") in figures
    assert [line for line, _ in figures].count(436) == 2
    wrong = [line for line, message in found(told, "UNBALANCED") if "opening mark" in message]
    assert {191, 231, 411, 413} <= set(wrong)
    assert 308 in [line for line, _ in found(told, "UNBALANCED")]
    assert {38, 281} <= {line for line, _ in found(told, "CORRECTED")}  # Bykov8 for an asterisk, Secretarie8


def test_004_anchors_without_notes_and_000_notes_without_anchors(seeds: dict[str, Report]) -> None:
    assert [line for line, _ in found(seeds["004"], "ANCHOR-WITHOUT-NOTE")] == [31, 47, 48, 51, 53, 64, 82, 100]
    assert (564, "no anchor in the text leads to note 1") in found(seeds["000"], "NOTE-WITHOUT-ANCHOR")
    assert not found(seeds["003"], "ANCHOR-WITHOUT-NOTE")


def test_lines_are_those_of_the_source(seeds: dict[str, Report]) -> None:
    for seed in SEEDS:
        lines = seed.read_text("utf-8").split("\n")
        told = seeds[seed.name[:3]]
        assert told.source == seed.name
        for one in told.entries:
            word = re.search(r"[^\W\d_]{4,}", one.excerpt.strip("…").partition(" ")[2])
            if one.line and word and not one.excerpt.startswith("…"):
                near = " ".join(lines[one.line - 1 : one.line + 3])
                assert word[0] in near, (one, near)


def test_the_report_is_the_same_every_time(seeds: dict[str, Report]) -> None:
    for told in seeds.values():
        assert report(Path(told.tei)) == told
