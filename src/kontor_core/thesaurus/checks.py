"""What is wrong with a thesaurus: each finding names file, line and what to mend."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kontor_core.thesaurus.concepts import KINDS, LANGUAGES, RELATIONS, WORD_USES, Concept, Sense, Thesaurus
from kontor_core.thesaurus.loading import Faults, read

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_HAN = re.compile("[\u3400-\u9fff]")
_TOP_KINDS = frozenset({"sector", "property", "role", "standard"})
MOST_LEVELS = 6
_SANE = re.compile(r"[\w\s\-/.,()&+%°·'’:×~<>#®™Ωµ²³₂⁺‰≥≤–*=α-ωΑ-Ω、（）“”]+", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend."""

    file: str
    line: int
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}" if self.line else f"{self.file}: {self.message}"


def check(thesaurus: Thesaurus, isic_codes: frozenset[str] = frozenset()) -> list[Finding]:
    """All findings, in the order of files and lines.

    Args:
        isic_codes: codes that exist; empty leaves them unchecked.
    """
    found: list[Finding] = []
    for rule in (_ids, _links, _labels, _cycles, _shared, _senses, _words):
        found.extend(rule(thesaurus))
    if isic_codes:
        found.extend(_codes(thesaurus, isic_codes))
    return sorted(set(found), key=lambda f: (f.file, f.line, f.code, f.message))


def read_and_check(folders: Sequence[Path], isic_codes: frozenset[str] = frozenset()) -> tuple[Thesaurus, list[Finding]]:
    """The thesaurus of the folders and files, and everything that is wrong with it, lines that cannot be read among it."""
    unreadable: Faults = []
    thesaurus = read(folders, unreadable)
    found = [Finding(fault.file, fault.line, "unreadable", fault.message) for fault in unreadable]
    return thesaurus, found + check(thesaurus, isic_codes)


def _at(concept: Concept, code: str, message: str) -> Finding:
    return Finding(concept.file, concept.line, code, message)


def _ids(thesaurus: Thesaurus) -> Iterator[Finding]:
    first: dict[str, Concept] = {}
    for concept in thesaurus.concepts:
        if not _ID.fullmatch(concept.id):
            yield _at(concept, "id", f"id {concept.id!r}: small letters, digits and hyphens only")
        if concept.id in first:
            yield _at(concept, "double-id", f"id {concept.id} stands already in {first[concept.id].file}:{first[concept.id].line}")
        first.setdefault(concept.id, concept)
        if concept.kind not in KINDS:
            yield _at(concept, "kind", f"{concept.id}: unknown kind {concept.kind!r}")
    for old, new in thesaurus.retired.items():
        file, line = thesaurus.retired_at.get(old, ("retired.tsv", 0))
        if new not in first:
            yield Finding(file, line, "retired", f"retired id {old} leads to unknown {new}")
        if old in first:
            yield Finding(file, line, "retired", f"retired id {old} is still in use")


def _links(thesaurus: Thesaurus) -> Iterator[Finding]:
    for concept in thesaurus.concepts:
        if not concept.broader and concept.kind not in _TOP_KINDS:
            yield _at(concept, "no-broader", f"{concept.id}: no broader concept")
        for broader in concept.broader:
            if broader not in thesaurus.by_id:
                yield _at(concept, "broader", f"{concept.id}: unknown broader {broader}")
        for kind, other in concept.related:
            if kind not in RELATIONS:
                yield _at(concept, "relation", f"{concept.id}: unknown relation {kind}")
            if thesaurus.get(other) is None:
                yield _at(concept, "related", f"{concept.id}: {kind} leads to unknown {other}")
            if other == concept.id:
                yield _at(concept, "related", f"{concept.id}: related to itself")


def _labels(thesaurus: Thesaurus) -> Iterator[Finding]:
    rules: dict[str, Callable[[str], str | None]] = {"zh": _chinese_fault, "de": _latin_fault, "en": _latin_fault}
    for concept in thesaurus.concepts:
        for language in LANGUAGES:
            labels = concept.labels[language]
            if not labels.preferred or "|" in labels.preferred:
                yield _at(concept, "preferred", f"{concept.id}: needs one preferred label in {language}")
            for label in labels:
                if label and (fault := rules[language](label)):
                    yield _at(concept, "characters", f"{concept.id}: {language} label {label!r} {fault}")
            if len(set(labels)) < len(list(labels)):
                yield _at(concept, "doubled", f"{concept.id}: a {language} label stands twice")


def _chinese_fault(label: str) -> str | None:
    if len(label) == 1:
        return "has one character and would match everywhere"
    if not _HAN.search(label) and not re.search("[A-Z0-9]", label):
        return "has no Chinese character"
    return None if _SANE.fullmatch(label) else "has stray characters"


def _latin_fault(label: str) -> str | None:
    if _HAN.search(label):
        return "has Chinese characters"
    return None if _SANE.fullmatch(label) else "has stray characters"


def _cycles(thesaurus: Thesaurus) -> Iterator[Finding]:
    for concept in thesaurus.concepts:
        seen: set[str] = set()
        current: Concept | None = concept
        while current is not None and current.id not in seen:
            seen.add(current.id)
            current = thesaurus.by_id.get(current.broader[0]) if current.broader else None
        if current is not None:
            yield _at(concept, "cycle", f"{concept.id}: broader concepts lead back to {current.id}")
        elif len(seen) > MOST_LEVELS:
            yield _at(concept, "depth", f"{concept.id}: {len(seen)} levels, at most {MOST_LEVELS}")


def _shared(thesaurus: Thesaurus) -> Iterator[Finding]:
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for concept in thesaurus.concepts:
        for language in LANGUAGES:
            for label in concept.labels[language]:
                owners[language, plain(label)].add(concept.id)
    declared: dict[tuple[str, str], set[str]] = defaultdict(set)
    for sense in thesaurus.senses:
        declared[sense.language, plain(sense.label)].add(sense.concept)
    for (language, label), ids in owners.items():
        undeclared = ids - declared.get((language, label), set())
        if len(ids) > 1 and undeclared:
            # The last one came to a label that was taken: an overlay, where there is one.
            latest = max((thesaurus.by_id[one] for one in ids), key=lambda concept: concept.index)
            yield _at(latest, "shared", f"{language} label {label!r} is shared by {', '.join(sorted(ids))}: declare the senses in senses.tsv")


def plain(label: str) -> str:
    """A label for comparison: case, hyphens and blanks folded."""
    return re.sub(r"[\s\-]+", " ", label.lower()).strip()


def _senses(thesaurus: Thesaurus) -> Iterator[Finding]:
    priors: dict[tuple[str, str], float] = defaultdict(float)
    last: dict[tuple[str, str], Sense] = {}
    for sense in thesaurus.senses:
        for concept in (sense.concept, *sense.cues):
            if thesaurus.get(concept) is None:
                yield Finding(sense.file, sense.line, "sense", f"{sense.label}: unknown concept {concept}")
        if sense.language not in LANGUAGES or not 0 < sense.prior <= 1:
            yield Finding(sense.file, sense.line, "sense", f"{sense.label}: language {sense.language}, prior {sense.prior}")
        key = sense.language, plain(sense.label)
        priors[key] += sense.prior
        last[key] = sense
    for (language, label), total in priors.items():
        if not 0.95 <= total <= 1.05:
            at = last[language, label]
            yield Finding(at.file, at.line, "prior", f"{language} {label!r}: priors add up to {total:.2f} instead of 1")


def _words(thesaurus: Thesaurus) -> Iterator[Finding]:
    seen: set[tuple[str, str, str]] = set()
    for word in thesaurus.words:
        key = (word.language, plain(word.word), word.use)
        if word.language not in LANGUAGES or word.use not in WORD_USES:
            yield Finding(word.file, word.line, "word", f"{word.word}: language {word.language}, use {word.use}")
        if key in seen:
            yield Finding(word.file, word.line, "word", f"{word.language} {word.word!r} stands twice")
        seen.add(key)


def _codes(thesaurus: Thesaurus, isic_codes: frozenset[str]) -> Iterator[Finding]:
    for concept in thesaurus.concepts:
        if concept.isic and concept.isic not in isic_codes:
            yield _at(concept, "isic", f"{concept.id}: ISIC Rev.4 has no class {concept.isic}")


def statistics(thesaurus: Thesaurus) -> dict[str, object]:
    """Counts for `kontor thesaurus stats`."""
    files: dict[str, int] = defaultdict(int)
    kinds: dict[str, int] = defaultdict(int)
    relations: dict[str, int] = defaultdict(int)
    for concept in thesaurus.concepts:
        files[Path(concept.file).stem] += 1
        kinds[concept.kind] += 1
        for kind, _ in concept.related:
            relations[kind] += 1
    count = len(thesaurus.concepts) or 1
    alternatives = {lang: round(sum(len(c.labels[lang].alternative) for c in thesaurus.concepts) / count, 2) for lang in LANGUAGES}
    labels = {lang: sum(len(list(c.labels[lang])) for c in thesaurus.concepts) for lang in LANGUAGES}
    return {
        "concepts": len(thesaurus.concepts), "files": dict(sorted(files.items())), "kinds": dict(sorted(kinds.items())),
        "labels": labels, "alternatives_a_concept": alternatives, "relations": dict(sorted(relations.items())),
        "relations_total": sum(relations.values()), "ambiguous_labels": len({(s.language, s.label) for s in thesaurus.senses}),
    }
