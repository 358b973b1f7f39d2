"""Chinese in Latin letters, and one folded form for what people write in ever other ways (lü, lv, lyu; Müller, Mueller)."""

from __future__ import annotations

import functools
import re
import unicodedata

_SPECIAL = {"陕西": "shaanxi", "香港": "hongkong", "澳门": "macao", "厦门": "xiamen", "六安": "luan", "台州": "taizhou", "番禺": "panyu", "乐从": "lecong", "长兴": "changxing", "重庆": "chongqing", "长沙": "changsha", "长春": "changchun", "长安": "changan", "内蒙古": "neimenggu"}
_U_SOUNDS = re.compile(r"([ln])(?:yu(?!an)|ü|v|u:)(e)?")
_LONG_U = re.compile(r"(?<=[ln])(?:ü|v|u:|yu)")
_GERMAN = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})
_DIGRAPHS = re.compile(r"ae|oe|ue(?=[a-zß])")


@functools.lru_cache(maxsize=100_000)
def spelled(text: str) -> str:
    """Pinyin without tones, syllables joined: 实现 -> shixian, 绿源 -> lüyuan. Latin letters and digits stay."""
    if text in _SPECIAL:
        return _SPECIAL[text]
    from pypinyin import Style, lazy_pinyin  # late: its tables take a while to load

    return "".join(lazy_pinyin(text, style=Style.NORMAL, v_to_u=True, errors=lambda other: other.lower()))


@functools.cache
def _of_character(character: str) -> str:
    return folded(spelled(character))


def sound_key(text: str) -> str:
    """Folded pinyin character by character: ten times faster than `spelled`, blind to readings that a word decides (银行).

    For keys of words that both sides write in characters.
    """
    return "".join([_of_character(character) for character in text])


def capitalised(text: str) -> str:
    """Pinyin as a proper name: 顺德 -> Shunde, 西安 -> Xi'an (an apostrophe before a syllable that begins with a vowel)."""
    if text in _SPECIAL:
        return _SPECIAL[text].capitalize()
    from pypinyin import Style, lazy_pinyin

    syllables = lazy_pinyin(text, style=Style.NORMAL, v_to_u=True)
    joined = "".join(f"'{syllable}" if number and syllable[:1] in "aeo" and text[number : number + 1] > "\u3000" else syllable for number, syllable in enumerate(syllables))
    return joined[:1].upper() + joined[1:]


@functools.lru_cache(maxsize=50_000)
def folded(text: str) -> str:
    """Letters and digits only, lower case, without umlauts and accents.

    lü, lv, lyu and lu become lu; nü, nv, nyu become nu; Müller, Mueller and Muller become muller. Only a key: it also throws together what
    is not the same (Lu and Lü are two surnames), so the score looks at the names themselves again.
    """
    lower = unicodedata.normalize("NFC", text).lower()
    lower = _U_SOUNDS.sub(r"\1u\2", lower)
    lower = _DIGRAPHS.sub(lambda match: match.group()[0], lower).translate(_GERMAN)
    plain = unicodedata.normalize("NFKD", lower)
    return re.sub(r"[^0-9a-z]+", "", plain)


def typed(text: str) -> str:
    """Pinyin as somebody types it, without tones, apostrophes and blanks; lü, lv, lyu and lu are one."""
    plain = unicodedata.normalize("NFD", text.lower().replace("ü", "v"))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub("['’ -]", "", _LONG_U.sub("u", plain))


def readings(character: str) -> list[str]:
    """All readings of a character, as `typed` folds them: 长 gives chang and zhang."""
    from pypinyin import Style, pinyin

    return list(dict.fromkeys(typed(syllable) for syllable in pinyin(character, style=Style.NORMAL, heteronym=True)[0]))


def in_context(text: str) -> str:
    """Syllables of a Chinese text joined, readings decided by the words of the text (银行 yinhang), as `typed` folds them."""
    from pypinyin import Style, lazy_pinyin

    return "".join(typed(syllable) for syllable in lazy_pinyin(text, style=Style.NORMAL))
