"""Word parts of German trade language that stand beside the labels of the thesaurus: `data/german_parts.tsv`, written by hand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kontor_core.language.german_forms import fold

DATA = Path(__file__).parent / "data" / "german_parts.tsv"
KINDS = ("part", "front", "whole", "name", "no-part")


@dataclass(frozen=True, slots=True)
class KnownParts:
    """What the splitter knows of parts before it reads a label."""

    free: tuple[str, ...] = ()
    """Nouns in capitals and verbs in the infinitive that words are made of; taken apart themselves where they can be."""
    front: frozenset[str] = frozenset()
    """Folded parts that only stand in front and take no ending (sonder, hoch)."""
    whole: frozenset[str] = frozenset()
    """Folded words whose meaning is not that of their parts (Werkzeug, Handschuh): never taken apart."""
    names: frozenset[str] = frozenset()
    """Folded names of places: no parts of longer words either (Antriebsachse ends in no Sachse)."""
    no_part: frozenset[str] = frozenset()
    """Folded words of labels that are no part of longer words (the abbreviation or foreign word would be found by chance)."""


def read(path: Path = DATA) -> KnownParts:
    """The table.

    Raises:
        ValueError: a line is not a kind and a word.
    """
    found: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()[1:], 2):
        kind, _, word = line.partition("\t")
        if kind not in found or not word.isalpha():
            raise ValueError(f"{path.name}:{number}: expected a kind of {', '.join(KINDS)} and a word, found {line!r}")
        found[kind].append(word)
    folded = {kind: frozenset(fold(word.lower()) for word in words) for kind, words in found.items()}
    return KnownParts(tuple(found["part"]), folded["front"], folded["whole"], folded["name"], folded["no-part"])
