"""The catalogues of translations: what the source says, what is translated, what is missing.

Needs no gettext tools: babel reads the source, and templates are first turned into
Python-like text the way Django's own makemessages does it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages import Catalog
from babel.messages.catalog import Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

PACKAGE = Path(__file__).parent.parent
LOCALE = PACKAGE / "locale"
# Folder of the catalogue -> babel's name of the language. English stands in the source.
CATALOGUES = {"de": "de", "zh_Hans": "zh_Hans"}
KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
COMMENT_TAGS = ["Translators:"]
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
TEMPLATE_COMMENT_END = re.compile(r"(#\}|\{% endcomment %\})")
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with one entry of one catalogue."""

    catalogue: str
    entry: str
    what: str

    def __str__(self) -> str:
        return f"{self.catalogue}: {self.what}: {self.entry}"


def source_catalog(package: Path = PACKAGE) -> Catalog:
    """Every message of the source, sorted, with the files it stands in and the notes for translators."""
    catalog = Catalog(project="kontor", charset="utf-8")
    for path in sorted([*package.rglob("*.py"), *package.rglob("*.html")]):
        for _line, message, comments, context in _messages(path):
            catalog.add(message, context=context, locations=[(str(path.relative_to(package)), 0)], auto_comments=comments)
    return catalog


def _messages(path: Path) -> Iterator[tuple[int, Any, list[str], str | None]]:
    text = path.read_text(encoding="utf-8")
    # A template comment turns the rest of its line into a comment too.
    source = templatize(TEMPLATE_COMMENT_END.sub(r"\1\n", text), origin=str(path)) if path.suffix == ".html" else text
    yield from extract("python", io.BytesIO(source.encode()), KEYWORDS, COMMENT_TAGS, {"encoding": "utf-8"})


def read_catalog(name: str) -> Catalog:
    """A catalogue from its file; an empty one before there is a file."""
    path = po_path(name)
    if not path.exists():
        return Catalog(locale=CATALOGUES[name], charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=CATALOGUES[name])


def po_path(name: str) -> Path:
    """The catalogue that people edit."""
    return LOCALE / name / "LC_MESSAGES" / "django.po"


def mo_path(name: str) -> Path:
    """The catalogue that the program reads."""
    return po_path(name).with_suffix(".mo")


def merged(name: str) -> Catalog:
    """The catalogue with exactly the messages of the source: translations kept, new ones empty, others dropped."""
    known = read_catalog(name)
    fresh = Catalog(locale=CATALOGUES[name], project="kontor", charset="utf-8", fuzzy=False, header_comment=f"# {name}")
    for message in source_catalog():
        if not message.id:
            continue
        old = known.get(message.id, message.context)
        fresh.add(
            message.id,
            old.string if old else "",
            locations=sorted(set(message.locations)),
            auto_comments=message.auto_comments,
            context=message.context,
        )
    return fresh


def write(name: str, catalog: Catalog) -> None:
    """Write both files of a catalogue."""
    po_path(name).parent.mkdir(parents=True, exist_ok=True)
    with po_path(name).open("wb") as file:
        write_po(file, catalog, sort_output=True, omit_header=True, include_lineno=False, width=0)
    mo_path(name).write_bytes(compiled(read_catalog(name)))


def compiled(catalog: Catalog) -> bytes:
    """The compiled form; the same for the same entries."""
    # The header says the charset; its dates would make each build another one.
    catalog.fuzzy = False
    header = Catalog(locale=catalog.locale, project="kontor", charset="utf-8", fuzzy=False, creation_date=EPOCH, revision_date=EPOCH)
    for message in catalog:
        if message.id:
            header.add(message.id, message.string, context=message.context)
    out = io.BytesIO()
    write_mo(out, header)
    return out.getvalue()


def problems(name: str) -> Iterator[Problem]:
    """Everything that is missing, fuzzy, left over, or differs in its placeholders."""
    known = read_catalog(name)
    wanted = {(message.id, message.context): message for message in source_catalog() if message.id}
    for key in wanted:
        found = known.get(*key)
        if found is None or not _is_filled(found, known.num_plurals):
            yield Problem(name, _shown(key), "not translated")
        elif found.fuzzy:
            yield Problem(name, _shown(key), "fuzzy")
        elif _placeholders(found.id) != _placeholders(found.string):
            yield Problem(name, _shown(key), "other placeholders")
    for message in known:
        if message.id and (message.id, message.context) not in wanted:
            yield Problem(name, _shown((message.id, message.context)), "no longer in the source")


def _is_filled(message: Message, plurals: int) -> bool:
    if isinstance(message.id, str):
        return bool(message.string)
    return len(message.string) == plurals and all(message.string)


def _placeholders(text: Any) -> set[str]:
    return set(PLACEHOLDER.findall(text if isinstance(text, str) else " ".join(text)))


def _shown(key: tuple[Any, str | None]) -> str:
    text = key[0] if isinstance(key[0], str) else key[0][0]
    return f"{key[1]}|{text}" if key[1] else text
