"""Languages of the pages and of the texts people write.

Three notations meet here: Django's code (`zh-hans`), the address prefix and
language of stored texts (`zh`), and the HTML attribute (`zh-Hans`).
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

PREFIX_OF_CODE = {"de": "de", "zh-hans": "zh", "en": "en"}
CODE_OF_PREFIX = {prefix: code for code, prefix in PREFIX_OF_CODE.items()}
# Stored texts know no script of their own yet: Chinese is written in simplified characters.
LANG_ATTRIBUTES = {"de": "de", "zh": "zh-Hans", "en": "en"}


class TextLanguage(models.TextChoices):
    """Language of a stored text, the same codes as in the search core."""

    GERMAN = "de", _("German")
    CHINESE = "zh", _("Chinese")
    ENGLISH = "en", _("English")


def page_language() -> str:
    """Language of the page being made: `de`, `zh` or `en`."""
    return PREFIX_OF_CODE.get(get_language() or "", "en")


def lang_attribute(language: str) -> str:
    """Value of HTML `lang` for a text language; empty (unknown) for any other."""
    return LANG_ATTRIBUTES.get(language, "")


def reading_order(language: str) -> tuple[str, str, str]:
    """Text languages from most to least readable for a reader of `language`."""
    orders = {"de": ("de", "en", "zh"), "zh": ("zh", "en", "de"), "en": ("en", "de", "zh")}
    return orders.get(language, ("en", "de", "zh"))


def in_language(path: str, prefix: str) -> str:
    """The same address under another language prefix; the front page if it has none."""
    head, slash, rest = path.lstrip("/").partition("/")
    return f"/{prefix}/{rest}" if slash and head in CODE_OF_PREFIX else f"/{prefix}/"
