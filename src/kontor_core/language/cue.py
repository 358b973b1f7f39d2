"""A cue word of a text with the stretch it governs, and where clauses begin and end."""

from __future__ import annotations

import re
from typing import NamedTuple

SENTENCE_END = re.compile(r"[。！？!?\n]|[.;；](?=\s|$|[^\d])")


class Cue(NamedTuple):
    """A cue word and the half-open stretch of text it speaks of. A tuple, because a long register makes hundreds of thousands."""

    kind: str
    """`side`, `role`, `negation`, or `sought` (a role somebody looks for)."""
    value: str
    start: int
    end: int
    scope_start: int
    scope_end: int
    is_absence: bool = False
    """A negation that names a property (ohne Blei, 不含铅) and refuses nothing."""

    def governs(self, start: int, end: int) -> bool:
        """Whether the stretch lies in the scope."""
        return self.scope_start <= start and end <= self.scope_end


def sentence_end(text: str, start: int) -> int:
    """Where the sentence that `start` lies in ends, without its mark."""
    match = SENTENCE_END.search(text, start)
    return match.start() if match else len(text)
