"""What changes in a text changes in its TEI, and nothing else: in minutes of all kinds, in every language.

A change of the layout (lines wrapped or not, a paragraph more) changes nothing; another name, day or figure changes
just that; two texts in one file say what both say. The texts are the samples of the profiles.
"""

import datetime
import re
import textwrap
from collections.abc import Iterator
from itertools import pairwise

import pytest
from texts import (
    MEETINGS,
    SEEDS,
    TEI,
    Encoder,
    Said,
    all_said,
    differences,
    edited,
    language_of,
    mapped,
    profile_of,
    said,
    source_in,
    spans,
)  # fmt: skip

from tei_encoder.encode.units import layout_of
from tei_encoder.rules.load import load

every = pytest.mark.parametrize("name", sorted(MEETINGS))

#: A sentence of narration that has nothing to do with any meeting.
SNOW = {
    "en": "The snow lay on the roofs of the town until the evening.",
    "fr": "La neige couvrait les toits de la ville depuis le matin.",
    "de": "Auf den Dächern der Stadt lag seit dem Morgen tiefer Schnee.",
    "ru": "Снег лежал на крышах города с самого утра.",
    "es": "La nieve cubría los tejados de la ciudad desde la mañana.",
    "it": "La neve copriva i tetti della città fin dal mattino.",
    "pl": "Śnieg leżał na dachach miasta od samego rana.",
    "zh": "城裡的屋頂上積滿了雪。",
}


@pytest.fixture(scope="module")
def encode(tmp_path_factory: pytest.TempPathFactory) -> Encoder:
    return Encoder(tmp_path_factory.mktemp("texts"))


def text_of(name: str) -> str:
    return (SEEDS.get(name) or MEETINGS[name]).read_text("utf-8")


def profile(name: str) -> str:
    return "minutes-en" if name in SEEDS else profile_of(name)


# ---------------------------------------------------------------- layout


def wrapped(text: str, width: int) -> str:
    """Return a text with its lines as paragraphs between blank lines, wrapped at a width (0: not at all)."""
    lines = [line for line in text.split("\n") if line.strip(" \t\xa0")]
    if width:
        lines = [
            "\n".join(textwrap.wrap(line.replace("\xa0", " "), width, break_long_words=False, break_on_hyphens=False))
            for line in lines
        ]
    return "\n\n".join(lines) + "\n"


#: Not wrapped: a ballot on one line with names in brackets is taken for several where a line ends in it; names in
#: columns are no sentences; a list with a name to each indented line is another where such a line is cut.
UNWRAPPED = {"reported-en.council", "parliament-en.colony", "minutes-en.transcript"}

#: (name, width): texts that can be wrapped so that the encoder sees it. Shorter ones have too few full lines.
WRAPPED = [
    (name, width)
    for name in sorted({**MEETINGS, "001": None, "003": None})
    for width in ((50, 60, 70, 78, 100) if name in MEETINGS else (70,))
    if name not in UNWRAPPED
    and layout_of(text_of(name)) == "lines"
    and layout_of(wrapped(text_of(name), width)) == "paragraphs"
]


@pytest.mark.parametrize("name, width", WRAPPED)
def test_wrapped_lines_say_the_same(name: str, width: int, encode: Encoder) -> None:
    """No line that goes on with a sentence is a label, a vote or a heading, whatever word it begins with."""
    text = text_of(name)
    one = all_said(encode(wrapped(text, 0).replace("\xa0", " "), profile(name)))
    assert differences(one, all_said(encode(wrapped(text, width), profile(name)))) == []


def test_many_texts_are_wrapped() -> None:
    assert len(WRAPPED) > 60 and {language_of(name) for name, _ in WRAPPED if name in MEETINGS} >= {"en", "fr", "ru"}


@pytest.mark.parametrize(
    "name", [name for name in (*sorted(MEETINGS), "000", "004") if layout_of(text_of(name)) == "paragraphs"]
)
def test_paragraphs_in_one_line_each_say_the_same(name: str, encode: Encoder) -> None:
    text = text_of(name)
    blocks = re.split(r"\n[ \t\xa0]*\n", text)
    flat = "\n\n".join(" ".join(line.strip() for line in block.split("\n")) for block in blocks)
    wanted = all_said(encode(text, profile(name)))
    del wanted["names"], wanted["items"], wanted["notes"]  # a name over a line end is one name only then
    assert differences(wanted, all_said(encode(flat, profile(name)))) == []


#: Labelled speeches; in a report every paragraph without a label is a speech, too.
SPEECHES = "//t:sp[t:speaker][not(ancestor::t:div[@type='report'])]"


@pytest.mark.parametrize("name", sorted(one for one in MEETINGS if language_of(one) in SNOW))
def test_a_paragraph_more_changes_nothing_else(name: str, encode: Encoder) -> None:
    """A sentence of narration before a labelled speech is a paragraph, and everything else is as it was."""
    root, snow = encode(text_of(name), profile_of(name)), SNOW[language_of(name)]
    text, before = source_in(root.find("t:text", TEI)), all_said(root)
    places = [start for start, _, _ in spans(root, SPEECHES) if text[:start].endswith("\n\n")]
    for start in places[:: max(1, len(places) // 4)]:
        after = encode(edited(text, [(start, start, f"{snow}\n\n")]), profile_of(name))
        assert differences(before, all_said(after)) == [], text[start : start + 60]
        assert snow in [said(one) for one in after.iterfind(".//t:p", TEI)]


def curly(text: str) -> str:
    """Return a text with the quotation marks and apostrophes of printers."""
    return re.sub(r'(^|[\s(\[])"', r"\1“", text, flags=re.M).replace('"', "”").replace("'", "’")


#: The same text from another typewriter, word processor or conversion.
TYPED = {
    "blanks at the ends of lines": lambda text: text.replace("\n", "  \n"),
    "all lines indented": lambda text: re.sub(r"^(?=\S)", "   ", text, flags=re.M),
    "two blanks after stops": lambda text: re.sub(r"([.:;,]) (?=\S)", r"\1  ", text),
    "no-break spaces": lambda text: text.replace(" ", "\xa0"),
    "curly quotation marks": curly,
    "hyphens for dashes": lambda text: text.replace("–", "-").replace("—", "-"),
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
}
BLANKS = ("blanks at the ends of lines", "all lines indented", "two blanks after stops")
#: Lists of names in columns: two blanks are the gap between two of them.
COLUMNS = {
    "parliament-en.commons", "parliament-en.council", "parliament-en.congress", "parliament-en.colony",
    "minutes-fr.commune", "parliament-zh.jiangkou", "parliament-en.highlands", "parliament-en.islands",
}  # fmt: skip


def plain(text: str) -> str:
    """Return a text as it may be typed in any way."""
    text = re.sub("[“”]", '"', re.sub("[‘’]", "'", re.sub("[–—‐]", "-", text)))
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize(
    "name, typed",
    [(name, way) for name in sorted(MEETINGS) for way in TYPED if not (way in BLANKS and name in COLUMNS)],
)
def test_the_same_typed_otherwise_says_the_same(name: str, typed: str, encode: Encoder) -> None:
    text, other = text_of(name), TYPED[typed](text_of(name))
    before, after = (mapped(all_said(encode(one, profile_of(name))), plain) for one in (text, other))
    assert differences(before, after) == []


# ---------------------------------------------------------------- two in one

#: Texts whose labels or whose reported speeches are known by what the text shows of them. A list of those present, in
#: the minutes of another meeting, speaks against whoever is not in it.
BY_EVIDENCE = {
    "minutes-en.peoples", "minutes-en.oral", "minutes-de.gemeinde", "minutes-de.haus", "minutes-de.landtag",
    "minutes-fr.assemblee", "minutes-ru.otchet", "minutes-ru.river", "minutes/council-1921", "minutes/garden-club",
    "minutes/league-1917", "minutes/league-convention", "minutes/international-congress", "minutes-de.kirche",
    "minutes-de.parteitag", "minutes-de.schweiz", "minutes-de.turner", "minutes-fr.port", "minutes-ru.shkola",
    "minutes-ru.sosedi",
    "minutes-en.brewers", "minutes-en.friends", "minutes-en.interpreted", "minutes-en.tabernacle", "reported-en.branch",
    "parliament-en.territory", "minutes-en.dyers", "minutes-en.library", "minutes-en.markdown", "minutes-en.soviets",
    "minutes-de.kongress",
}  # fmt: skip
#: The heading of these is a title where it is the first line, and the heading of a sitting where it is not.
TITLED = {
    "minutes-en.convocation",
    "minutes-en.peace",
    "minutes-en.board",
    "minutes-en.court",
    "reported-en.formal",
    "reported-en.council",
    "reported-en.journal",
    "reported-en.senate",
    "minutes-ru.ispolkom",
    "minutes-ru.soviet",
    "minutes/ropemakers-1913",
}
COUNTED = ("speeches", "divisions", "votes", "figures", "stage directions", "quotations")


def together() -> Iterator[tuple[str, str]]:
    """Yield pairs of texts of one profile and one layout: each with its neighbour, in both orders."""
    names = sorted(set(MEETINGS) - BY_EVIDENCE)
    for one, two in [*pairwise(names), *zip(names, names[3:], strict=False)]:
        if profile_of(one) == profile_of(two) and layout_of(text_of(one)) == layout_of(text_of(two)):
            if two not in TITLED:
                yield one, two
            if one not in TITLED:
                yield two, one


@pytest.mark.parametrize("first, second", list(together()))
def test_two_texts_in_one_file_say_what_both_say(first: str, second: str, encode: Encoder) -> None:
    one, two = (text_of(name) for name in (first, second))
    each = [all_said(encode(text, profile_of(first))) for text in (one, two)]
    both = all_said(encode(one.rstrip("\n") + "\n\n\n" + two, profile_of(first)))
    wanted: Said = {kind: each[0][kind] + each[1][kind] for kind in COUNTED}
    for found in (wanted, both):  # two people of one name get other ids; other parts than sittings are ranked anew
        found["speeches"] = [(label, ana) for label, _, ana in found["speeches"]]
        found["divisions"] = [one for one in found["divisions"] if one[0] == "session"]
    assert differences(wanted, both) == []


# ---------------------------------------------------------------- other names, figures, days

LATIN = str.maketrans("mngpMNGP", "nmpgNMPG")
CYRILLIC = str.maketrans("дтДТбпБП", "тдТДпбПБ")

#: Words in names that are none: offices, which the rules of debates know.
OFFICES = set("minister prime harbours secretary provost bailie president mayor".split())


#: In these, words that the profile knows stand in names: offices in full, countries, signs that are no letters.
KNOWN_WORDS = {"parliament-zh", "parliament-en.colony", "minutes-en.states"}


@pytest.mark.parametrize("name", sorted(set(MEETINGS) - KNOWN_WORDS))
def test_other_names_change_names_and_nothing_else(name: str, encode: Encoder) -> None:
    root = encode(text_of(name), profile_of(name))
    people = load(profile_of(name)).people
    words = {*people.titles, *people.joiners, *people.chair, *people.unidentified}
    spared = {part.strip(".").casefold() for word in words for part in word.split()} | OFFICES
    forms = root.xpath("//t:person[not(t:note[contains(., 'is read as')])]/t:persName/text()", namespaces=TEI)
    names = {word.strip("().,") for form in forms for word in form.split() if "." not in word}
    parts = sorted({one for one in names if len(one) > 3 and one[:1].isupper() and one.casefold() not in spared},
                   key=lambda one: (-len(one), one))  # fmt: skip
    ending = r"\w{0,2}" if language_of(name) == "ru" else ""  # the cases of a name
    stems = "|".join(" ?".join(one.rstrip("ъ")) for one in parts)  # a blank may have cut it in two
    find = re.compile(rf"(?i)(?<![\w-])(?:{stems}){ending}(?!\w)")
    letters = CYRILLIC if language_of(name) == "ru" else LATIN

    def rename(text: str) -> str:
        return find.sub(lambda found: found[0].translate(letters), text)

    after = all_said(encode(rename(text_of(name)), profile_of(name)))
    assert differences(mapped(all_said(root), rename), mapped(after, lambda text: text)) == []


#: Figures in words, and what they become: never another that the text would read otherwise.
FIGURES = {
    "en": {"two": "twenty-seven", "three": "nine", "four": "eleven", "five": "eight", "six": "forty", "seven": "two"},
    "fr": {"deux": "neuf", "trois": "vingt-sept", "quatre": "onze", "cinq": "quarante", "neuf": "deux"},
    "de": {"zwei": "neun", "drei": "siebenundzwanzig", "vier": "elf", "fünf": "vierzig", "neun": "zwei"},
    "ru": {"двух": "пяти", "трех": "двадцати семи", "трёх": "двадцати семи", "пяти": "двух"},
}
VALUES = {
    "two": 2, "deux": 2, "zwei": 2, "двух": 2, "пяти": 5, "eight": 8, "nine": 9, "neuf": 9, "neun": 9,
    "eleven": 11, "onze": 11, "elf": 11, "forty": 40, "quarante": 40, "vierzig": 40,
    "twenty-seven": 27, "vingt-sept": 27, "siebenundzwanzig": 27, "двадцати семи": 27,
}  # fmt: skip


def next_figure(text: str) -> str:
    """Return a figure with another last digit, everything else as it is printed."""
    return re.sub(r"\d(?=\D*$)", lambda digit: "8" if digit[0] == "9" else str(int(digit[0]) + 1), text)


@every
def test_other_figures_change_quantities_and_nothing_else(name: str, encode: Encoder) -> None:
    root, words = encode(text_of(name), profile_of(name)), FIGURES.get(language_of(name), {})
    text = source_in(root.find("t:text", TEI))
    path = "//t:text//t:measure[not(.//t:choice)]"
    changes, wanted = [], []
    for start, end, figure in spans(root, path):
        printed, quantity = text[start:end], figure.get("quantity")
        if re.search(r"\d", printed):
            other, quantity = next_figure(printed), quantity and next_figure(quantity)
        elif printed.casefold() in words:
            other = words[printed.casefold()]
            quantity = str(VALUES[other])
            other = other.capitalize() if printed[0].isupper() else other
        else:
            other = printed
        changes.append((start, end, other))
        wanted.append((figure.get("type"), quantity, other))
    after = encode(edited(text, changes), profile_of(name))
    assert [(one.get("type"), one.get("quantity"), source_in(one)) for _, _, one in spans(after, path)] == wanted
    before = all_said(root)
    kept = ("speeches", "divisions", "stage directions", "dates", "names", "quotations")
    assert differences({kind: before[kind] for kind in kept}, all_said(after)) == []
    assert [vote[:2] for vote in before["votes"]] == [vote[:2] for vote in all_said(after)["votes"]]


MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(),
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre".split(),
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia".split(),
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(),
}
#: Days of another month, and the same day of the week.
LATER = datetime.timedelta(days=28)


def later(text: str, language: str, year: int) -> str | None:
    """Return a printed day four weeks later; None for what is not just one day, or would be in another year."""
    months = "|".join(MONTHS[language])
    day = r"(?P<day>\d{1,2})(?P<suffix>st|nd|rd|th|er|\.)?"
    blank = r"(?P<blank>[ \xa0]+(?:of |de |day of )?)"
    found = re.fullmatch(rf"(?i)(?P<before>\D*)\b{day}{blank}(?P<month>{months})\b(?P<rest>.*)", text, re.S)
    found = found or re.fullmatch(
        rf"(?i)(?P<before>\D*)\b(?P<month>{months}){blank}{day}(?![\d–-])(?P<rest>.*)", text, re.S
    )
    if found is None or re.search(r"\d", re.sub(r"\b\d{4}\b", "", found["rest"])):
        return None
    number = [month.casefold() for month in MONTHS[language]].index(found["month"].casefold()) + 1
    new = datetime.date(year, number, int(found["day"])) + LATER
    if new.year != year:
        return None
    month = MONTHS[language][new.month - 1]
    month = month.upper() if found["month"].isupper() else month
    suffix = found["suffix"] or ""
    if suffix in ("st", "nd", "rd", "th"):
        suffix = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}.get(new.day, "th")
    elif language == "fr":
        suffix = "er" if new.day == 1 else ""
    parts = [f"{new.day}{suffix}", found["blank"], month]
    return "".join([found["before"], *(parts if found.start("day") < found.start("month") else parts[::-1]),
                    found["rest"]])  # fmt: skip


@pytest.mark.parametrize("name", sorted(one for one in MEETINGS if language_of(one) in MONTHS))
def test_four_weeks_later_changes_dates_and_nothing_else(name: str, encode: Encoder) -> None:
    """Over the ends of months, in both calendars; the day of the week stays."""
    root = encode(text_of(name), profile_of(name))
    text = source_in(root.find("t:text", TEI))
    changes, wanted = [], []
    for start, end, date in spans(root, "//t:text//t:date"):
        days = [date.get("when"), date.get("when-custom")]
        day = next(filter(None, days), "")
        whole = re.fullmatch(r"\d{4}-\d\d-\d\d", day)
        other = later(text[start:end], language_of(name), int(day[:4])) if whole else None
        if other is not None:
            days = [one and (datetime.date.fromisoformat(one) + LATER).isoformat() for one in days]
        changes.append((start, end, other or text[start:end]))
        wanted.append((*days, other or text[start:end]))
    after = encode(edited(text, changes), profile_of(name))
    found = [one for _, _, one in spans(after, "//t:text//t:date")]
    assert [(one.get("when"), one.get("when-custom"), source_in(one)) for one in found] == wanted
    before = all_said(root)
    kept = ("speeches", "figures", "stage directions", "names", "quotations")
    assert differences({kind: before[kind] for kind in kept}, all_said(after)) == []
