"""Normalisation and the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kontor_core.text import LONGEST_TEXT, language_of, normalise


@pytest.mark.parametrize(
    ("original", "expected"),
    [
        ("ＡＢＣ　１２３", "abc 123"),
        ("鋁合金壓鑄", "铝合金压铸"),
        ("Mül\u00adler", "müller"),
        ("ﬁne", "fine"),
        ("„Gehäuse“–Teile", '"gehäuse"-teile'),
        ("25㎡", "25m2"),
        ("A\u0308pfel", "äpfel"),
        ("生产〓销售", "生产 销售"),
    ],
)
def test_normalised_form(original: str, expected: str) -> None:
    assert normalise(original).text == expected


def test_a_span_leads_back_to_what_was_written() -> None:
    original = "Wir su\u00adchen ﬁne ½ Mül\u00adler-Teile"
    normalised = normalise(original)
    start = normalised.text.index("müller")
    begin, end = normalised.original_span(start, start + 6)
    assert original[begin:end] == "Mül\u00adler"


@given(st.text(max_size=200))
def test_any_text_is_normalised_and_every_span_is_valid(text: str) -> None:
    normalised = normalise(text)
    for start in range(len(normalised.text)):
        begin, end = normalised.original_span(start, start + 1)
        assert 0 <= begin < end <= len(text)


def test_a_megabyte_is_cut() -> None:
    assert len(normalise("x" * 1_000_000).text) == LONGEST_TEXT


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Wir suchen Gussteile", "de"), ("Ventile", "de"), ("Keramikfliesen", "de"), ("寻求压铸厂家", "zh"), ("CNC加工", "zh"),
        ("surface treatment of aluminium", "en"), ("we are looking for castings", "en"), ("", "en"), ("Händler", "de"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert language_of(text) == language
