"""The engine port: what any search engine must do for Kontor. Engines only retrieve; ranking is ours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

MOST_CLAUSES = 96
MOST_HITS = 300
LONGEST_TOKEN = 200
"""UTF-8 bytes."""


@dataclass(frozen=True, slots=True)
class Document:
    """What the index holds of one organisation or opportunity."""

    key: str
    tokens: Mapping[str, frozenset[str]]
    filters: Mapping[str, frozenset[str]]
    numbers: Mapping[str, int]
    payload: bytes


@dataclass(frozen=True, slots=True)
class Clause:
    """A constant score for every document that has the token in the field."""

    field: str
    token: str
    weight: float


@dataclass(frozen=True, slots=True)
class In:
    """Documents with any of the values; the field `key` stands for the documents themselves."""

    field: str
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class Range:
    """Documents whose number lies in the closed interval; None leaves an end open."""

    field: str
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Exists:
    """Documents with any value in the field."""

    field: str


@dataclass(frozen=True, slots=True)
class Not:
    """Documents that the filter leaves out."""

    filter: Filter


@dataclass(frozen=True, slots=True)
class All:
    """Documents that every filter admits; no filter admits all."""

    filters: tuple[Filter, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """Documents that one of the filters admits; no filter admits none."""

    filters: tuple[Filter, ...]


Filter = In | Range | Exists | Not | All | Any


@dataclass(frozen=True, slots=True)
class Request:
    """One retrieval.

    Raises:
        ValueError: more clauses or a higher limit than the port allows, or a weight that is not positive.
    """

    clauses: tuple[Clause, ...]
    filters: tuple[Filter, ...] = ()
    own_facet_filters: Mapping[str, Filter] = field(default_factory=dict)
    facets: Mapping[str, int] = field(default_factory=dict)
    limit: int = MOST_HITS

    def __post_init__(self) -> None:
        if len(self.clauses) > MOST_CLAUSES:
            raise ValueError(f"{len(self.clauses)} clauses, at most {MOST_CLAUSES}")
        if not 0 <= self.limit <= MOST_HITS:
            raise ValueError(f"limit {self.limit}, at most {MOST_HITS}")
        if any(clause.weight <= 0 for clause in self.clauses):
            raise ValueError("the weight of a clause must be positive")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A retrieved document: the sum of its constant scores (and static prior), rounded to 1e-4."""

    key: str
    sum: float
    payload: bytes


@dataclass(frozen=True, slots=True)
class Page:
    """The best candidates, ties by key; how many matched; facet counts, most frequent first, ties by value."""

    candidates: tuple[Candidate, ...]
    total: int
    facets: Mapping[str, tuple[tuple[str, int], ...]]
    is_exact: bool = True


@dataclass(frozen=True, slots=True)
class Put:
    """Index a document, replacing the one of the same key."""

    document: Document


@dataclass(frozen=True, slots=True)
class Delete:
    """Remove the document of a key; none is not an error."""

    key: str


Operation = Put | Delete


class Engine(Protocol):
    """See ENGINE rules in docs/architecture.md: constant scores, ties by key, last operation for a key wins, durable on return."""

    def apply(self, operations: Iterable[Operation]) -> int:
        """Carry out and make durable; returns a sequence number."""
        ...

    def refresh(self, until: int | None = None) -> None:
        """Readers see at least that sequence (all applied ones when None)."""
        ...

    def search(self, request: Request) -> Page:
        """Documents that match at least one clause (all, when there is none) and every filter."""
        ...

    def search_many(self, requests: Sequence[Request]) -> list[Page]:
        """The pages of several requests, in order."""
        ...

    def document_frequencies(self, field: str) -> Iterable[tuple[str, int]]:
        """(token, documents) of a token field."""
        ...

    def rebuild(self, documents: Iterable[Document]) -> None:
        """A new generation beside the old, then switch."""
        ...


TOKEN_FIELDS = (
    "offer_stated", "offer_text", "offer_name", "want_stated", "want_text",
    "offer_stated_up", "offer_text_up", "offer_name_up", "want_stated_up", "want_text_up",
    "offer_de", "offer_zh", "offer_en", "want_de", "want_zh", "want_en", "name_parts", "identifier",
    # Never asked for: what no label covers (see `unknown_parts`), kept here so that it is counted with the documents and goes with them.
    "unknown_de", "unknown_zh", "unknown_en",
)
FILTER_FIELDS = (
    "kind", "visibility", "country", "region", "city", "isic1", "isic2", "isic3", "isic4", "agreement_role", "organisation_role",
    "certificate", "size", "language", "verification", "contact", "status",
)
NUMBER_FIELDS = ("updated", "expires", "prior")
PRIOR_UNIT = 1000.0
"""`prior` is an integer; a thousandth of a point of the sum each."""
MOST_PRIOR = 4095
"""More counts as this: 4.095 points."""


def rounded(value: float) -> float:
    """Sums are compared at 1e-4, so that the order of additions cannot change a ranking."""
    return round(value + 1e-9, 4)


def check_token(token: str) -> str:
    """The token itself.

    Raises:
        ValueError: empty, with white space, or over 200 bytes.
    """
    is_long = len(token) * 4 > LONGEST_TOKEN and len(token.encode("utf-8", "replace")) > LONGEST_TOKEN
    if is_long or token.split(None, 1) != [token]:
        raise ValueError(f"not a token: {token[:40]!r}")
    return token
