"""Certificates as a list names them (ISO9001、IATF 16949认证): known ones by their concept, others in the words of the list."""

from __future__ import annotations

import re

from kontor_core.search.analysis import analyse
from kontor_core.tables.personal import MASK
from kontor_core.thesaurus.index import LabelIndex

LONGEST = 80
MOST = 20
_BETWEEN = re.compile(r"[;；,，、|\n]+|\s/\s|(?<=\d)/(?=[A-Z])|(?<=[\u4e00-\u9fff])/")
_NONE = re.compile(r"^(?:无|暂无|没有|否|不详|keine?|none|no|nein|n/?a|-+|/)$", re.IGNORECASE)
_WORDS_AROUND = re.compile(r"^(?:已?通过|获得?|取得)|(?:质量管理)?(?:体系)?认证(?:证书)?$|\s*(?:certified|certification|certificate|zertifiziert|zertifizierung|zertifikat)$", re.IGNORECASE)


def read_certificates(cell: str, labels: LabelIndex) -> list[tuple[str, str]]:
    """(name, id of the concept or empty) of each certificate in a cell, each once, twenty at most."""
    found: dict[str, tuple[str, str]] = {}
    concepts = labels.thesaurus.concepts
    for piece in _BETWEEN.split(cell):
        text = piece.strip(" .。:：")
        if len(text) < 2 or _NONE.match(text) or MASK in text:
            continue
        named = [concepts[s.mention.concept] for s in analyse(labels, text).statements if concepts[s.mention.concept].kind == "standard"]
        for concept in named:
            found.setdefault(concept.id, (concept.label("en")[:LONGEST], concept.id))
        if not named and (bare := _WORDS_AROUND.sub("", text).strip()) and len(bare) <= LONGEST:
            found.setdefault(bare, (bare, ""))
    return list(found.values())[:MOST]
