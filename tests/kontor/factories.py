"""Factories of real rows. Names are invented."""

from __future__ import annotations

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from kontor.accounts.models import Person
from kontor.alliance.models import Alliance, City, CoordinatorMembership, OfficeMembership
from kontor.directory.models import (
    Organisation,
    OrganisationMembership,
    OrganisationName,
    OrganisationStatement,
    OrganisationText,
    Script,
)
from kontor.opportunities.models import Opportunity, OpportunityStatement, OpportunityText
from kontor.opportunities.vocabulary import Status


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = Person

    email = factory.Sequence(lambda number: f"person{number}@example.org")
    name = factory.Sequence(lambda number: f"Person {number}")
    password = "!"


class AllianceFactory(DjangoModelFactory):
    class Meta:
        model = Alliance
        django_get_or_create = ("slug",)

    slug = "test"
    name_de, name_zh, name_en = "Testbund", "测试联盟", "Test alliance"


class CityFactory(DjangoModelFactory):
    class Meta:
        model = City
        django_get_or_create = ("slug",)

    slug = factory.Sequence(lambda number: f"city-{number}")
    country = "DE"
    region = "DE-BY"
    name_de = factory.LazyAttribute(lambda city: city.slug.title())
    name_zh = factory.LazyAttribute(lambda city: f"{city.slug}市")
    name_en = factory.LazyAttribute(lambda city: city.slug.title())
    sort_key = factory.SelfAttribute("slug")


class CoordinatorFactory(DjangoModelFactory):
    class Meta:
        model = CoordinatorMembership

    person = factory.SubFactory(PersonFactory)
    city = factory.SubFactory(CityFactory)


class OfficeFactory(DjangoModelFactory):
    class Meta:
        model = OfficeMembership

    person = factory.SubFactory(PersonFactory)
    alliance = factory.SubFactory(AllianceFactory)


class OrganisationFactory(DjangoModelFactory):
    """A public, unclaimed company with one registered name."""

    class Meta:
        model = Organisation
        skip_postgeneration_save = True

    kind = "company"
    city = factory.SubFactory(CityFactory)
    language = "de"
    visibility = "public"
    name = factory.PostGeneration(
        lambda organisation, create, value, **_rest: OrganisationName.objects.create(
            organisation=organisation,
            script=Script.CHINESE if organisation.language == "zh" else Script.LATIN,
            value=value or f"Musterwerk {organisation.pk} GmbH",
        )
    )


class MembershipFactory(DjangoModelFactory):
    class Meta:
        model = OrganisationMembership

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    role = "member"


class OrganisationTextFactory(DjangoModelFactory):
    class Meta:
        model = OrganisationText

    owner = factory.SubFactory(OrganisationFactory)
    field = "profile"
    language = "de"
    value = "Wir gießen Gehäuse aus Aluminium."


class OrganisationStatementFactory(DjangoModelFactory):
    class Meta:
        model = OrganisationStatement

    owner = factory.SubFactory(OrganisationFactory)
    side = "offer"
    language = "de"
    subject = "Aluminiumdruckguss"
    concepts = factory.LazyFunction(lambda: ["aluminium-die-casting"])


class OpportunityFactory(DjangoModelFactory):
    """A published offer, complete and current."""

    class Meta:
        model = Opportunity
        skip_postgeneration_save = True

    organisation = factory.SubFactory(OrganisationFactory)
    type = "BO"
    language = "de"
    agreement_type = "SU"
    own_role = "supplier"
    status = Status.PUBLISHED
    published_at = factory.LazyFunction(timezone.now)

    @factory.post_generation
    def parts(self, create: bool, value: object, **_rest: object) -> None:
        for field, text in (("title", "Druckguss"), ("text", "Wir liefern Gehäuse.")):
            OpportunityText.objects.create(owner=self, field=field, language="de", value=text)
        OpportunityStatement.objects.create(owner=self, side="offer", language="de", concepts=["aluminium-die-casting"])
