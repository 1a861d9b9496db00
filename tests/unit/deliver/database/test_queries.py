"""The example queries: BaseX answers them as lxml counts, and as Saxon, which is no database, answers them."""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from judges import package
from lxml import etree

from tei_encoder.check.xml import parse_file
from tei_encoder.deliver.database.basex import Session
from tei_encoder.deliver.database.load import load
from tei_encoder.deliver.database.queries import queries

NAMES = {"t": "http://www.tei-c.org/ns/1.0"}
QUERIES = {one.name: one for one in queries()}
Rows = list[tuple[str, ...]]


def text_of(query: str) -> str:
    return QUERIES[query].path.read_text(encoding="utf-8")


def rows(answer: str) -> Rows:
    """Return the table that a query answers with, without its head."""
    assert answer.endswith("\n")
    found = [tuple(line.split("\t")) for line in answer[:-1].split("\n")]
    assert len({len(row) for row in found}) == 1 and len(found[0]) > 2, "it is a table"
    return found[1:]


@pytest.fixture(scope="module")
def loaded(seeds: dict[str, Path], port: int) -> str:
    with Session("127.0.0.1", port, "admin", "admin") as session:
        load(session, "asked", seeds)
    return "asked"


@pytest.fixture
def ask(session: Session, loaded: str) -> Callable[..., Rows]:
    """Ask one of the queries, with the database open as somebody has it who looks at it."""

    def asked(query: str, database: str = loaded, **variables: str) -> Rows:
        session.execute(f"OPEN {database}")
        try:
            return rows(session.ask(text_of(query), **variables))
        finally:
            session.execute("CLOSE")

    return asked


# the same, counted by lxml


def every(texts: list[Any], path: str) -> list[Any]:
    return [one for text in texts for one in text.xpath(path, namespaces=NAMES)]


def attribute(one: Any, path: str) -> str:
    return str(next(iter(one.xpath(path, namespaces=NAMES)), "-"))


def place(one: Any) -> tuple[str, str]:
    return attribute(one, "ancestor::t:TEI/@xml:id"), attribute(one, "ancestor::t:div[@type='session']/@n")


def words(text: str) -> int:
    return len([word for word in re.split(r"[ \t\r\n]+", text) if word])


def speeches(texts: list[Any]) -> Rows:
    return [
        (*place(one), attribute(one, "@xml:id"), attribute(one, "@who"),
         str(words(" ".join("".join(part.itertext()) for part in one if part.tag != f"{{{NAMES['t']}}}speaker"))))
        for one in every(texts, "//t:sp")
    ]  # fmt: skip


def lost_votes(texts: list[Any]) -> Rows:
    found = []
    for one in every(texts, "//t:text//t:note[@type='vote']"):
        pro, contra = (attribute(one, f".//t:measure[@type='{kind}']/@quantity") for kind in ("for", "against"))
        if "-" not in (pro, contra) and 0 < int(contra) - int(pro) < 5:
            found.append((*place(one), attribute(one, "@xml:id"), pro, contra))
    return found


def gaps(texts: list[Any]) -> Rows:
    found = []
    for text in texts:
        explained = {mark for one in every([text], "//t:note/@target") for mark in str(one).split()}
        counts: Counter[str] = Counter()
        noted: Counter[str] = Counter()
        for gap in every([text], "/t:TEI/t:text//t:gap"):
            counts[place(gap)[1]] += 1
            noted[place(gap)[1]] += f"#{attribute(gap, '@xml:id')}" in explained
        name = attribute(text, "/t:TEI/@xml:id")
        sessions = [str(one) for one in every([text], "//t:div[@type='session']/@n")]
        outside = ["-"] if counts["-"] else []
        found += [(name, one, str(counts[one]), str(noted[one])) for one in sessions + outside]
    return found


def talk(texts: list[Any]) -> Rows:
    found = []
    for text in texts:
        said: dict[str, list[str]] = {}
        for one in every([text], "//t:sp[@who]"):
            aids = "|".join(f"ancestor::t:{name}" for name in ("speaker", "corr", "reg", "expan", "ex"))
            for who in one.get("who").split():
                said.setdefault(who, []).append("".join(one.xpath(f".//text()[not({aids})]", namespaces=NAMES)))
        name = attribute(text, "/t:TEI/@xml:id")
        counted = [(who, str(len(parts)), str(words("".join(parts)))) for who, parts in said.items()]
        found += [(name, *row) for row in sorted(counted, key=lambda row: (-int(row[2]), row[0]))]
    return found


def interruptions(texts: list[Any]) -> Rows:
    found: Counter[tuple[str, str, str]] = Counter()
    for voice in every(texts, "//t:text//*[self::t:said or self::t:sp][contains(@ana, '#interrupting')]"):
        if voice.tag.endswith("said"):
            speech = voice.xpath("ancestor::t:sp", namespaces=NAMES)
        else:
            order = [attribute(one, "@xml:id") for one in every([voice.getroottree()], "//t:sp")]
            here = order.index(attribute(voice, "@xml:id"))
            halves = every([voice.getroottree()], "//t:sp[@next]")
            speech = [one for one in halves
                      if order.index(attribute(one, "@xml:id")) < here < order.index(one.get("next")[1:])]  # fmt: skip
        found[place(voice)[0], attribute(voice, "@who"), attribute(speech[-1], "@who") if speech else "-"] += 1
    return [(*key, str(number)) for key, number in found.items()]


def reactions(texts: list[Any]) -> Rows:
    found = Counter(
        (place(one)[0], attribute(one, "ancestor::t:sp[1]/@who"), attribute(one, "@type"))
        for one in every(texts, "//t:text//t:stage")
    )
    return [(*key, str(number)) for key, number in found.items()]


def doubts(texts: list[Any]) -> Rows:
    found = Counter(
        (place(one)[0], etree.QName(one).localname, one.get("cert"))
        for one in every(texts, "//t:text//*[@cert='low' or @cert='medium']")
    )
    return [(*key, str(number)) for key, number in found.items()]


#: Who counts the same, and which columns of the query are compared.
COUNTED: dict[str, tuple[Callable[[list[Any]], Rows], tuple[int, ...]]] = {
    "speeches": (speeches, (0, 1, 2, 3, 4)),
    "lost-votes": (lost_votes, (0, 1, 2, 3, 4)),
    "gaps": (gaps, (0, 1, 2, 3)),
    "talk": (talk, (0, 1, 3, 4)),
    "interruptions": (interruptions, (0, 1, 2, 3)),
    "reactions": (reactions, (0, 1, 2, 3)),
    "doubts": (doubts, (0, 1, 2, 3)),
}


def expected(query: str, seeds: dict[str, Path]) -> Rows:
    return COUNTED[query][0]([parse_file(file) for _, file in sorted(seeds.items())])


def compared(query: str, found: Rows) -> Rows:
    return [tuple(row[at] for at in COUNTED[query][1]) for row in found]


def test_every_query_is_counted_by_somebody_else() -> None:
    assert QUERIES.keys() == COUNTED.keys()
    assert all(one.asks.endswith(".") for one in QUERIES.values()), "each says what it asks"
    assert dict(QUERIES["lost-votes"].variables) == {"margin": "5"}


@pytest.mark.parametrize("query", COUNTED)
def test_basex_answers_as_lxml_counts(ask: Callable[..., Rows], seeds: dict[str, Path], query: str) -> None:
    found = compared(query, ask(query))
    assert found and sorted(found) == sorted(expected(query, seeds))
    if query in ("speeches", "lost-votes", "gaps", "talk"):
        assert found == expected(query, seeds), "in the order of the texts"


@pytest.mark.parametrize("query", COUNTED)
def test_saxon_answers_the_same(ask: Callable[..., Rows], seeds: dict[str, Path], query: str) -> None:
    found: Rows = []
    declared = f'declare namespace tei = "{NAMES["t"]}";'
    as_text = (
        'declare namespace output = "http://www.w3.org/2010/xslt-xquery-serialization";'
        'declare option output:method "text";'
    )
    with package("saxonche").PySaxonProcessor(license=False) as processor:
        for file in seeds.values():
            asking = processor.new_xquery_processor()
            asking.set_context(xdm_item=processor.parse_xml(xml_file_name=str(file)))
            asking.set_query_content(text_of(query).replace(declared, f"{declared}\n{as_text}"))
            found += rows(asking.run_query_to_string())
    assert sorted(found) == sorted(ask(query))


def test_speeches_of_one_person(ask: Callable[..., Rows]) -> None:
    everybody = ask("speeches")
    who = Counter(row[3] for row in everybody if row[3] != "-").most_common(1)[0][0]
    of_one = ask("speeches", person=who[1:])
    assert of_one == [row for row in everybody if who in row[3].split()] and len(of_one) > 5
    (name,) = {row[2] for row in ask("talk") if row[1] == who}
    assert ask("speeches", person=name.upper()) == of_one, "by name, as by id"
    assert ask("speeches", person="nobody of this name") == []


def test_votes_lost_by_another_margin(ask: Callable[..., Rows]) -> None:
    lost = {margin: ask("lost-votes", margin=str(margin)) for margin in (1, 2, 5, 1000)}
    assert lost[1] == [] and len(lost[2]) <= len(lost[5]) <= len(lost[1000])
    assert all(0 < int(row[4]) - int(row[3]) < 5 for row in lost[5]) and lost[5]


@pytest.mark.parametrize(
    ("query", "old", "new"),
    [
        ("speeches", r'<sp xml:id="sp\.1"', '<sp xml:id="sp.0"'),
        ("lost-votes", r'(type="against"[^>]*quantity=")', r"\g<1>9"),
        ("gaps", r'<gap xml:id="gap\.2"[^>]*?(/>|>.*?</gap>)', ""),
        ("talk", "</speaker>", "</speaker><p>One more word.</p>"),
        ("interruptions", r' ana="#interrupting"', ""),
        ("reactions", '<stage type="[a-z]+"', '<stage type="entrance"'),
        ("doubts", ' cert="medium"', ' cert="high"'),
    ],
)
def test_the_count_refuses_a_broken_twin(
    ask: Callable[..., Rows], session: Session, seeds: dict[str, Path], tmp_path: Path, query: str, old: str, new: str
) -> None:
    """The database holds texts with one fault; the answer is not the count of the right ones."""
    twins = {}
    for name, file in seeds.items():
        twins[name] = tmp_path / name
        twins[name].write_text(re.sub(old, new, file.read_text(encoding="utf-8")), encoding="utf-8")
    load(session, "twins", twins)
    assert sorted(compared(query, ask(query, "twins"))) != sorted(expected(query, seeds))
