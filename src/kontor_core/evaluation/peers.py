"""Engines that retrieval is compared with on the same clauses: SQLite FTS5 and PostgreSQL full text.

Each token of each field becomes one made-up word, so that no tokenizer of theirs can change what matches. Both rank by their own
formula (BM25, cover density): constant scores they do not have. What is compared is the time to the best 300 of the same matches.
"""

from __future__ import annotations

import contextlib
import sqlite3
import time
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from kontor_core.search.ports import MOST_HITS, TOKEN_FIELDS, Clause, Document

PATIENCE = 60.0
"""Seconds after which a peer is asked no further queries."""
_FIELD_NUMBER = {field: number for number, field in enumerate(TOKEN_FIELDS)}


def word(field: str, token: str) -> str:
    """The made-up word of a token: letters and digits only."""
    return f"f{_FIELD_NUMBER[field]:02d}x{zlib.crc32(token.encode()):08x}"


def write_rows(path: Path, start: int, documents: Sequence[Document]) -> None:
    """Write `number, tab, words` of consecutive documents."""
    with path.open("w", encoding="ascii") as file:
        for number, document in enumerate(documents, start):
            file.write(f"{number}\t{' '.join(word(field, token) for field, tokens in document.tokens.items() for token in tokens)}\n")


def _read_rows(folder: Path) -> Iterator[tuple[int, str]]:
    for path in sorted(folder.glob("*.txt")):
        with path.open(encoding="ascii") as file:
            for line in file:
                number, _, words = line.rstrip("\n").partition("\t")
                yield int(number), words


def build_sqlite(path: Path, rows: Path) -> dict[str, float]:
    """Put the rows into SQLite and index them by FTS5 where the module is there; seconds of each."""
    seconds = {}
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("pragma journal_mode = off")
        connection.execute("pragma synchronous = off")
        started = time.perf_counter()
        connection.execute("create table rows (id integer primary key, words text not null)")
        connection.executemany("insert into rows values (?, ?)", _read_rows(rows))
        connection.commit()
        seconds["rows"] = round(time.perf_counter() - started, 2)
        with contextlib.suppress(sqlite3.OperationalError):  # no FTS5 in this SQLite
            started = time.perf_counter()
            connection.execute("create virtual table entries using fts5(words, content='rows', content_rowid='id', detail=none, tokenize='ascii')")
            connection.execute("insert into entries (entries) values ('rebuild')")
            connection.execute("insert into entries (entries) values ('optimize')")
            connection.commit()
            seconds["sqlite-fts5"] = round(time.perf_counter() - started, 2)
    return seconds


def _timed(queries: Iterable[tuple[Clause, ...]], ask: Any) -> list[float]:
    """Milliseconds by the clock of each query, until patience ends."""
    found: list[float] = []
    began = time.perf_counter()
    for clauses in queries:
        if not clauses:
            continue
        started = time.perf_counter()
        ask([word(clause.field, clause.token) for clause in clauses])
        ended = time.perf_counter()
        found.append((ended - started) * 1000)
        if ended - began > PATIENCE:
            break
    return found


def ask_sqlite(path: Path, queries: Iterable[tuple[Clause, ...]]) -> list[float]:
    """Milliseconds of each query with FTS5: the best 300 by its rank."""
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        select = f"select rowid from entries where entries match ? order by rank limit {MOST_HITS}"
        return _timed(queries, lambda words: connection.execute(select, (" OR ".join(words),)).fetchall())


def ask_postgres(address: str, path: Path, queries: Iterable[tuple[Clause, ...]]) -> tuple[float, list[float]]:
    """(seconds to load and index, milliseconds of each query) with a temporary table of a PostgreSQL database; nothing stays there."""
    import psycopg

    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as rows, psycopg.connect(address) as connection:
        started = time.perf_counter()
        connection.execute("create temporary table bench_rows (id integer primary key, words text not null)")
        with connection.cursor() as cursor, cursor.copy("copy bench_rows from stdin") as copy:
            for row in rows.execute("select id, words from rows"):
                copy.write_row(row)
        connection.execute("create temporary table bench as select id, array_to_tsvector(string_to_array(words, ' ')) as words from bench_rows")
        connection.execute("create index on bench using gin (words)")
        connection.execute("analyze bench")
        seconds = time.perf_counter() - started
        select = f"select id from bench, to_tsquery('simple', %s) as wanted where words @@ wanted order by ts_rank(words, wanted) desc limit {MOST_HITS}"
        return round(seconds, 2), _timed(queries, lambda words: connection.execute(select, (" | ".join(words),)).fetchall())
