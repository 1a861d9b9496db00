"""A person: one human being, however often and however differently the source prints the name."""

from __future__ import annotations

from dataclasses import dataclass, field

#: How sure it is that a name is somebody's, the surest first; "" is beyond doubt.
CERTAINTIES = ("", "high", "medium", "low")


@dataclass(slots=True)
class Person:
    """One human being of the source, with every printed form of the name and the reasons for joining them.

    ``id`` is the ``xml:id`` that ``@who`` and ``@ref`` point to (ASCII, without ``#``). ``forms`` are the
    names as printed, each with the number of its occurrences. ``evidence`` holds one sentence for each form
    that was joined to another. ``mentions`` are the surnames by which the running text names the person, as printed,
    each with its number; they are not among ``forms``. ``name`` is the name to show, where it is known; else the first
    form is shown.
    """

    id: str
    forms: list[tuple[str, int]]
    evidence: list[str] = field(default_factory=list)
    name: str = ""
    mentions: list[tuple[str, int]] = field(default_factory=list)
