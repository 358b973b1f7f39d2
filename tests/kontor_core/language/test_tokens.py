"""Numbers with units, grades and standards as words."""

from __future__ import annotations

import pytest

from kontor_core.language.tokens import words_between
from kontor_core.text import normalise


def words(text: str) -> list[str]:
    return [word for word, *_ in words_between(normalise(text).text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("M8", ["m8"]), ("6061铝合金", ["6061"]), ("DIN EN ISO 9001", ["din", "en", "iso", "9001"]), ("EN AW-6063", ["en", "aw", "6063"]), ("1.4301", ["1.4301"]),
        ("C45", ["c45"]), ("IP67", ["ip67"]), ("220V", ["220v"]), ("06Cr19Ni10", ["06cr19ni10"]), ("ADC12", ["adc12"]), ("3/4\"", ["3/4"]), ("C++ und C#", ["c++", "und", "c#"]),
        ("12V/24V", ["12v", "24v"]), ("20-50 mm", ["20", "50mm"]), ("USB 3.0", ["usb", "3.0"]), ("1,2,3", ["1,2,3"]), ("5 a day", ["5", "a", "day"]), ("焊机220 V电机", ["220v"]),
    ],
)
def test_numbers_stay_whole(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [("220 V", "220V"), ("M 8", "M8"), ("ADC 12", "ADC12"), ("IP 67", "IP67"), ("PA 66", "PA66"), ("0,5 mm", "0.5mm"), ("X5CrNi18-10", "X5CrNi1810"), ("1,5 kW", "1.5 kW"), ("１０ ＭＭ", "10mm")],
)
def test_two_ways_to_write_the_same(one: str, other: str) -> None:
    assert words(one) == words(other)


@pytest.mark.parametrize(("one", "other"), [("M8", "M80"), ("6061", "6061000"), ("1.4301", "1.43010"), ("IP67", "IP6"), ("C45", "C45E"), ("220V", "220VA"), ("1,000 kg", "1,00 kg"), ("10 t", "10t")])
def test_numbers_that_differ(one: str, other: str) -> None:
    assert words(one) != words(other)


def test_spans_are_those_of_the_text() -> None:
    text = normalise("Motor 220 V, M 8").text
    assert [text[start:end] for _, start, end, _ in words_between(text)] == ["motor", "220 v", "m 8"]
