"""How many makers of a register get a concept: `python -m evaluation.coverage FILE`.

A maker is a row whose scope has a making word (生产 制造 加工 产销 制作) outside of boilerplate; counted is whether it names, undenied, a
product, component, material, process, machine, service or technology below the second level of the thesaurus.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from kontor_core.language.cues import without_boilerplate
from kontor_core.search.analysis import analyse, is_subject
from kontor_core.tables.reading import read
from kontor_core.text import normalise
from kontor_core.thesaurus.index import load

MAKING = re.compile("生产|制造|加工|产销|制作|铸造|锻造")
LEVEL = 3


def measure(path: Path) -> dict[str, object]:
    """Counts over all rows of the table."""
    labels = load()
    makers = covered = 0
    open_scopes: list[str] = []
    for _, record in read(path).records():
        scope = record.get("scope", "")
        if not MAKING.search(without_boilerplate(normalise(scope).text)):
            continue
        makers += 1
        named = (s.mention.concept for s in analyse(labels, scope).statements if not s.is_negated)
        if any(is_subject(labels, c) and labels.thesaurus.depth[c] >= LEVEL for c in named):
            covered += 1
        elif len(open_scopes) < 40:
            open_scopes.append(scope[:60])
    return {"makers": makers, "covered": covered, "share": round(covered / makers, 4) if makers else 0.0, "open": open_scopes}


if __name__ == "__main__":
    found = measure(Path(sys.argv[1]))
    print(json.dumps(found, ensure_ascii=False, indent=1))
