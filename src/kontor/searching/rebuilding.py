"""`kontor index rebuild` while the site runs: the worker holds the lock of the one writer, so it is asked to do it.

One file asks, another answers; both lie beside the indexes. The asker names its wish by a random token and waits for the answer to it.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import secrets
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError

from kontor.common.processes import is_running
from kontor.searching import index, overlays
from kontor_core.thesaurus.compiled import write_atomically

logger = logging.getLogger(__name__)

WISH = "rebuild-wanted"
ANSWER = "rebuild-answer.json"
HEARD_SECONDS = 60.0
"""A worker looks for a wish after each batch; whoever else holds the lock (an import that waits) never does."""
LOOK_SECONDS = 0.2


class NotHeard(RuntimeError):
    """Nobody took the wish: what writes the index is no worker, or it stopped."""


class Died(RuntimeError):
    """The worker ended while it was building; the index that was in use stays in use."""


def now() -> dict[str, Any]:
    """Take the overlay files over and build the index anew in this process, which holds the lock of the writer.

    Raises:
        Faulty: there is something wrong with the overlay files.
    """
    started = time.monotonic()
    documents = index.renew()
    return {"documents": documents, "seconds": round(time.monotonic() - started, 2), "overlay_files": len(overlays.in_use())}


def ask(tell: Callable[[str], None]) -> dict[str, Any]:
    """Have the running worker do `now`, and wait for it.

    Raises:
        Faulty, NotHeard, Died.
        RuntimeError: what went wrong there, in words.
    """
    wish, answer = _path(WISH), _path(ANSWER)
    token = _read(wish) or secrets.token_hex(8)  # somebody asked already: wait for the same
    write_atomically(wish, token.encode())
    tell("the worker is asked to rebuild the index ...")
    end = time.monotonic() + HEARD_SECONDS
    is_heard = False
    while True:
        said = _json(answer)
        if said.get("token") == token:
            if said["state"] != "begun":
                return _outcome(said)
            if not is_heard:
                is_heard = True
                tell("it has begun; what is in use stays in use until it is done")
            if not is_running(said["pid"]) and _json(answer).get("state") == "begun":
                raise Died
        elif time.monotonic() > end:
            wish.unlink(missing_ok=True)
            raise NotHeard
        time.sleep(LOOK_SECONDS)


def _outcome(said: dict[str, Any]) -> dict[str, Any]:
    if said["state"] == "faulty":
        raise overlays.Faulty(said["findings"])
    if said["state"] == "failed":
        raise RuntimeError(said["error"])
    return dict(said["done"])


def serve() -> bool:
    """Do what somebody asked for, if anybody did; the worker calls it between its batches and holds the lock."""
    token = _read(_path(WISH))
    if not token:
        return False
    _answer(token, state="begun", pid=os.getpid())
    _path(WISH).unlink(missing_ok=True)
    logger.info("rebuilding the index: somebody asked for it")
    try:
        done = now()
    except overlays.Faulty as fault:
        logger.error("%s", fault)
        _answer(token, state="faulty", findings=fault.findings)
    except (OSError, DatabaseError, ValueError, RuntimeError) as error:
        logger.exception("the index could not be rebuilt; the old one stays in use")
        _answer(token, state="failed", error=f"the worker could not rebuild the index: {error}")
    else:
        logger.info("index rebuilt: %s documents", done["documents"])
        _answer(token, state="done", done=done)
    return True


def _answer(token: str, **what: Any) -> None:
    write_atomically(_path(ANSWER), json.dumps({"token": token, **what}).encode())


def _path(name: str) -> Path:
    return Path(settings.KONTOR_INDEX) / name


def _read(path: Path) -> str:
    with contextlib.suppress(OSError):
        return path.read_text(encoding="utf-8").strip()
    return ""


def _json(path: Path) -> dict[str, Any]:
    with contextlib.suppress(OSError, ValueError):
        return dict(json.loads(path.read_text(encoding="utf-8")))
    return {}
