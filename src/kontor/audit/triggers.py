"""Database triggers that make a table append-only, for SQLite and PostgreSQL.

They hold against the admin, a shell and a mistaken query as well, which no
Python code can. Truncating a whole table stays possible on PostgreSQL for the
owner of the database: that is how a database is emptied before a restore.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import migrations

POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION kontor_refuse_change() RETURNS trigger AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END;
$$ LANGUAGE plpgsql
"""


def create_statements(vendor: str, table: str) -> list[str]:
    """SQL that guards `table` against update and delete on this kind of database."""
    if vendor == "postgresql":
        return [
            POSTGRESQL_FUNCTION,
            f'CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON "{table}" '
            "FOR EACH ROW EXECUTE FUNCTION kontor_refuse_change()",
        ]
    return [
        f'CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON "{table}" '
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        for act in ("UPDATE", "DELETE")
    ]


def drop_statements(vendor: str, table: str) -> list[str]:
    """SQL that takes the guard away again (reverse migration)."""
    if vendor == "postgresql":
        return [f'DROP TRIGGER IF EXISTS {table}_append_only ON "{table}"']
    return [f"DROP TRIGGER IF EXISTS {table}_no_{act}" for act in ("update", "delete")]


def append_only(table: str) -> migrations.RunPython:
    """The migration operation that makes `table` append-only."""

    def running(statements: Callable[[str, str], list[str]]) -> Callable[[Any, Any], None]:
        def run(_apps: Any, schema_editor: Any) -> None:
            for statement in statements(schema_editor.connection.vendor, table):
                # None: without parameters a per cent sign in the SQL stands for itself.
                schema_editor.execute(statement, params=None)

        return run

    return migrations.RunPython(running(create_statements), running(drop_statements))
