"""Chinese characters: numerals, dates, names with their titles."""

import pytest

from tei_encoder.encode.dates import Dates
from tei_encoder.encode.han import han_name, han_number, is_han
from tei_encoder.encode.names import read_name
from tei_encoder.rules.rule import People as Words

ERAS = {"民国": 1911, "中华民国": 1911, "昭和": 1925}
WORDS = Words(titles=("部长", "委员", "主席"), suffixes=frozenset({"委员", "先生", "部长"}))


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("五", 5), ("十", 10), ("十二", 12), ("三十七", 37), ("三七", 37), ("一百零五", 105), ("一千九百四十八", 1948),
        ("一九四八", 1948), ("二〇〇三", 2003), ("廿三", 23), ("卅一", 31), ("二百三十", 230), ("三万二千", 32_000),
        ("４８", 48), ("48", 48), ("元", 1), ("五票", None), ("", None), ("some", None),
    ],
)  # fmt: skip
def test_numbers(text: str, wanted: int | None) -> None:
    assert han_number(text) == wanted


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("中华民国三十七年五月八日", {"when": "1948-05-08"}),
        ("1948年5月8日", {"when": "1948-05-08"}),
        ("１９４８年５月８日", {"when": "1948-05-08"}),
        ("昭和元年十二月廿六日", {"when": "1926-12-26"}),
        ("一九四八年五月", {"when": "1948-05"}),
        ("1948年5月8日至10日", {"from": "1948-05-08", "to": "1948-05-10"}),
        ("5月8日", {"when": "1950-05-08", "cert": "high"}),
        ("二月三十日", {"cert": "low"}),
    ],
)
def test_dates(text: str, wanted: dict[str, str]) -> None:
    assert Dates("gregorian", 1950, {}, eras=ERAS).read(text) == wanted


@pytest.mark.parametrize(
    "text, wanted",
    [("王明委员", "王明"), ("王委员明", "王明"), ("部长王明", "王明"), ("外交部部长王明", "王明"), ("王明", "王明"),
     ("欧阳子文先生", "欧阳子文"), ("主席", "主席"), ("阿不都·热合曼委员", "阿不都·热合曼")],
)  # fmt: skip
def test_names_without_titles(text: str, wanted: str) -> None:
    assert han_name(text, WORDS) == wanted


def test_a_name_is_one_word_with_its_place() -> None:
    name = read_name("王　明委员（湖南）", WORDS)
    assert name is not None
    assert (name.surname, name.mark, name.key, name.printed) == ("王明", "湖南", "王明", "王明 (湖南)")
    assert is_han("王明") and not is_han("王 明") and not is_han("Wang")
