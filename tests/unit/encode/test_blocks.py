"""From a block and its rule to elements: groups, rest, cover of odd blanks, inline rules and their claims."""

import pytest
from tiny import SPEECHES, body, document

RULES = (
    SPEECHES
    + r"""
[[block]]
id = "motion"
why = "A motion with its number and mover."
pattern = '^Motion (?P<n>\d+) by (?P<persName>[A-Z]\w+)(?: of (?P<town>\w+))?:'
element = "p"
attrs = { n = "{n}", ana = "#{town}" }
yes = ["Motion 1 by Riis: x"]

[[block]]
id = "tally"
why = "A tally."
pattern = '^Ayes (?P<ayes>\S+)'
element = "note"
attrs = { type = "vote" }
identify = "vote"
wrap.ayes = { element = "measure", attrs = { type = "for" }, number = true }
yes = ["Ayes 3"]

[[inline]]
id = "brackets"
why = "Anything in brackets."
pattern = '\[(?P<seg>[^\]]+)\]'
wrap.seg = { element = "seg", attrs = { type = "delivery" } }
yes = ["[x]"]

[[inline]]
id = "emphasis"
why = "What stands between stars."
pattern = '\*[^*]+\*'
element = "hi"
yes = ["*x*"]
"""
)


def made(text: str) -> str:
    return body(text, RULES)


def test_a_speech_is_a_label_and_a_paragraph() -> None:
    assert made("RIIS: No.") == '<sp who="#riis" xml:id="sp.1"><speaker>RIIS: </speaker><p>No.</p></sp>'


def test_no_break_spaces_go_into_an_element_that_may_hold_text() -> None:
    assert "<speaker>RIIS:\u00a0\u00a0</speaker><p>No.</p>" in made("RIIS:\u00a0\u00a0No.")
    assert made("\u00a0x") == "<p>\u00a0x</p>"
    assert "<label>1.\u00a0</label><item>\u00a0</item>" not in made("1.\u00a0\n")
    assert "<speaker>\u00a0RIIS: </speaker>" in made("\u00a0RIIS: x")


def test_nothing_is_counted_or_told_in_a_name() -> None:
    rules = (
        RULES
        + r"""
[[block]]
id = "present"
why = "Who is present."
pattern = '^Present: (?P<persName>.+)$'
element = "note"
attrs = { type = "attendance" }
yes = ["Present: Riis [late]"]
"""
    )
    made = body("x\nPresent: Riis [late]\nPresent: *Vik*\nWho is [late]?", rules)
    assert '<persName ref="#riis">Riis [late]</persName>' in made
    assert '<persName ref="#vik"><hi>*Vik*</hi></persName>' in made
    assert 'Who is [<seg type="delivery">late</seg>]?' in made


def test_a_speech_without_words_has_an_empty_paragraph() -> None:
    assert made("RIIS:\n\nOLSEN: x").startswith('<sp who="#riis" xml:id="sp.1"><speaker>RIIS:</speaker><p/></sp>')
    assert "<p/>" not in made("RIIS:\n\nx"), "the next paragraph is his"


def test_a_label_in_a_list_always_has_its_item() -> None:
    assert made("1.\n2. b") == "<list><label>1.</label><item/>\n<label>2.</label> <item>b</item></list>"


def test_groups_fill_attributes_and_what_did_not_match_leaves_none() -> None:
    assert made("Motion 4 by Riis: x").startswith('<p n="4">Motion 4 by <persName ')
    assert made("Motion 4 by Riis of Bergen: x").startswith('<p ana="#Bergen" n="4">')


@pytest.mark.parametrize(
    "figure, wanted",
    [
        ("12", '<measure quantity="12" type="for">12</measure>'),
        ("l2", '<measure cert="medium" quantity="12" type="for"><choice><sic>l2</sic>'
               '<corr cert="medium" resp="#encoder">12</corr></choice></measure>'),
        ("some", "some"),  # no figure: nothing to measure
    ],
)  # fmt: skip
def test_figures(figure: str, wanted: str) -> None:
    assert made(f"x\nAyes {figure}") == f'<p>x</p>\n<note type="vote" xml:id="vote.1">Ayes {wanted}</note>'


def test_a_long_dash_joins_two_days_as_a_hyphen_does() -> None:
    rules = """
[months]
May = 5

[[inline]]
id = "day"
why = "A day of May."
pattern = 'May \\d+(?:-\\d+)?'
element = "date"
date = true
yes = ["May 3"]
"""
    for dash in "-–—":
        assert '<date from-custom="--05-03" to-custom="--05-05"' in body(f"From May 3{dash}5 on.", rules), dash


def test_the_first_inline_rule_has_the_first_claim() -> None:
    assert made("x [Applause] [reads]") == (
        '<p>x <stage type="applause">[Applause]</stage> [<seg type="delivery">reads</seg>]</p>'
    )


def test_inline_matches_do_not_cross_what_stands() -> None:
    assert made("RIIS *x: y* z") == "<p>RIIS <hi>*x: y*</hi> z</p>"
    assert "<hi>" not in made("Motion *1 by Riis* x: y") or made("Motion *1 by Riis* x: y").count("<hi>") == 1
    assert made("x [a *b] c*") == '<p>x [<seg type="delivery">a *b</seg>] c*</p>'


def test_nobody_applauds_in_a_label_or_a_heading_of_a_title_page() -> None:
    rules = (
        RULES
        + r"""
[[block]]
id = "title"
why = "A title."
pattern = '^Title'
element = "titlePart"
inside = "titlePage/docTitle"
frame = "front"
in = ["start"]
yes = ["Title"]
"""
    )
    assert "<stage" not in "".join(xml for xml, _ in document("Title [Applause]\nx", rules).pieces())
    assert "<stage" in body("x [Applause]", rules)


def test_a_decision_tells_its_place_its_groups_and_what_it_made() -> None:
    records = [one.record() for one in document("x\n\nRIIS: [Applause]", RULES).decisions()]
    assert records == [
        '{"line":1,"rule":"","layer":"block","start":0,"end":1,"made":["p"]}\n',
        '{"line":3,"rule":"label","layer":"block","start":3,"end":19,"made":["sp#sp.1","speaker","p"],'
        '"groups":{"speaker":[3,9]}}\n',
        '{"line":3,"rule":"applause","layer":"inline","start":9,"end":19,"made":["stage"]}\n',
    ]


PAGES = (
    SPEECHES
    + r"""
[[block]]
id = "page-line"
why = "The number of a page on a line of its own."
pattern = '^(?P<page>\[Page (?P<n>\d+)\])$'
element = "fw"
attrs = { type = "pageNum" }
wrap.page = { element = "pb", attrs = { n = "{n}" }, insert = "before" }
yes = ["[Page 12]"]

[[block]]
id = "end-of-column"
why = "A bar ends a column."
pattern = '^\|'
element = "milestone"
attrs = { unit = "column" }
insert = "after"
yes = ["| and so on"]

[[inline]]
id = "page-within"
why = "The number of a page in the middle of a line."
pattern = '\[p\. (?P<n>\d+)\]'
element = "pb"
attrs = { n = "{n}" }
insert = "before"
yes = ["and [p. 3] so on"]
"""
)


def test_empty_elements_are_inserted_and_leave_the_text_where_it_is() -> None:
    assert body("So.\n\n[Page 3]", PAGES) == '<p>So.</p>\n\n<pb n="3"/><fw type="pageNum">[Page 3]</fw>'
    assert body("RIIS: Yes [p. 4] no", PAGES).endswith('<p>Yes <pb n="4"/>[p. 4] no</p></sp>')
    assert body("| so\n\nend", PAGES) == '<p>| so</p><milestone unit="column"/>\n\n<p>end</p>'


def test_an_inserted_page_between_speeches() -> None:
    made = body("RIIS: Yes.\n\n[Page 4]\n\nHOLM: No.", PAGES)
    places = [made.index(piece) for piece in ("Yes.", '<pb n="4"/>', "<fw", "[Page 4]", "No.")]
    assert places == sorted(places)
