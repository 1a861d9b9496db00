"""Distributed Text Services: what the specification says, asked over HTTP, and two judges of others."""

import copy
import http.client
import json
import subprocess
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from judges import environment, package
from lxml import etree

from tei_encoder.deliver.feed import citations
from tei_encoder.deliver.feed.citations import units, ways_to_cite
from tei_encoder.deliver.feed.dts import WRAPPER, services
from tei_encoder.deliver.feed.library import Library
from tei_encoder.deliver.feed.server import Answer, Server
from tei_encoder.deliver.feed.shelf import Shelf, open_shelf
from tei_encoder.encode.facts import Facts
from tei_encoder.model.errors import LimitError

from .conftest import BASE, GONE, serving

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


@pytest.fixture(scope="module")
def library(out: Path) -> Library:
    shelf, wrong = open_shelf([out])
    assert not wrong
    return Library(shelf, "Five seeds & a board", "https://example.org/dts", Facts(publisher="City Archive"))


@pytest.fixture(scope="module")
def congress(library: Library) -> str:
    """The seed with the most sessions."""
    return next(one.identifier for one in library.shelf.texts if "001_" in one.identifier)


@pytest.fixture(scope="module")
def schema() -> Any:
    tables = json.loads(Path(__file__).with_name("dts.schema.json").read_text(encoding="utf-8"))
    return package("jsonschema").Draft202012Validator(tables)


Ask = Callable[..., Any]


@pytest.fixture(scope="module")
def ask(library: Library, schema: Any) -> Ask:
    """Ask a service; JSON is held against the tables of the specification, TEI is parsed."""
    offered = services(library)

    def asked(path: str, **arguments: str) -> Any:
        answer = offered[path](list(arguments.items()))
        assert answer.status == 200, answer.body.decode()
        if answer.kind != "application/ld+json":
            return answer
        told = json.loads(answer.body)
        schema.validate(told)
        return told

    return asked


def references(told: Any) -> list[str]:
    return [one["identifier"] for one in told["member"]]


def words(answer: Answer) -> str:
    """Return the text in the wrapper of a passage."""
    return "".join(etree.fromstring(answer.body).find(f"{{{WRAPPER}}}wrapper").itertext())


def test_all_texts_are_reached_through_the_collections(ask: Ask, library: Library) -> None:
    def below(told: Any) -> Iterator[str]:
        assert told["totalChildren"] == len(told["member"])
        for one in told["member"]:
            inner = ask("/collection", id=one["@id"])
            assert {**inner, **one} == inner, "a list says what the thing itself says"
            assert [up["@id"] for up in ask("/collection", id=one["@id"], nav="parents")["member"]] == [told["@id"]]
            yield from below(inner) if one["@type"] == "Collection" else [one["@id"]]

    root = ask("/collection")
    assert root["title"] == "Five seeds & a board" and root["totalParents"] == 0
    assert ask("/collection", id=root["@id"]) == root
    offered = [one.identifier for one in library.shelf.texts if not one.withdrawn]
    assert sorted(below(root)) == sorted(offered) and len(offered) == 6
    assert ask("/collection", id=root["@id"], nav="parents")["member"] == []


def test_a_folder_whose_texts_are_all_withdrawn_is_no_collection(library: Library) -> None:
    gone = tuple(replace(one, withdrawn=one.withdrawn or "corpus:out:board" in one.sets) for one in library.shelf.texts)
    kept = Library(Shelf(gone, library.shelf.names), library.name, library.url)
    assert list(library.folders) == ["corpus:out", "corpus:out:board"] and list(kept.folders) == ["corpus:out"]
    assert services(kept)["/collection"]([("id", "corpus:out:board")]).status == 404


def test_a_text_is_described_by_its_header(ask: Ask) -> None:
    told = ask("/collection", id=f"{BASE}board/first")
    assert told["dublinCore"]["title"] == ["Board"] and told["dublinCore"]["publisher"] == ["City Archive"]
    assert [tree.get("identifier") for tree in told["citationTrees"]] == [None, "note"]


def test_templates_lead_to_the_services(ask: Ask, congress: str) -> None:
    uritemplate = package("uritemplate")
    entry = ask("")
    resource = ask("/navigation", resource=congress, down="1")["resource"]
    for general, own in ((entry["navigation"], resource["navigation"]), (entry["document"], resource["document"])):
        asked = uritemplate.expand(general, resource=congress, start="1", end="2")
        assert uritemplate.expand(own, start="1", end="2") == asked
    assert (
        uritemplate.expand(entry["navigation"], resource=congress, down="1")
        == (ask("/navigation", resource=congress, down="1")["@id"])
    )


def test_down_is_understood_as_the_table_says(ask: Ask, congress: str) -> None:
    def asked(**more: str) -> Any:
        return ask("/navigation", resource=congress, **more)

    everything, sessions = asked(down="-1"), asked(down="1")
    assert references(asked(down="3")) == references(asked(down="9")) == references(everything)
    assert references(sessions) == [one["identifier"] for one in everything["member"] if one["level"] == 1]
    alone = asked(ref="2")
    assert "member" not in alone and alone["ref"] == next(one for one in sessions["member"] if one["identifier"] == "2")
    speeches = references(asked(ref="2", down="1"))
    assert speeches[0] == "2" and all(one.startswith("2/") and ":" not in one for one in speeches[1:])
    assert references(asked(ref="2", down="-1")) == [one for one in references(everything) if one.split("/")[0] == "2"]
    assert references(asked(ref=speeches[1], down="0")) == speeches[1:]
    assert references(asked(ref="2", down="0")) == references(sessions)
    paragraph = f"{speeches[1]}:1"
    assert references(asked(ref=paragraph, down="1")) == [paragraph], "nothing below: the part itself"
    two = asked(start="2", end="3", down="1")
    assert (two["start"]["identifier"], two["end"]["identifier"]) == ("2", "3")
    assert references(two) == speeches + references(asked(ref="3", down="1"))
    assert "member" not in asked(start="2", end="3")


def test_parts_are_called_what_the_text_calls_them(ask: Ask, congress: str, library: Library) -> None:
    tree = library.shelf.by_id[congress].tree()
    heads = {one.get("n"): one.find(f"{TEI}head") for one in tree.iterfind(f".//{TEI}div[@type='session']")}
    for one in ask("/navigation", resource=congress, down="1")["member"]:
        words = " ".join("".join(heads[one["identifier"]].itertext()).split())
        assert one["dublinCore"]["title"] == [{"lang": "en", "value": words}]


@pytest.mark.parametrize(
    ("path", "query", "status"),
    [
        ("/collection", "id=urn:x:none", 404),
        ("/collection", f"id={GONE}", 404),
        ("/collection", "nav=up", 400),
        ("/collection", "page=2", 400),
        ("/collection", "id=corpus", 404),
        ("/navigation", "down=1", 400),
        ("/navigation", "resource=urn:x:none&down=1", 404),
        ("/navigation", f"resource={GONE}&down=1", 404),
        ("/navigation", "resource=CONGRESS", 400),
        ("/navigation", "resource=CONGRESS&down=0", 400),
        ("/navigation", "resource=CONGRESS&down=0&start=1&end=2", 400),
        ("/navigation", "resource=CONGRESS&down=-2", 400),
        ("/navigation", "resource=CONGRESS&down=all", 400),
        ("/navigation", "resource=CONGRESS&ref=1&start=1&end=2", 400),
        ("/navigation", "resource=CONGRESS&start=1", 400),
        ("/navigation", "resource=CONGRESS&end=1", 400),
        ("/navigation", "resource=CONGRESS&start=3&end=2", 400),
        ("/navigation", "resource=CONGRESS&ref=99", 404),
        ("/navigation", "resource=CONGRESS&start=1&end=99", 404),
        ("/navigation", "resource=CONGRESS&tree=pages&down=1", 404),
        ("/navigation", "resource=CONGRESS&ref=1&ref=1", 400),
        ("/document", "ref=1", 400),
        ("/document", "resource=urn:x:none", 404),
        ("/document", "resource=CONGRESS&ref=99", 404),
        ("/document", "resource=CONGRESS&ref=1&tree=pages", 404),
        ("/document", "resource=CONGRESS&ref=1&end=2", 400),
        ("/document", "resource=CONGRESS&start=2&end=1", 400),
        ("/document", "resource=CONGRESS&mediaType=text/html", 404),
    ],
)
def test_what_is_refused(library: Library, congress: str, path: str, query: str, status: int) -> None:
    pairs = [pair.partition("=")[::2] for pair in query.replace("CONGRESS", congress).split("&")]
    answer = services(library)[path](pairs)
    assert (answer.status, answer.kind) == (status, "application/problem+json"), answer.body
    told = json.loads(answer.body)
    assert told["status"] == status and told["title"]


def test_the_way_to_cite_has_no_effect_on_a_whole_text(ask: Ask, congress: str) -> None:
    assert ask("/document", resource=congress, tree="pages") == ask("/document", resource=congress)


def test_a_passage_stands_in_a_wrapper_beside_the_header(ask: Ask, congress: str, library: Library) -> None:
    answer = ask("/document", resource=congress, ref="2")
    assert answer.kind == "application/tei+xml"
    assert answer.link == f'<https://example.org/dts/collection?id={congress.replace(":", "%3A")}>; rel="collection"'
    root = etree.fromstring(answer.body)
    assert [one.tag for one in root] == [f"{TEI}teiHeader", f"{{{WRAPPER}}}wrapper"]
    (session,) = root[1]
    (original,) = library.shelf.by_id[congress].tree().iterfind(f".//{TEI}div[@type='session'][@n='2']")
    assert etree.tostring(session, method="c14n", exclusive=True) == (
        etree.tostring(original, method="c14n", exclusive=True, with_tail=False)
    )


def test_a_range_is_what_stands_between_in_the_source(ask: Ask, congress: str, out: Path) -> None:
    """Told as plain text, a passage is a piece of the source; so ranges are found by where they begin and end."""
    (file,) = (Path(__file__).resolve().parents[4] / "seeds").glob("001_*.txt")
    source = file.read_text(encoding="utf-8")

    def plain(**more: str) -> str:
        return bytes(ask("/document", resource=congress, mediaType="text/plain", **more).body).decode()

    assert plain() == source
    parts = references(ask("/navigation", resource=congress, down="-1"))
    pairs = [(parts[at], parts[at + far]) for at in range(0, len(parts) - 60, 61) for far in (0, 1, 4, 59)]
    for start, end in pairs:
        first, last, got = plain(ref=start), plain(ref=end), plain(start=start, end=end)
        begin = source.index(first)
        inside = end.startswith((f"{start}/", f"{start}:"))
        stop = begin + len(first) if inside else source.index(last, begin) + len(last)
        assert got == source[begin:stop], (start, end)
    assert len(pairs) > 20


def test_a_text_without_sessions_is_cited_by_speeches_one_without_speeches_by_paragraphs(
    ask: Ask, library: Library
) -> None:
    kinds = {}
    for one in library.shelf.texts:
        if not one.withdrawn:
            told = ask("/navigation", resource=one.identifier, down="1")
            kinds[one.identifier[-12:]] = {unit["citeType"] for unit in told["member"]}
            assert told["member"], "every text has parts that can be cited"
    assert set().union(*kinds.values()) == {"session", "speech", "paragraph"}


def test_the_tables_refuse_a_broken_twin(ask: Ask, schema: Any, congress: str) -> None:
    good = ask("/navigation", resource=congress, down="1")
    for name in ("@context", "@id", "@type", "dtsVersion", "resource"):
        assert not schema.is_valid({key: value for key, value in good.items() if key != name})
    for change in (
        lambda told: told["member"][0].pop("parent"),
        lambda told: told["member"][0].update(level=0),
        lambda told: told["member"][0]["dublinCore"]["title"][0].pop("lang"),
        lambda told: told["resource"].pop("citationTrees"),
        lambda told: told["resource"]["citationTrees"][0].update(identifier="sessions"),
        lambda told: told["resource"]["citationTrees"][1].pop("identifier"),
        lambda told: told["resource"].update(document="/document"),
        lambda told: told.update(start=told["member"][0]),
    ):
        twin = copy.deepcopy(good)
        change(twin)
        assert not schema.is_valid(twin)


# over HTTP


@pytest.fixture(scope="module")
def place(out: Path) -> Iterator[str]:
    with serving(str(out), "--dts", "--port", "0") as (address, _):
        yield address


def get(address: str, path: str) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=20)
    connection.request("GET", f"{urlsplit(address).path}{path}")
    response = connection.getresponse()
    return response.status, dict(response.headers), response.read()


def test_a_reader_goes_from_the_entry_to_a_passage(place: str, schema: Any) -> None:
    uritemplate = package("uritemplate")

    def follow(template: str, **arguments: str) -> tuple[int, dict[str, str], bytes]:
        address = uritemplate.expand(template, **arguments)
        assert address.startswith(place)
        return get(place, address.removeprefix(place))

    status, headers, body = get(place, "/")
    assert (status, headers["Content-Type"]) == (200, "application/ld+json")
    entry = json.loads(body)
    schema.validate(entry)
    (corpus,) = json.loads(follow(entry["collection"])[2])["member"]
    members = json.loads(follow(corpus["collection"])[2])["member"]
    text = next(one for one in members if "001_" in one["@id"])
    session = json.loads(follow(text["navigation"], down="1")[2])["member"][-1]
    status, headers, body = follow(text["document"], ref=session["identifier"])
    assert (status, headers["Content-Type"]) == (200, "application/tei+xml")
    assert headers["Link"] == f'<{uritemplate.expand(entry["collection"], id=text["@id"])}>; rel="collection"'
    assert words(Answer(body)).split()[:2] == session["dublinCore"]["title"][0]["value"].split()[:2]
    status, headers, body = follow(text["document"], ref="99")
    assert (status, headers["Content-Type"]) == (404, "application/problem+json")


def test_a_file_that_has_changed_is_not_given(out: Path, tmp_path: Path) -> None:
    tei = tmp_path / "texts" / "first.xml"
    tei.parent.mkdir()
    tei.write_bytes((out / "board" / "first.xml").read_bytes())
    with serving(str(tei.parent), "--dts", "--port", "0") as (address, _):
        assert get(address, f"/document?resource={BASE}first")[0] == 200
        tei.write_bytes(tei.read_bytes() + b"\n")
        assert get(address, f"/document?resource={BASE}first")[0] == 503
        assert get(address, "/collection")[0] == 200


def harvested(address: str) -> Any:
    python = environment("dts", "thunderdots==0.1.8")
    script = Path(__file__).with_name("ask_dts.py")
    run = subprocess.run([python, str(script), address], capture_output=True, text=True, timeout=120, check=False)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def test_thunderdots_harvests_everything(place: str, library: Library, congress: str) -> None:
    got = harvested(place)
    assert got["valid"] and not got["errors"]
    assert got["collections"] == ["corpus:out", "corpus:out:board", f"{place}/collection"]
    assert sorted(got["texts"]) == sorted(one.identifier for one in library.shelf.texts if not one.withdrawn)
    speeches = {one.get(XML_ID): one for one in library.shelf.by_id[congress].tree().iter(f"{TEI}sp")}
    assert got["texts"][congress].keys() == speeches.keys() and len(speeches) > 100
    for name, content in got["texts"][congress].items():
        assert "".join(content.split()) == "".join("".join(speeches[name].itertext()).split()), name


@pytest.mark.parametrize(
    ("old", "new"), [(b'"Resource"', b'"Book"'), (b'"member"', b'"members"'), (b"<p>", b"<p>And so on. ")]
)
def test_thunderdots_notices_a_broken_twin(library: Library, congress: str, old: bytes, new: bytes) -> None:
    def broken(service: Callable[[Sequence[tuple[str, str]]], Answer]) -> Any:
        def answered(arguments: Sequence[tuple[str, str]]) -> Answer:
            answer = service(arguments)
            return answer._replace(body=answer.body.replace(old, new))

        return answered

    offered: dict[str, Any] = {}
    with Server("127.0.0.1", 0, offered, print) as server:
        twin = services(Library(library.shelf, library.name, f"{server.place}/dts"))
        offered |= {f"/dts{path}": broken(service) for path, service in twin.items()}
        threading.Thread(target=server.serve_forever, daemon=True).start()
        got = harvested(f"{server.place}/dts")
        server.shutdown()
    found = got["texts"].get(congress, {}).get("sp.1", "")
    original = next(library.shelf.by_id[congress].tree().iter(f"{TEI}sp"))
    assert "".join(found.split()) != "".join("".join(original.itertext()).split())


def by_dapytains(file: Path, tree: str) -> tuple[list[Any], Any]:
    """Return all parts of a file as dapytains describes them, and the file as it knows it."""
    navigation = package("dapytains.app.navigation")
    document = package("dapytains.tei.document").Document(str(file))
    nested = [one.json() for one in document.get_reffs(tree)]
    return navigation.get_nav(nested, navigation.generate_paths(nested), down=-1)[0], document


def plainly(parts: list[Any]) -> list[Any]:
    """Return parts with the names of Dublin Core without their address, and the words without their language."""

    def plain(one: Any) -> str:
        return " ".join((one["value"] if isinstance(one, dict) else one).split())

    return [
        {**one, "dublinCore": {name.rpartition("/")[2]: list(map(plain, said))
                               for name, said in one.get("dublinCore", {}).items()}}
        for one in parts
    ]  # fmt: skip


def test_dapytains_finds_the_same_parts_and_passages(ask: Ask, library: Library) -> None:
    asked = 0
    for text in library.shelf.texts:
        if text.withdrawn or text.path is None:
            continue
        for name in ways_to_cite(text.tree()):
            way = {"resource": text.identifier} | ({"tree": name} if name else {})
            theirs, document = by_dapytains(text.path, name or "default")
            ours = ask("/navigation", down="-1", **way)["member"]
            assert plainly(ours) == plainly(theirs)
            for reference in references({"member": ours})[::40]:
                passage = document.get_passage(reference, tree=name or "default")
                found = words(ask("/document", ref=reference, **way))
                assert "".join("".join(passage.itertext()).split()) == "".join(found.split()), reference
                asked += 1
    assert asked > 25


@pytest.mark.parametrize(
    ("old", "new"), [('match="p"', 'match="ab"'), ('use="@n"', 'use="@xml:id"'), ('use="head"', 'use="p"')]
)
def test_dapytains_does_not_agree_with_a_broken_twin(
    library: Library, congress: str, tmp_path: Path, old: str, new: str
) -> None:
    good = library.shelf.by_id[congress].path
    assert good is not None
    twin = tmp_path / good.name
    twin.write_text(good.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    shelf, _ = open_shelf([twin])
    answer = services(Library(shelf, "A twin", "https://example.org/dts"))["/navigation"]
    told = json.loads(answer([("resource", shelf.texts[0].identifier), ("down", "-1")]).body)
    assert plainly(told["member"]) != plainly(by_dapytains(good, "default")[0])


@pytest.mark.parametrize("path", ["//div[@type='session']", ".//div[@n]", "/TEI/text//div[@type=\"session\"][@n]",
                                  "//text/descendant::div[@type='session']", "//*[@type='session']"])  # fmt: skip
def test_paths_that_mean_the_same(library: Library, congress: str, tmp_path: Path, path: str) -> None:
    good = library.shelf.by_id[congress].tree()
    (structure,) = good.iterfind(f".//{TEI}citeStructure[@unit='session']")
    structure.set("match", path)
    for one in good.iterfind(f".//{TEI}div[@n]"):
        if one.get("type") != "session":
            del one.attrib["n"]
    ways = ways_to_cite(good)
    assert [one.reference for one in units(good, ways[""]) if one.level == 1] == [str(at) for at in range(1, 9)]


def test_a_header_that_names_parts_without_end_is_refused(
    library: Library, congress: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every element in every other one, eight deep: more parts than there are atoms."""
    monkeypatch.setattr(citations, "MAX_PARTS", 1000)
    tree = library.shelf.by_id[congress].tree()
    (way,) = (one for one in tree.iterfind(f".//{TEI}refsDecl") if not one.get("n"))
    way.clear()
    for _ in range(8):
        way = etree.SubElement(way, f"{TEI}citeStructure", unit="any", match=".//*", use="position()", delim=".")
    with pytest.raises(LimitError) as caught:
        units(tree, ways_to_cite(tree)[""])
    assert caught.value.code == "PARTS"


@pytest.mark.parametrize(
    "match",
    ["//sp[position() = 1]", "//div//sp//p", "//sp | //p", "doc('file:///etc/passwd')", "//sp[.//p]", ""],
)
def test_a_way_to_cite_beyond_simple_steps_is_left_out(
    library: Library, congress: str, tmp_path: Path, match: str
) -> None:
    good = library.shelf.by_id[congress].path
    assert good is not None
    twin = tmp_path / good.name
    twin.write_text(good.read_text(encoding="utf-8").replace("//div[@type='session']", match), encoding="utf-8")
    shelf, _ = open_shelf([twin])
    answer = services(Library(shelf, "A twin", "https://example.org/dts"))["/navigation"]
    told = json.loads(answer([("resource", shelf.texts[0].identifier), ("down", "1")]).body)
    assert [shape["citeType"] for tree in told["resource"]["citationTrees"] for shape in tree["citeStructure"]] == (
        ["speech", "note"]
    )
