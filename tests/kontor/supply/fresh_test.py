"""A register into a fresh installation: what is missing is loaded or named before anything is read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from kontor.alliance.models import Alliance, City
from kontor.common.actors import CONSOLE
from kontor.directory.models import Organisation
from kontor.supply import services
from kontor.supply.errors import UnknownCity
from kontor.supply.models import ImportBatch
from kontor_core.tables.errors import TableError
from tests.kontor.factories import CityFactory

LIST = "企业名称,经营范围,城市\n佛山市甲乙压铸有限公司,铝合金压铸件的生产、加工,佛山\n台州丙丁阀门有限公司,阀门制造,台州市\n"
COMMAND = "import sys; from kontor_core.command import main; sys.exit(main())"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def told(*words: str) -> Any:
    output = StringIO()
    call_command("import", *words, stdout=output)
    return json.loads(output.getvalue()) if "--json" in words else output.getvalue()


def test_cities_that_are_missing_are_loaded_first_and_said(db: None, file: Path) -> None:
    answer = told(str(file), "--source", "Register", "--json")
    assert (answer["created"], answer["set_aside"], answer["cities_loaded"]) == (2, {}, City.objects.count())
    assert set(Organisation.objects.values_list("city__slug", flat=True)) == {"foshan", "taizhou"}
    assert Alliance.objects.count() == 1
    assert told(str(file), "--source", "Register", "--json")["cities_loaded"] == 0
    assert "cities" not in told(str(file), "--source", "Register")


def test_a_trial_without_cities_tells_the_same_and_writes_nothing(db: None, file: Path) -> None:
    trial = told(str(file), "--source", "Register", "--dry-run", "--json")
    assert not City.objects.exists() and not ImportBatch.objects.exists()
    real = told(str(file), "--source", "Register", "--json")
    same = ("rows", "created", "set_aside", "findings", "cities_loaded")
    assert [trial[name] for name in same] == [real[name] for name in same]
    assert trial["cities_loaded"] > 40
    assert services.try_out(services.Request(file, "Register")).cities_loaded == 0


def test_cities_of_another_alliance_stay_alone(db: None, file: Path) -> None:
    CityFactory(slug="elsewhere", country="CN", region="CN-GD", name_zh="佛山", name_de="Foshan", name_en="Foshan")
    result = services.bring_in(services.Request(file, "Register"), actor=CONSOLE)
    assert (result.cities_loaded, result.created, result.set_aside) == (0, 1, {"city-unknown": 1})


def test_what_stops_the_import_stops_it_before_cities_are_loaded(db: None, tmp_path: Path) -> None:
    with pytest.raises(TableError):
        services.bring_in(services.Request(tmp_path / "missing.csv", "Register"), actor=CONSOLE)
    assert not City.objects.exists()


@pytest.mark.parametrize("act", ["try_out", "bring_in"])
def test_a_city_nobody_knows_is_named(db: None, file: Path, act: str) -> None:
    actor = {"actor": CONSOLE} if act == "bring_in" else {}
    with pytest.raises(UnknownCity):
        getattr(services, act)(services.Request(file, "Register", "foshann"), **actor)


@pytest.mark.parametrize("words", [("import", "list.csv", "--source", "R"), ("import", "list.csv", "--source", "R", "--dry-run"), ("digest",)])
def test_a_database_without_tables_is_told_to_migrate(file: Path, words: tuple[str, ...]) -> None:
    inherited = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment = {**inherited, "KONTOR_HOME": str(file.parent / "home"), "DJANGO_SETTINGS_MODULE": "kontor.settings.default"}
    done = subprocess.run([sys.executable, "-c", COMMAND, *words], env=environment, cwd=file.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "kontor migrate" in done.stderr
