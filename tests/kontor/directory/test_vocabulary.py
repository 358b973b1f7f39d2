"""The code tables hang together."""

import re

from django.utils import translation

from kontor.directory.models import OrganisationFacts
from kontor.directory.vocabulary import (
    AGREEMENT_TYPE_CHOICES,
    AGREEMENT_TYPES,
    ORGANISATION_ROLE_TERMS,
    VERIFICATION_TERMS,
    OrganisationRoleName,
    VerificationLevel,
    agreement_roles,
)

HAN = re.compile(r"[\u4e00-\u9fff]")


def test_twenty_forms_of_cooperation_in_one_order() -> None:
    codes = [
        "AG",
        "DI",
        "FR",
        "SE",
        "SU",
        "MA",
        "SC",
        "RP",
        "LO",
        "LI",
        "TA",
        "TC",
        "RD",
        "JV",
        "FI",
        "AC",
        "SL",
        "ME",
        "VT",
        "EX",
    ]
    assert list(AGREEMENT_TYPES) == codes
    assert [code for code, _label in AGREEMENT_TYPE_CHOICES] == codes
    assert [code for code in codes if AGREEMENT_TYPES[code].is_symmetric] == ["RP", "TC", "RD", "JV", "EX"]


def test_labels_are_the_english_terms() -> None:
    with translation.override("en"):
        assert {code: str(label) for code, label in AGREEMENT_TYPE_CHOICES} == {
            code: agreement.term.en for code, agreement in AGREEMENT_TYPES.items()
        }
        assert {role.value: str(role.label) for role in OrganisationRoleName} == {
            code: term.en for code, term in ORGANISATION_ROLE_TERMS.items()
        }
        assert {level.value: str(level.label) for level in VerificationLevel} == {
            level: term.en for level, term in VERIFICATION_TERMS.items()
        }


def test_what_one_gives_the_other_takes() -> None:
    for code, role in agreement_roles():
        opposite = AGREEMENT_TYPES[code].opposite(role.code)
        assert opposite is not None
        assert (sorted(role.gives), sorted(role.takes)) == (sorted(opposite.takes), sorted(opposite.gives)), code
    assert AGREEMENT_TYPES["SU"].opposite("supplier") is AGREEMENT_TYPES["SU"].role("buyer")
    assert AGREEMENT_TYPES["SU"].opposite("agent") is None


def test_every_term_is_in_three_languages() -> None:
    terms = [agreement.term for agreement in AGREEMENT_TYPES.values()] + [
        role.term for _code, role in agreement_roles()
    ]
    assert all(HAN.search(term.zh) and not HAN.search(term.de + term.en) for term in terms)
    assert all(len(role.code) <= 30 for _code, role in agreement_roles())
    assert OrganisationFacts._meta.get_field("size").max_length == 8
