"""Inserting many rows at the speed of the database. No signals, no checks of choices: the caller knows its values."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.db import connection, models
from django.utils import timezone


def insert(model: type[models.Model], rows: Iterable[Mapping[str, Any]]) -> int:
    """Insert rows given as field name -> value; what a row does not name gets the field's default. Returns how many.

    About ten times as fast as `bulk_create`, whose model instances cost more than the insert itself. Foreign keys are given by
    their column ("city_id"). The primary key is the database's.
    """
    fields = [field for field in model._meta.concrete_fields if not isinstance(field, models.AutoField)]
    now = timezone.now()
    getters = [_getter(field, now) for field in fields]
    values = [tuple([get(row) for get in getters]) for row in rows]
    if not values:
        return 0
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES ({marks})", values)
    return len(values)


def _getter(field: Any, now: Any) -> Callable[[Mapping[str, Any]], Any]:
    name = field.attname
    adapt = _adapter(field)
    if getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False):
        moment = adapt(now)
        return lambda row: moment
    if callable(field.default) and not isinstance(field, models.JSONField):
        return lambda row: adapt(row[name] if name in row else field.get_default())
    default = adapt(field.get_default())
    return lambda row: adapt(row[name]) if name in row else default


def _adapter(field: Any) -> Callable[[Any], Any]:
    if isinstance(field, models.JSONField):
        return _json
    if isinstance(field, models.DateTimeField):
        return connection.ops.adapt_datetimefield_value
    if isinstance(field, models.DateField):
        return connection.ops.adapt_datefield_value
    return _same


def _same(value: Any) -> Any:
    return value


def _json(value: Any) -> str:
    if value in ([], {}):
        return _empty(type(value))
    return json.dumps(value)


@functools.cache
def _empty(kind: type) -> str:
    return json.dumps(kind())
