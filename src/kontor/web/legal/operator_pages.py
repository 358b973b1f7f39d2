"""Texts the operator puts into `KONTOR_HOME/pages`: plain text, one file a page and language.

Paragraphs are parted by an empty line; a line that begins with `# ` is a heading.
Nothing in the files is read as HTML. A changed file shows at the next request.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from kontor.common.languages import lang_attribute, page_language, reading_order

# Pages the operator writes or adds to; those of MANDATORY must be there in production.
NAMES = ("about", "accessibility", "imprint", "privacy")
MANDATORY = ("accessibility", "imprint", "privacy")
SECURITY = "security.txt"
# Bytes of a file that are read: a statement is a few pages, not a book.
LONGEST = 200_000


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, or a paragraph with its line ends."""

    is_heading: bool
    text: str


@dataclass(frozen=True, slots=True)
class OperatorPage:
    """A text of the operator. `lang` is its HTML language, which may not be the page's."""

    lang: str
    blocks: tuple[Block, ...]


def operator_page(name: str) -> OperatorPage | None:
    """The operator's text in the language of the page, else in the one its reader reads best; None without any."""
    for language in reading_order(page_language()):
        text = page_text(f"{name}.{language}.txt")
        if text:
            return OperatorPage(lang_attribute(language), tuple(_blocks(text)))
    return None


def page_text(file_name: str) -> str:
    """Content of a file of the folder; empty when it is missing or cannot be read."""
    try:
        with folder().joinpath(file_name).open("rb") as file:
            return file.read(LONGEST).decode("utf-8-sig", errors="replace").strip()
    except OSError:
        return ""


def folder() -> Path:
    """Where the files lie."""
    return Path(settings.KONTOR_HOME) / "pages"


def missing_files() -> list[str]:
    """Mandatory files that are not there or empty, in every language of the pages."""
    names = [f"{name}.{language}.txt" for name in MANDATORY for language in ("de", "zh", "en")]
    return [name for name in (*names, SECURITY) if not page_text(name)]


def _blocks(text: str) -> Iterator[Block]:
    for part in text.replace("\r\n", "\n").split("\n\n"):
        lines = part.strip("\n").split("\n")
        if lines[0].startswith("# "):
            yield Block(True, lines[0][2:].strip())
            lines = lines[1:]
        if any(line.strip() for line in lines):
            yield Block(False, "\n".join(lines))
