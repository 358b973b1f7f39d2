"""Places at the beginning of a company's name."""

from __future__ import annotations

import functools
import re
from pathlib import Path

_FILE = Path(__file__).parent / "data" / "places.txt"
_ENDING = re.compile(r"省|自治区|特别行政区|市|地区|自治州|盟|州")
_DISTRICT = re.compile(r"(?:[\u4e00-\u9fff]{0,4}?(?:经济技术开发区|高新技术产业开发区|高技术产业开发区|高新技术开发区|经济开发区|经济特区|自治县|自治州|开发区|高新区|工业园区|工业区|工业园|保税区|新区|街道|林场|农场)|[\u4e00-\u9fff]{1,3}?[区县旗市镇乡村])")
_NO_PLACE = re.compile(r"^(?:.{0,2}(?:超市|城市|都市|门市|夜市|股市|上市|集市|小镇|社区|园区|景区|小区|乡村|重镇))")


@functools.cache
def _table() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, *names = line.split()
            found.setdefault(kind, []).extend(names)
    return {kind: tuple(names) for kind, names in found.items()}


@functools.cache
def _known(kind: str) -> frozenset[str]:
    return frozenset(_table()[kind])


@functools.cache
def known_places() -> frozenset[str]:
    """All Chinese short names."""
    return _known("province") | _known("city") | _known("district")


@functools.cache
def latin_places() -> frozenset[str]:
    """Places in Latin letters, folded: German cities, and the Chinese ones in pinyin."""
    from kontor_core.language.pinyin import folded, spelled

    chinese = (folded(spelled(name)) for name in known_places())
    return frozenset((*(folded(name) for name in _table()["latin"]), *chinese))


def short(place: str) -> str:
    """佛山市 -> 佛山, 顺德区 -> 顺德; a place of two characters keeps both."""
    plain = re.sub(r"(?:壮族|回族|维吾尔)?(?:省|自治区|特别行政区|市|地区|自治州|区|县|旗|镇|乡|村|街道)$", "", place)
    return plain if len(plain) >= 2 else place


_ZONE = re.compile(r"^(?:经济特区|(?:经济技术|高新技术产业|高技术产业|高新技术|经济)?开发区|高新区|工业园区|工业区|工业园|保税区|新区)$")


def is_zone(place: str) -> bool:
    """Whether a place is a zone without a name of its own (经济特区 behind 汕头)."""
    return _ZONE.match(place) is not None


def rank(place: str) -> int:
    """0 a province, 1 a city, 2 anything smaller or unknown; Latin names count as cities."""
    plain = short(place)
    return 0 if plain in _known("province") else 1 if plain in _known("city") or place.isascii() else 2


def cut_places(name: str) -> tuple[list[str], str]:
    """(places at the beginning in their order, as written; the rest). The rest keeps at least two characters."""
    places: list[str] = []
    rest = name
    for kind in ("province", "city"):
        for length in (4, 3, 2):
            if rest[:length] in _known(kind) and len(rest) > length + 1:
                end = length
                if ending := _ENDING.match(rest, length):
                    end = ending.end()
                elif kind == "province" and rest[length : length + 2] in ("壮族", "回族", "维吾"):
                    end = rest.find("自治区") + 3 if "自治区" in rest[:12] else length
                if len(rest) - end >= 2:
                    places.append(rest[:end])
                    rest = rest[end:]
                break
    while len(places) < 5:
        cut = _next_district(rest, bool(places))
        if not cut or len(rest) - cut < 2:
            break
        places.append(rest[:cut])
        rest = rest[cut:]
    return places, rest


def _next_district(rest: str, is_inside: bool) -> int:
    """Length of a district at the beginning, 0 for none."""
    if _NO_PLACE.match(rest):
        return 0
    found = _DISTRICT.match(rest)
    if found and len(found.group()) >= 2:
        return found.end()
    if rest[:2] in _known("district") and (is_inside or len(rest) >= 6):
        return 2
    return 0
