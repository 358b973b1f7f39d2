"""One address of every page type, found by walking the site as a reader would."""

from __future__ import annotations

import re
import urllib.request
from urllib.parse import urlencode

QUESTION = {"de": "Wir suchen Aluminiumdruckguss für Elektromotorgehäuse", "zh": "寻找铝型材德国经销商", "en": "surface treatment of aluminium"}
LANGUAGES = ("de", "zh", "en")


def page_types(address: str, language: str) -> dict[str, str]:
    """Name -> path of each page type in a language."""
    search = f"/{language}/search/?" + urlencode({"q": QUESTION[language], "in": "both"})
    claimed, bare = organisations(address, language)
    found = {
        "front": f"/{language}/",
        "results": search,
        "results, filters": f"{search}&view=filters",
        "results, nothing": f"/{language}/search/?q=qqqqqzzzzz",
        "results, opportunities": f"{search}&kind=opportunity",
        "organisation, claimed": claimed,
        "organisation, bare": bare,
        "removal form": f"{bare}request/",
        "opportunity": first(read(address, f"/{language}/browse/"), rf"/{language}/opportunities/[0-9a-z]+/"),
    }
    plain = ("browse", "cities", "cities/foshan", "cities/ingolstadt", "alliance", "ranking", "thesaurus", "thesaurus/aluminium-die-casting")
    texts = ("thesaurus/report", "about", "privacy", "imprint", "accessibility", "no-such-page")
    return found | {name: f"/{language}/{name}/" for name in (*plain, *texts)} | {"thesaurus, search": f"/{language}/thesaurus/?q=guss"}


def organisations(address: str, language: str) -> tuple[str, str]:
    """A claimed organisation and one from a register, from the other country as the reader sees it."""
    city = "ingolstadt" if language == "zh" else "foshan"
    pattern = rf"/{language}/organisations/[0-9a-z]+/"
    pages = [re.findall(pattern, read(address, f"/{language}/cities/{city}/?page={number}")) for number in (1, 2, 3)]
    listed = [path for found in pages for path in found]
    return listed[0], listed[-1]


def first(text: str, pattern: str) -> str:
    found = re.search(pattern, text)
    assert found is not None, f"nothing like {pattern} on the page"
    return found[0]


def read(address: str, path: str) -> str:
    with urllib.request.urlopen(address + path, timeout=30) as answer:
        return str(answer.read().decode())
