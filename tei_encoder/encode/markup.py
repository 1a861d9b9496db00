"""XML as text, indented: elements that have nothing to say disappear."""

from __future__ import annotations

from collections.abc import Iterable


def escaped(text: str) -> str:
    """Return a text as it may stand in an element or in a quoted attribute, on one line."""
    text = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;")
    return text.replace(">", "&gt;").replace('"', "&quot;")


def holdable(text: str) -> str:
    """Return a text with U+FFFD for what XML cannot hold (XML 1.0, section 2.2); names of files need it."""
    return "".join(char if _is_holdable(char) else "\ufffd" for char in text)


def _is_holdable(char: str) -> bool:
    return char >= " " and not "\ud800" <= char <= "\udfff" and char not in "\ufffe\uffff"


def start(name: str, attributes: dict[str, str]) -> str:
    """Return ``<name key="value"`` without its end; attributes without a value are left out.

    Python's names stand for TEI's: ``xml_id`` for ``xml:id``, ``from_`` for ``from``, ``when_custom`` for
    ``when-custom``.
    """
    pairs = (
        (key.replace("xml_", "xml:").rstrip("_").replace("_", "-"), value)
        for key, value in attributes.items()
        if value
    )
    return f"<{name}" + "".join(f' {key}="{escaped(value)}"' for key, value in pairs)


def leaf(name: str, text: str, /, **attributes: str) -> str:
    """Return an element that holds text, on one line; ``""`` where there is no text."""
    return f"{start(name, attributes)}>{escaped(text)}</{name}>\n" if text else ""


def empty(name: str, /, **attributes: str) -> str:
    """Return an element whose attributes say everything."""
    return f"{start(name, attributes)}/>\n"


def block(name: str, /, *children: str | Iterable[str], **attributes: str) -> str:
    """Return an element around other elements, which are indented; ``""`` where none of them says anything.

    Each child is the text of an element, ``""``, or several of them.
    """
    inside = "".join(child if isinstance(child, str) else "".join(child) for child in children)
    if not inside:
        return ""
    indented = inside.rstrip("\n").replace("\n", "\n  ")
    return f"{start(name, attributes)}>\n  {indented}\n</{name}>\n"
