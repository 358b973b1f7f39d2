"""A look into a packed spreadsheet before any parser sees it: its structure, its true size, its macros, its password."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path

from kontor_core.tables.errors import TableError

MOST_MEMBERS = 5_000
LARGEST_UNPACKED = 1_500_000_000
MOST_RATIO = 150
"""Unpacked to packed. Office files lie between 3 and 60; deflate itself ends at 1,032."""
RATIO_COUNTS_FROM = 20_000_000
WIDEST = 702
"""Columns A to ZZ."""
_BLOCK = 1 << 18
_THREE_LETTERS = re.compile(rb' r="[A-Z]{3}[0-9]')


def check_zip(path: Path) -> str:
    """`xlsx` or `ods` of a file that starts like a ZIP archive.

    Every XML part is unpacked once and thrown away, because sizes in the directory of an archive may lie.

    Raises:
        TableError: `zip-broken`, `path-in-archive`, `zip-bomb`, `entities`, `macros`, `password`, `format`.
    """
    place = path.name
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            _check_members(members, path.stat().st_size, place)
            kind = _kind({member.filename for member in members}, archive, place)
            _check_macros([member.filename for member in members], place)
            for member in members:
                _check_content(archive, member, kind, place)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, UnicodeDecodeError, OSError, ValueError) as error:
        if isinstance(error, TableError):
            raise
        raise TableError("zip-broken", f"the packed file is broken: {error}", place) from error
    return kind


def _check_members(members: list[zipfile.ZipInfo], size: int, place: str) -> None:
    if len(members) > MOST_MEMBERS:
        raise TableError("zip-bomb", f"{len(members)} parts in the archive, at most {MOST_MEMBERS}", place)
    names: set[str] = set()
    for member in members:
        name = member.orig_filename
        parts = name.replace("\\", "/").split("/")
        if name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0] or "\0" in name:
            raise TableError("path-in-archive", "a part of the archive points outside of it", place)
        if member.external_attr >> 28 == 0xA:
            raise TableError("path-in-archive", "a part of the archive is a link", place)
        if member.flag_bits & 1:
            raise TableError("password", "the file is protected by a password; save it without one", place)
        if member.filename in names:
            raise TableError("zip-broken", f"two parts of the archive are called {member.filename[:60]!r}", place)
        names.add(member.filename)
    if sum(member.compress_size for member in members) > size:
        raise TableError("zip-bomb", "parts of the archive overlap", place)
    if sum(member.file_size for member in members) > LARGEST_UNPACKED:
        raise TableError("zip-bomb", f"unpacks to more than {LARGEST_UNPACKED // 1_000_000} MB", place)


def _kind(names: set[str], archive: zipfile.ZipFile, place: str) -> str:
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "mimetype" in names and "content.xml" in names:
        kind = archive.read("mimetype")[:100].decode("ascii", "replace")
        if "opendocument.spreadsheet" in kind:
            manifest = archive.read("META-INF/manifest.xml")[:200_000] if "META-INF/manifest.xml" in names else b""
            if b"encryption-data" in manifest:
                raise TableError("password", "the file is protected by a password; save it without one", place)
            return "ods"
        raise TableError("format", f"this is an OpenDocument file of another kind ({kind[:60]}); save the list as ODS, XLSX or CSV", place)
    for mark, name in (("xl/workbook.bin", "a binary workbook (XLSB)"), ("word/document.xml", "a Word document"), ("ppt/presentation.xml", "a presentation"), ("Index/Document.iwa", "a Numbers file")):
        if mark in names:
            raise TableError("format", f"this is {name}; save the list as XLSX or CSV", place)
    raise TableError("format", "this is a ZIP archive, not a spreadsheet; unpack it and give one table", place)


def _check_macros(names: list[str], place: str) -> None:
    for name in names:
        if name.lower().endswith("vbaproject.bin") or name.startswith(("Basic/", "Scripts/")) or "/macrosheets/" in name.lower():
            raise TableError("macros", "the file contains macros (small programs); save it as XLSX without them", place)


def _check_content(archive: zipfile.ZipFile, member: zipfile.ZipInfo, kind: str, place: str) -> None:
    """Unpack a part block by block; nothing is kept."""
    is_xml = member.filename.endswith((".xml", ".rels"))
    is_sheet = kind == "xlsx" and member.filename.startswith("xl/worksheets/")
    total, tail = 0, b""
    with archive.open(member) as part:
        while block := part.read(_BLOCK):
            if total == 0 and is_xml and (block[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in block[:400]):
                raise TableError("entities", f"{member.filename[-40:]} is not written in UTF-8", place)
            total += len(block)
            if total > LARGEST_UNPACKED or (total > RATIO_COUNTS_FROM and total > MOST_RATIO * max(member.compress_size, 1)):
                raise TableError("zip-bomb", f"{member.filename[-40:]} unpacks to more than {MOST_RATIO} times its size", place)
            if is_xml:
                text = tail + block
                if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
                    raise TableError("entities", f"{member.filename[-40:]} declares entities, which no spreadsheet does", place)
                if is_sheet and _THREE_LETTERS.search(text):
                    raise TableError("too-wide", f"cells beyond column ZZ, at most {WIDEST} columns", place)
                tail = block[-16:]


def check_ole(path: Path) -> None:
    """Look into an old binary workbook (XLS).

    Raises:
        TableError: `password`, `macros`, `format`.
    """
    data = path.read_bytes()
    place = path.name
    if _utf16("EncryptedPackage") in data:
        raise TableError("password", "the file is protected by a password; save it without one", place)
    if _utf16("WordDocument") in data or _utf16("PowerPoint Document") in data:
        raise TableError("format", "this is a text document or a presentation; save the list as XLSX or CSV", place)
    if _utf16("_VBA_PROJECT") in data:
        raise TableError("macros", "the file contains macros (small programs); save it as XLSX without them", place)
    if _utf16("Workbook") not in data and _utf16("Book") not in data:
        raise TableError("format", "this is an old office file without a workbook in it; save the list as XLSX or CSV", place)


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le")
