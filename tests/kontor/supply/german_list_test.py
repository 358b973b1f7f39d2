"""A German list that carries name, industry code and size only: what the code tells is searchable, and marked as inferred."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext, override

from kontor.common.actors import CONSOLE
from kontor.directory.models import Organisation, OrganisationStatement
from kontor.directory.search import search_texts
from kontor.searching import index, search
from kontor.supply import services
from kontor.supply.digest import digest
from kontor.supply.models import ImportBatch
from kontor.web.presenting.concepts import concept_label
from tests.kontor.factories import CityFactory

HEADER = "Firma;WZ 2008;Größenklasse"
CAST = "Nordwind Halbzeug GmbH;24.53.0 Leichtmetallgießereien;50 bis 249"
LIST = (
    CAST,
    "Kessler & Söhne KG;25.62;10-49",
    "Blaubach Handelsgesellschaft mbH;46.69.0 Großhandel mit sonstigen Maschinen;1-9",
    "Umland Metall GmbH;25 Herstellung von Metallerzeugnissen;250 und mehr",
    "Rotstern Ohneziffer AG;99.99.9 Gibt es nicht;",
)


@pytest.fixture
def city(db: None) -> object:
    return CityFactory(slug="ingolstadt", name_de="Ingolstadt", name_zh="因戈尔施塔特", name_en="Ingolstadt")


def bring(path: Path, rows: tuple[str, ...]) -> services.Result:
    path.write_bytes("\r\n".join((HEADER, *rows, "")).encode("cp1252"))
    return services.bring_in(services.Request(path, "Kammer", "ingolstadt", "all"), actor=CONSOLE)


def inferred() -> dict[str, tuple[str, list[str]]]:
    rows = OrganisationStatement.objects.filter(origin="inferred").values_list("owner__names__value", "subject", "concepts")
    return {name: (subject, concepts) for name, subject, concepts in rows}


def test_codes_give_concepts(city: object, tmp_path: Path) -> None:
    result = bring(tmp_path / "list.csv", LIST)
    assert (result.created, result.set_aside) == (5, {})
    found = inferred()
    assert found["Nordwind Halbzeug GmbH"] == ("24.53.0 Leichtmetallgießereien", ["aluminium-casting", "die-casting", "magnesium-casting"])
    assert found["Kessler & Söhne KG"][0].startswith("25.62 ")
    assert "machinery-wholesale" in found["Blaubach Handelsgesellschaft mbH"][1]
    assert set(found) == {"Nordwind Halbzeug GmbH", "Kessler & Söhne KG", "Blaubach Handelsgesellschaft mbH"}  # a whole trade tells nothing
    cast = Organisation.objects.get(names__value="Nordwind Halbzeug GmbH")
    assert (cast.facts.size, cast.industry_codes, cast.language) == ("50-249", ["2432"], "de")
    assert dict(cast.roles.values_list("role", "evidence")) == {"maker": "24.53.0 Leichtmetallgießereien"}


def test_twice_newer_and_out_again(city: object, tmp_path: Path) -> None:
    empty = digest()
    one = bring(tmp_path / "a.csv", LIST)
    full = digest()
    assert (bring(tmp_path / "b.csv", LIST).unchanged, digest()) == (5, full)
    newer = bring(tmp_path / "c.csv", (CAST.replace("24.53.0 Leichtmetallgießereien", "46.72.2 Großhandel mit Erzen"), *LIST[1:]))
    assert (newer.updated, newer.unchanged) == (1, 4)
    cast = Organisation.objects.get(names__value="Nordwind Halbzeug GmbH")
    assert inferred()["Nordwind Halbzeug GmbH"][0] == "46.72.2 Großhandel mit Erzen"
    assert list(cast.roles.values_list("role", flat=True)) == ["trader"]
    for result, expected in ((newer, full), (one, empty)):
        assert services.undo(ImportBatch.objects.get(public_id=result.batch), actor=CONSOLE).is_done
        assert digest() == expected


def test_own_words_take_the_place_of_a_code(city: object, tmp_path: Path) -> None:
    bring(tmp_path / "a.csv", LIST)
    path = tmp_path / "b.csv"
    path.write_text(f"{HEADER};Gegenstand\n{CAST};Aluminiumdruckguss\n", encoding="utf-8")
    services.bring_in(services.Request(path, "Kammer", "ingolstadt", "all"), actor=CONSOLE)
    assert "Nordwind Halbzeug GmbH" not in inferred()


def test_found_behind_those_who_say_so_and_told_as_inferred(city: object, tmp_path: Path, settings: object, client: Client) -> None:
    settings.KONTOR_INDEX = tmp_path / "index"  # type: ignore[attr-defined]  # the plugin's own object
    bring(tmp_path / "list.csv", LIST)
    path = tmp_path / "words.csv"
    path.write_text("Firma;Gegenstand\nSüdlicht Guss GmbH;Aluminiumdruckguss\n", encoding="utf-8")
    services.bring_in(services.Request(path, "Andere", "ingolstadt", "all"), actor=CONSOLE)
    with index.writing():
        index.rebuild()
    answer = search.answer(search.Question("压铸", language="zh"))
    (group,) = [group for group in answer.groups if group.hits]
    names = dict(Organisation.objects.values_list("public_id", "names__value"))
    assert [names[hit.public_id] for hit in group.hits][:2] == ["Südlicht Guss GmbH", "Nordwind Halbzeug GmbH"]
    cast = Organisation.objects.get(names__value="Nordwind Halbzeug GmbH")
    explained = search.explanations(answer, group, {cast.public_id: search_texts(cast)}, "zh")[cast.public_id]
    (reason,) = [reason for reason in explained.reasons if reason.ours]
    assert (reason.theirs, reason.is_inferred) == ("24.53.0 Leichtmetallgießereien", True)
    with override("de"):
        page = client.get(reverse("organisation", args=[cast.public_id])).content.decode()
        heading = gettext("Inferred from the industry code")
    labels = [concept_label(concept, "de") for concept in ("aluminium-casting", "die-casting", "magnesium-casting")]
    line = re.search(f'<th scope="row">{heading}</th><td>(.*?)</td>', page)
    assert line is not None
    assert re.findall(">([^<>]+)</span>", line[1]) == ["24.53.0 Leichtmetallgießereien", *labels]
    assert ">Bietet</th>" not in page
