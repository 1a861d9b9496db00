"""What a block closes and opens: divisions by level, speeches, lists."""

import re

import pytest
from tiny import SPEECHES, body, profile, tei

from tei_encoder.encode.outline import BODY, PLAIN, Outline

DIVISIONS = (
    r"""
[[division]]
id = "session"
why = "A sitting."
pattern = '^SESSION'
level = 1
attrs = { type = "session" }
yes = ["SESSION 1"]

[[division]]
id = "topic"
why = "A topic."
pattern = '^TOPIC'
level = 2
attrs = { type = "agendaItem" }
yes = ["TOPIC 1"]

[[division]]
id = "resolution"
why = "A resolution, which ends at a line of asterisks."
pattern = '^RESOLUTION'
level = 3
attrs = { type = "resolution" }
yes = ["RESOLUTION"]

[[block]]
id = "end"
why = "The end of a resolution."
pattern = '^\*\*\*$'
element = "ab"
attrs = { type = "separator" }
closes = ["div.resolution", "sp"]
yes = ["***"]
"""
    + SPEECHES
)

IMPRINT = """
[[block]]
id = "imprint"
why = "Where it is from."
pattern = '^Source:'
element = "p"
inside = "div.imprint"
yes = ["Source: x"]
"""

IMPRINT_IN_FRONT = f"""{IMPRINT}frame = "front"
in = ["start"]
"""


def shape(text: str) -> str:
    """Return the elements of the body as letters: D division, H head, S speech, L list, I item, P paragraph, N note."""
    letters = {"div": "D", "head": "H", "sp": "S", "list": "L", "item": "I", "p": "P", "note": "N", "ab": "A"}
    tags = [(end, letters[name]) for end, name in re.findall(r"<(/?)(\w+)", body(text, DIVISIONS)) if name in letters]
    return "".join(")" if end else f"{letter}(" for end, letter in tags).replace("()", "")


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("SESSION 1\nSESSION 2", "D(H)D(H)"),
        ("SESSION 1\nTOPIC 1\nTOPIC 2\nSESSION 2", "D(HD(H)D(H))D(H)"),
        ("TOPIC 1\nSESSION 1", "D(H)D(H)"),
        ("SESSION 1\nRESOLUTION\nTOPIC 1", "D(HD(H)D(H))"),
        ("RIIS: a\nb\nOLSEN: c", "S(PP)S(P)"),
        ("RIIS: a\nSESSION 1\nb", "S(P)D(HP)"),
        ("RIIS: a\nDecided so\nb", "S(P)NP"),
        ("1. a\n2. b\nc\n1. d", "L(II)PL(I)"),
        ("RIIS: a\n1. b\n2. c\nd\nOLSEN: e", "S(PL(II)P)S(P)"),
        ("1. a\nRIIS: b", "L(I)S(P)"),
    ],
)
def test_blocks_nest_by_level(text: str, wanted: str) -> None:
    assert shape(text) == wanted


def test_after_a_division_nothing_stands_beside_it_but_a_division() -> None:
    assert shape("SESSION 1\nRESOLUTION\na\n***\nb\nc") == "D(HD(HP)D(APP))"
    assert '<div n="1" type="section" xml:id="section.1">' in body("SESSION 1\nRESOLUTION\na\n***\nb", DIVISIONS)


def test_after_the_imprint_of_a_text_stands_another_text() -> None:
    rules = f"{DIVISIONS}{IMPRINT}"
    made = body("SESSION 1\na\nSource: x\nb\nTOPIC 1\nc\nSource: y", rules)
    assert re.findall(r'<div [^>]*type="(\w+)"', made) == ["session", "imprint", "document", "agendaItem", "imprint"]
    assert re.search(r'type="document"[^>]*><p>b</p>\s*<div [^>]*type="agendaItem"', made)
    assert "document" not in body("SESSION 1\na\nSource: x\nSESSION 2\nb", rules)
    asterisks = DIVISIONS.replace("closes = [", 'frame = "front"\ncloses = [')
    assert "document" not in tei("Source: x\n***\nSESSION 1\na", f"{asterisks}{IMPRINT_IN_FRONT}")


def test_a_title_page_may_follow_an_imprint() -> None:
    rules = rf"""{IMPRINT_IN_FRONT}
[[block]]
id = "title"
why = "A title."
pattern = '^[A-Z ]+$'
element = "titlePart"
inside = "titlePage/docTitle"
frame = "front"
in = ["start"]
yes = ["TITLE"]
"""
    made = tei("Source: x\nTITLE\nMORE\ntext\nTITLE", rules)
    assert made.startswith('<front><div n="1" type="imprint"')
    assert "</p></div>\n<titlePage><docTitle><titlePart>TITLE" in made
    assert made.count("<titlePage>") == 1, "neighbours share it"
    assert made.endswith("<body><p>text</p>\n<p>TITLE</p></body>"), "no title after the start"


def test_each_step_is_worked_out_once() -> None:
    rules = profile(DIVISIONS).block_rules
    outline = Outline(rules)
    label = next(i for i, rule in enumerate(rules) if rule.id == "label")
    root = outline.root(BODY)
    one = outline.step(root, label)
    two = outline.step(one.state, label)
    assert two.state is one.state
    assert outline.step(one.state, label) is two
    assert [box.key for box in one.state.path] == ["body", "sp.given"]
    assert outline.step(one.state, PLAIN).state.path == one.state.path
    assert (two.close, [box.key for box in two.open]) == (1, ["sp.given"])


FOREWORD = (
    DIVISIONS
    + r"""
[[division]]
id = "foreword"
why = "A foreword."
pattern = '^FOREWORD'
level = 1
attrs = { type = "foreword" }
frame = "front"
yes = ["FOREWORD"]
"""
)


def test_a_speech_ends_a_division_in_which_nobody_speaks() -> None:
    made = tei("FOREWORD\nFound late.\nRIIS: No.\nOLSEN: Yes.", FOREWORD)
    assert re.sub(r" xml:id=[^>]*|\n", "", made) == (
        '<front><div n="1" type="foreword"><head>FOREWORD</head><p>Found late.</p></div></front>'
        '<body><sp who="#riis"><speaker>RIIS: </speaker><p>No.</p></sp>'
        '<sp who="#olsen"><speaker>OLSEN: </speaker><p>Yes.</p></sp></body>'
    )


def test_and_those_that_stand_in_it() -> None:
    made = tei("SESSION 1\nFOREWORD\nTOPIC 1\nA.\nRIIS: No.", FOREWORD)
    assert re.sub(r" [^<>]*(?=>)|\n", "", made) == (
        "<body><div><head>SESSION 1</head></div><div><head>FOREWORD</head><div><head>TOPIC 1</head>"
        "<p>A.</p></div></div><div><sp><speaker>RIIS: </speaker><p>No.</p></sp></div></body>"
    )


SIGNED = (
    DIVISIONS
    + r"""
[[block]]
id = "signature"
why = "Who signs."
pattern = '^Signed'
element = "signed"
closes = ["sp"]
yes = ["Signed Riis"]

[[block]]
id = "where"
why = "Where it was signed."
pattern = '^At [A-Z]'
element = "dateline"
in = ["signed"]
yes = ["At Oslo"]
"""
)


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("SESSION 1\nA.\nSigned Riis\nSESSION 2", "<div><head/><p/><signed/></div><div><head/></div>"),
        ("SESSION 1\nA.\nSigned Riis\nSigned Vik\nAt Oslo",
         "<div><head/><p/><signed/><signed/><dateline/></div>"),
        ("SESSION 1\nA.\nSigned Riis\nMore.", "<div><head/><p/><signed/></div><div><p/></div>"),
        ("SESSION 1\nTOPIC 1\nA.\nSigned Riis\nMore.",
         "<div><head/><div><head/><p/><signed/></div><div><p/></div></div>"),
        ("SESSION 1\nTOPIC 1\nA.\nSigned Riis\nTOPIC 2",
         "<div><head/><div><head/><p/><signed/></div><div><head/></div></div>"),
        ("SESSION 1\nRIIS: No.\nSigned Vik",
         "<div><head/><sp><speaker/><p/></sp><signed/></div>"),
        ("SESSION 1\n1. Bread\nSigned Riis",
         "<div><head/><list><label/><item/></list><signed/></div>"),
        ("SESSION 1\nSigned Riis", "<div><head/><p/></div>"),
        ("A.\nSigned Riis\nB.", "<p/><p/><p/>"),
        ("SESSION 1\nAt Oslo", "<div><head/><p/></div>"),
    ],
)  # fmt: skip
def test_a_signature_closes_its_division(text: str, wanted: str) -> None:
    tags = re.sub(r"[^<>]*(<[^>]+>)[^<]*", r"\1", re.sub(r"(<\w+)[^>]*>", r"\1>", body(text, SIGNED)))
    assert re.sub(r"<(\w+)></\1>", r"<\1/>", tags) == wanted
