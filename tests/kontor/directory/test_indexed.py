"""What the index is built from is what the pages show, in the same order."""

from __future__ import annotations

from typing import Any

import pytest

from kontor.common.actors import CONSOLE
from kontor.directory import services
from kontor.directory.indexed import load
from kontor.directory.models import Organisation, OrganisationName, OrganisationStatement, OrganisationText
from kontor.directory.search import build_documents, document_of, search_texts
from kontor.directory.vocabulary import Visibility
from kontor_core.search.document import Reader
from kontor_core.thesaurus import index as labels
from tests.kontor.factories import CityFactory, OrganisationFactory


@pytest.fixture
def organisation(db: None) -> Organisation:
    whole = CityFactory(slug="whole", country="CN", region="CN-GD")
    made = OrganisationFactory(city=CityFactory(slug="part", country="CN", region="CN-GD", part_of=whole), language="zh")
    made.names.all().delete()
    OrganisationName.objects.create(organisation=made, kind="foreign", script="Latn", value="Jia Yi Die Casting", position=0)
    OrganisationName.objects.create(organisation=made, kind="registered", script="Hans", value="佛山市甲乙压铸有限公司", position=1)
    OrganisationText.objects.create(owner=made, field="scope", language="zh", value="铝合金压铸件的生产", origin="imported")
    OrganisationText.objects.create(owner=made, field="sought", language="de", value="Werkzeugmaschinen")
    for position, subject in ((2, "Armaturen"), (1, "Ventile"), (3, "")):
        OrganisationStatement.objects.create(owner=made, side="offer", subject=subject, language="de", position=position)
    services.state_facts(made, actor=CONSOLE, size="50-249")
    services.assign_role(made, actor=CONSOLE, role="maker")
    services.add_identifier(made, actor=CONSOLE, scheme="cn-uscc", value="91440600MA00000000")
    return made


def test_texts_stand_in_one_order(organisation: Organisation) -> None:
    (row,) = load([organisation.public_id])
    assert [statement.subject for statement in row.statements] == ["Ventile", "Armaturen", ""]
    texts = [text for text, _ in search_texts(organisation)]
    assert texts == ["佛山市甲乙压铸有限公司", "Ventile", "Armaturen", "铝合金压铸件的生产", "Werkzeugmaschinen"]
    reader = Reader(document_of(row, labels.load()).payload)
    concepts = labels.load().thesaurus.concepts
    found = {concepts[concept].id: texts[reader.texts[at]][reader.starts[at] : reader.starts[at] + reader.lengths[at]] for at, concept in enumerate(reader.concepts)}
    assert found["valve"] == "Ventile"


def test_a_document_has_its_filters(organisation: Organisation) -> None:
    document = build_documents([organisation.public_id])[organisation.public_id]
    assert document.filters["city"] == {"part", "whole"}
    assert document.filters["size"] == {"50-249"}
    assert "maker" in document.filters["organisation_role"]
    assert document.tokens["identifier"] == {"91440600MA00000000"}


def test_what_is_hidden_has_no_document(organisation: Organisation, django_assert_num_queries: Any) -> None:
    other = OrganisationFactory()
    services.set_visibility(organisation, actor=CONSOLE, visibility=Visibility.HIDDEN)
    assert list(build_documents([organisation.public_id, other.public_id])) == [other.public_id]
    one, many = [other.public_id], [OrganisationFactory().public_id for _ in range(5)]
    with django_assert_num_queries(9):
        load(one)
    with django_assert_num_queries(9):
        load(many)
