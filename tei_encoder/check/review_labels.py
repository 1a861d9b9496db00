"""Lines that look as if they had a label, of which the text does not show that it is one."""

from __future__ import annotations

from collections.abc import Iterator

from tei_encoder.check.review import Entry
from tei_encoder.check.review_reading import Reading, shortened


def labels(reading: Reading) -> Iterator[Entry]:
    """Find what opens blocks like a label and was not learnt as one (see ``encode/learning.py``)."""
    for record in reading.identity:
        if record.get("rule") == "not-learnt":
            start = int(record.get("start", 0))
            message = f"“{record.get('label')}” is not taken for a speaker: {record.get('why')}"
            excerpt = shortened(reading.text[start : start + 200].partition("\n")[0])
            place = f"character {start}"
            yield Entry("LABEL-UNSURE", reading.line(start), message, place, excerpt, "possible labels")
