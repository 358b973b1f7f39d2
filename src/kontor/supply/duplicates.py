"""Duplicate candidates among the organisations of the database, each with an explained score."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kontor.directory.models import Identifier, Organisation, OrganisationName, Site
from kontor.supply.models import NotDuplicate
from kontor_core.identity.candidates import CandidateIndex, blocking_keys
from kontor_core.identity.duplicates import SHOWN_FROM, Evidence, Party, score
from kontor_core.identity.identifiers import Identifier as Number


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entries that may be one; `first` is the older one."""

    first: str
    second: str
    names: tuple[str, str]
    evidence: Evidence

    def as_json(self) -> dict[str, Any]:
        reasons = [{"code": r.code, "part": r.part, "ours": r.ours, "theirs": r.theirs} for r in self.evidence.reasons]
        return {"first": self.first, "second": self.second, "names": list(self.names), "score": self.evidence.score, "is_duplicate": self.evidence.is_duplicate, "reasons": reasons}


def parties() -> dict[int, tuple[str, Party]]:
    """Primary key -> (public id, what is compared) of every entry that is not merged."""
    names: dict[int, list[str]] = {}
    for key, value in OrganisationName.objects.order_by("organisation", "position", "pk").values_list("organisation_id", "value").iterator():
        names.setdefault(key, []).append(value)
    numbers: dict[int, list[Number]] = {}
    for key, scheme, value, is_checked in Identifier.objects.order_by("pk").values_list("organisation_id", "scheme", "value", "is_checked").iterator():
        numbers.setdefault(key, []).append(Number(scheme, value, "valid" if is_checked else "invalid"))
    addresses = dict(Site.objects.order_by("-pk").values_list("organisation_id", "address"))
    rows = Organisation.objects.filter(merged_into=None).order_by("pk").values_list("pk", "public_id", "website", "language", "city__name_de", "city__name_zh")
    return {
        key: (public_id, Party(tuple(names.get(key, ())), tuple(numbers.get(key, ())), zh if language == "zh" else de, addresses.get(key, ""), website))
        for key, public_id, website, language, de, zh in rows.iterator()
    }


def pairs(least: float = SHOWN_FROM) -> Iterator[Pair]:
    """Pairs from a score on, the likeliest first; those told not to be duplicates are left out."""
    entries = parties()
    told = set(NotDuplicate.objects.exclude(first=None).exclude(second=None).values_list("first_id", "second_id"))
    index = CandidateIndex()
    found: list[Pair] = []
    for key, (public_id, party) in entries.items():
        keys = blocking_keys(party)
        for other in map(int, index.candidates_of(keys)):
            evidence = score(entries[other][1], party)
            if other != key and evidence.score >= least and (other, key) not in told:
                found.append(Pair(entries[other][0], public_id, ("".join(entries[other][1].names[:1]), "".join(party.names[:1])), evidence))
        index.add_keys(str(key), keys)
    yield from sorted(found, key=lambda pair: (-pair.evidence.score, pair.first, pair.second))
