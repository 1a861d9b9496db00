"""Running heads and page numbers, in layouts made up for it; and what only looks like them."""

import random
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tei_encoder.encode.document import Document
from tei_encoder.encode.facts import Facts
from tei_encoder.encode.proof import prove
from tei_encoder.model.limits import SAMPLE
from tei_encoder.readers.text import from_string
from tei_encoder.rules.load import load

WORDS = (
    "the committee went on to say that the harbour had been shut since easter and that nobody knew why it was shut or "
    "when the crane would be mended by those who had broken it in the great storm of the year before"
).split()


def page(number: int, lines: int = 9) -> list[str]:
    """Return lines of one page that begin and end in the middle of a sentence."""
    words = random.Random(number)
    return [" ".join(words.choice(WORDS) for _ in range(10)) for _ in range(lines)]


def book(between: Callable[[int], list[str]], pages: int = 6, first: int = 11) -> str:
    """Return a book: a title, a speech that runs over all pages, and what stands between two of them."""
    rows = ["The Port", "", "VIK: I say that"]
    for number in range(first, first + pages):
        rows += page(number) + between(number)
    return "\n".join([*rows, "and so we ended.", "", "HOLM: No, I say.", ""])


def furniture(text: str, profile: str = "minutes-en") -> list[tuple[str, str]]:
    """Return type and words of each ``fw``; the text must come out as it went in."""
    source = from_string(text)
    xml = "".join(piece for piece, _ in Document(source, load(profile), Facts()).pieces())
    ElementTree.fromstring(xml)
    return [(kind, re.sub("<[^>]+>", "", words)) for kind, words in re.findall(r'<fw type="(\w+)">(.*?)</fw>', xml)]


LAYOUTS = {
    "a number between blank lines": (lambda n: ["", str(n), ""], lambda n: [("pageNum", str(n))]),
    "a number at the foot, the page below": (lambda n: ["", f"- {n} -", ""], lambda n: [("pageNum", f"- {n} -")]),
    "head and number in one line": (
        lambda n: ["", f"{n} THE PORT RECORDS", ""], lambda n: [("header", f"{n} THE PORT RECORDS")]),
    "left and right pages": (
        lambda n: ["", f"{n} The Port Records" if n % 2 else f"The Great Storm {n}", ""],
        lambda n: [("header", f"{n} The Port Records" if n % 2 else f"The Great Storm {n}")]),
    "a number, then a head": (
        lambda n: ["", str(n), "", "", "THE PORT RECORDS", ""],
        lambda n: [("pageNum", str(n)), ("header", "THE PORT RECORDS")]),
    "a head directly over its page": (
        lambda n: ["", "", f"THE PORT RECORDS {n}"], lambda n: [("header", f"THE PORT RECORDS {n}")]),
    "a sitting as head": (lambda _: ["", "SESSION OF MAY 4", ""], lambda _: [("header", "SESSION OF MAY 4")]),
}  # fmt: skip


@pytest.mark.parametrize("name", LAYOUTS)
def test_what_stands_on_every_page_is_known(name: str) -> None:
    between, wanted = LAYOUTS[name]
    assert furniture(book(between, pages=8)) == [one for number in range(11, 19) for one in wanted(number)]


@pytest.mark.parametrize("name", LAYOUTS)
def test_speech_and_list_go_on_over_the_end_of_a_page(name: str) -> None:
    xml = "".join(
        piece for piece, _ in Document(from_string(book(LAYOUTS[name][0], 8)), load("minutes-en"), Facts()).pieces()
    )
    assert xml.count("<sp ") == 2
    assert "<div " not in xml.partition("<body>")[2].replace('<div xml:id="section', "")


def speeches(label: str, lines: int = 4) -> list[str]:
    return ["", label + " ".join(WORDS[:20]).capitalize() + ".", *[" ".join(WORDS[:18]).capitalize() + "."] * lines, ""]


NOT_RUNNING = {
    "vote figures": "\n".join(
        row for n in (38, 39, 40, 41) for row in [*speeches("VIK: "), "For", "", str(n), "", "Against", "", "12", ""]
    ),
    "numbered parts": "\n".join(row for n in range(1, 7) for row in [*speeches("VIK: "), str(n), ""]),
    "articles": "\n".join(row for n in range(1, 7) for row in [*speeches("VIK: "), f"Article {n}", ""]),
    "sittings": "\n".join(row for n in range(1, 7) for row in ["", f"SITTING No. {n}", *speeches("VIK: ")]),
    "labels on lines of their own": "\n".join(
        row for _ in range(6) for row in ["VIK", *speeches(""), "HOLM", *speeches("")]
    ),
    "applause": "\n".join(row for _ in range(6) for row in [*speeches("VIK: "), "(Applause.)", ""]),
    "a refrain": "\n".join(row for _ in range(6) for row in ["we sailed from Sandvik on a morning cold", "",
                                                            "heave away", "", "And never saw the harbour", ""] * 2),
    "lists": "\n".join(row for n in range(1, 7) for row in [*speeches("VIK: "), f"{n}. Bread", ""]),
    "years": book(lambda n: ["", str(1880 + 9 * n), ""]),
    "twice only": book(lambda n: ["", "THE PORT RECORDS", ""] if n < 13 else []),
    "in the run of lines": book(lambda n: [f"the port records {n}"]),
    "at odd places": book(lambda n: ["", "the port", ""] * (n % 3)),
}  # fmt: skip


@pytest.mark.parametrize("name", NOT_RUNNING)
def test_what_only_comes_again_is_none(name: str) -> None:
    assert furniture(NOT_RUNNING[name] + "\n") == []


def test_the_heading_that_the_running_head_repeats_is_a_heading() -> None:
    text = "SESSION OF MAY 4\n\n" + book(lambda _: ["", "SESSION OF MAY 4", ""])
    xml = "".join(piece for piece, _ in Document(from_string(text), load("minutes-en"), Facts()).pieces())
    assert len(furniture(text)) == 6
    assert xml.count('type="session"') == 1


def test_a_figure_out_of_turn_is_no_page_number() -> None:
    text = book(lambda n: ["", str(n), ""], pages=6) + "\nFor\n\n380\n\nAgainst\n\n12\n\nHOLM: No.\n"
    assert furniture(text) == [("pageNum", str(number)) for number in range(11, 17)]


def test_pages_are_known_far_behind_the_sample() -> None:
    text = book(lambda n: ["", f"{n} THE PORT RECORDS", ""], pages=900)
    assert len(text) > SAMPLE * 1.5
    assert len(furniture(text)) == 900


def test_the_text_comes_out_as_it_went_in(tmp_path: Path) -> None:
    for number, (between, _) in enumerate(LAYOUTS.values()):
        source = from_string(book(between))
        file = tmp_path / f"{number}.xml"
        file.write_text("".join(piece for piece, _ in Document(source, load("minutes-en"), Facts()).pieces()), "utf-8")
        assert prove(file, source) == source.characters


def test_heads_with_the_numbers_of_the_pages_beside_them_are_known_though_most_cut_no_sentence() -> None:
    pages = "".join(
        f"\n\n{number}\n\nTHE PORT RECORDS.\n\n{words}"
        for number, words in (
            (12, "and so the crane stood.\n\nHOLM: It fell."),
            (13, "The sitting was closed.\n\nVIK: At last.\n\nHOLM: Yes."),
            (14, "VIK: Good night.\n\nHOLM: Good night to all of you.\n\nVIK: Amen."),
        )
    )
    text = f"The Port\n\nVIK: I say that nobody was there,{pages}\n"
    heads = [("pageNum", "12"), ("header", "THE PORT RECORDS."), ("pageNum", "13")]
    assert furniture(text)[:3] == heads
    assert furniture(text.replace("13", "31")) == [], "the numbers do not go on"


def sided(numbers: list[int], wrong: bool = False) -> str:
    """Pages that end with sentences, with the number on the outer side of the head (or always before it)."""
    rows = ["First sitting, May 4, 1911", ""]
    for number in numbers:
        rows += [f"HAY: The pier is old, and number {number * 10 + line} is the oldest of all." for line in range(6)]
        left = number % 2 == 0 or wrong
        rows += ["", f"{number}     THE HARBOUR REPORT" if left else f"THE HARBOUR REPORT     {number}", ""]
    return "\n".join([*rows, "HAY: The crane is new."])


def test_numbers_on_the_outer_side_of_a_head_are_those_of_pages_though_no_sentence_is_cut() -> None:
    heads = ["12     THE HARBOUR REPORT", "THE HARBOUR REPORT     13"]
    assert [text for _, text in furniture(sided([12, 13]))] == heads
    assert len(furniture(sided([12, 13, 15, 16]))) == 4


@pytest.mark.parametrize("text", [sided([12, 13], wrong=True), sided([12]), sided([12, 13, 11]), sided([12, 19])])
def test_numbers_on_one_side_or_out_of_order_are_none_of_pages(text: str) -> None:
    assert furniture(text) == []


# ------------------------------------------------------------------------------------------------ counted sections

SAID = "The harbour has been shut for a year, and nobody in this town can say why it was shut."


def sections(text: str) -> list[str]:
    """Return the headings of the sections of an article."""
    source = from_string(text)
    xml = "".join(piece for piece, _ in Document(source, load("article-en"), Facts()).pieces())
    return re.findall(r'<div [^>]*type="section"[^>]*><head>(.*?)</head>', xml)


def test_numbers_that_count_from_the_title_on_are_sections() -> None:
    parts = [f"{number}\n\n{SAID}\n\n{SAID}" for number in (1, 2, 3)]
    assert sections("\n\n".join(["The Port", "By A. Holm", *parts, ""])) == ["1", "2", "3"]
    assert sections("\n\n".join(["The Port", *(part.replace("\n", ".\n", 1) for part in parts), ""])) == [
        "1.",
        "2.",
        "3.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"1\n\nThe Port\n\n{SAID}\n\n2\n\n{SAID}\n",  # pages: the first number stands above the title
        f"The Port\n\n{SAID}\n\n1\n\n{SAID}\n\n2\n\n{SAID}\n",  # or at the foot of a page
        f"The Port\n\n1\n\n{SAID}\n",
        f"The Port\n\n1\n\n{SAID}\n\n3\n\n{SAID}\n",
        f"The Port\n\n1\n\n{SAID} It was\n\n2\n\nshut for good.\n",
        f"The Port\n\n1\n\n2\n\n3\n\n{SAID}\n",
        f"The Port\n\n{SAID}\n\n{SAID}\n",
    ],
)
def test_other_numbers_are_no_sections(text: str) -> None:
    assert sections(text) == []


def test_sections_are_counted_to_the_end_of_a_long_text() -> None:
    parts = [f"{number}\n\n" + f"{SAID}\n\n" * (SAMPLE // 400) for number in range(1, 9)]
    assert sections("The Port\n\n" + "".join(parts)) == [str(number) for number in range(1, 9)]
