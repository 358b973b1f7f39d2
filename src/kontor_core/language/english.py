"""English words: plural and spelling folded, nothing more. A stemmer that turns machining and machine into one word costs more than it gives."""

from __future__ import annotations

import functools

from kontor_core.language.tokens import Part, Word, words_between

_IRREGULAR = {
    "dies": "die", "knives": "knife", "shelves": "shelf", "leaves": "leaf", "loaves": "loaf", "halves": "half", "lives": "life",
    "feet": "foot", "teeth": "tooth", "men": "man", "women": "woman", "children": "child", "mice": "mouse", "geese": "goose",
    "oxen": "ox", "axes": "axis", "matrices": "matrix", "vertices": "vertex", "indices": "index", "analyses": "analysis",
    "bases": "base", "wolves": "wolf", "calves": "calf", "sheaves": "sheaf", "bushes": "bush", "buses": "bus", "gases": "gas",
    "lenses": "lens", "lens": "lens", "glasses": "glass", "chassis": "chassis", "series": "series", "species": "species", "lathes": "lathe",
    "potatoes": "potato", "tomatoes": "tomato", "mangoes": "mango", "clothes": "clothes", "axles": "axle", "brasses": "brass",
    "hydraulics": "hydraulic", "pneumatics": "pneumatic", "ceramics": "ceramic", "electronics": "electronic", "plastics": "plastic",
    "cosmetics": "cosmetic", "fabrics": "fabric", "clinics": "clinic", "topics": "topic", "organics": "organic", "textiles": "textile", "logistics": "logistics", "robotics": "robotics", "optics": "optics", "gas": "gas",
    "customs": "customs", "securities": "securities", "news": "news",
    "gearbox": "gearbox", "lighting": "lighting", "always": "always", "has": "has", "is": "is", "was": "was", "this": "this", "us": "us", "its": "its", "as": "as",
}
_SPELLING = (
    ("aluminum", "aluminium"), ("mold", "mould"), ("color", "colour"), ("fiber", "fibre"), ("center", "centre"), ("meter", "metre"),
    ("liter", "litre"), ("tire", "tyre"), ("gray", "grey"), ("plow", "plough"), ("sulfur", "sulphur"), ("armor", "armour"),
    ("vapor", "vapour"), ("flavor", "flavour"), ("labor", "labour"), ("jewelry", "jewellery"), ("caliber", "calibre"), ("theater", "theatre"),
    ("pajama", "pyjama"), ("catalog", "catalogue"), ("disk", "disc"), ("program", "programme"), ("license", "licence"), ("defense", "defence"),
    ("galvaniz", "galvanis"), ("anodiz", "anodis"), ("vulcaniz", "vulcanis"), ("polymeriz", "polymeris"), ("steriliz", "sterilis"),
    ("sanitiz", "sanitis"), ("digitiz", "digitis"), ("organiz", "organis"), ("customiz", "customis"), ("pasteuriz", "pasteuris"),
    ("metalliz", "metallis"), ("carboniz", "carbonis"), ("oxidiz", "oxidis"), ("nitriz", "nitris"), ("atomiz", "atomis"), ("pulveriz", "pulveris"),
    ("ization", "isation"), ("labeling", "labelling"), ("modeling", "modelling"), ("traveler", "traveller"), ("wheeled", "wheeled"),
)
_SPELLING_WHOLE = frozenset({"mold", "color", "fiber", "center", "meter", "liter", "tire", "gray", "plow", "disk", "program", "labor", "armor", "vapor"})
_KEEP_S = ("ss", "us", "is", "ous", "ics")


@functools.lru_cache(maxsize=200_000)
def lemma(word: str) -> str:
    """Singular and British spelling of a lower-case word: `molds` gives `mould`."""
    word = word.removesuffix("'s")
    single = _IRREGULAR.get(word) or _singular(word)
    for american, british in _SPELLING:
        if american in _SPELLING_WHOLE:
            if single == american or (single.startswith(american) and single[len(american):] in ("ing", "ed", "er", "ings")):
                return british + single[len(american):]
        elif american in single and british not in single:
            return single.replace(american, british)
    return single


PIECES = {plural: plural[:-1] for plural in ("castings", "forgings", "stampings", "pressings", "mouldings", "extrusions", "machinings", "printings", "coatings", "weldings")}
"""Plurals that name what a process makes, while the singular names the process: castings and casting."""
PIECES["moldings"] = "moulding"


def label_key(word: str) -> str:
    """The lemma, but pieces keep their plural, so that aluminium castings are told from aluminium casting."""
    return word.replace("mold", "mould") if word in PIECES else lemma(word)


class _LabelKeys(dict[str, str]):
    """Label keys of the words seen so far; a look-up that hits costs no call."""

    def __missing__(self, word: str) -> str:
        if len(self) > _MOST_WORDS:
            self.clear()
        key = self[word] = label_key(word)
        return key


_MOST_WORDS = 200_000
LABEL_KEYS = _LabelKeys()


def _singular(word: str) -> str:
    if len(word) < 4 or not word.endswith("s") or word.endswith(_KEEP_S) or not word.isalpha():
        return word
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 5 else word[:-1]
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word.endswith("oes"):
        return word[:-1]
    return word[:-1]


def words(text: str) -> list[Word]:
    """The words of a normalised text; an English word has one part."""
    return [
        Word(word, start, end, (Part(lemma(word), start, end),), joined)
        for word, start, end, joined in words_between(text)
    ]
