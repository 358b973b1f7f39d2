"""A digest of the domain data, for proofs: the same content gives the same digest, whatever its keys, ids and times."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from kontor.alliance.models import City
from kontor.directory.models import Organisation
from kontor.supply import content

CHUNK = 1000


@dataclass(frozen=True, slots=True)
class Digest:
    """SHA-256 (hex) over all organisations, and how many they are."""

    sha256: str
    organisations: int


def digest() -> Digest:
    """Organisations with names, identifiers, sites, texts, roles, statements, facts, equipment and sources of values."""
    slugs = dict(City.objects.values_list("pk", "slug"))
    targets = _targets()
    lines: list[bytes] = []
    last = 0
    while keys := list(Organisation.objects.filter(pk__gt=last).order_by("pk").values_list("pk", "public_id")[:CHUNK]):
        last = keys[-1][0]
        sources = content.sources([public_id for _, public_id in keys], ("rank", "row_hash", "person"))
        for (key, rows), (_, public_id) in zip(sorted(content.load([key for key, _ in keys]).items()), keys, strict=True):
            held = sorted((path, source["rank"], source["row_hash"], source["person"]) for path, source in sources[public_id].items())
            text = content.canonical(rows, slugs, targets) + json.dumps(held)
            lines.append(hashlib.sha256(text.encode()).digest())
            del key
    return Digest(hashlib.sha256(b"".join(sorted(lines))).hexdigest(), len(lines))


def _targets() -> dict[int, str]:
    """What entries that others were merged into are called: their names, which stay the same in another database."""
    merged_into = set(Organisation.objects.exclude(merged_into=None).values_list("merged_into_id", flat=True))
    found: dict[int, str] = {}
    for organisation in Organisation.objects.filter(pk__in=merged_into).prefetch_related("names"):
        found[organisation.pk] = "|".join(sorted(name.value for name in organisation.names.all()))
    return found
