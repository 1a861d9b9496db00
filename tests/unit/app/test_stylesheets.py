"""The list of stylesheets says what the stylesheets say."""

from pathlib import Path

from tei_encoder.app.stylesheets import list_stylesheets
from tei_encoder.deliver.stylesheets import NAMES


def test_every_stylesheet_says_what_it_makes_and_what_its_parameters_mean() -> None:
    listed = list_stylesheets(None)
    assert [one.name for one in listed] == list(NAMES)
    for one in listed:
        assert one.sheet.about.endswith(".")
        for name, param in one.sheet.params.items():
            assert param.meaning or name == "css", f"{one.name}: {name}"


def test_a_parameter_of_an_imported_stylesheet_is_listed_and_the_importing_one_counts(tmp_path: Path) -> None:
    file = tmp_path / "mine.xsl"
    file.write_text(
        '<!-- Mine.\n\n More. --><xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
        '<xsl:import href="tei-encoder:text.xsl"/><!-- Nobody\n speaks. --><xsl:param name="speakers" select="\'no\'"/>'
        "</xsl:stylesheet>",
        encoding="utf-8",
    )
    (one,) = list_stylesheets(str(tmp_path))
    assert one.lines()[0] == f"{file}: Mine."
    assert "  -p speakers=no  Nobody speaks." in one.lines()
    assert {param["name"] for param in one.record()["params"]} == {"readings", "speakers"}
    assert list_stylesheets(str(file))[0].record() == one.record()
