"""REF: what the obvious program would do, the yardstick of the benchmark.

``python reference.py FILE.xml ROUNDS`` takes the encoder's own output apart into instructions (start, text,
end) and times only this: build the tree from them with ``lxml.etree.SubElement`` and serialise it with
``tostring``. Nothing is found out about the text, nothing is proved or validated. Prints one line of JSON.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any
from xml.parsers import expat

from lxml import etree

Instruction = tuple[str, dict[str, str]] | str | None
NAMES: Any = {None: "http://www.tei-c.org/ns/1.0"}


def instructions(path: Path) -> list[Instruction]:
    """Take a file apart: (tag, attributes) opens an element, a string is text, None closes."""
    steps: list[Instruction] = []
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.buffer_size = 1 << 20

    def start(tag: str, attributes: dict[str, str]) -> None:
        named = {"{" + name if "}" in name else name: value for name, value in attributes.items()}
        steps.append((sys.intern("{" + tag), named))

    parser.StartElementHandler = start
    parser.CharacterDataHandler = steps.append
    parser.EndElementHandler = lambda tag: steps.append(None)
    with path.open("rb") as file:
        parser.ParseFile(file)
    return steps


def build(steps: list[Instruction]) -> bytes:
    """Build the tree and serialise it: this is what is timed."""
    open_elements: list[etree._Element] = []
    last: etree._Element | None = None
    for step in steps:
        if step is None:
            last = open_elements.pop()
        elif isinstance(step, str):
            if last is None:
                open_elements[-1].text = step
            else:
                last.tail = step
        else:
            tag, attributes = step
            if open_elements:
                open_elements.append(etree.SubElement(open_elements[-1], tag, attributes))
            else:
                open_elements.append(etree.Element(tag, attributes, NAMES))
            last = None
    assert last is not None
    return etree.tostring(last, encoding="UTF-8", xml_declaration=True)


def main() -> None:
    steps = instructions(Path(sys.argv[1]))
    seconds = []
    for _ in range(int(sys.argv[2])):
        begin = time.perf_counter()
        written = len(build(steps))
        seconds.append(time.perf_counter() - begin)
    print(json.dumps({"seconds": min(seconds), "bytes": written}))


if __name__ == "__main__":
    main()
