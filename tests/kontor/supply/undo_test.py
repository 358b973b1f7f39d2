"""What an undo has to see: any change of any column, anything that hangs on an entry, and changes made while it works."""

from __future__ import annotations

import json
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import models
from django.utils import timezone

from kontor.common.actors import CONSOLE
from kontor.directory import services as directory
from kontor.directory.models import Organisation, ValueSource
from kontor.supply import content, services
from kontor.supply.digest import digest
from kontor.supply.models import ImportBatch, ImportRow
from kontor.supply.places import FROM_COLUMN, load
from kontor.supply.services.untouched import TABLES, edited, keys_of
from tests.kontor.factories import CityFactory, MembershipFactory, OpportunityFactory, OrganisationFactory

HEADER = "企业名称,英文名称,统一社会信用代码,经营范围,城市,地址,成立日期,从业人数,认证,行业代码\n"
FULL = "佛山市甲乙压铸有限公司,Jiayi Die Casting Co. Ltd.,{code},铝合金压铸件的生产、加工,佛山,工业路1号,2001-03-01,80,ISO9001、IATF 16949,3392"
PLAIN = "佛山市丙丁阀门有限公司,,,,佛山,,,,,3443"


@pytest.fixture
def city(db: None) -> Any:
    return CityFactory(slug="foshan", country="CN", region="CN-GD", name_zh="佛山", name_de="Foshan", name_en="Foshan")


@pytest.fixture
def batch(city: Any, tmp_path: Path) -> ImportBatch:
    from kontor_core.supply.dirt_companies import credit_code

    path = tmp_path / "list.csv"
    path.write_text(HEADER + FULL.format(code=credit_code("440606", "123456789")) + "\n" + PLAIN + "\n", encoding="utf-8")
    result = services.bring_in(services.Request(path, "Register", "", "all"), actor=CONSOLE)
    assert (result.created, result.set_aside) == (2, {})
    return ImportBatch.objects.get(public_id=result.batch)


def seen_as_edited(batch: ImportBatch) -> list[int]:
    rows = list(ImportRow.objects.filter(batch=batch).order_by("pk"))
    return [row.number for row in edited(batch, rows, keys_of([row.organisation for row in rows]), load(FROM_COLUMN))]


def another(field: Any, value: Any, city: Any) -> Any:
    """A value that the column may hold and that differs from the present one."""
    if field.is_relation:
        other = {"City": lambda: CityFactory(slug="elsewhere").pk, "Organisation": lambda: OrganisationFactory(city=city).pk, "Person": lambda: MembershipFactory().person_id}
        return other[field.related_model.__name__]()
    if isinstance(field, models.BooleanField):
        return not value
    if isinstance(field, models.JSONField):
        return ["other"]
    if isinstance(field, models.DateTimeField):
        return timezone.now()
    if isinstance(field, models.DateField):
        return date(1999, 1, 1)
    if isinstance(field, models.IntegerField):
        return (value or 0) + 1
    return "xx" if value != "xx" else "yy"


def test_nothing_is_edited_after_an_import(batch: ImportBatch) -> None:
    assert seen_as_edited(batch) == []


def test_every_table_of_an_entry_is_filled_or_compared_empty(batch: ImportBatch) -> None:
    filled = {table for table, (model, _) in TABLES.items() if model._base_manager.exists()}
    assert filled == {"organisation", "name", "identifier", "site", "facts", "certificate", "text", "role", "statement"}


@pytest.mark.parametrize("table", list(TABLES))
def test_a_change_of_any_column_is_seen(batch: ImportBatch, city: Any, table: str) -> None:
    model, owner = TABLES[table]
    for row in list(model._base_manager.order_by("pk").values()):
        key = row["id"] if table == "organisation" else row[owner]
        number = ImportRow.objects.get(batch=batch, organisation=Organisation.objects.get(pk=key).public_id).number
        for name in content.fields_of(model, owner):
            if name == "public_id":
                continue
            value = another(model._meta.get_field(name), row[name], city)
            model._base_manager.filter(pk=row["id"]).update(**{name: value})
            assert seen_as_edited(batch) == [number], name
            model._base_manager.filter(pk=row["id"]).update(**{name: row[name]})
        assert seen_as_edited(batch) == []


@pytest.mark.parametrize("table", list(content.PARTS))
def test_a_part_that_came_or_went_is_seen(batch: ImportBatch, table: str) -> None:
    model, owner = content.PARTS[table]
    if row := model._base_manager.order_by("pk").values().first():
        model._base_manager.filter(pk=row["id"]).delete()
        assert len(seen_as_edited(batch)) == 1
        content.store_parts(row[owner], [(table, {name: row[name] for name in content.fields_of(model, owner)})])
        assert seen_as_edited(batch) == []
    bare = Organisation.objects.order_by("-pk").first()
    new = {"facts": {"size": "1-10"}, "machine": {"name": "Druckgießmaschine"}, "certificate": {"standard": "ISO 14001"}}.get(table, {})
    if table == "statement":
        new = {"side": "want", "language": "zh"}
    if table != "facts" or not model._base_manager.filter(organisation=bare).exists():
        content.store_parts(bare.pk, [(table, content.filled(table, {**new, **({"country": "CN"} if table == "site" else {})}))])
        assert seen_as_edited(batch) == [3]


@pytest.mark.parametrize("what", ["member", "opportunity", "merge", "source"])
def test_what_hangs_on_an_entry_is_seen(batch: ImportBatch, city: Any, what: str) -> None:
    entry = Organisation.objects.order_by("pk").first()
    if what == "member":
        MembershipFactory(organisation=entry)
    elif what == "opportunity":
        OpportunityFactory(organisation=entry)
    elif what == "merge":
        services.merge(OrganisationFactory(city=city), into=entry, actor=CONSOLE)
    else:
        ValueSource.objects.filter(object=entry.public_id, field="city").update(batch="other")
    assert seen_as_edited(batch) == [2]


def test_what_is_edited_while_entries_are_taken_back_is_kept_and_listed(batch: ImportBatch, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = Organisation.objects.order_by("pk").first()

    def edit(stage: str, done: int, total: int) -> None:
        if stage == "comparing":
            directory.add_machine(entry, actor=CONSOLE, name="Druckgießmaschine")

    done = services.undo(batch, actor=CONSOLE, progress=edit)
    assert (done.is_done, done.removed, done.edited) == (True, 1, [(entry.public_id, 2)])
    assert Organisation.objects.get() == entry


def test_the_command_lists_what_it_keeps(batch: ImportBatch) -> None:
    entry = Organisation.objects.order_by("pk").first()
    before = digest()
    directory.change_organisation(entry, actor=CONSOLE, website="https://example.org")
    edited_since = digest()
    output = StringIO()
    with pytest.raises(CommandError, match=f"{entry.public_id}.*--keep-edited"):
        call_command("import", "undo", batch.public_id, stdout=output)
    assert (output.getvalue(), digest()) == ("", edited_since)
    call_command("import", "undo", batch.public_id, "--keep-edited", stdout=output)
    assert entry.public_id in output.getvalue()
    assert Organisation.objects.get() == entry
    assert before.organisations == 2


def test_the_command_lists_what_it_keeps_as_data(batch: ImportBatch) -> None:
    entry = Organisation.objects.order_by("pk").first()
    directory.change_organisation(entry, actor=CONSOLE, website="https://example.org")
    output = StringIO()
    call_command("import", "undo", batch.public_id, "--keep-edited", "--json", stdout=output)
    answer = json.loads(output.getvalue())
    assert (answer["undone"], answer["removed"], answer["edited"]) == (True, 1, [{"organisation": entry.public_id, "row": 2}])
