"""Companies for the tests of results: die casters of Foshan, one user and one trader in Germany."""

from __future__ import annotations

from django.utils import timezone

from kontor.directory.models import Organisation, OrganisationFacts
from tests.kontor.factories import (
    CityFactory,
    OrganisationFactory,
    OrganisationStatementFactory,
    OrganisationTextFactory,
)

PROFILE = "本公司专业生产铝合金压铸件，主要产品为电机壳体。"


def caster(number: int, *, claimed: bool = False) -> Organisation:
    """A maker of aluminium die castings in Foshan who writes Chinese."""
    city = CityFactory(slug="foshan", country="CN", region="CN-GD", name_zh="佛山", name_en="Foshan", name_de="Foshan")
    made = OrganisationFactory(
        city=city,
        language="zh",
        name=f"佛山市示例{number}压铸有限公司",
        claimed_at=timezone.now() if claimed else None,
        listed_source="佛山市企业名录",
    )
    OrganisationTextFactory(owner=made, language="zh", value=PROFILE, field="profile" if claimed else "scope")
    if claimed:
        OrganisationFacts.objects.create(organisation=made, size="50-249", founded_year=2006)
        OrganisationStatementFactory(owner=made, language="zh", subject="铝合金压铸", agreement_type="SU", role="supplier")
    return made


def window_maker() -> Organisation:
    """A German user of aluminium profiles who asks for nothing."""
    made = OrganisationFactory(city=CityFactory(slug="ingolstadt"), claimed_at=timezone.now(), name="Fenster Muster GmbH")
    OrganisationTextFactory(owner=made, value="Fensterbau und Glasfassaden für den Objektbau.")
    return made


def profile_buyer() -> Organisation:
    """A German trader who seeks aluminium profiles."""
    made = OrganisationFactory(city=CityFactory(slug="ingolstadt"), claimed_at=timezone.now(), name="Handel Muster GmbH")
    OrganisationTextFactory(owner=made, field="sought", value="Wir suchen Aluminiumprofile.")
    return made
