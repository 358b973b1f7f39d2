"""Marked cases: small files, one a skill, each with a first line that names its columns. A file that is not there is skipped.

| file | columns | measured |
|---|---|---|
| senses.tsv | text, label in it, concept | the concept is the first, among the first two meanings of the label |
| decompounding.tsv | word, parts as written, separated by + | split points: precision, recall; whole words right |
| decompounding_held_out.tsv | the same, written before anybody saw the answers | the same, a line of its own |
| annotation_de, _zh, _en.tsv | text, concepts separated by \\| | precision, recall; the very concept, its parent or its child is right; users and activities need not be marked |
| negation.tsv | text, denied words separated by \\| | denied things: precision, recall |
| sides.tsv | text, word in it, offer or want | side of the statement that covers the word |
| roles.tsv | text, roles, roles ruled out | roles: precision, recall; rows that are right as a whole |
| negation_second, sides_second, roles_second.tsv, annotation_de_second and so on | as without _second | the same, on cases held out while the rules were written; annotation has a third and a fourth set |
| names.tsv | name, and any of places, trade_name, industry, form, branch | each part right |
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from evaluation.scores import Measured
from kontor_core.identity.names import CompanyName, parse
from kontor_core.search.analysis import Analysis, Statement, analyse
from kontor_core.text import normalise
from kontor_core.thesaurus.concepts import LANGUAGES
from kontor_core.thesaurus.index import LabelIndex

FOLDER = Path(__file__).parent / "cases"
HELD_OUT = ("_second", "_third", "_fourth")
"""End the names of files of cases that were marked after the rules were written and before anybody saw what the rules make of them; each set
was used for mending once it had been measured, so that the last one alone is honest."""
UNMARKED_KINDS = frozenset({"role", "sector", "property", "standard"})
"""Kinds that annotation cases need not mark: roles have their own file; properties, standards and whole sectors are no keyword of a company."""

Rows = list[dict[str, str]]
Collected = dict[str, list[tuple[float, float]]]


def read(name: str, folder: Path = FOLDER) -> Rows:
    """The rows of a file by column name; nothing when there is no such file. Missing cells are empty, lines that begin with # are skipped.

    Raises:
        ValueError: a row has more cells than there are columns.
    """
    path = folder / f"{name}.tsv"
    if not path.exists():
        return []
    lines = [line.rstrip("\r") for line in path.read_text(encoding="utf-8").split("\n")]
    columns = lines[0].lstrip("\ufeff").split("\t")
    rows = []
    for number, line in enumerate(lines[1:], 2):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) > len(columns):
            raise ValueError(f"{path.name}:{number}: {len(cells)} cells, {len(columns)} columns")
        rows.append(dict(zip(columns, [*cells, *[""] * (len(columns) - len(cells))], strict=True)))
    return rows


def data_hash(name: str, folder: Path = FOLDER) -> str:
    """Hash of a file, empty when there is none."""
    path = folder / f"{name}.tsv"
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16] if path.exists() else ""


def title(group: str) -> str:
    """Name of a group of cases for people: `annotation_de_third` is `annotation_de held out (third)`."""
    ending = next((ending for ending in HELD_OUT if group.endswith(ending)), "")
    return f"{group.removesuffix(ending)} held out ({ending[1:]})" if ending else group


def cells(row: dict[str, str]) -> list[str]:
    """The cells of a row in the order of the columns."""
    return list(row.values())


def listed(cell: str) -> list[str]:
    """Values separated by |."""
    return [value.strip() for value in cell.split("|") if value.strip()]


def _places(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Every place of a word in a text, whatever its case."""
    at = text.lower().find(word.lower())
    while at >= 0 and word:
        yield at, at + len(word)
        at = text.lower().find(word.lower(), at + 1)


def _overlaps(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start < stop and begin < end for begin, stop in spans)


def _over(analysis: Analysis, word: str) -> list[Statement]:
    """Statements over a word of the text: those of just this word first, then by what they share with it (Messe before Messebau)."""
    found: list[tuple[bool, int, int, Statement]] = []
    for start, end in _places(analysis.original, word):
        for number, statement in enumerate(analysis.statements):
            shared = min(end, statement.end) - max(start, statement.start)
            if shared > 0:
                found.append(((start, end) != (statement.start, statement.end), -shared, number, statement))
    return [statement for *_, statement in sorted(found, key=lambda item: item[:3])]


def senses(index: LabelIndex, rows: Rows) -> Collected:
    """First and first two meanings of a label in its text; a label that is not found is wrong."""
    found: Collected = {"top-1": [], "top-2": []}
    for text, label, expected, *_ in map(cells, rows):
        concept = index.thesaurus.get(expected)
        statement = next(iter(_over(analyse(index, text), label)), None)
        meanings = [c for c, _ in statement.mention.meanings] if statement else []
        for depth in (1, 2):
            is_right = concept is not None and concept.index in meanings[:depth]
            found[f"top-{depth}"].append((float(is_right), 1.0))
    return found


def decompounding(index: LabelIndex, rows: Rows) -> Collected:
    """Split points inside words; the letter that links two parts belongs to the first."""
    found: Collected = {"precision": [], "recall": [], "whole words": []}
    for word, parts, *_ in map(cells, rows):
        pieces = parts.replace("-", "").split("+")
        wanted = {sum(map(len, pieces[:count])) for count in range(1, len(pieces))}
        made, offset = set(), 0
        for split in index.splitter.words(normalise(word.replace("-", "")).text):
            made |= {offset + part.start for part in split.parts if part.start > split.start}
        right = float(len(wanted & made))
        found["precision"].append((right, float(len(made))))
        found["recall"].append((right, float(len(wanted))))
        found["whole words"].append((float(wanted == made), 1.0))
    return found


def annotation(index: LabelIndex, rows: Rows, language: str) -> Collected:
    """Concepts of texts; a concept counts as right when it, its parent or its child is marked."""
    thesaurus = index.thesaurus
    found: Collected = {"precision": [], "recall": []}

    def near(concept: int) -> set[int]:
        return {concept, *(a for level, a in thesaurus.ancestors[concept] if level == 1), *thesaurus.children[concept]}

    for text, marked, *_ in map(cells, rows):
        wanted = {concept.index for name in listed(marked) if (concept := thesaurus.get(name)) is not None}
        unknown = sum(thesaurus.get(name) is None for name in listed(marked))
        statements = [s for s in analyse(index, text, language).statements if not s.is_negated]
        beside = {s.mention.concept for s in statements if s.mention.is_application or s.mention.is_activity}
        offered = {s.mention.concept for s in statements if not (s.mention.is_application or s.mention.is_activity)}
        named = {c for c in beside | offered if c in wanted or (c in offered and thesaurus.concepts[c].kind not in UNMARKED_KINDS) or (c in beside and near(c) & wanted)}
        found["precision"].append((float(sum(bool(near(c) & wanted) for c in named)), float(len(named))))
        found["recall"].append((float(sum(bool(near(c) & named) for c in wanted)), float(len(wanted) + unknown)))
    return found


def _denied(analysis: Analysis) -> list[tuple[int, int]]:
    """Spans of the original of what is denied: statements, and role words inside the stretch of a negation."""
    spans = [(s.start, s.end) for s in analysis.statements if s.is_negated]
    negations = [cue for cue in analysis.cues if cue.kind == "negation"]
    for cue in analysis.cues:
        if cue.kind == "role" and any(n.scope_start <= cue.start and cue.end <= n.scope_end for n in negations):
            spans.append(analysis.original_span(cue.start, cue.end))
    return sorted(set(spans))


def _scopes(analysis: Analysis) -> list[tuple[int, int]]:
    """Stretches that a negation speaks of, without the statements in them that are not denied."""
    return [analysis.original_span(c.scope_start, c.scope_end) for c in analysis.cues if c.kind == "negation" and c.scope_end > c.scope_start]


def negation(index: LabelIndex, rows: Rows) -> Collected:
    """Denied things. A marked word that no label covers counts as denied inside the stretch of a negation: the search drops it."""
    found: Collected = {"precision": [], "recall": []}
    for text, marked, *_ in map(cells, rows):
        analysis = analyse(index, text)
        denied = _denied(analysis)
        wanted = [list(_places(text, word)) for word in listed(marked)]
        spans = [span for places in wanted for span in places]
        found["precision"].append((float(sum(_overlaps(*span, spans) for span in denied)), float(len(denied))))
        kept = [(s.start, s.end) for s in analysis.statements if not s.is_negated]
        right = 0
        for places in wanted:
            is_dropped = any(_overlaps(*span, _scopes(analysis)) and not _overlaps(*span, kept) for span in places)
            right += is_dropped or any(_overlaps(*span, denied) for span in places)
        found["recall"].append((float(right), float(len(wanted))))
    return found


def sides(index: LabelIndex, rows: Rows) -> Collected:
    """Side of the statement over a word; a word without a statement is wrong in `accuracy` and left out of `where read`."""
    found: Collected = {"accuracy": [], "where read": []}
    for text, word, side, *_ in map(cells, rows):
        over = _over(analyse(index, text), word)
        is_right = bool(over) and over[0].side == side
        found["accuracy"].append((float(is_right), 1.0))
        if over:
            found["where read"].append((float(is_right), 1.0))
    return found


def roles(index: LabelIndex, rows: Rows) -> Collected:
    """Roles that a text names and rules out."""
    found: Collected = {"precision": [], "recall": [], "whole rows": []}
    for text, named, excluded, *_ in ((*cells(row), "") for row in rows):
        analysis = analyse(index, text)
        made = {(role, False) for role in analysis.wanted_roles} | {(role, True) for role in analysis.excluded_roles}
        wanted = {(role, False) for role in listed(named)} | {(role, True) for role in listed(excluded)}
        found["precision"].append((float(len(made & wanted)), float(len(made))))
        found["recall"].append((float(len(made & wanted)), float(len(wanted))))
        found["whole rows"].append((float(made == wanted), 1.0))
    return found


_NAME_PARTS: dict[str, Callable[[CompanyName], str]] = {
    "places": lambda name: "|".join(name.places),
    "trade_name": lambda name: name.trade_name,
    "industry": lambda name: name.industry,
    "form": lambda name: name.form.code if name.form else "",
    "branch": lambda name: name.branch,
}


def names(_index: LabelIndex, rows: Rows) -> Collected:
    """Parts of company names, for the columns that are there."""
    found: Collected = {}
    for row in rows:
        made = parse(next(iter(row.values())))
        for column, part in _NAME_PARTS.items():
            if column in row:
                found.setdefault(column, []).append((float(part(made) == row[column].strip()), 1.0))
    return found


_SKILLS: dict[str, Callable[[LabelIndex, Rows], Collected]] = {
    "senses": senses, "decompounding": decompounding, "decompounding_held_out": decompounding, "negation": negation, "sides": sides, "roles": roles, "names": names,
}


def measure(index: LabelIndex) -> dict[str, Measured]:
    """Figures of every file that is there."""
    found: dict[str, Measured] = {}
    for name, skill in _SKILLS.items():
        for group in (name, *(name + ending for ending in HELD_OUT)):
            if rows := read(group):
                found[group] = skill(index, rows)
    for language in LANGUAGES:
        for group in (f"annotation_{language}", *(f"annotation_{language}{ending}" for ending in HELD_OUT)):
            if rows := read(group):
                found[group] = annotation(index, rows, language)
    return found
