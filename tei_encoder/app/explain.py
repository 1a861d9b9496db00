"""Explains a decision: which rule, from which characters, how sure; what else was tried, and why it did not match."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path

from tei_encoder.app.corpus import AUTO, select_profile
from tei_encoder.check.xml import parse_file
from tei_encoder.encode.document import Document
from tei_encoder.encode.facts import load_facts, sidecar_beside
from tei_encoder.encode.outline import Outline, State
from tei_encoder.encode.steps import STEPS
from tei_encoder.model.annotation import Decision, name_of
from tei_encoder.model.errors import InputError, UsageError
from tei_encoder.readers import read
from tei_encoder.rules.compiled import anchored
from tei_encoder.rules.load import shipped
from tei_encoder.rules.pattern import BLANK, Pattern, PatternError, fold
from tei_encoder.rules.rule import Rule

_NO_RULE = "No rule recognised this block; it stays a plain paragraph and is counted."


@dataclass(frozen=True, slots=True)
class Tried:
    """A rule that was not chosen, and why."""

    rule: str
    why_not: str


@dataclass(frozen=True, slots=True)
class Explained:
    """One decision, told: ``line``/``column`` are 1-based, ``text`` is what the rule claimed."""

    source: str
    line: int
    column: int
    layer: str
    rule: str
    why: str
    pattern: str
    profile: str
    stands_in: str
    text: str
    groups: dict[str, str]
    made: list[str]
    cert: str
    tried: list[Tried]

    def record(self) -> dict[str, object]:
        """Return the explanation as an object for ``--json``."""
        return asdict(self)


def explain(
    file: Path,
    *,
    line: int | None,
    wanted: str | None,
    source: Path | None = None,
    profile: str = AUTO,
    encoding: str | None = None,
) -> list[Explained]:
    """Explain a line (1-based) of a source, or the element of a TEI file with the ``xml:id`` ``wanted``.

    For a TEI file, ``source`` is where its source is (else it is looked for near it), and the profile is the one its
    header names unless another is asked for. Raises UsageError, InputError, ProfileError.
    """
    if (line is None) == (wanted is None):
        raise UsageError("WHAT", "say one thing to explain", "give --line N for a source, or --id ID for a TEI file")
    if line is not None and file.suffix.lower() == ".xml":
        raise UsageError("WHAT", "lines are those of a source", "give the source, or --id ID for a TEI file")
    if wanted is None or file.suffix.lower() != ".xml":
        text = read(file, encoding=encoding)
    else:
        text = read(source_of(file, source), encoding=encoding)
        profile = _profile_of(file) if profile == AUTO else profile
    facts = load_facts(sidecar_beside(text.path) if text.path else None)
    document = Document(text, select_profile(text, profile)[0], facts)
    return explain_line(document, line) if line is not None else explain_id(document, wanted or "")


def _profile_of(tei: Path) -> str:
    """Return the profile that a TEI file's header names, ``auto`` when it is not one of the shipped ones."""
    names = parse_file(tei).xpath("//*[local-name()='application']//*[@type='profile']/text()")
    name = str(names[0]) if isinstance(names, list) and names else AUTO
    if name != AUTO and name not in shipped():
        raise UsageError("PROFILE", f"it was made with a profile of your own, {name!r}", "say --profile FILE")
    return name


def explain_line(document: Document, line: int) -> list[Explained]:
    """Explain every decision about a line (1-based) of the source: that of its block, then those inside it.

    Raises UsageError for a line that the source does not have or that is blank.
    """
    source = document.source
    if not 1 <= line <= source.lines:
        raise UsageError("LINE", f"there are lines 1 to {source.lines}", "choose one of those", path=source.name)
    text = source.text()
    begin = 0
    for _ in range(line - 1):
        begin = text.index("\n", begin) + 1
    end = text.find("\n", begin)
    end = len(text) if end < 0 else end
    told = [
        _told(document, decision, text)
        for decision in document.decisions()
        if decision.start < end and decision.end > begin
    ]
    if not told:
        raise UsageError("LINE", f"line {line} is blank", "choose a line with text", path=source.name, line=line)
    return told


def explain_id(document: Document, wanted: str) -> list[Explained]:
    """Explain the decision that made the element with this ``xml:id``. Raises UsageError when there is none."""
    text = document.source.text()
    told = [
        _told(document, decision, text)
        for decision in document.decisions()
        if any(one.attrs.get("xml:id") == wanted for one in decision.made)
    ]
    if not told:
        cure = "ids look like sp.17, vote.3, session.2; those of the header come from the sidecar and the labels"
        raise UsageError("ID", f"no rule made an element with the id {wanted!r}", cure, path=document.source.name)
    return told


def source_of(tei: Path, given: Path | None) -> Path:
    """Find the source a TEI file was made from: the one given, or a file near it that is the one in its header.

    Looked through are the folders of the TEI file, above it, beside it, and the working folder, for a file of the name
    that the header records and, where it records a checksum, with that checksum.
    Raises InputError when it is not found.
    """
    tree = parse_file(tei)
    name = str(tree.xpath("string(//*[local-name()='idno'][@type='filename'])")) or f"{tei.stem}.txt"
    checksum = str(tree.xpath("string(//*[local-name()='idno'][@type='sha256'])"))
    if given is not None:
        if given.is_file() and checksum not in ("", hashlib.sha256(given.read_bytes()).hexdigest()):
            raise InputError("OTHER-SOURCE", f"{tei} was made from another version of it", "encode again", path=given)
        return given
    above = tei.resolve().parent.parent
    beside = sorted(folder for folder in above.iterdir() if folder.is_dir())
    for folder in (tei.resolve().parent, above, *beside, Path.cwd()):
        path = folder / name
        if path.is_file() and checksum in ("", hashlib.sha256(path.read_bytes()).hexdigest()):
            return path
    raise InputError("NO-SOURCE", f"its source {name}, unchanged, is not near", "say --source FILE", path=tei)


def _told(document: Document, decision: Decision, text: str) -> Explained:
    rule = document.profile.rule(decision.rule) if decision.rule else None
    return Explained(
        source=document.source.name,
        line=text.count("\n", 0, decision.start) + 1,
        column=decision.start - text.rfind("\n", 0, decision.start),
        layer=decision.layer,
        rule=decision.rule,
        why=rule.why if rule else STEPS.get(decision.rule, _NO_RULE),
        pattern=rule.written if rule else "",
        profile=document.profile.id,
        stands_in=f"{Path(rule.origin[0]).name}:{rule.origin[1]}" if rule else "",
        text=text[decision.start : decision.end],
        groups={name: text[start:end] for name, (start, end) in decision.groups.items()},
        made=[name_of(one) for one in decision.made],
        cert=decision.cert,
        tried=_tried(document, decision, text) if decision.layer in ("division", "block") else [],
    )


def _tried(document: Document, decision: Decision, text: str) -> list[Tried]:
    """Say of every block rule but the chosen one why it was not chosen; those that came nearest first."""
    seen = fold(text[decision.start : decision.end]).replace("\n", " ").lstrip(BLANK)
    state = _state_before(document, decision.start)
    hits = set(document.profile.block_set.matching(seen.encode()))
    told: list[tuple[float, Tried]] = []
    chosen = False
    for index, rule in enumerate(document.profile.block_rules):
        if rule.id == decision.rule:
            chosen = True
        elif index in hits and index not in state.possible:
            told.append((2.0, Tried(rule.id, f"matches, but {_context(rule, state)}")))
        elif index in hits and rule.joins and not rule.makes:
            told.append((2.0, Tried(rule.id, "matches, but only joins a line to the block directly before it")))
        elif index in hits:
            order = "a rule before it matched" if chosen else "it was passed over"
            told.append((3.0, Tried(rule.id, f"matches too, but {order}")))
        else:
            share, fits, fails = near_miss(rule.pattern.source, seen)
            if fits:
                told.append((share, Tried(rule.id, f"fits {fits!r}, then wants {fails}")))
            else:
                told.append((0.0, Tried(rule.id, f"does not fit at the beginning: wants {fails}")))
    return [one for _, one in sorted(told, key=lambda item: -item[0])]


def _context(rule: Rule, state: State) -> str:
    where = " or ".join(rule.where) if rule.where else ""
    if where:
        return f"it applies only inside {where}"
    names = {name for box in state.path for name in (box.key, box.element)} | ({"start"} if state.at_start else set())
    return f"it does not apply inside {' or '.join(sorted(names & set(rule.not_in)))}"


def _state_before(document: Document, start: int) -> State:
    outline = Outline(document.profile.block_rules)
    state = outline.root()
    for begun, rule in zip(document.survey.starts, document.survey.rules, strict=True):
        if begun >= start:
            break
        state = outline.step(state, rule).state
    return state


def near_miss(pattern: str, text: str) -> tuple[float, str, str]:
    """Say how far a pattern fits a text that it does not match.

    Returns the share of the pattern that fits (0 to 1), the beginning of the text it fits, and the piece of the pattern
    that fails there. The longest beginning of the pattern that matches is looked for by halving.
    """
    low, high = 0, len(pattern)
    fits = ""
    while high - low > 1:
        middle = (low + high) // 2
        cut, match = _beginning(pattern, middle, text)
        if match is None:
            high = max(low + 1, min(middle, cut if cut > low else middle))
        else:
            low, fits = middle, match
    failing = pattern[_token_start(pattern, low) :]
    return low / max(1, len(pattern)), fits[-40:], failing[:60] + ("…" if len(failing) > 60 else "")


def _beginning(pattern: str, size: int, text: str) -> tuple[int, str | None]:
    """Match about the first ``size`` characters of a pattern, its open brackets closed; return what they match."""
    for cut in range(size, max(0, size - 60), -1):
        head = pattern[:cut]
        if head.endswith(("|", "\\", "(?", "(?P", "(?P<")) or head.count("[") > head.count("]"):
            continue
        opened = len(re.findall(r"(?<!\\)\(", re.sub(r"\[[^]]*\]", "x", head)))
        closed = len(re.findall(r"(?<!\\)\)", re.sub(r"\[[^]]*\]", "x", head)))
        try:
            match = Pattern(anchored(head + ")" * (opened - closed))).at_start(text)
        except PatternError:
            continue
        return cut, None if match is None else text[: match.span[1]]
    return 0, ""


def _token_start(pattern: str, at: int) -> int:
    """Step back over a piece of a class or an escape, so that what is shown can be read."""
    opened, closed = pattern.rfind("[", 0, at), pattern.rfind("]", 0, at)
    return opened if opened > closed else at - 1 if pattern[at - 1 : at] == "\\" else at


def printed(explained: Explained) -> str:
    """Return an explanation for people: the decision, and the five rules that came nearest."""
    told = explained
    lines = [
        f"{told.source}:{told.line}:{told.column}: {told.layer} rule {told.rule}"
        if told.rule
        else f"{told.source}:{told.line}:{told.column}: no rule",
        f"  why       {told.why}",
        f"  text      {json.dumps(_shortened(told.text), ensure_ascii=False)}",
        f"  made      {', '.join(told.made)}",
    ]
    for name, value in told.groups.items():
        lines.append(f"  {name:<9} {json.dumps(_shortened(value), ensure_ascii=False)}")
    if told.pattern:
        lines.append(f"  pattern   {told.pattern}")
        lines.append(f"  in        {told.stands_in}")
        lines.append(f"  certainty {told.cert or 'not in doubt'}")
    if told.tried:
        lines.append("  also tried, the nearest first:")
        lines += [f"    {one.rule:<24} {one.why_not}" for one in told.tried[:5]]
    return "\n".join(lines) + "\n"


def _shortened(text: str) -> str:
    return text if len(text) <= 120 else f"{text[:80]} … {text[-35:]}"
