"""The rule that CONTRIBUTING.md shows is a rule that works."""

import re
from pathlib import Path

from tei_encoder.app.corpus import encode_file

PAGE = Path(__file__).resolve().parents[2] / "CONTRIBUTING.md"
TEXT = """SESSION OF MAY 3, 1921

BRANDT: I open the session.

Point of order: the secretary is not in his seat.

OKAFOR: I see him coming.
"""


def test_the_example_can_be_copied(tmp_path: Path) -> None:
    [rule] = re.findall(r"```toml\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    own = tmp_path / "own.toml"
    own.write_text(f'[profile]\nid = "own"\ntitle = "Own"\nextends = "minutes-en"\n\n{rule}', "utf-8")
    (tmp_path / "keepers.txt").write_text(TEXT, "utf-8")
    encode_file(tmp_path / "keepers.txt", tmp_path / "keepers.xml", profile=str(own))
    written = (tmp_path / "keepers.xml").read_text("utf-8")
    assert '<stage type="business">Point of order: the secretary is not in his seat.</stage>' in written
    assert written.count("<sp ") == 2
