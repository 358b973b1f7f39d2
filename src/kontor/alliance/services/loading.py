"""Bringing cities and memberships to what the file says."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from kontor.alliance.cities_file import CitiesFile, CityRow, read_cities
from kontor.alliance.models import Alliance, City, CityAlias, MemberCount, Membership
from kontor.audit.services import difference, record, snapshot
from kontor.common.actors import Actor


@transaction.atomic
def load_cities(content: CitiesFile | None = None, *, actor: Actor) -> tuple[int, int]:
    """Bring alliance, cities and memberships to what the file says: (created, changed) cities.

    Running it again changes nothing. Cities the file does not name are left alone;
    a membership the office has edited is only touched where the file names it.
    """
    content = content or read_cities()
    alliance, _created = Alliance.objects.update_or_create(slug=content.alliance["slug"], defaults=content.alliance)
    for count in content.counts:
        MemberCount.objects.update_or_create(
            alliance=alliance,
            country=count.country,
            as_of=count.as_of,
            defaults={"count": count.count, "source": count.source.title, "source_url": count.source.url},
        )
    created = changed = 0
    for row in content.cities:
        is_new, is_changed = _load_city(row, actor)
        created += is_new
        changed += is_changed
    for row in content.cities:
        _load_membership(alliance, row)
    return created, changed


def _load_city(row: CityRow, actor: Actor) -> tuple[bool, bool]:
    values: dict[str, Any] = {
        "kind": row.kind,
        "country": row.country,
        "region": row.region,
        "name_de": row.name_de,
        "name_zh": row.name_zh,
        "name_en": row.name_en,
        "sort_key": row.sort_key,
        "website": row.website,
        "part_of": City.objects.get(slug=row.part_of) if row.part_of else None,
    }
    city = City.objects.filter(slug=row.slug).first()
    is_new = city is None
    city = city or City(slug=row.slug)
    before = {} if is_new else snapshot(city)
    for field, value in values.items():
        setattr(city, field, value)
    before, after = difference(before, snapshot(city))
    if is_new or after:
        city.save()
        record(actor, "alliance.city-loaded", city, before=before, after=after)
    for language, value in row.aliases:
        CityAlias.objects.get_or_create(city=city, value=value, defaults={"language": language})
    return is_new, bool(after) and not is_new


def _load_membership(alliance: Alliance, row: CityRow) -> None:
    if row.membership is None:
        return
    said = row.membership
    Membership.objects.update_or_create(
        alliance=alliance,
        city=City.objects.get(slug=row.slug),
        joined_on=said.joined_on,
        defaults={
            "status": said.status,
            "joined_precision": said.precision,
            "left_on": said.left_on,
            "certainty": said.certainty,
            "source": said.source.title,
            "source_url": said.source.url,
            "source_date": said.source.date,
            "note": said.note,
        },
    )
