"""The name of everything built from a thesaurus changes with its files, and only then."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kontor_core.thesaurus import index, loading


def test_a_changed_file_gives_another_signature(tmp_path: Path) -> None:
    overlay = tmp_path / "own.tsv"
    overlay.write_text("first\n", encoding="utf-8")
    folders = (loading.DATA, overlay)
    first = index.signature(folders)
    assert index.signature(folders) == first
    overlay.write_text("other\n", encoding="utf-8")
    os.utime(overlay, ns=(1, 1))
    assert index.signature(folders) not in (first, index.signature((loading.DATA,)))


def test_files_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    index.signature()
    monkeypatch.setattr(loading, "content_hash", lambda _: pytest.fail("the files were read again"))
    assert index.signature()
