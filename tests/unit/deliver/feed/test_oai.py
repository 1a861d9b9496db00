"""OAI-PMH: every rule of the protocol, and two harvesters of others that fetch everything through a real server."""

import re
import threading
from pathlib import Path
from typing import Any

import pytest
from judges import package
from lxml import etree

from tei_encoder.check.xml import parse_file
from tei_encoder.deliver.feed import oai
from tei_encoder.deliver.feed.formats import FORMATS
from tei_encoder.deliver.feed.oai import Provider, answer
from tei_encoder.deliver.feed.shelf import Shelf, Text, open_shelf
from tei_encoder.deliver.feed.static import STATIC, write_static

from .conftest import BASE, GONE, copied

NS = {"o": oai.OAI, "t": "http://www.tei-c.org/ns/1.0"}
PROTOCOL = etree.RelaxNG(etree.parse(str(Path(__file__).with_name("oai-pmh.rng"))))
SEEDS = 5
ALL = SEEDS + 3


def ask(provider: Provider, query: str) -> Any:
    """Ask, and hold the answer against the protocol's form."""
    pairs = [pair.partition("=")[::2] for pair in query.split("&")] if query else []
    root = etree.fromstring(answer(provider, pairs))
    PROTOCOL.assertValid(root)
    return root


def error(provider: Provider, query: str) -> str:
    (code,) = ask(provider, query).xpath("o:error/@code", namespaces=NS)
    return str(code)


def ids(root: Any) -> list[str]:
    return [str(one.text) for one in root.iterfind(".//o:header/o:identifier", NS)]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("", "badVerb"),
        ("verb=Nothing", "badVerb"),
        ("verb=identify", "badVerb"),
        ("verb=Identify&verb=Identify", "badVerb"),
        ("verb=Identify&set=year", "badArgument"),
        ("verb=ListRecords", "badArgument"),
        ("verb=ListRecords&metadataPrefix=tei&colour=red", "badArgument"),
        ("verb=ListRecords&metadataPrefix=tei&metadataPrefix=tei", "badArgument"),
        ("verb=ListRecords&metadataPrefix=tei&from=2026", "badArgument"),
        ("verb=ListRecords&metadataPrefix=tei&from=2026-02-30", "badArgument"),
        ("verb=ListRecords&metadataPrefix=tei&from=20261122", "badArgument"),
        ("verb=ListRecords&metadataPrefix=tei&from=2026-11-22T00:00:00Z", "badArgument"),
        ("verb=ListRecords&metadataPrefix=tei&from=2026-11-23&until=2026-11-22", "badArgument"),
        ("verb=ListRecords&metadataPrefix=tei&set=a b", "badArgument"),
        ("verb=ListRecords&metadataPrefix=tei&resumptionToken=abc", "badArgument"),
        ("verb=GetRecord&metadataPrefix=tei", "badArgument"),
        ("verb=GetRecord&metadataPrefix=tei&identifier=\x00", "badArgument"),
        ("verb=GetRecord&metadataPrefix=tei&identifier=urn:x:none", "idDoesNotExist"),
        (f"verb=GetRecord&metadataPrefix=marc&identifier={GONE}", "cannotDisseminateFormat"),
        ("verb=ListRecords&metadataPrefix=marc", "cannotDisseminateFormat"),
        ("verb=ListIdentifiers&metadataPrefix=marc", "cannotDisseminateFormat"),
        ("verb=ListMetadataFormats&identifier=urn:x:none", "idDoesNotExist"),
        ("verb=ListRecords&metadataPrefix=tei&set=year:1600", "noRecordsMatch"),
        ("verb=ListRecords&metadataPrefix=tei&set=corp", "noRecordsMatch"),
        ("verb=ListRecords&metadataPrefix=tei&until=2020-01-01", "noRecordsMatch"),
        ("verb=ListRecords&resumptionToken=abc", "badResumptionToken"),
        ("verb=ListRecords&resumptionToken=W10=", "badResumptionToken"),
        ("verb=ListRecords&resumptionToken=ä", "badResumptionToken"),
        ("verb=ListSets&resumptionToken=abc", "badResumptionToken"),
    ],
)  # fmt: skip
def test_what_the_protocol_refuses(provider: Provider, query: str, code: str) -> None:
    assert error(provider, query) == code


def test_the_request_is_repeated_but_not_a_bad_one(provider: Provider) -> None:
    asked = ask(provider, "verb=GetRecord&metadataPrefix=tei&identifier=urn:x:none").find("o:request", NS)
    assert dict(asked.attrib) == {"verb": "GetRecord", "metadataPrefix": "tei", "identifier": "urn:x:none"}
    assert not ask(provider, "verb=Nothing").find("o:request", NS).attrib


def test_who_offers_it(provider: Provider) -> None:
    body = ask(provider, "verb=Identify").find("o:Identify", NS)
    said = {etree.QName(one).localname: one.text for one in body}
    assert said["repositoryName"] == "Five seeds & a board" and said["earliestDatestamp"] == "2026-11-20"
    assert said["deletedRecord"] == "transient"


def test_sets_are_corpora_and_years(provider: Provider) -> None:
    specs = [one.text for one in ask(provider, "verb=ListSets").iterfind(".//o:setSpec", NS)]
    assert specs == ["corpus", "corpus:out", "corpus:out:board", "year", "year:1905", "year:1917"]
    query = "verb=ListIdentifiers&metadataPrefix=tei&set="
    assert ids(ask(provider, query + "corpus:out:board")) == [f"{BASE}board/first", f"{BASE}board/second"]
    assert ids(ask(provider, query + "year:1905")) == [f"{BASE}board/first", f"{BASE}board/second", GONE]
    whole = ask(provider, query + "corpus:out").find(".//o:resumptionToken", NS)
    assert whole.get("completeListSize") == str(ALL), "a set holds what its subsets hold"


def test_texts_without_sets(provider: Provider) -> None:
    shelf = Shelf((Text("urn:x:1", "2026-11-22", ()),), {})
    bare = Provider(shelf, "Bare", "https://example.org/oai", "a@example.org")
    assert error(bare, "verb=ListSets") == "noSetHierarchy"
    assert error(bare, "verb=ListRecords&metadataPrefix=tei&set=year") == "noSetHierarchy"


@pytest.mark.parametrize("prefix", FORMATS)
@pytest.mark.parametrize("verb", ["ListRecords", "ListIdentifiers"])
def test_pages_hold_everything_once(provider: Provider, verb: str, prefix: str) -> None:
    query, got, pages = f"verb={verb}&metadataPrefix={prefix}", [], 0
    while query:
        root = ask(provider, query)
        token = root.find(".//o:resumptionToken", NS)
        assert token.get("cursor") == str(len(got)) and token.get("completeListSize") == str(ALL)
        got += ids(root)
        pages += 1
        query = f"verb={verb}&resumptionToken={token.text}" if token.text else ""
    alone = verb == "ListRecords" and FORMATS[prefix].alone  # two TEI documents in one answer: two ids of one name
    assert pages == (ALL if alone else 3) and sorted(got) == sorted({*got}) and len(got) == ALL


def test_a_token_is_good_until_the_feed_changes(provider: Provider) -> None:
    token = ask(provider, "verb=ListRecords&metadataPrefix=oai_dc").find(".//o:resumptionToken", NS).text
    assert error(provider, f"verb=ListIdentifiers&resumptionToken={token}") == "badResumptionToken"
    fewer = Provider(Shelf(provider.shelf.texts[1:], provider.shelf.names), "F", provider.url, provider.email, 3)
    assert error(fewer, f"verb=ListRecords&resumptionToken={token}") == "badResumptionToken"


def test_days_come_from_the_documents(provider: Provider, out: Path) -> None:
    some = ask(provider, "verb=ListIdentifiers&metadataPrefix=tei&from=2026-11-20&until=2026-11-20")
    assert ids(some) == [f"{BASE}board/first"]


def test_the_withdrawn_are_listed_and_not_given(provider: Provider) -> None:
    for identifier in (GONE, f"{BASE}board/second"):
        root = ask(provider, f"verb=GetRecord&metadataPrefix=tei&identifier={identifier}")
        assert root.find(".//o:header", NS).get("status") == "deleted" and root.find(".//o:metadata", NS) is None
    late = ask(provider, "verb=ListIdentifiers&metadataPrefix=tei&from=2026-11-23")
    assert ids(late) == [f"{BASE}board/second", GONE]


def test_tei_is_given_as_it_is(provider: Provider, out: Path) -> None:
    for text in provider.shelf.texts:
        if text.path and not text.withdrawn:
            root = ask(provider, f"verb=GetRecord&metadataPrefix=tei&identifier={text.identifier}")
            given = etree.tostring(root.find(".//t:TEI", NS), method="c14n", exclusive=True)
            assert given == etree.tostring(parse_file(text.path).getroot(), method="c14n", exclusive=True)


def test_datacite_has_what_is_mandatory(provider: Provider) -> None:
    root = ask(provider, f"verb=GetRecord&metadataPrefix=datacite&identifier={BASE}board/first")
    record = root.find(".//{http://datacite.org/schema/kernel-4}resource")
    has = {etree.QName(one).localname for one in record}
    assert has >= {"identifier", "creators", "titles", "publisher", "publicationYear", "resourceType"}
    assert record[0].text == f"{BASE}board/first" and record[0].get("identifierType") == "URN"


def test_a_file_that_has_changed_since_is_not_given(out: Path, tmp_path: Path) -> None:
    shelf, _ = open_shelf([copied(out, tmp_path / "out")])
    late = Provider(shelf, "Late", "https://example.org/oai", "a@example.org")
    (tmp_path / "out" / "board" / "first.xml").write_text("<TEI/>")
    with pytest.raises(Exception, match="CHANGED"):
        ask(late, f"verb=GetRecord&metadataPrefix=oai_dc&identifier={BASE}board/first")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<datestamp>2026-11-20</datestamp>", b""),
        (b"<datestamp>2026-11-20<", b"<datestamp>yesterday<"),
        (b"</metadata>", b"</metadata><metadata/>"),
        (b"<header><identifier>", b'<header status="deleted"><identifier>'),
        (b"corpus:out", b"corpus out"),
        (b'verb="GetRecord"', b'verb="Get"'),
    ],
)
def test_the_form_of_the_protocol_refuses_broken_twins(provider: Provider, old: bytes, new: bytes) -> None:
    pairs = [("verb", "GetRecord"), ("metadataPrefix", "oai_dc"), ("identifier", f"{BASE}board/first")]
    good = answer(provider, pairs)
    PROTOCOL.assertValid(etree.fromstring(good))
    assert good.replace(old, new) != good
    assert not PROTOCOL.validate(etree.fromstring(good.replace(old, new)))


def test_the_static_repository_is_the_feed_in_one_file(provider: Provider, tmp_path: Path) -> None:
    living = [text.identifier for text in provider.shelf.texts if not text.withdrawn]
    assert write_static(provider, tmp_path / "feed.xml") == len(living) == SEEDS + 1
    root = etree.parse(str(tmp_path / "feed.xml")).getroot()
    assert root.tag == f"{{{STATIC}}}Repository"
    assert [etree.QName(one).localname for one in root] == ["Identify", "ListMetadataFormats", *["ListRecords"] * 2]
    assert root.find("{*}Identify/o:deletedRecord", NS).text == "no"
    for part in root.iterfind(f"{{{STATIC}}}ListRecords"):
        assert ids(part) == living and part.find(".//o:setSpec", NS) is None
        whole = etree.fromstring(answer(provider, [("verb", "Identify")]))
        whole.remove(whole[-1])
        whole.append(etree.Element(f"{{{oai.OAI}}}ListRecords"))
        whole[1].set("verb", "ListRecords")
        whole[-1].extend(list(part))
        PROTOCOL.assertValid(whole)
    before = (tmp_path / "feed.xml").read_bytes()
    write_static(provider, tmp_path / "feed.xml")
    assert (tmp_path / "feed.xml").read_bytes() == before


def by_sickle(address: str, prefix: str) -> dict[str, bool]:
    sickle = package("sickle")
    return {one.header.identifier: one.deleted for one in sickle.Sickle(address).ListRecords(metadataPrefix=prefix)}


def by_scythe(address: str, prefix: str) -> dict[str, bool]:
    with package("oaipmh_scythe").Scythe(address) as harvester:
        return {one.header.identifier: one.deleted for one in harvester.list_records(metadata_prefix=prefix)}


@pytest.mark.parametrize("prefix", FORMATS)
@pytest.mark.parametrize("harvest", [by_sickle, by_scythe])
def test_harvested_whole_by_others(address: str, provider: Provider, harvest: Any, prefix: str) -> None:
    assert harvest(address, prefix) == {text.identifier: text.withdrawn for text in provider.shelf.texts}


@pytest.mark.parametrize("harvest", [by_sickle, by_scythe])
def test_the_harvesters_refuse_a_broken_twin(provider: Provider, harvest: Any) -> None:
    """A feed whose tokens lead nowhere, and one whose answers are no XML: neither harvester takes them for whole."""
    from tei_encoder.deliver.feed.server import Answer, Server

    def torn(pairs: Any) -> Answer:
        return Answer(re.sub(rb"(<resumptionToken[^>]*>)[^<]+", rb"\1lost", answer(provider, pairs)))

    def cut(pairs: Any) -> Answer:
        return Answer(answer(provider, pairs)[:-200])

    for service in (torn, cut):
        with Server("127.0.0.1", 0, {"/oai": service}, print) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            try:
                got = {}
                try:
                    got = harvest(f"{server.place}/oai", "oai_dc")
                except Exception:  # each has errors of its own
                    continue
                assert len(got) < ALL
            finally:
                server.shutdown()
