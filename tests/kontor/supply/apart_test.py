"""A remark that two entries are two lives as long as their records come back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kontor.common.actors import CONSOLE
from kontor.directory import services as directory
from kontor.directory.models import Organisation
from kontor.supply import duplicates, services
from kontor.supply.models import ImportBatch, ImportRow, NotDuplicate
from tests.kontor.factories import CityFactory

ONE = "佛山市甲乙压铸有限公司,铝合金压铸件的生产、加工,佛山"
OTHER = "佛山甲乙压铸有限责任公司,铝合金压铸件的生产,佛山"
NEWER = "佛山甲乙压铸有限责任公司,镁合金压铸件的生产,佛山"


@pytest.fixture(autouse=True)
def city(db: None) -> Any:
    return CityFactory(slug="foshan", country="CN", region="CN-GD", name_zh="佛山", name_de="Foshan", name_en="Foshan")


def bring(folder: Path, *rows: str, source: str = "Register") -> ImportBatch:
    path = folder / "list.csv"
    path.write_text("企业名称,经营范围,城市\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return ImportBatch.objects.get(public_id=services.bring_in(services.Request(path, source, "", "all"), actor=CONSOLE).batch)


def undo(batch: ImportBatch) -> None:
    assert services.undo(batch, actor=CONSOLE).is_done


def tell_the_pair_apart() -> None:
    (pair,) = duplicates.pairs()
    first, second = (Organisation.objects.get(public_id=public_id) for public_id in (pair.first, pair.second))
    services.tell_apart(first, other=second, actor=CONSOLE)
    assert list(duplicates.pairs()) == []


@pytest.mark.parametrize("rows", [(ONE, OTHER), (OTHER, ONE), (ONE, NEWER)], ids=["same", "in another order", "newer words"])
def test_undone_and_imported_again_the_pair_is_not_named(tmp_path: Path, rows: tuple[str, ...]) -> None:
    batch = bring(tmp_path, ONE, OTHER)
    tell_the_pair_apart()
    for _ in range(2):
        undo(batch)
        assert not Organisation.objects.exists()
        batch = bring(tmp_path, *rows)
        assert list(duplicates.pairs()) == []
        told = NotDuplicate.objects.get()
        assert told.first_id < told.second_id
        assert (told.first_record, told.second_record) == ("", "")


def test_of_two_lists_either_may_come_back_first(tmp_path: Path) -> None:
    batches = [bring(tmp_path, ONE, source="One"), bring(tmp_path, OTHER, source="Other")]
    tell_the_pair_apart()
    undo(batches[0])
    undo(batches[1])
    bring(tmp_path, OTHER, source="Other")
    assert NotDuplicate.objects.filter(first=None).count() + NotDuplicate.objects.filter(second=None).count() == 1
    bring(tmp_path, ONE, source="One")
    assert list(duplicates.pairs()) == []
    told = NotDuplicate.objects.get()
    assert told.first_id < told.second_id


def test_the_entry_that_stayed_keeps_its_side(tmp_path: Path) -> None:
    bring(tmp_path, ONE, source="One")
    batch = bring(tmp_path, OTHER, source="Other")
    tell_the_pair_apart()
    undo(batch)
    bring(tmp_path, OTHER, source="Other")
    assert list(duplicates.pairs()) == []


def test_the_same_name_in_another_list_is_another_record(tmp_path: Path) -> None:
    bring(tmp_path, ONE, source="One")
    batch = bring(tmp_path, OTHER, source="Other")
    tell_the_pair_apart()
    undo(batch)
    bring(tmp_path, OTHER, source="Third")
    assert len(list(duplicates.pairs())) == 1


def test_nothing_waits_for_an_entry_that_was_removed_for_good(tmp_path: Path) -> None:
    bring(tmp_path, ONE, OTHER)
    tell_the_pair_apart()
    Organisation.objects.order_by("pk").first().delete()
    assert not NotDuplicate.objects.exists()


def test_an_undone_row_keeps_nothing_of_what_it_said(tmp_path: Path) -> None:
    batch = bring(tmp_path, ONE, OTHER, "某某县丁戊压铸有限公司,压铸,某某")
    bring(tmp_path, ONE, NEWER)
    for one in ImportBatch.objects.order_by("-pk"):
        undo(one)
    assert ImportRow.objects.filter(batch=batch).count() == 3
    assert [row for row in ImportRow.objects.order_by("pk") if row.data or row.before or row.findings] == []
    assert list(ImportBatch.objects.values_list("findings", flat=True)) == [[], []]


def test_an_entry_that_was_kept_is_found_again(tmp_path: Path) -> None:
    batch = bring(tmp_path, ONE, "佛山市丙丁阀门有限公司,阀门制造,佛山")
    kept = Organisation.objects.order_by("pk").first()
    directory.change_organisation(kept, actor=CONSOLE, website="https://example.org")
    assert services.undo(batch, actor=CONSOLE, keep_edited=True).edited == [(kept.public_id, 2)]
    assert Organisation.objects.get() == kept
    again = services.bring_in(services.Request(tmp_path / "list.csv", "Register", "", "all"), actor=CONSOLE)
    assert (again.created, again.unchanged) == (1, 1)
    assert services.undo(ImportBatch.objects.get(public_id=again.batch), actor=CONSOLE).edited == []
    assert Organisation.objects.get() == kept
