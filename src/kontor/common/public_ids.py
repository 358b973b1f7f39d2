"""Random identifiers for addresses, index, exchange and command line; never a primary key.

Twelve letters of Crockford's base32 (no i, l, o, u: nothing to misread on paper)
are 60 random bits: among a million entries a guess hits once in 10^12 tries.
"""

from __future__ import annotations

import secrets
from typing import Any

from django.db import models
from django.urls import register_converter
from django.urls.converters import get_converters

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 12
PATTERN = f"[{ALPHABET}]{{{LENGTH}}}"


def new_public_id() -> str:
    """Twelve random base32 letters."""
    return "".join([ALPHABET[byte & 31] for byte in secrets.token_bytes(LENGTH)])


class PublicIdField(models.CharField):
    """The `public_id` column: random, unique, never edited."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("max_length", LENGTH)
        options.setdefault("default", new_public_id)
        options.setdefault("unique", True)
        options.setdefault("editable", False)
        super().__init__(**options)


class PublicIdConverter:
    """`<public_id:...>` in an address; anything else is no such page."""

    regex = PATTERN

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


def register_path_converter() -> None:
    """Make `<public_id:name>` known; Django refuses a second registration of a name."""
    if "public_id" not in get_converters():
        register_converter(PublicIdConverter, "public_id")
