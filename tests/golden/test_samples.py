"""The shipped profiles on texts made up for them: ``auto`` finds each, and what comes out is what was accepted.

``tests/samples/ID.txt`` is a text for the profile ID (further ones are called ``ID.LAYOUT.txt``),
``tests/golden/samples/ID.xml`` what it becomes;
``tests/samples/plain/`` holds texts in which nobody speaks and nothing is voted on, whatever they look like.
``python -m pytest tests/golden/test_samples.py --accept`` rewrites the TEI; then read its difference.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from judges import foreign_schema, jing
from lxml import etree
from test_golden import difference

from tei_encoder.app.corpus import Encoded, encode_file
from tei_encoder.check.validate import check_output
from tei_encoder.rules.content import SHIPPED
from tei_encoder.rules.load import load, shipped
from tei_encoder.rules.rule import Profile

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
GOLDEN = Path(__file__).resolve().parent / "samples"
PROFILES = [name for name in shipped() if not load(name).abstract]
TEXTS = sorted(file.stem for file in SAMPLES.glob("*.txt"))
PLAIN = sorted((SAMPLES / "plain").glob("*.txt"))
TEI = {"t": "http://www.tei-c.org/ns/1.0"}

#: What nobody may find where nobody speaks.
INVENTED = "//t:text//t:sp | //t:text//t:stage | //t:text//t:said | //t:text//t:note[not(@type='editorial')]"

#: Share of a profile's own rules that its sample must show at work.
SHOWN = 0.6


@dataclass(frozen=True)
class Folder:
    """Where the samples have been encoded, each when it is first asked for."""

    path: Path

    @cache  # noqa: B019 - lives as long as the tests do
    def encoded(self, sample: Path) -> Encoded:
        """Encode a sample with ``auto``."""
        return encode_file(sample, self.path / f"{sample.stem}.xml")


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    return Folder(tmp_path_factory.mktemp("samples"))


def test_every_profile_has_its_sample() -> None:
    assert sorted({text.partition(".")[0] for text in TEXTS}) == PROFILES
    assert {file.stem for file in GOLDEN.glob("*.xml")} <= set(TEXTS)


@pytest.mark.parametrize("text", TEXTS)
def test_auto_finds_the_profile(text: str, folder: Folder) -> None:
    done = folder.encoded(SAMPLES / f"{text}.txt")
    assert done.profile == text.partition(".")[0], done.why
    assert done.why, "it does not say why"


@pytest.mark.parametrize("text", TEXTS)
def test_a_sample_becomes_what_was_accepted(text: str, folder: Folder, request: pytest.FixtureRequest) -> None:
    """Without the checksum of the profile's files: a rule that changes nothing here changes no golden file."""
    done = folder.encoded(SAMPLES / f"{text}.txt")
    found = Path(done.tei).read_bytes().replace(load(done.profile).sha256.encode(), b"...")
    golden = GOLDEN / f"{text}.xml"
    if request.config.getoption("--accept"):
        golden.write_bytes(found)
    accepted = golden.read_bytes() if golden.is_file() else b""
    if found != accepted:
        pytest.fail(f"{difference(accepted, found, text)}\nWhere this is right: make accept", pytrace=False)


@pytest.mark.parametrize("name", PROFILES)
def test_the_samples_show_the_rules_of_their_profile(name: str, folder: Folder) -> None:
    rules = own_rules(load(name))
    texts = [SAMPLES / f"{text}.txt" for text in TEXTS if text.partition(".")[0] == name]
    files = [Path(folder.encoded(text).decisions) for text in texts]
    used = {json.loads(line)["rule"] for file in files for line in file.read_text(encoding="utf-8").splitlines()}
    missing = sorted(rules - used)
    assert len(missing) <= (1 - SHOWN) * len(rules), f"not at work: {', '.join(missing)}"


def own_rules(profile: Profile) -> set[str]:
    """Return the ids of the rules that have their examples in the profile's own file."""
    file = str(SHIPPED / f"{profile.id}.toml")
    return {rule.id for rule in (*profile.block_rules, *profile.inline_rules) if rule.tried[0] == file}


@pytest.mark.parametrize("text", PLAIN, ids=lambda text: text.stem)
def test_nothing_is_invented(text: Path, folder: Folder) -> None:
    done = folder.encoded(text)
    found = etree.parse(done.tei).xpath(INVENTED, namespaces=TEI)
    shown = [f"{etree.QName(one).localname}: {''.join(one.itertext())[:60]!r}" for one in found]
    assert not found, f"{done.profile} has found {shown} ({'; '.join(done.why)})"
    rules = (*load(done.profile).block_rules, *load(done.profile).inline_rules)
    assert "sp" not in {rule.wrap.element for rule in rules}, f"{done.profile}: {'; '.join(done.why)}"


def test_every_sample_is_valid(folder: Folder) -> None:
    for text in [*SAMPLES.glob("*.txt"), *PLAIN]:
        assert not check_output(Path(folder.encoded(text).tei)), text.stem


def test_every_sample_is_valid_tei(folder: Folder, java: str) -> None:
    files = [Path(folder.encoded(text).tei) for text in [*SAMPLES.glob("*.txt"), *PLAIN]]
    assert jing(java, foreign_schema("tei_all"), *files) == []
