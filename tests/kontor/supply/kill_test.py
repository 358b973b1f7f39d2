"""kill -9 at any moment of an import: nothing lost, nothing doubled."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

HEADER = "企业名称,经营范围,城市\n"
COUNT = 3000
SIGNS = "东南西北中金木水火土天地山川河海风云日月"


def kontor(home: Path, *words: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "KONTOR_HOME": str(home), "DJANGO_SETTINGS_MODULE": "kontor.settings.default"}
    command = [sys.executable, "-c", "import sys; from kontor_core.command import main; sys.exit(main())", *words]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def ran(home: Path, *words: str) -> str:
    process = kontor(home, *words)
    output, errors = process.communicate(timeout=300)
    assert process.returncode == 0, errors
    return output


def register(path: Path) -> Path:
    names = [f"佛山市{SIGNS[n // 400 % 20]}{SIGNS[n // 20 % 20]}{SIGNS[n % 20]}压铸有限公司" for n in range(COUNT)]
    path.write_text(HEADER + "".join(f"{name},铝合金压铸件的生产,佛山\n" for name in names), encoding="utf-8")
    return path


def survive(tmp_path: Path, kills: int) -> None:
    chance = random.Random(7)
    home = tmp_path / "home"
    ran(home, "migrate", "--verbosity", "0")
    ran(home, "load_cities")
    file = register(tmp_path / "list.csv")
    words = ("import", str(file), "--source", "Register", "--publish", "all", "--json")
    longest = 8.0
    for _ in range(kills):
        process = kontor(home, *words)
        time.sleep(chance.uniform(0.5, longest))
        process.kill()
        process.communicate()
    ran(home, *words)
    assert json.loads(ran(home, "digest", "--json"))["organisations"] == COUNT
    again = json.loads(ran(home, *words))
    assert (again["created"], again["updated"], again["unchanged"]) == (0, 0, COUNT)


@pytest.mark.drill
@pytest.mark.skipif(not os.environ.get("KONTOR_DRILLS"), reason="a drill: KONTOR_DRILLS=1")
def test_hundred_kills(tmp_path: Path) -> None:
    survive(tmp_path, 100)


def test_ten_kills(tmp_path: Path) -> None:
    survive(tmp_path, 10)
