"""Which of an organisation's names to show. Works on loaded rows: prefetch `names`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kontor.directory.models import NameKind, Organisation, OrganisationName, Script

# The registered name is the one a contract would bear; a former name is never shown as the name.
ORDER = [NameKind.REGISTERED, NameKind.TRADE, NameKind.FOREIGN, NameKind.SHORT]


def original_name(organisation: Organisation) -> OrganisationName | None:
    """The name in the organisation's own writing, the registered one first."""
    found: OrganisationName | None = first_name(organisation.names.all(), organisation.language)
    return found


def first_name(names: Iterable[Any], language: str) -> Any:
    """Of names (anything with `kind` and `script`) the one to show; None when there is none."""
    own = Script.CHINESE if language == "zh" else Script.LATIN
    shown = [name for name in names if name.kind in ORDER]
    return min(shown, key=lambda name: (name.script != own, ORDER.index(NameKind(name.kind))), default=None)


def name_in_script(organisation: Organisation, script: str) -> OrganisationName | None:
    """The organisation's own name in another writing, if it gave itself one."""
    names = [name for name in organisation.names.all() if name.kind in ORDER and name.script == script]
    return min(names, key=lambda name: ORDER.index(NameKind(name.kind)), default=None)


def display_name(organisation: Organisation) -> str:
    """The original name as text; the public id for an entry without any."""
    name = original_name(organisation)
    return name.value if name else organisation.public_id
