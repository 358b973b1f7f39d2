"""Every stored field has a data class."""

import pytest

from kontor.common.data_classes import RULES, DataClass, classify, rule_for
from kontor.privacy.register import fields_of_class, stored_fields, unclassified_fields, unknown_fields


def test_no_field_is_without_a_class() -> None:
    assert len(list(stored_fields())) > 150
    assert unclassified_fields() == []


def test_no_class_is_left_for_a_field_that_is_gone() -> None:
    assert unknown_fields() == []


def test_personal_fields_are_exported_and_erased_with_the_person() -> None:
    personal = fields_of_class(DataClass.PERSONAL)
    assert ("accounts.person", "email") in [(label, name) for label, name, _rule in personal]
    assert all(rule.is_erased for _label, _name, rule in personal)
    kept_back = [(label, name) for label, name, rule in personal if not rule.is_exported]
    assert kept_back == [("accounts.person", "password"), ("entry_requests.entryrequest", "contact")]


def test_each_class_has_a_complete_rule() -> None:
    assert set(RULES) == set(DataClass)
    assert all(rule.legal_basis and rule.retention for rule in RULES.values())


def test_a_field_has_one_class_only() -> None:
    classify("accounts.Person", {DataClass.PERSONAL: "email"})
    with pytest.raises(ValueError, match="two data classes"):
        classify("accounts.Person", {DataClass.TECHNICAL: "email"})
    assert rule_for("accounts.Person", "email") == RULES[DataClass.PERSONAL]
    assert rule_for("accounts.Person", "nothing") is None
