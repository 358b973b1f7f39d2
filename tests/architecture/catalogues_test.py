"""The catalogues say everything the source says, in the official terms."""

from __future__ import annotations

import pytest
from django.utils import translation

from kontor.common.catalogues import CATALOGUES, compiled, mo_path, problems, read_catalog, source_catalog
from kontor.directory.vocabulary import (
    AGREEMENT_TYPE_CHOICES,
    AGREEMENT_TYPES,
    ORGANISATION_ROLE_TERMS,
    VERIFICATION_TERMS,
    OrganisationRoleName,
    VerificationLevel,
)
from kontor.opportunities.vocabulary import OPPORTUNITY_TYPES, OpportunityType


@pytest.mark.parametrize("name", sorted(CATALOGUES))
def test_every_message_is_translated(name: str) -> None:
    """Run `kontor messages` and fill in what it names."""
    assert [str(problem) for problem in problems(name)] == []


@pytest.mark.parametrize("name", sorted(CATALOGUES))
def test_the_compiled_catalogue_is_the_edited_one(name: str) -> None:
    assert mo_path(name).read_bytes() == compiled(read_catalog(name))


def test_the_source_is_read_at_all() -> None:
    known = {(message.context, message.id) for message in source_catalog()}
    assert ("group of hits", "With a contact") in known
    assert (None, "I %(side)s in %(where)s") in known
    assert ("form of cooperation", "commercial agency") in known


@pytest.mark.parametrize(("code", "language"), [("de", "de"), ("zh-hans", "zh"), ("en", "en")])
def test_pages_use_the_official_terms(code: str, language: str) -> None:
    with translation.override(code):
        shown = {
            **{("form", value): str(label) for value, label in AGREEMENT_TYPE_CHOICES},
            **{("role", role.value): str(role.label) for role in OrganisationRoleName},
            **{("level", str(level.value)): str(level.label) for level in VerificationLevel},
            **{("type", kind.value): str(kind.label) for kind in OpportunityType},
        }
    official = {
        **{("form", value): agreement.term.in_language(language) for value, agreement in AGREEMENT_TYPES.items()},
        **{("role", value): term.in_language(language) for value, term in ORGANISATION_ROLE_TERMS.items()},
        **{("level", str(value)): term.in_language(language) for value, term in VERIFICATION_TERMS.items()},
        **{("type", value): kind.term.in_language(language) for value, kind in OPPORTUNITY_TYPES.items()},
    }
    assert shown == official
