"""Text tables (CSV, TSV, packed or not), read in pieces: a file of a million rows never stands in memory as a whole."""

from __future__ import annotations

import codecs
import csv
import gzip
import io
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, cast

from kontor_core.tables.encoding import SAMPLE, EncodingError, guess, marked
from kontor_core.tables.errors import Notice, TableError
from kontor_core.tables.formats import GZIP, kind_of

LARGEST_FILE = 2_000_000_000
LARGEST_UNPACKED = 4_000_000_000
MOST_RATIO = 200
"""Unpacked to packed of a gzip file; registers lie between 3 and 30, gzip ends at 1,032."""
RATIO_COUNTS_FROM = 30_000_000
LONGEST_LINE = 1_000_000
LONGEST_CELL = 131_072
MOST_ROWS = 5_000_000
WIDEST = 1_000
"""Cells of a row, empty ones behind the last column among them."""
_BLOCK = 1 << 20
csv.field_size_limit(LONGEST_CELL)


@dataclass(slots=True)
class RawSheet:
    """Rows of one sheet as they stand in the file, nothing interpreted yet."""

    name: str
    rows: Iterator[list[str]]
    encoding: str
    delimiter: str = ""
    hidden_columns: frozenset[int] = frozenset()
    notices: list[Notice] = field(default_factory=list)
    is_cut_off: Callable[[], bool] = lambda: False
    """Asked after the last row: whether the file ended in the middle of a line."""


def file_head(path: Path, length: int = 8192) -> bytes:
    """The first bytes of a file.

    Raises:
        TableError: `no-file`, `too-large`, `empty`.
    """
    try:
        if not path.is_file():
            raise TableError("no-file", "there is no such file" if not path.exists() else "this is no file", str(path))
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(length)
    except OSError as error:
        raise TableError("no-file", f"cannot be opened: {error.strerror}", str(path)) from error
    if size > LARGEST_FILE:
        raise TableError("too-large", f"{size:,} bytes, at most {LARGEST_FILE:,}", path.name)
    if not size:
        raise TableError("empty", "the file is empty", path.name)
    return head


def read_text(path: Path) -> RawSheet:
    """The one sheet of a text table.

    Raises:
        TableError: `empty`, `not-text`, `broken-gzip`, `gzip-bomb`, `format`, `web-page`; while rows are taken also `long-line`,
            `open-quote`, `too-many-rows`, `too-wide`.
    """
    text = _TextFile(path)
    lines = text.lines()
    sample: list[str] = []
    for line in lines:
        sample.append(line)
        if len(sample) >= 400 or sum(map(len, sample[-3:])) > 200_000:
            break
    delimiter = find_delimiter("".join(sample))
    name = text.encoding if text.broken_line is None else f"{text.encoding} (broken at line {text.broken_line})"
    raw = RawSheet("", _rows(_chain(sample, lines), delimiter, path.name), name, delimiter, is_cut_off=lambda: text.is_cut_off)
    if text.broken_line is not None:
        raw.notices.append(Notice("broken-bytes", row=text.broken_line, parameters={"encoding": text.encoding}))
    return raw


class _TextFile:
    """A text file whose encoding is known after one pass over its bytes, and whose lines are given in a second one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.broken_line: int | None = None
        self.is_cut_off = False
        sample = b""
        for block in self._blocks():
            sample += block
            if len(sample) >= SAMPLE:
                break
        if not sample.strip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"):
            raise TableError("empty", "the file is empty", path.name)
        kind_of(sample[:8192], path.name)
        try:
            self.encoding = marked(sample) or guess(sample)
            self._check()
        except EncodingError as error:
            raise TableError("not-text", f"cannot be read as text: {error}", path.name) from error
        self.has_bare_returns = self._has_bare_returns(sample)

    def _has_bare_returns(self, sample: bytes) -> bool:
        text = sample.decode(self.encoding, "replace")
        return "\r" in text and "\n" not in text

    def _blocks(self) -> Iterator[bytes]:
        packed_size = max(self.path.stat().st_size, 1)
        with self.path.open("rb") as file:
            is_packed = file.read(2) == GZIP
            file.seek(0)
            source = cast(BinaryIO, gzip.GzipFile(fileobj=file)) if is_packed else file
            total = 0
            try:
                while block := source.read(_BLOCK):
                    total += len(block)
                    if total > LARGEST_UNPACKED or (is_packed and total > RATIO_COUNTS_FROM and total > MOST_RATIO * packed_size):
                        raise TableError("gzip-bomb", f"unpacks to more than {MOST_RATIO} times its size", self.path.name)
                    if is_packed and total == len(block) and block[:2] == GZIP:
                        raise TableError("gzip-bomb", "the file is packed twice; unpack it once", self.path.name)
                    yield block
            except (OSError, EOFError, zlib.error) as error:
                raise TableError("broken-gzip", f"the packed file is broken: {error}", self.path.name) from error

    def _check(self) -> None:
        """One pass over all bytes: an encoding guessed from the beginning may fail at the end; a few broken bytes are told, not fatal."""
        decoder = codecs.getincrementaldecoder(self.encoding)("strict")
        lines = 0
        bad = False
        for block in self._blocks():
            try:
                decoder.decode(block)
            except UnicodeDecodeError as error:
                bad = True
                line = lines + error.object[: error.start].count(b"\n") + 1
                break
            lines += block.count(b"\n")
        else:
            try:
                decoder.decode(b"", final=True)
            except UnicodeDecodeError:
                bad, line = True, lines + 1
        if not bad:
            return
        if self.encoding.startswith("utf-8") and line > 400 and (other := self._other_encoding()):
            self.encoding = other
            self._check()
            return
        if line <= 1:
            raise EncodingError(f"line {line} is not {self.encoding}")
        self.broken_line = line

    def _other_encoding(self) -> str | None:
        """A long list whose first names are plain ASCII looks like UTF-8 until the first umlaut."""
        for block in self._blocks():
            if any(byte > 127 for byte in block):
                found = guess(block[:SAMPLE])
                return None if found.startswith("utf-8") else found
        return None

    def lines(self) -> Iterator[str]:
        """Lines with their ends."""
        decoder = codecs.getincrementaldecoder(self.encoding)("replace")
        rest = ""
        for block in self._blocks():
            rest += self._ends(decoder.decode(block))
            pieces = rest.split("\n")
            rest = pieces.pop()
            if len(rest) > LONGEST_LINE or any(len(piece) > LONGEST_LINE for piece in pieces):
                raise TableError("long-line", f"a line is longer than {LONGEST_LINE:,} characters", self.path.name)
            for piece in pieces:
                yield piece + "\n"
        rest += self._ends(decoder.decode(b"", final=True))
        if rest.strip("\x1a\0"):
            self.is_cut_off = True
            yield rest

    def _ends(self, text: str) -> str:
        return text.replace("\r", "\n") if self.has_bare_returns else text


def _chain(first: list[str], rest: Iterator[str]) -> Iterator[str]:
    yield from first
    first.clear()
    yield from rest


def _rows(lines: Iterator[str], delimiter: str, place: str) -> Iterator[list[str]]:
    reader = csv.reader(lines, delimiter=delimiter)
    number = 0
    try:
        for row in reader:
            number += 1
            if number > MOST_ROWS:
                raise TableError("too-many-rows", f"more than {MOST_ROWS:,} rows", place)
            if len(row) > WIDEST:
                raise TableError("too-wide", f"{len(row):,} cells in a row, at most {WIDEST:,}", f"{place}, row {number}")
            for cell in row:
                if len(cell) > 2000 and cell.count("\n") > 20:
                    raise TableError("open-quote", "a quotation mark is opened and not closed", f"{place}, row {number}")
            yield row
    except csv.Error as error:
        raise TableError("open-quote", f"cannot be cut into cells ({error}); perhaps a quotation mark is not closed", f"{place}, row {number + 1}") from error


def find_delimiter(sample: str) -> str:
    """The delimiter that cuts the first lines into the same number of cells, most cells first."""
    best, chosen = (0.0, 0), ","
    for delimiter in (",", "\t", ";", "|"):
        try:
            counts = [len(row) for row in csv.reader(io.StringIO(sample), delimiter=delimiter) if any(row)][:200]
        except csv.Error:
            continue
        usual = max(set(counts), key=lambda count: (counts.count(count) * (count > 1), count), default=0)
        if usual > 1:
            score = counts.count(usual) / len(counts) * min(usual, 8)
            if (score, usual) > best:
                best, chosen = (score, usual), delimiter
    return chosen
