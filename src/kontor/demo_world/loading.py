"""From the files of the demo folder to rows, through the same services that people use. Loading twice adds nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from kontor.alliance.models import City
from kontor.common.actors import CONSOLE
from kontor.directory import services as directory
from kontor.directory.models import Organisation, Side
from kontor.directory.services import NewName, NewStatement
from kontor.directory.vocabulary import AGREEMENT_TYPES, VERIFICATION_MONTHS, Visibility
from kontor.opportunities import services as opportunities
from kontor.opportunities.models import Opportunity
from kontor.opportunities.vocabulary import OPPORTUNITY_TYPES, PUBLISHED_DAYS

CITY_SLUGS = {"region-schwarzwald": "schwarzwald"}
ROLES = {"service provider": "service"}
SCRIPTS = {"han": "Hans", "latin": "Latn"}
NAME_KINDS = {"english": "foreign"}
SIZES = {"250 and more": "250+"}
LISTED_SOURCE = {"CN": "示例名录", "DE": "Beispielverzeichnis"}
LISTED_ON = date(2026, 4, 15)
LONGEST_SUBJECT = 300


class DemoError(ValueError):
    """A demo file cannot be used; says file, line and why."""


def lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """(line number, object) of a JSON Lines file.

    Raises:
        DemoError: a line is no JSON object.
    """
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                yield number, dict(json.loads(line))
            except (ValueError, TypeError) as error:
                raise DemoError(f"{path.name}:{number}: {error}") from error


def load(folder: Path) -> tuple[int, int]:
    """Load organisations and opportunities; returns how many of each were new.

    Raises:
        DemoError: a file or line cannot be used.
    """
    cities = {city.slug: city for city in City.objects.all()}
    made: dict[str, Organisation] = {}
    new = 0
    for path in sorted(folder.glob("organisations_*.jsonl")):
        for number, row in lines(path):
            try:
                made[row["slug"]], is_new = _organisation(row, cities)
            except (KeyError, ValueError) as error:
                raise DemoError(f"{path.name}:{number}: {type(error).__name__} {error}") from error
            new += is_new
    count = 0
    for path in sorted(folder.glob("opportunities_*.jsonl")):
        for number, row in lines(path):
            try:
                count += _opportunity(row, made[row["organisation"]])
            except (KeyError, ValueError) as error:
                raise DemoError(f"{path.name}:{number}: {type(error).__name__} {error}") from error
    return new, count


def _language(row: Mapping[str, Any]) -> str:
    return "zh" if row["country"] == "CN" else "de"


@transaction.atomic
def _organisation(row: Mapping[str, Any], cities: Mapping[str, City]) -> tuple[Organisation, bool]:
    known = Organisation.objects.filter(is_demo=True, names__value=row["names"][0]["value"]).first()
    if known is not None:
        return known, False
    slug = CITY_SLUGS.get(row["city"], row["city"])
    city = cities.get(row.get("district", "")) or cities[slug]
    names = [NewName(n["value"], SCRIPTS[n["script"]], NAME_KINDS.get(n["kind"], n["kind"])) for n in row["names"]]
    claimed = timezone.make_aware(datetime.combine(date(2026, 3, 2), time(9))) if row.get("claimed") else None
    made = directory.create_organisation(
        city, actor=CONSOLE, kind=row["kind"], language=_language(row), names=names, visibility=Visibility.PUBLIC, is_demo=True,
        website=row.get("website") or "", claimed_at=claimed,
        listed_source="" if claimed else LISTED_SOURCE[row["country"]], listed_on=None if claimed else LISTED_ON, **_verification(row, city),
    )
    _words(made, row)
    _facts(made, row)
    for role in row.get("roles", []):
        directory.assign_role(made, actor=CONSOLE, role=ROLES.get(role, role), evidence="")
    return made, True


def _verification(row: Mapping[str, Any], city: City) -> dict[str, Any]:
    given = row.get("verification") or {}
    level = int(given.get("level") or 0)
    if level < 1 or not given.get("on"):
        return {"verification_level": 1 if row.get("claimed") else 0}
    checked = date.fromisoformat(given["on"])
    office = city if city.part_of is None else city.part_of
    return {
        "verification_level": level, "verified_by_city": office if level >= 2 else None, "verified_on": checked,
        "verified_until": checked + timedelta(days=30 * VERIFICATION_MONTHS.get(level, 12)),
    }


def _words(made: Organisation, row: Mapping[str, Any]) -> None:
    for text in row.get("texts", []):
        field = "profile" if row.get("claimed") else "scope"
        directory.write_text(made, actor=CONSOLE, field=field, language=text["language"], value=text["text"], origin="written" if row.get("claimed") else "imported")
    statements = [
        NewStatement(side, made.language, subject[:LONGEST_SUBJECT], keywords_of(subject, made.language))
        for side, field in ((Side.OFFER, "offers"), (Side.WANT, "wants"))
        for subject in row.get(field, [])
    ]
    if statements and row.get("claimed"):
        directory.replace_statements(made, actor=CONSOLE, statements=statements)


def keywords_of(text: str, language: str) -> list[str]:
    """Concept ids that a text names, the head first."""
    from kontor_core.search.analysis import analyse
    from kontor_core.thesaurus import index

    labels = index.load()
    found = sorted(analyse(labels, text, language).statements, key=lambda statement: not statement.mention.is_head)
    return list(dict.fromkeys(labels.thesaurus.concepts[s.mention.concept].id for s in found))


def _number(text: object) -> int | None:
    found = re.search(r"\d+", str(text or ""))
    return int(found.group()) if found else None


def _facts(made: Organisation, row: Mapping[str, Any]) -> None:
    facts = row.get("facts") or {}
    values: dict[str, Any] = {}
    if facts.get("employees"):
        size = str(facts["employees"]).replace("–", "-").replace(" ", "")
        values["size"] = SIZES.get(size, size)
    for ours, theirs in (("founded_year", "founded"), ("export_share", "export_share")):
        if (number := _number(facts.get(theirs))) is not None:
            values[ours] = number
    for ours, theirs in (("export_countries", "export_countries"), ("spoken_languages", "languages")):
        if facts.get(theirs):
            values[ours] = list(facts[theirs])
    for ours, theirs in (("part_weight", "part_weight"), ("tolerance", "tolerance"), ("yearly_capacity", "capacity"), ("minimum_order", "minimum_order")):
        if facts.get(theirs):
            values[ours] = str(facts[theirs])[:80]
    values.update(_concepts(facts, made.language))
    if lead := str(facts.get("sample_lead_time") or ""):
        days = (_number(lead) or 0) * (7 if re.search("[Ww]oche|week|周|星期", lead) else 30 if re.search("[Mm]onat|month|个月", lead) else 1)
        values["sample_lead_days"] = days or None
    if values:
        directory.state_facts(made, actor=CONSOLE, **values)
    for machine in re.split(r"[;；，]|,(?=\s)", str(facts.get("machines") or "")):
        if machine.strip():
            directory.add_machine(made, actor=CONSOLE, name=machine.strip()[:120])
    for certificate in row.get("certificates", []):
        _certificate(made, certificate)


def _concepts(facts: Mapping[str, Any], language: str) -> dict[str, list[str]]:
    """Materials and processes as keywords; words the thesaurus does not know are left in the profile text."""
    return {name: keywords_of(str(facts[name]), language) for name in ("materials", "processes") if facts.get(name)}


def _certificate(made: Organisation, given: Mapping[str, Any]) -> None:
    from kontor_core.search.analysis import analyse
    from kontor_core.thesaurus import index

    labels = index.load()
    concepts = [labels.thesaurus.concepts[s.mention.concept] for s in analyse(labels, given["name"], made.language).statements]
    concept = next((c.id for c in concepts if c.kind == "standard"), "")
    until = None
    if given.get("until"):
        year, month = (int(part) for part in str(given["until"]).split("-")[:2])
        until = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    directory.add_certificate(made, actor=CONSOLE, standard=given["name"][:80], concept=concept, valid_until=until)


@transaction.atomic
def _opportunity(row: Mapping[str, Any], owner: Organisation) -> int:
    language = row["language"]
    if Opportunity.objects.filter(organisation=owner, texts__field="title", texts__value=row["title"]).exists():
        return 0
    made = opportunities.draft(
        owner, actor=CONSOLE, type=row["type"], language=language, agreement_type=row["agreement"], own_role=_role(row["agreement"], row.get("role", ""))
    )
    for field, limit in (("title", 256), ("text", 500), ("description", 4000)):
        if row.get(field):
            opportunities.write_text(made, actor=CONSOLE, field=field, value=row[field][:limit])
    side = OPPORTUNITY_TYPES[row["type"]].side or "offer"
    statements = [NewStatement(side, language, word[:LONGEST_SUBJECT], keywords_of(word, language)) for word in row["keywords"]]
    if not any(statement.concepts for statement in statements):  # at least one keyword is the rule for publishing
        statements.append(NewStatement(side, language, row["title"][:LONGEST_SUBJECT], keywords_of(f"{row['title']} {row['text']}", language)[:3]))
    opportunities.replace_statements(made, actor=CONSOLE, statements=statements)
    targets = [(country, None) for country in row.get("targets", []) if country != owner.city.country]
    if targets:
        opportunities.set_targets(made, actor=CONSOLE, targets=targets)
    opportunities.publish(made, actor=CONSOLE)
    published = timezone.now() - timedelta(days=int(row.get("published_days_ago") or 0))
    Opportunity.objects.filter(pk=made.pk).update(published_at=published, expires_on=published.date() + timedelta(days=PUBLISHED_DAYS))
    return 1


def _role(agreement: str, given: str) -> str:
    """Code of the own role by its code or its English name; the first role where neither fits."""
    roles = AGREEMENT_TYPES[agreement].roles
    plain = given.strip().lower().replace(" ", "-")
    for role in roles:
        if plain in (role.code, role.term.en.lower().replace(" ", "-")):
            return role.code
    return roles[0].code
