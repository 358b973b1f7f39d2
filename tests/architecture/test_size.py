"""The size rule: functions at most 60 lines, files at most 500, data tables apart; and suppressions carry a reason."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
TABLES = {"src/kontor_core/language/cue_words.py"}
FILES = sorted(p for p in (ROOT / "src").rglob("*.py") if "migrations" not in p.parts)
NAMES = ("utils.py", "helpers.py")


def functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_size(path: Path) -> None:
    if str(path.relative_to(ROOT)) not in TABLES:
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 500
    assert [(name, lines) for name, lines in functions(path) if lines > 60] == []
    assert path.name not in NAMES


def _above(path: Path, number: int) -> str:
    """The comment in the line above, which may carry the reason too."""
    line = path.read_text(encoding="utf-8").splitlines()[number - 2].strip() if number > 1 else ""
    return line.removeprefix("#") if line.startswith("#") else ""


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_suppressions_carry_a_reason(path: Path) -> None:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if match := re.search(r"#\s*(?:noqa|type:\s*ignore)(?::?\s*[A-Z0-9, ]+|\[[\w, -]+\])?", line):
            rest = line[match.end() :].strip(" -#") + "".join(_above(path, number))
            assert len(rest) > 8, f"{path.name}:{number}: a suppression without a reason"
