"""Names, reading aids and places of organisations."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from kontor.alliance.models import City
from kontor.common.languages import page_language
from kontor.directory.models import Organisation, Script
from kontor.directory.names import name_in_script, original_name
from kontor.directory.vocabulary import ORGANISATION_ROLE_TERMS
from kontor.searching.search import explain_text
from kontor.web.templatetags.pages import listed
from kontor_core.identity.reading_aid import reading_aid
from kontor_core.thesaurus import index as labels


@dataclass(frozen=True, slots=True)
class ShownName:
    """A name as it is shown: `original` in its own writing, `second` to read it by.

    `is_aid` tells a reading aid, made here, from a name the organisation gave itself.
    """

    original: str
    lang: str
    second: str = ""
    second_lang: str = ""
    is_aid: bool = False


def shown_name(organisation: Organisation) -> ShownName:
    """Name of an organisation for the page's reader. Works on loaded rows: prefetch `names`, select `city__part_of`."""
    name = original_name(organisation)
    value = name.value if name else organisation.public_id
    is_chinese = name is not None and name.script != Script.LATIN
    lang = {Script.CHINESE: "zh-Hans", Script.TRADITIONAL: "zh-Hant"}.get(name.script if name else "", organisation.language)
    reader = page_language()
    if is_chinese == (reader == "zh"):
        return ShownName(value, lang)
    own = name_in_script(organisation, Script.LATIN if is_chinese else Script.CHINESE)
    if own is not None:
        return ShownName(value, lang, own.value, "en" if is_chinese else "zh-Hans")
    return ShownName(value, lang, _aid(value, reader, labels.load().thesaurus.content_hash), is_aid=True)


# The same names stand on page after page, and a reading takes milliseconds. The hash is there to forget readings of another thesaurus.
@lru_cache(maxsize=20_000)
def _aid(name: str, reader: str, _content_hash: str) -> str:
    return reading_aid(name, reader, _term)


def _term(words: str, language: str) -> str | None:
    """The thesaurus' term for words of a name, `None` where they are more or less than one term."""
    written = "de" if language == "zh" else "zh"
    glosses = explain_text(words, written, language)
    return glosses[0].label if len(glosses) == 1 and (glosses[0].start, glosses[0].end) == (0, len(words)) else None


def _places(city: City) -> list[tuple[str, str]]:
    """(name as written in a company's name, name for the reader), the wider place first."""
    found = []
    step: City | None = city
    while step is not None and len(found) < 3:
        found.append((step.own_name, step.name))
        step = step.part_of if "part_of" in step._state.fields_cache else None
    return found[::-1]


def place(city: City) -> str:
    """City with the one it is part of: "Foshan, Shunde"; one whose name says it already stands alone: "Xiaoshan (Hangzhou)". Select `part_of` along."""
    names = [name for _own, name in _places(city)]
    return listed(name for number, name in enumerate(names) if not any(name in further for further in names[number + 1 :]))


def role_names(organisation: Organisation) -> list[str]:
    """Roles of the organisation in the page's language."""
    return [str(ORGANISATION_ROLE_TERMS[row.role]) for row in organisation.roles.all() if row.role in ORGANISATION_ROLE_TERMS]


def facts_of(organisation: Organisation) -> Any:
    """The facts row, `None` where nothing was stated."""
    return getattr(organisation, "facts", None)
