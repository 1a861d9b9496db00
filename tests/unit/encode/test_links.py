"""Gaps, anchors and notes: joined both ways where both are there, doubtful where one is missing."""

from tei_encoder.encode.links import Links
from tei_encoder.model.annotation import Annotation


def gap() -> Annotation:
    return Annotation(0, 4, "gap", {"reason": "hiatus"})


def ref() -> Annotation:
    return Annotation(4, 7, "ref", {"type": "noteAnchor"})


def note() -> Annotation:
    return Annotation(9, 20, "note", {"type": "editorial"})


def test_a_gap_and_its_note_point_to_each_other() -> None:
    links, one, anchor, last = Links([("1", "gap")]), gap(), ref(), note()
    links.gap(one)
    links.anchor(anchor, "{1}", one)
    links.note(last, "{1}")
    assert one.attrs == {"xml:id": "gap.1", "reason": "hiatus"}
    assert anchor.attrs == {"type": "noteAnchor", "target": "#note.1"}
    assert (last.attrs["xml:id"], last.attrs["n"], last.attrs["target"]) == ("note.1", "1", "#gap.1")


def test_a_gap_whose_note_is_missing_points_nowhere_and_is_doubtful() -> None:
    links, one, anchor = Links([]), gap(), ref()
    links.gap(one)
    links.anchor(anchor, "{1}", one)
    assert (one.attrs["cert"], anchor.attrs["cert"]) == ("low", "low")
    assert "target" not in anchor.attrs


def test_a_note_without_an_anchor_is_doubtful() -> None:
    links, last = Links([("1", "")]), note()
    links.note(last, "1.")
    assert last.attrs["cert"] == "low"
    assert "target" not in last.attrs


def test_dots_with_a_note_about_something_else_are_no_certain_gap() -> None:
    links, one = Links([("1", "")]), gap()
    links.gap(one)
    links.anchor(ref(), "{1}", one)
    assert (one.attrs["reason"], one.attrs["cert"]) == ("ellipsis", "medium")


def test_an_anchor_without_a_gap_has_an_id_for_the_note_to_point_to() -> None:
    links, anchor, last = Links([("2", "")]), ref(), note()
    links.anchor(anchor, "{2}", None)
    links.note(last, "{2}")
    assert anchor.attrs["xml:id"] == "anchor.1"
    assert last.attrs["target"] == "#anchor.1"


def test_the_same_number_in_two_sections_of_notes_means_two_notes() -> None:
    links = Links([("1", ""), ("1", "")])
    anchors, notes = [ref(), ref()], [note(), note()]
    for anchor, last in zip(anchors, notes, strict=True):
        links.anchor(anchor, "{1}", None)
        links.note(last, "{1}")
    assert [one.attrs["target"] for one in anchors] == ["#note.1", "#note.2"]
    assert [one.attrs["target"] for one in notes] == ["#anchor.1", "#anchor.2"]


def test_two_anchors_of_one_note() -> None:
    links, anchors, last = Links([("*", "")]), [ref(), ref()], note()
    for anchor in anchors:
        links.anchor(anchor, "*", None)
    links.note(last, "*")
    assert [one.attrs["target"] for one in anchors] == ["#note.1", "#note.1"]
    assert last.attrs["target"] == "#anchor.1"


def test_the_notes_of_a_chapter_need_not_begin_with_one() -> None:
    links = Links([("43.", ""), ("44.", ""), ("47.", "")])
    assert links.expects("[43]")
    assert links.expects("44")  # one may have lost its anchor
    assert not links.expects("47")
    assert links.expects("[47]")  # in square brackets it can be nothing else
    assert not links.expects("45")
