"""The lines of a TEI file are those of its source; numbers that only count do not matter."""

from tei_encoder.app.marked_lines import compare, marked_lines, uncounted

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text>{}</text></TEI>'


def lines(inside: str) -> list[str]:
    return marked_lines(TEI.format(inside).encode())


def test_tags_stand_in_the_lines_of_the_source() -> None:
    body = '<body><sp who="#a" xml:id="sp.1"><speaker>A: </speaker><p>x &amp; y\nz</p></sp>\n<p>e<pb n="2"/></p></body>'
    assert lines(body) == [
        '<body><sp who="#a" xml:id="sp.1"><speaker>A: </speaker><p>x &amp; y',
        "z</p></sp>",
        '<p>e<pb n="2"/></p></body>',
    ]


def test_reading_aids_and_the_order_of_attributes_make_no_lines() -> None:
    choice = "<p><choice><sic>a\nb</sic><corr>a\n b</corr></choice></p>"
    assert lines(choice) == ["<p><choice><sic>a", "b</sic><corr>a  b</corr></choice></p>"]
    assert lines('<p b="1" a="2">x</p>') == lines('<p a="2" b="1">x</p>')


def test_numbers_that_only_count() -> None:
    assert uncounted('<sp corresp="#sp.3 #vote.1" xml:id="sp.4">') == '<sp corresp="#sp #vote" xml:id="sp">'
    assert uncounted('<div n="3" type="report" xml:id="report.3">') == '<div type="report" xml:id="report">'
    assert uncounted('<pb n="3"/>') == '<pb n="3"/>'


def test_where_only_numbers_differ_they_are_compared() -> None:
    one, two = ['<p xml:id="p.1">', "x"], ['<p xml:id="p.2">', "x"]
    assert [found.line for found in compare("t", one, two, ({}, {}))] == [1]
    assert [found.line for found in compare("t", [*one, "<a/>"], [*two, "<b/>"], ({}, {}))] == [3]
    assert compare("t", one, one, ({}, {})) == []
