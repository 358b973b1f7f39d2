"""Every number that decides an order, beside its reason. The public page on ranking is made from this table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weight:
    """A number of the ranking and why it is what it is."""

    value: float
    reason: str


WEIGHTS: dict[str, Weight] = {
    "exact": Weight(1.0, "they name the very concept that is looked for"),
    "narrower-1": Weight(0.85, "one level more specific: a maker of aluminium die castings is a maker of castings"),
    "narrower-2": Weight(0.70, "two levels more specific"),
    "narrower-3": Weight(0.55, "three levels more specific"),
    "broader-1": Weight(0.45, "one level more general: who writes castings may or may not make die castings"),
    "broader-2": Weight(0.20, "two levels more general, hardly a hint"),
    "made-by": Weight(0.75, "a product and the process that makes it: who writes die castings does die casting"),
    "process-of": Weight(0.4, "the process that a wanted product is made by: they may well make it, they do not say so"),
    "machine-for": Weight(0.20, "a machine and the process it serves: related, but another business"),
    "material-of": Weight(0.25, "a material and what is made of it"),
    "part-of": Weight(0.25, "a component and the product it belongs to"),
    "used-in": Weight(0.20, "a product and who uses it"),
    "related": Weight(0.25, "declared neighbours"),
    "sibling": Weight(0.15, "another concept of the same group"),
    "code-4": Weight(0.35, "same ISIC class"),
    "code-3": Weight(0.20, "same ISIC group"),
    "code-2": Weight(0.08, "same ISIC division"),
    "part": Weight(0.8, "words and translated word parts beside a concept, capped: they support, they do not lead"),
    "part-alone": Weight(0.90, "words and translated word parts where no concept is known"),
    "modifier": Weight(0.75, "a modifier (aluminium in aluminium housing) is a facet beside its head"),
    "role-unit": Weight(0.8, "whoever looks for an agent or a dealer is not served by a maker"),
    "role-unknown": Weight(0.85, "a role was asked for, nothing says theirs"),
    "role-other": Weight(0.55, "a role was asked for and theirs is another one"),
    "focus": Weight(0.60, "of two that name everything, the one that does little else comes first"),
    "saturation": Weight(0.3, "k1 of the part score: naming a word again adds little"),
    "length": Weight(0.25, "b of the part score: long texts name more words by chance"),
}


def weight(name: str) -> float:
    """The number of an entry."""
    return WEIGHTS[name].value
