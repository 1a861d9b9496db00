"""Random texts of the kind that breaks encoders, and the whole way of a text through this one."""

from pathlib import Path

from hypothesis import Phase, settings
from hypothesis import strategies as st

from tei_encoder.check.validate import check_output
from tei_encoder.encode.document import Document
from tei_encoder.encode.facts import load_facts
from tei_encoder.encode.proof import prove
from tei_encoder.model.source import Source
from tei_encoder.readers.text import from_string
from tei_encoder.rules.load import load, shipped

#: The same examples on every machine and in every run.
steady = settings(
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=70,
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
)

PROFILES = tuple(name for name in shipped() if not load(name).abstract)
LAYOUTS = ("lines", "paragraphs")

#: Pieces of lines that mean something to a rule of the shipped profiles, or nearly do.
# fmt: off
WORDS = """
NOGIN:|ADAMS and BEKE:|THE CHAIRMAN:|CHAIRMAN|DELEGATE: |SMITH (IVAN N.): |SMITH (continues): |OLSEN says:
Olsen : It is so.|3) Riis : Why?|Chairman: comrade Olsen.|Secretaries: Riis and Brandt.|Present: |Agenda: |Time: 3
SESSION OF MARCH 29, 1917|Session of April 1|APRIL 25 (MAY 8)|July 16, 1917|EVENING SESSION|Article 1|CLAUSE IV.
1. Report of the Bureau|Report by comrade Olsen|ON THE LAND|I. The Land.|The Resolution on the Land|DRAFT RESOLUTION
Foreword|APPENDIX|Notes|Join us|Source : Works, Vol. 3|J. V. Olsen|V. I.|Printed from the text|First published in 1923
1. Local reports.|2) The war.|a) bread|- peace|* land|IV. Notes|1.|12|{1}|{2} See p. 30.|{1} Hiatus in the minutes.—Ed.
....{1}|...{2}|…{7}|[3] Lacuna in the record.|[Applause]|(Laughter.)|(Shouts: “No!”)
[OLSEN: Against!]|[the Government]|[see page 300]|[DUPLICATE "*".]|For – 38; against – 26.|For – l3|Against – 12
(For – 3; against – six)|ayes 1,200, noes 62 - 68
Adopted by a majority of all votes against four.|Article 2 is adopted unanimously.|The amendment is rejected.
Motion: To close.|The following elected: Olsen, Riis.|***|---|The speaker reads the motion.|THE CHAIRMAN deprives him.
“The Congress|resolves:”|"Whereas|Resolution:|Moscow, 2 where
]]>|<p>|&amp;|&|<|>|"|'|“|”|{|}|[|]|(|)|:|.|word|of the|Riis|counter-|revolutionary|lI0
""".strip().replace("\n", "|").split("|")
# fmt: on

#: Single characters: blanks of all kinds, line ends, marks without width, characters beyond the first 65,536.
CHARACTERS = (
    " \t\u00a0\u2007\u202f\u3000\n\u0085\u2028\u2029\u200b\u200e\u200f\u202e\u2066\ufeff\u0301\u0327\u00ad\u2010"
    "—’„«\u00e9İßǅЖѲж中\U0001f600\U0010fffd\ufffd\x7f\u0080"
)

pieces = st.sampled_from(WORDS) | st.sampled_from(CHARACTERS) | st.sampled_from([" ", " ", ": ", "\n", "\n\n"])
lines = st.lists(pieces, max_size=7).map("".join)
long_lines = st.builds(lambda piece, times: piece * times, pieces, st.integers(200, 2_000))
texts = (
    st.lists(st.one_of(lines, lines, lines, lines, st.sampled_from(WORDS), long_lines), min_size=1, max_size=24)
    .map("\n".join)
    .filter(lambda text: any(not char.isspace() for char in text))
)


def encoded(source: Source | str, profile: str, layout: str) -> str:
    """Return the TEI file of a text."""
    source = from_string(source, "random.txt") if isinstance(source, str) else source
    rules = load(profile)._replace(layout=layout)
    return "".join(xml for xml, _ in Document(source, rules, load_facts(None)).pieces())


def proved(text: str, profile: str, layout: str, file: Path) -> str:
    """Encode a text into ``file``; see that it is faithful and valid; return the TEI."""
    source = from_string(text, "random.txt")
    xml = encoded(source, profile, layout)
    file.write_text(xml, encoding="utf-8", newline="")
    assert prove(file, source) == len(source.text())
    findings = [str(finding) for finding in check_output(file)]
    assert not findings, findings
    return xml
