"""Telling editions of the WZ (and so of NACE) apart: WZ 2008 = NACE Rev. 2, WZ 2025 = NACE Rev. 2.1.

Most codes exist in both editions, some with another meaning; only codes that one edition has and the other has not tell them apart.
`wz2025_only.tsv` lists classes of WZ 2025 that WZ 2008 does not know, with their ISIC Rev.4 classes. It holds what is known for
sure and is not complete. WZ 2025 has 22 sections instead of 21 (the old J became J and K, all later letters moved by one, V is new),
and no division 45 (the vehicle trade went to 46, 47 and 95).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from kontor_core.classification.tables import DATA, shipped

WZ_2008 = "WZ 2008"
WZ_2025 = "WZ 2025"
_CODE = re.compile(r"^\d\d(\.\d{1,2}(\.\d)?)?$")


@functools.cache
def only_in_2025() -> dict[str, tuple[str, ...]]:
    """Class (or group) codes that WZ 2025 has and WZ 2008 has not, with their ISIC Rev.4 classes."""
    lines = (DATA / "wz2025_only.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return {code: tuple(isic.split("|")) for code, isic in (line.split("\t") for line in lines)}


def edition_of(code: str) -> str:
    """`WZ 2008` or `WZ 2025` when the code exists in one of them only, empty when it tells nothing (in both, or in neither)."""
    if code == "V" or _is_new(code):
        return WZ_2025
    if code.startswith("45") and code in shipped("wz2008"):
        return WZ_2008
    return ""


def _is_new(code: str) -> bool:
    return bool(_CODE.match(code)) and (code in only_in_2025() or code[:5] in only_in_2025())


def edition_of_column(codes: Iterable[str]) -> str:
    """Edition of a whole column of codes, in the order of the file: by sections if it has them, else by the codes of one edition only.

    Division 64 (finance) stands under K in WZ 2008 and under L in WZ 2025. Empty when nothing tells the editions apart.
    """
    votes = {WZ_2008: 0, WZ_2025: 0}
    section = ""
    for code in codes:
        if len(code) == 1 and code.isalpha():
            section = code
        if code == "64" and section in ("K", "L"):
            return WZ_2008 if section == "K" else WZ_2025
        edition = edition_of(code)
        if edition:
            votes[edition] += 1
    if votes[WZ_2008] == votes[WZ_2025]:
        return ""
    return max(votes, key=lambda edition: votes[edition])
