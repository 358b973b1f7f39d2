"""The real server (`kontor run`) over a part of the demo world, in a process and home of its own."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
# Cities whose part of the demo world is loaded: enough for every page, little enough to start soon.
CITIES = ("ingolstadt", "nuernberg", "foshan", "zhaoqing")
READY_SECONDS = 180.0
KONTOR = "import sys; from kontor.commands import django_main; sys.exit(django_main(sys.argv[1:]))"


@contextmanager
def running(home: Path) -> Iterator[str]:
    """The address of a server that is ready. Raises RuntimeError with its words when it does not come up."""
    for command in (["migrate", "--verbosity", "0"], ["demo", "--folder", str(part_of_demo(home / "demo"))]):
        subprocess.run([sys.executable, "-c", KONTOR, *command], env=environment(home), check=True, capture_output=True, timeout=300)
    address = f"127.0.0.1:{free_port()}"
    log = home / "server.log"
    with log.open("wb") as output:
        run = [sys.executable, "-c", KONTOR, "run", "--bind", address, "--workers", "1"]
        process = subprocess.Popen(run, env=environment(home), stdout=output, stderr=output, start_new_session=True)
    try:
        wait_until_ready(f"http://{address}", process, log)
        yield f"http://{address}"
    finally:
        stop(process)


def environment(home: Path) -> dict[str, str]:
    """The variables of this process without those of the tests; a home of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("KONTOR_", "DJANGO_")) and name not in ("DATABASE_URL", "SECRET_KEY")}
    return kept | {"KONTOR_HOME": str(home), "KONTOR_LOG_LEVEL": "WARNING", "PYTHONPATH": str(ROOT / "src")}


def part_of_demo(folder: Path) -> Path:
    """The demo files with the rows of CITIES only."""
    folder.mkdir(parents=True)
    kept: set[str] = set()
    for language in ("de", "zh"):
        kept |= copied(f"organisations_{language}.jsonl", folder, "city", set(CITIES))
    for language in ("de", "zh"):
        copied(f"opportunities_{language}.jsonl", folder, "organisation", kept)
    return folder


def copied(name: str, folder: Path, key: str, wanted: set[str]) -> set[str]:
    """Copy the rows whose `key` is wanted; gives their slugs."""
    rows = [line for line in (ROOT / "demo" / name).read_text("utf-8").splitlines() if line.strip()]
    chosen = [line for line in rows if json.loads(line)[key] in wanted]
    (folder / name).write_text("\n".join(chosen) + "\n", "utf-8")
    return {json.loads(line).get("slug", "") for line in chosen}


def free_port() -> int:
    """A port nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_ready(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Return when the server answers a search, so that no test pays for its start."""
    end = time.monotonic() + READY_SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/de/search/?q=Guss&in=CN", timeout=60):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError(f"the server did not come up:\n{log.read_text('utf-8', errors='replace')[-4000:]}")


def stop(process: subprocess.Popen[bytes]) -> None:
    """End the server and everything it started: its own session, nobody else's."""
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(10)


def chromium() -> str:
    """Path of an installed Chromium, empty when there is none."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next((path for name in names if (path := shutil.which(name))), "")
