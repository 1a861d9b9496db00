"""Ten mistakes that people make in TEI: ``docs/validate.md`` shows what is said of them, and this keeps it true.

``python -m pytest tests/unit/check/test_mistakes.py --accept`` writes that page's table anew.
"""

import re
from pathlib import Path

import pytest

from tei_encoder.app.corpus import encode_file
from tei_encoder.check.validate import judge

PAGE = Path(__file__).resolve().parents[3] / "docs" / "validate.md"

TEXT = """MINUTES OF THE CONGRESS OF LIGHTHOUSE KEEPERS

SESSION OF MAY 3, 1921

Chairman: comrade Brandt.

BRANDT: I open the session. (Applause.)

OKAFOR: The oil is bad.

The motion of comrade Okafor is put to a vote. (For - 12; against - 3.)
"""

#: What was done wrong, the place (a pattern), what stands there then, and a word that the message must have.
MISTAKES = [
    ("an element is misspelt", "<(/?)stage", r"<\1stgae", "did you mean <stage>?"),
    ("an attribute is misspelt", '<sp who="#okafor"', '<sp whom="#okafor"', "did you mean @who?"),
    ("a value is not in the list", 'type="applause"', 'type="clapping"', "'applause'"),
    ("a pointer leads nowhere", 'who="#okafor"', 'who="#okafro"', "did you mean #okafor?"),
    ("a heading comes after a paragraph", "<head>(SESSION.*?</head>)", r"<p>So</p><head>\1", "a heading comes first"),
    ("text stands between blocks", r"(<sp [^>]*>)", r"Then \1", "text stands directly inside"),
    ("an id is given twice", 'xml:id="sp.2"', 'xml:id="sp.1"', "2 elements"),
    ("a figure is no number", 'quantity="12"', 'quantity="l2"', "no whole number"),
    ("a date is impossible", 'when(?:-custom)?="1921-05-03"', 'when="1921-05-33"', "no day, month or year"),
    ("a division has no kind", '(<div[^>]*) type="session"', r"\1", "needs the attribute type"),
]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Return what is said of each mistake, line by line."""
    folder = tmp_path_factory.mktemp("mistakes")
    (folder / "keepers.txt").write_text(TEXT, "utf-8")
    tei = folder / "keepers.xml"
    encode_file(folder / "keepers.txt", tei, profile="minutes-en")
    right = tei.read_text("utf-8")
    assert judge(tei, "minutes").findings == []
    found = {}
    for mistake, pattern, instead, _ in MISTAKES:
        wrong = re.sub(pattern, instead, right, count=2 if mistake.startswith("an element") else 1)
        assert wrong != right, mistake
        tei.write_text(wrong, "utf-8")
        found[mistake] = [str(one).replace(str(tei), "keepers.xml") for one in judge(tei, "minutes").findings]
    return found


@pytest.mark.parametrize("mistake, word", [(mistake, word) for mistake, _, _, word in MISTAKES])
def test_the_message_names_the_mistake(told: dict[str, list[str]], mistake: str, word: str) -> None:
    assert any(word in line for line in told[mistake]), told[mistake]
    assert len(told[mistake]) <= 5, "one mistake, few words"


def test_where_and_which_rule(told: dict[str, list[str]]) -> None:
    assert "from keepers.txt:7" in told["an element is misspelt"][0]
    assert "by rule" in told["a value is not in the list"][0]


def test_the_manual_shows_what_is_said(told: dict[str, list[str]], request: pytest.FixtureRequest) -> None:
    table = "\n".join(
        f"**{mistake[0].upper()}{mistake[1:]}:**\n\n```text\n{chr(10).join(lines)}\n```\n"
        for mistake, lines in told.items()
    )
    page = PAGE.read_text("utf-8")
    marks = r"(<!-- mistakes -->\n).*?(<!-- /mistakes -->)"
    now = re.sub(marks, lambda mark: f"{mark[1]}\n{table}\n{mark[2]}", page, flags=re.DOTALL)
    if request.config.getoption("--accept"):
        PAGE.write_text(now, "utf-8")
    assert PAGE.read_text("utf-8") == now, "python -m pytest tests/unit/check/test_mistakes.py --accept"
