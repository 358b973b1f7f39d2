"""A large register from file to searchable: memory stays below its bound however long the file is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

ROWS = int(os.environ.get("KONTOR_DRILL_ROWS", "1000000"))
MOST_MEMORY = 1_500_000
"""Kilobytes of all processes of the import together, shared pages counted once."""
SIGNS = "东南西北中金木水火土天地山川河海风云日月宏亮华创明辉远驰桂力"
TRADES = ("铝合金压铸件、五金制品的生产、加工", "阀门、水暖管件制造、销售", "塑料模具、压铸模具的设计、制造", "建筑陶瓷、卫生洁具的生产", "纺织品、针织服装的生产；货物进出口")
COMMAND = "import sys; from kontor_core.command import main; sys.exit(main())"


def write_register(path: Path, rows: int) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write("企业名称,注册日期,经营范围,地区,注册地址,法定代表人\n")
        for number in range(rows):
            name = "".join(SIGNS[number // 30**place % 30] for place in range(4))
            trade = TRADES[number % 5]
            file.write(f"佛山市{name}{trade[:2]}有限公司,{1980 + number % 40}-03-01,{trade}；{TRADES[number // 5 % 5]},佛山,佛山市工业路{number % 400}号,王某某\n")


def processes_of(process: int) -> list[int]:
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return []
    return [process, *(one for child in map(int, children) for one in processes_of(child))]


def memory_of(process: int) -> int:
    """Kilobytes of a process and those it made."""
    total = 0
    for one in processes_of(process):
        try:
            lines = Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total


@pytest.mark.drill
@pytest.mark.skipif(not os.environ.get("KONTOR_DRILLS"), reason="a drill: KONTOR_DRILLS=1")
def test_memory_stays_bounded(tmp_path: Path) -> None:
    environment = {**os.environ, "KONTOR_HOME": str(tmp_path / "home"), "DJANGO_SETTINGS_MODULE": "kontor.settings.default"}
    for words in (("migrate", "--verbosity", "0"), ("load_cities",)):
        subprocess.run([sys.executable, "-c", COMMAND, *words], env=environment, check=True, capture_output=True)
    file = tmp_path / "register.csv"
    write_register(file, ROWS)
    words = ("import", str(file), "--source", "Large", "--publish", "all", "--wait", "--json")
    start = time.monotonic()
    process = subprocess.Popen([sys.executable, "-c", COMMAND, *words], env=environment, stdout=subprocess.PIPE, text=True)
    peak = 0
    output: list[str] = []
    reading = threading.Thread(target=lambda: output.append(process.communicate()[0]))
    reading.start()
    while reading.is_alive():
        peak = max(peak, memory_of(process.pid))
        reading.join(2.0)
    seconds = time.monotonic() - start
    answer = json.loads(output[0])
    print(f"{ROWS:,} rows in {seconds:.0f} s, {ROWS / seconds:,.0f} rows/s, {peak / 1000:,.0f} MB")
    assert (answer["rows"], answer["created"]) == (ROWS, ROWS)
    assert peak < MOST_MEMORY
