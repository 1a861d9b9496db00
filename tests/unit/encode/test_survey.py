"""What must be known before a word is written: frames, joined lines, labels, notes."""

from tiny import SPEECHES, document, profile, tei

from tei_encoder.encode.survey import key_of

JOINS = (
    SPEECHES
    + r"""
[[block]]
id = "votes-for"
why = "Votes for."
pattern = '^For (?P<measure>\d+)'
element = "note"
attrs = { type = "vote" }
identify = "vote"
wrap.measure = { element = "measure", attrs = { type = "for" }, number = true }
yes = ["For 3"]

[[block]]
id = "votes-against"
why = "Votes against belong to the line before."
pattern = '^Against \d+'
joins = ["votes-for"]
yes = ["Against 3"]

[[block]]
id = "endnote"
why = "A note."
pattern = '^(?P<label>\{\d+\})'
element = "note"
attrs = { type = "editorial" }
inside = "div.notes"
frame = "back"
explains = "gap"
yes = ["{1} x"]

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


def rules(text: str) -> list[str]:
    """Return the ids of the rules that took the blocks of a text; "" for none."""
    made = document(text, JOINS)
    return [made.profile.block_rules[index].id if index >= 0 else "" for index in made.survey.rules]


def test_a_line_joins_the_one_directly_before_it() -> None:
    assert rules("x\nFor 3\nAgainst 4") == ["", "votes-for"]
    assert rules("x\nFor 3\nAgainst 4\nAgainst 5") == ["", "votes-for"]
    assert rules("x\nFor 3\n\nAgainst 4") == ["", "votes-for", ""]
    assert rules("x\nAgainst 4") == ["", ""]


def test_front_body_and_back() -> None:
    made = tei("Title\n\nx\n\n{1} y", JOINS)
    assert made.startswith("<front><titlePage><docTitle><titlePart>Title")
    assert "<body><p>x</p>" in made
    assert '<back><div n="1" type="notes"' in made


def test_there_is_always_a_body_with_something_in_it() -> None:
    assert tei("Title", JOINS) == "<body><p>Title</p></body>"
    assert tei("Title\nTitle two", JOINS).endswith("<body><p>Title two</p></body>")
    assert tei("{1} y", JOINS).startswith('<body><div n="1" type="notes"')
    assert tei("Decided so", JOINS) == "<body><p>Decided so</p></body>"
    assert tei("Decided so\n\n{1} y", JOINS).startswith("<body><p>Decided so</p>")


def test_it_knows_every_label_and_note() -> None:
    survey = document("RIIS: a\nOLSEN: b\nRIIS: c\n\n{1} d\n{2} e", JOINS).survey
    assert survey.labels == {"RIIS: ": 2, "OLSEN: ": 1}
    assert survey.notes == [("{1}", "gap"), ("{2}", "gap")]
    assert survey.speeches == 3


def test_the_profile_may_say_what_a_block_is() -> None:
    text = "a\nb\n\nc"
    assert document(text, profile(JOINS, '[layout]\nblocks = "paragraphs"')).survey.rules.tolist() == [-1, -1]
    assert document(text, profile(JOINS, '[layout]\nblocks = "lines"')).survey.rules.tolist() == [-1, -1, -1]


def test_printed_numbers_of_notes() -> None:
    printed = ["{1}", "1.", "[12]", "*", "**)", "†", "(a)"]
    assert [key_of(label) for label in printed] == ["1", "1", "12", "*", "**", "†", "a"]
