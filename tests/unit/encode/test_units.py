"""Lines and paragraphs: what rules look at one at a time."""

import pytest

from tei_encoder.encode.units import ALONE, GOES_ON, breaking_width, first_indent, layout_of, runs_on, units
from tei_encoder.readers.text import from_string


@pytest.mark.parametrize(
    "sample, wanted",
    [
        ("", "lines"),
        ("One line.", "lines"),
        ("RIIS: " + "word " * 200 + "\n\n" + ("OLSEN: " + "word " * 100 + "\n\n") * 10, "lines"),
        (("The committee met on the last day of the month\nand its chairman asked whether all were there\nand so on.\n\n") * 4, "paragraphs"),  # noqa: E501
        (("The committee met on the last day of the month\n\n") * 9, "lines"),
    ],
)  # fmt: skip
def test_layout_of(sample: str, wanted: str) -> None:
    assert layout_of(sample) == wanted


def found(text: str, layout: str = "lines", anew: str = "") -> list[tuple[str, str, bool]]:
    """Return of each unit its source text, what rules see, and whether it follows the line before directly."""
    source = from_string(text)
    begins = (lambda line, *_: line.startswith(anew)) if anew else None
    return [
        (text[start:end], seen, direct) for start, end, seen, direct in units(source, layout, begins, lambda _: None)
    ]


def test_every_line_is_a_unit_and_blank_lines_separate() -> None:
    assert found("a\n\n b\nc \n") == [("a", "a", False), ("b", "b", False), ("c ", "c", True)]


def test_a_line_that_breaks_off_goes_on_with_a_small_letter_also_where_lines_are_units() -> None:
    long = "Berg - says that of the four hundred nets there are"
    assert [text for text, _, _ in found(f"{long}\nonly twelve.\nDahl - denies it.\n")] == [
        f"{long}\nonly twelve.", "Dahl - denies it.",
    ]  # fmt: skip
    for apart in ("Only twelve.", "a) twelve;", "ii. twelve"):
        assert [text for text, _, _ in found(f"{long}\n{apart}")] == [long, apart]


def test_paragraphs_go_on_until_a_blank_line() -> None:
    assert found("a\n b\n\nc\n", "paragraphs") == [("a\n b", "a  b", False), ("c", "c", False)]


FULL = "The letter of the harbour board was read by"
FULLER = "The letter of the harbour board was read by order of the chair"


@pytest.mark.parametrize(
    "row, text, wanted",
    [
        (FULL, "comrade Holm: yes", True),  # a small letter
        (FULL + ".", "comrade Holm: yes", False),  # after a whole sentence
        ("by", "comrade Holm: yes", False),  # a short line is no broken one
        (FULLER, "Holm: no", True),  # there was no room for the name
        (FULLER + ",", "Holm: no", True),
        (FULLER + ";", "Holm: no", True),
        (FULLER + ".", "Holm: no", False),
        (FULLER[:50], "Holm: no", False),  # there was
        (FULLER, "2. Boats", False),  # an item
        (FULLER, "55 abstentions.", True),
        (FULLER + " (of Mr. Vik.", "Holm)", True),  # in the middle of brackets
        (FULLER[:50] + " and Mr.", "Holm.", True),  # a title ends no sentence
    ],
)
def test_a_line_runs_on(row: str, text: str, wanted: bool) -> None:
    assert runs_on(row, text, 64, ("mr.",)) is wanted


def test_some_lines_begin_anew_within_a_paragraph() -> None:
    assert found("a\n{1} b\nc", "paragraphs", "{1}") == [("a", "a", False), ("{1} b\nc", "{1} b c", True)]


def test_a_sentence_goes_on_after_the_gap_of_a_page() -> None:
    for letter in "aéж":
        text = "The committee met on the last day of the y" + letter + "\n\n\nand parted.\n"
        assert len(found(text, "paragraphs")) == 1


def test_no_break_spaces_are_text_and_belong_to_a_unit() -> None:
    assert found("\u00a0\na\n\u00a0\n\nb") == [("\u00a0\na\n\u00a0", "a", False), ("b", "b", False)]
    assert found("\u00a0\u00a0a\u00a0b") == [("\u00a0\u00a0a\u00a0b", "a b", False)]
    assert found("a\n\u2003b") == [("a", "a", False), ("\u2003b", "b", True)]


def test_rules_see_plain_quotes_and_dashes_at_the_same_offsets() -> None:
    ((raw, seen, _),) = found("“It’s” – 3—4")
    assert seen == '"It\'s" - 3-4'
    assert len(raw) == len(seen)


def test_a_paragraph_without_end_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    from tei_encoder.encode import units as module

    monkeypatch.setattr(module, "MAX_BLOCK", 10)
    assert [raw for raw, _, _ in found("aaaa\nbbbb\ncccc", "paragraphs")] == ["aaaa\nbbbb", "cccc"]


def test_some_lines_that_go_on_with_a_small_letter_make_a_text_hard_wrapped() -> None:
    short = "Mr. HALL. I yield.\n\nMr. LOWE. I thank the gentleman.\n\n"
    wrapped = "Mr. HALL. The river has been promised a dam by four assemblies, and\nit has none to this day.\n\n"
    assert layout_of(short * 10 + wrapped * 2) == "lines"
    assert layout_of(short * 10 + wrapped * 8) == "paragraphs"


WRAPPED = """ROLL CALL
Mayor Berg called the meeting to order at seven o'clock, and the Clerk called the roll. Those
Trustees who answered were Dahl, Lund and Riis, and with them came the engineer of the port,
Holm, who had the plans of the pier, and the harbour master, who had brought his own map and
three chairs for them.
AGENDA
"""


def test_lines_that_break_where_they_are_full_go_on_between_short_ones() -> None:
    width = breaking_width(WRAPPED)
    source = from_string(WRAPPED)
    lines = [text for _, _, text, _ in units(source, "lines", None, lambda _: None, width)]
    assert width == max(map(len, WRAPPED.split("\n")))
    assert lines[0] == "ROLL CALL" and lines[-1] == "AGENDA"
    assert lines[1].startswith("Mayor Berg") and "Those Trustees who answered" in lines[1]


@pytest.mark.parametrize(
    "sample", ["", "Short.\n", ("A line that ends where its sentence does, and is as long as the others are.\n") * 9]
)
def test_texts_that_do_not_break_lines_where_they_are_full(sample: str) -> None:
    assert breaking_width(sample) == 0


def test_a_heading_in_a_wrapped_paragraph_is_a_unit_by_itself() -> None:
    text = "1. Water\nThe pump was mended,\nand it is dry.\n2. Light\nNone."
    source = from_string(text)
    place = lambda line, *_: ALONE if line[:1].isdigit() else GOES_ON  # noqa: E731
    assert [text for _, _, text, _ in units(source, "paragraphs", place, lambda _: None)] == [
        "1. Water", "The pump was mended, and it is dry.", "2. Light", "None.",
    ]  # fmt: skip


INDENTED = [
    "The Secretary reported that the letter had been answered by Mr.", "Holm, who had been to the harbour with Mr.",
    "Vik and the engineer, and had seen the crane at work.",
]  # fmt: skip


@pytest.mark.parametrize("blanks", [0, 2, 4, 8, 12])
def test_a_line_that_ends_with_a_title_breaks_off(blanks: int) -> None:
    rows = [" " * blanks + row for row in INDENTED]
    assert layout_of("\n\n".join(["\n".join(rows)] * 3)) == "paragraphs"
    for text in ("\n".join(rows), "\n".join(INDENTED)):
        units_of = units(from_string(text), "lines", None, lambda _: None, titles=("mr.",))
        assert [text[start:end] for start, end, _, _ in units_of] == [text.lstrip()]


SET_IN = """\
   The lodge was called to order at nine in the morning, and Brother
Holm was in the chair, as he had been on the day before.
   The roll was called.
   Brother Vik: I move that the report of the finance committee be
taken up, and that so much of it be read as is about the hall.
   Sister Lind: I second it.
   The motion prevailed, and the report was read by the secretary,
who said that the hall was cold.
"""


def test_paragraphs_may_begin_further_in_and_nothing_else_sets_them_apart() -> None:
    assert layout_of(SET_IN) == "paragraphs"
    assert first_indent(SET_IN) == 3
    found = list(units(from_string(SET_IN), "paragraphs", None, lambda _: None, indent=3))
    assert [seen.split()[0] for _, _, seen, _ in found] == ["The", "The", "Brother", "Sister", "The"]
    assert not any(direct for _, _, _, direct in found)


@pytest.mark.parametrize(
    "sample",
    [
        SET_IN.replace("\n   ", "\n\n   "),  # blank lines set them apart
        SET_IN.replace("\n   ", "\n"),  # nothing stands in
        SET_IN.replace(".\n   ", "\n   "),  # lines that stand in go on with sentences
        "",
    ],
)
def test_texts_whose_paragraphs_do_not_begin_further_in(sample: str) -> None:
    assert first_indent(sample) == 0
