"""Register numbers as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kontor_core.identity.identifiers import HR, LEI, USCC, VAT, check, is_blank, recognise

GOOD_USCC = "91440606MA4UQ1X12E"


def made_uscc(body: str) -> str:
    from stdnum.cn import uscc

    return body + uscc.calc_check_digit(body)


@pytest.mark.parametrize(
    ("scheme", "text", "value"),
    [
        (HR, "AG Ingolstadt HRB 1234", "Ingolstadt HRB 1234"),
        (HR, "HRB5522, Nuernberg", "Nürnberg HRB 5522"),
        (HR, "HRB 1234 Amtsgericht Ingolstadt", "Ingolstadt HRB 1234"),
        (HR, "Amtsgericht München, HRB 12345", "München HRB 12345"),
        (HR, "Munich HRB 12", "München HRB 12"),
        (HR, "HRA 12 B (Charlottenburg)", "Berlin (Charlottenburg) HRA 12 B"),
        (HR, "Registergericht: Frankfurt am Main, HRB-Nr. 001234", "Frankfurt am Main HRB 1234"),
        (VAT, "DE 136 695 976", "DE136695976"),
        (VAT, "136695976", "DE136695976"),
        (VAT, "USt-IdNr.: DE136695976", "DE136695976"),
        (LEI, "529900T8BM49AURSDO55", "529900T8BM49AURSDO55"),
    ],
)
def test_valid_numbers_come_in_their_normal_form(scheme: str, text: str, value: str) -> None:
    found = check(scheme, text)
    assert (found.value, found.state, found.code) == (value, "valid", "")


@pytest.mark.parametrize(
    ("scheme", "text", "code"),
    [
        (HR, "HRB 1", "court-missing"), (HR, "Hintertupfing HRB 4", "court-unknown"), (HR, "keine Angabe", "register"), (HR, "HRB 12345678 Ulm", "length"),
        (VAT, "DE136695977", "check-digit"), (VAT, "ATU12345678", "not-germany"), (VAT, "DE12345", "length"), (VAT, "DE12345678A", "characters"),
        (USCC, "440600000012345", "old-number"), (USCC, "91440500617543849O", "characters"), (USCC, "9144050061754384", "length"),
        (LEI, "529900T8BM49AURSDO56", "check-digit"), (LEI, "5299", "length"),
    ],
)
def test_invalid_numbers_say_why(scheme: str, text: str, code: str) -> None:
    found = check(scheme, text)
    assert (found.state, found.code) == ("invalid", code)


@pytest.mark.parametrize("text", ["9.14406E+17", "9,14406E+17", "9.14406061754385E+17", "９.１４４０６E＋１７", "914406061754385000"])
def test_rounded_codes_are_said_and_never_mended(text: str) -> None:
    found = check(USCC, text)
    assert found.state == "rounded"
    assert found.value == text.strip()


@given(st.text(alphabet="0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=8, max_size=8))
@settings(max_examples=30, deadline=None)
def test_one_wrong_character_of_a_credit_code_never_passes(tail: str) -> None:
    code = made_uscc(f"914406061{tail}")
    assert check(USCC, code).state in ("valid", "rounded")
    for at in (9, 12, 16, 17):
        other = "7" if code[at] != "7" else "3"
        wrong = code[:at] + other + code[at + 1 :]
        assert not check(USCC, wrong).is_valid


def test_full_width_blanks_and_apostrophes_do_not_matter() -> None:
    code = made_uscc("91440606MA4UQ1X12")
    wide = "".join(chr(ord(character) + 0xFEE0) for character in code)
    for text in (wide, f"'{code}", f"{code[:6]} {code[6:10]}-{code[10:]}", code.lower(), f"统一社会信用代码：{code}"):
        assert check(USCC, text).value == code
        assert check(USCC, text).is_valid


def test_blank_cells_are_no_numbers() -> None:
    for text in ("", "N/A", "无", "-", "／", "keine"):
        assert is_blank(text)
        assert recognise(text) is None


def test_the_scheme_of_an_unnamed_column_is_recognised() -> None:
    found = [recognise(text) for text in ("HRB 99 Ulm", "DE136695976", made_uscc("91440606MA4UQ1X12"), "529900T8BM49AURSDO55", "9.14406E+17", "Hello")]
    assert [item.scheme if item else None for item in found] == [HR, VAT, USCC, LEI, USCC, None]
