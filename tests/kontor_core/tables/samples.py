"""Files for the tests, made by hand: spreadsheets old and new, and hostile ones."""

from __future__ import annotations

import functools
import gzip
import io
import random
import struct
import zipfile
from collections.abc import Callable, Mapping, Sequence
from xml.sax.saxutils import escape

from openpyxl import Workbook

Rows = Sequence[Sequence[object]]
HEADER = ("企业名称", "经营范围", "城市")
COMPANIES: Rows = (HEADER, ("佛山市宏亮铝业有限公司", "铝型材制造", "佛山"), ("台州市明辉模具有限公司", "模具制造", "台州"))


def xlsx(sheets: Mapping[str, Rows], change: Callable[[Workbook], None] | None = None) -> bytes:
    """A workbook; `change` may merge, hide and so on before it is saved."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    if change is not None:
        change(workbook)
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def archive(parts: Mapping[str, bytes | str]) -> bytes:
    """A ZIP archive of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return buffer.getvalue()


TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
RELATIONS = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>'
BOOK = '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>'
BOOK_RELATIONS = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
SHEET = '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'


def bare_xlsx(sheet: bytes | str, **others: bytes | str) -> bytes:
    """A workbook of one sheet given as XML; `others` replace or add parts, their names with __ for / (a trailing _xml for .xml)."""
    parts: dict[str, bytes | str] = {"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, "xl/workbook.xml": BOOK, "xl/_rels/workbook.xml.rels": BOOK_RELATIONS, "xl/worksheets/sheet1.xml": sheet}
    parts.update(others)
    return archive(parts)


def inline_rows(rows: Rows, first: int = 1) -> str:
    """Rows of a sheet with the texts in the cells."""
    lines = []
    for number, row in enumerate(rows, first):
        cells = "".join(f'<c r="{chr(65 + at)}{number}" t="inlineStr"><is><t>{escape(str(value))}</t></is></c>' for at, value in enumerate(row))
        lines.append(f'<row r="{number}">{cells}</row>')
    return "".join(lines)


def ods(tables: Mapping[str, Rows], hidden: Sequence[int] = (), manifest: str = "", extra: Mapping[str, str] | None = None, body: str | None = None) -> bytes:
    """An OpenDocument spreadsheet."""
    texts = []
    for name, rows in tables.items():
        width = max(map(len, rows))
        columns = "".join("<table:table-column table:visibility='collapse'/>".replace("'", '"') if at in hidden else "<table:table-column/>" for at in range(width))
        lines = "".join("<table:table-row>" + "".join(_ods_cell(value) for value in row) + "</table:table-row>" for row in rows)
        texts.append(f'<table:table table:name="{escape(name)}">{columns}{lines}</table:table>')
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>' + (body if body is not None else "".join(texts)) + "</office:spreadsheet></office:body></office:document-content>"
    )
    return archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content, "META-INF/manifest.xml": manifest or "<manifest/>", **(extra or {})})


def _ods_cell(value: object) -> str:
    if isinstance(value, float):
        return f'<table:table-cell office:value-type="float" office:value="{value!r}"><text:p>{value}</text:p></table:table-cell>'
    return f'<table:table-cell office:value-type="string"><text:p>{escape(str(value))}</text:p></table:table-cell>'


def xls(sheets: Mapping[str, Rows], is_locked: bool = False, extra_stream: str = "") -> bytes:
    """A workbook as Excel 97 wrote it: BIFF8 records in an OLE container."""
    return ole({"Workbook": _biff(sheets, is_locked), **({extra_stream: b"x" * 5000} if extra_stream else {})})


def _record(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _biff(sheets: Mapping[str, Rows], is_locked: bool) -> bytes:
    begin = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6))
    lock = _record(0x002F, struct.pack("<HHH", 1, 1, 1) + b"\x01" * 48) if is_locked else b""
    heads = [struct.pack("<BBBB", 0, 0, len(name), 1) + name.encode("utf-16-le") for name in sheets]
    length = len(begin) + len(lock) + sum(len(head) + 8 for head in heads) + 4
    bodies = []
    for rows in sheets.values():
        cells = [_record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0x0DBB, 0x07CC, 0, 6)), _record(0x0200, struct.pack("<IIHHH", 0, len(rows), 0, max(map(len, rows)), 0))]
        for row, values in enumerate(rows):
            for column, value in enumerate(values):
                if isinstance(value, float):
                    cells.append(_record(0x0203, struct.pack("<HHHd", row, column, 0, value)))
                else:
                    text = str(value)
                    cells.append(_record(0x0204, struct.pack("<HHHHB", row, column, 0, len(text), 1) + text.encode("utf-16-le")))
        bodies.append(b"".join(cells) + _record(0x000A))
    stream = begin + lock
    at = length
    for head, body in zip(heads, bodies, strict=True):
        stream += _record(0x0085, struct.pack("<I", at) + head)
        at += len(body)
    return stream + _record(0x000A) + b"".join(bodies)


def ole(streams: Mapping[str, bytes]) -> bytes:
    """An OLE container; every stream is padded to 4,096 bytes or more so that no small-block area is needed."""
    sectors: list[bytes] = []
    chains: list[int] = []
    entries = []
    for name, data in streams.items():
        padded = data.ljust(4096, b"\0")
        start = len(sectors)
        count = -(-len(padded) // 512)
        sectors.extend(padded[at * 512 : (at + 1) * 512].ljust(512, b"\0") for at in range(count))
        chains.extend([*range(start + 1, start + count), 0xFFFFFFFE])
        entries.append((name, 2, start, len(padded)))
    directory = _entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1)
    for number, (name, kind, start, size) in enumerate(entries, 1):
        directory += _entry(name, kind, start, size, right=number + 1 if number < len(entries) else 0xFFFFFFFF)
    directory = directory.ljust(-(-len(directory) // 512) * 512, b"\0")
    first_directory = len(sectors)
    count = len(directory) // 512
    sectors.extend(directory[at * 512 : (at + 1) * 512] for at in range(count))
    chains.extend([*range(first_directory + 1, first_directory + count), 0xFFFFFFFE])
    tables = 1
    while (len(sectors) + tables) > tables * 128:
        tables += 1
    first_table = len(sectors)
    chains.extend([0xFFFFFFFD] * tables)
    table = struct.pack(f"<{len(chains)}I", *chains).ljust(tables * 512, b"\xff")
    places = [first_table + at for at in range(tables)] + [0xFFFFFFFF] * (109 - tables)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    header += struct.pack("<IIIIIIIII", 0, tables, first_directory, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0) + struct.pack("<109I", *places)
    return header + b"".join(sectors) + table


def _entry(name: str, kind: int, start: int, size: int, child: int = 0xFFFFFFFF, right: int = 0xFFFFFFFF) -> bytes:
    encoded = name.encode("utf-16-le")
    return encoded.ljust(64, b"\0") + struct.pack("<HBBIII", len(encoded) + 2, kind, 1, 0xFFFFFFFF, right, child) + b"\0" * 36 + struct.pack("<IQ", start, size)


@functools.cache
def hostile() -> dict[str, bytes]:
    """Files that nobody sends by accident, by name."""
    good = inline_rows(COMPANIES)
    lol = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(f'<!ENTITY {chr(98 + at)} "{f"&{chr(97 + at)};" * 10}">' for at in range(9)) + "]>"
    noise = random.Random(1).randbytes(40_000)
    return {
        "zip-bomb-spaces.xlsx": bare_xlsx(SHEET.format(" " * 60_000_000)),
        "zip-bomb-strings.xlsx": bare_xlsx(SHEET.format(good), **{"xl/sharedStrings.xml": b"<sst>" + b"<si><t></t></si>" * 4_000_000 + b"</sst>"}),
        "zip-bomb-other-part.xlsx": bare_xlsx(SHEET.format(good), **{"xl/media/image1.png": b"\0" * 60_000_000}),
        "zip-many-parts.xlsx": bare_xlsx(SHEET.format(good), **{f"xl/x{at}.xml": "<x/>" for at in range(6000)}),
        "entity-bomb-sheet.xlsx": bare_xlsx(lol + SHEET.format("<row r='1'><c r='A1' t='inlineStr'><is><t>&i;</t></is></c></row>")),
        "entity-bomb-book.xlsx": bare_xlsx(SHEET.format(good), **{"xl/workbook.xml": lol + BOOK}),
        "entity-file.xlsx": bare_xlsx('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + SHEET.format(good)),
        "entity-late.xlsx": bare_xlsx(f"{' ' * 300_000}<!DOCTYPE x []>" + SHEET.format(good)),
        "entity-utf16.xlsx": bare_xlsx((lol + SHEET.format(good)).encode("utf-16")),
        "macros.xlsm": bare_xlsx(SHEET.format(good), **{"xl/vbaProject.bin": b"attribute"}),
        "macro-sheet.xlsx": bare_xlsx(SHEET.format(good), **{"xl/macrosheets/sheet1.xml": "<x/>"}),
        "macros.ods": ods({"A": COMPANIES}, extra={"Basic/Standard/Module1.xml": "<x/>"}),
        "macros.xls": xls({"A": COMPANIES}, extra_stream="_VBA_PROJECT"),
        "path-up.xlsx": bare_xlsx(SHEET.format(good), **{"../../etc/cron.d/job": "x"}),
        "path-absolute.xlsx": bare_xlsx(SHEET.format(good), **{"/etc/passwd": "x"}),
        "path-windows.xlsx": bare_xlsx(SHEET.format(good), **{"..\\..\\autoexec.bat": "x"}),
        "million-empty-rows.xlsx": bare_xlsx(SHEET.format("".join(f'<row r="{at}"/>' for at in range(1, 1_000_001)))),
        "million-empty-cells.xlsx": bare_xlsx(SHEET.format("".join(f'<row r="{at}"><c r="A{at}" s="1"/></row>' for at in range(1, 1_000_001)))),
        "million-blank-lines.csv": b"\n" * 3_000_000,
        "million-comma-lines.csv": b",,,,\n" * 1_000_000,
        "far-corner.xlsx": bare_xlsx(SHEET.format('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
        "far-corner-two-letters.xlsx": bare_xlsx(SHEET.format('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="ZZ1048576"><v>1</v></c></row>')),
        "repeated-cells.ods": ods({"A": COMPANIES}, body='<table:table table:name="A"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table>'),
        "gzip-bomb.csv.gz": gzip.compress(b"\0" * 120_000_000, 9),
        "gzip-bomb-text.csv.gz": gzip.compress("企业名称,城市\n".encode() + b"a,b\n" * 20_000_000, 9),
        "gzip-in-gzip.csv.gz": gzip.compress(gzip.compress(b"a" * 1000)),
        "one-long-line.csv": b"a" * 20_000_000,
        "open-quote.csv": "企业名称,城市\n\"".encode() + b"a,b\n" * 2_000_000,
        "wide.csv": b",".join(b"a" for _ in range(400_000)),
        "cut.xlsx": xlsx({"A": COMPANIES})[:-200],
        "noise.xlsx": b"PK\x03\x04" + noise,
        "noise.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + noise,
        "noise.csv.gz": b"\x1f\x8b" + noise,
        "program.csv": b"MZ" + noise,
        "page.xls": b"<html><table><tr><td>\xe4\xbc\x81</td></tr></table></html>",
    }
