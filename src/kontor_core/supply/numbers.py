"""Register numbers of a row: each column read by its scheme, every fault noted at its column."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kontor_core.identity import identifiers
from kontor_core.identity.identifiers import HR, LEI, USCC, VAT, Identifier
from kontor_core.identity.legal_forms import FORMS, LegalForm
from kontor_core.supply.values import Note


def _code(found: Identifier) -> str:
    """Code of the finding for a number that did not check out."""
    if found.code == "rounded":
        return "identifier-rounded"
    if found.scheme == HR:
        return f"register-{found.code}" if found.code.startswith("court") else "register-unreadable"
    if found.scheme == VAT:
        return "vat-check-digit" if found.code == "check-digit" else "vat-unreadable"
    if found.scheme == LEI:
        return "lei-invalid"
    return f"identifier-{found.code}"


def read_identifiers(record: Mapping[str, str], country: str, note: Note) -> tuple[tuple[Identifier, ...], LegalForm | None]:
    """(valid numbers, legal form that a number tells: a register of associations holds associations).

    Notes the code of `findings` for each number that is not valid.
    """
    found: dict[tuple[str, str], Identifier] = {}
    for name, scheme in (("identifier", ""), ("register_number", HR), ("vat", VAT), ("lei", LEI)):
        cell = record.get(name, "")
        if not cell or identifiers.is_blank(cell):
            continue
        item = identifiers.check(scheme, cell, record.get("court", "")) if scheme else _unnamed(cell, country, record.get("court", ""))
        if item is None:
            note(name, "identifier-length" if country == "CN" else "register-unreadable")
        elif item.is_valid:
            found.setdefault((item.scheme, item.value), item)
        else:
            note(name, _code(item))
    form = None
    for item in found.values():
        if item.scheme == HR and (register := re.search(r"\b(VR|GnR)\b", item.value)):
            form = FORMS["de-ev" if register.group() == "VR" else "de-eg"]
    return tuple(sorted(found.values(), key=lambda item: (USCC, HR, VAT, LEI).index(item.scheme))), form


def _unnamed(cell: str, country: str, court: str) -> Identifier | None:
    """A column that only says 'number': Chinese lists mean the credit code, German ones the register."""
    if country == "CN" and not re.search(r"HR ?[AB]|^DE\d", cell):
        return identifiers.check(USCC, cell)
    found = identifiers.recognise(cell)
    return identifiers.check(HR, cell, court) if found is not None and found.scheme == HR else found
