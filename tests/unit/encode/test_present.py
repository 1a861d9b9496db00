"""Those present, line by line: groups, and names with the surname first."""

import re

from tei_encoder.encode.document import Document
from tei_encoder.encode.facts import load_facts
from tei_encoder.readers.text import from_string
from tei_encoder.rules.load import load

PRESENT = """Niederschrift über die 2. Sitzung der Bezirksvertretung

Anwesend:

I. Mitglieder der Bezirksvertretung

Lund, Karl-Ulrich
Krahn, Erika 1. stellv. Vorsitzende

Verwaltung:
Stadträtin Ney

Die Tagesordnung wird einstimmig gebilligt.
"""


def encoded() -> str:
    """Return the TEI of the text."""
    document = Document(from_string(PRESENT), load("minutes-de"), load_facts(None))
    return "".join(piece for piece, _ in document.pieces())


def test_a_first_name_behind_a_comma_is_no_second_person() -> None:
    assert re.findall(r'<person xml:id="([^"]+)"', encoded()) == ["krahn", "lund", "ney"]


def test_groups_are_labels_and_no_items_of_business_or_speakers() -> None:
    text = encoded()
    assert "<label>I. Mitglieder der Bezirksvertretung</label>" in text
    assert "<label>Verwaltung:</label>" in text
    assert "<sp" not in text
    assert 'type="agendaItem"' not in text
