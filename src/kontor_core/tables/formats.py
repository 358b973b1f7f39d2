"""Which kind of file this is, by its first bytes; what is not read is named together with what to do."""

from __future__ import annotations

import re

from kontor_core.tables.errors import TableError

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
GZIP = b"\x1f\x8b"

_NOT_READ: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG image"),
    (b"\xff\xd8\xff", "JPEG image"),
    (b"GIF8", "GIF image"),
    (b"II*\x00", "TIFF image"),
    (b"MM\x00*", "TIFF image"),
    (b"Rar!", "RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip archive"),
    (b"BZh", "bzip2 archive"),
    (b"\xfd7zXZ\x00", "xz archive"),
    (b"\x28\xb5\x2f\xfd", "Zstandard archive"),
    (b"SQLite format 3\x00", "SQLite database"),
    (b"PAR1", "Parquet"),
    (b"\x00\x01\x00\x00Standard ", "Access database"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
)
_MARKUP = re.compile(rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(!doctype html|html|table|meta|head|\?mso|workbook|!doctype|!entity|\w+)", re.IGNORECASE | re.DOTALL)


def kind_of(head: bytes, place: str) -> str:
    """`zip`, `ole`, `gzip` or `text`.

    Args:
        head: the first few kilobytes.

    Raises:
        TableError: `format` for a file that is no table; `web-page` for HTML or XML that only bears a spreadsheet's name.
    """
    if head.startswith(ZIP):
        return "zip"
    if head.startswith(OLE):
        return "ole"
    if head.startswith(GZIP):
        return "gzip"
    for mark, name in _NOT_READ:
        if head.startswith(mark):
            raise TableError("format", f"this is a {name}, not a table; save the list as XLSX or CSV", place)
    if head.startswith((b"PK\x05\x06", b"PK\x07\x08")):
        raise TableError("format", "this is an empty or divided ZIP archive; save the list as XLSX or CSV", place)
    plain = head.lstrip(b"\xef\xbb\xbf").replace(b"\0", b"")
    if (found := _MARKUP.match(plain)) is not None:
        # many Chinese office systems export a web page and call it .xls
        raise TableError("web-page", f"this is a web page or XML (<{found.group(1).decode('ascii', 'replace')[:12]}>) in the name of a spreadsheet; open it and save it as XLSX", place)
    if plain.lstrip()[:1] in (b"{", b"[") and b'"' in plain[:200]:
        raise TableError("format", "this is JSON, not a table; save the list as XLSX or CSV", place)
    return "text"
