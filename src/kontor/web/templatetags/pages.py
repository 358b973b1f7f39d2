"""What every page template needs: `lang` values, numbers and days by locale, links in three languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from babel.dates import format_date
from django.conf import settings
from django.template import Context, Library
from django.template.base import Node, NodeList, Parser, Token
from django.urls import NoReverseMatch, reverse
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from kontor.common.languages import LANG_ATTRIBUTES, in_language, lang_attribute, page_language
from kontor.common.numbers import BABEL_LOCALES, grouped

register = Library()

# Chinese characters with their punctuation; figures and Latin words between them stay outside.
QUOTED_NAME = re.compile("[„“].+[“”]")
NOT_IN_BRACKETS = re.compile(r"[^(（]+(?=\s[(]|（)")
CHINESE_PART = re.compile(r"([\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60]+)")
SCRIPT_ATTRIBUTES = {"Hans": "zh-Hans", "Hant": "zh-Hant"}
LANGUAGE_NAMES = {"de": "DE", "zh": "中文", "en": "EN"}


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """The same page in one of the languages, named in that language."""

    name: str
    lang: str
    address: str
    is_current: bool


@register.simple_tag
def page_lang() -> str:
    """`lang` of the page: de, zh-Hans or en."""
    return lang_attribute(page_language())


@register.filter
def html_lang(language: str) -> str:
    """`lang` of a stored text's language code (`de`, `zh`, `en`)."""
    return lang_attribute(language)


@register.filter
def country_lang(country: str) -> str:
    """`lang` of a proper name written in the language of a country (`DE`, `CN`)."""
    return {"CN": "zh-Hans", "DE": "de"}.get(country, "")


@register.filter
def script_lang(script: str) -> str:
    """`lang` of a name by its script; empty for Latin letters, which belong to no one language."""
    return SCRIPT_ATTRIBUTES.get(script, "")


@register.filter
def around_short_name(name: str) -> tuple[str, str, str]:
    """A city's name as (before, short name, behind): a network's is the one in quotes, others leave out what stands in brackets."""
    found = QUOTED_NAME.search(name) or NOT_IN_BRACKETS.match(name)
    return (name[: found.start()], found[0], name[found.end() :]) if found else ("", name, "")


@register.filter
def in_parts(text: Any) -> SafeString:
    """A text whose Chinese parts are marked as Chinese where the page is in another language.

    For text of mixed or unknown language: sources, certificates, measures as their owner wrote them.
    """
    if page_language() == "zh":
        return conditional_escape(text)
    parts = CHINESE_PART.split(str(text))
    # Every second piece is what the pattern caught.
    return format_html_join("", "{}", ((_marked(part) if number % 2 else part,) for number, part in enumerate(parts)))


def _marked(part: str) -> SafeString:
    return format_html('<span lang="{}">{}</span>', lang_attribute("zh"), part)


@register.filter
def number(value: Any) -> str:
    """A whole number with the grouping of the page's language: 28.640, 28,640."""
    return grouped(value)


@register.filter
def or_more(value: int, has_more: bool) -> str:
    """A number of hits, as "more than 300" where there may be more."""
    if not has_more:
        return number(value)
    # Translators: stands alone behind a title, or before a noun: "more than 300 entries".
    return pgettext("number of hits", "more than %(number)s") % {"number": number(value)}


@register.filter
def day(value: date | None) -> str:
    """A day as the page's language writes it: 12.03.2027, 2027年3月12日, 12 Mar 2027; empty without one."""
    return format_date(value, format="medium", locale=BABEL_LOCALES[page_language()]) if value else ""


@register.filter
def listed(items: Iterable[Any]) -> str:
    """Items as the page's language strings them together: with commas, or with 、 in Chinese."""
    # Translators: stands between the items of a list.
    return pgettext("between items", ", ").join(str(item) for item in items)


@register.simple_tag
def gap() -> str:
    """The blank between two sentences, or after a colon: Chinese signs bring their own."""
    return "" if page_language() == "zh" else " "


@register.simple_tag
def language_links(path: str, query: str) -> list[LanguageLink]:
    """The page at `path` with `query` (as in the address, without the mark) in each language."""
    suffix = f"?{query}" if query else ""
    current = page_language()
    return [
        LanguageLink(LANGUAGE_NAMES[prefix], lang, in_language(path, prefix) + suffix, prefix == current)
        for prefix, lang in LANG_ATTRIBUTES.items()
    ]


@register.simple_tag
def page_address(name: str, *arguments: Any) -> str:
    """Address of a page, empty where this installation has no such page."""
    try:
        return reverse(name, args=arguments)
    except NoReverseMatch:
        return ""


# Where a filing can be looked up; the law wants the number to lead there.
ICP_ADDRESS = "https://beian.miit.gov.cn/"
POLICE_ADDRESS = "https://beian.mps.gov.cn/"


@register.simple_tag
def filing_numbers() -> list[tuple[str, str]]:
    """(number, address) of the filings that sites in China name in their footer, where the operator has given them."""
    pairs = ((settings.KONTOR_ICP_NUMBER, ICP_ADDRESS), (settings.KONTOR_POLICE_NUMBER, POLICE_ADDRESS))
    return [(number, address) for number, address in pairs if number]


@register.simple_tag(takes_context=True)
def is_here(context: Context, *names: str) -> bool:
    """Whether the page shown is one of these URL names."""
    match = getattr(context.get("request"), "resolver_match", None)
    return match is not None and match.url_name in names


@register.inclusion_tag("parts/arc.html")
def arc(label: str = "") -> dict[str, str]:
    """The bridge arc between "yours" and "theirs"; with a label it is read out, without it is ornament."""
    return {"label": label}


class FragmentNode(Node):
    """A piece of a template kept under a name, to be set into a translated sentence."""

    def __init__(self, nodelist: NodeList, name: str) -> None:
        self.nodelist = nodelist
        self.name = name

    def render(self, context: Context) -> SafeString:
        context[self.name] = self.nodelist.render(context)
        return SafeString("")


@register.tag
def fragment(parser: Parser, token: Token) -> FragmentNode:
    """`{% fragment name %}...{% endfragment %}`: languages differ in where a choice stands in a sentence."""
    name = token.split_contents()[1]
    nodelist = parser.parse(("endfragment",))
    parser.delete_first_token()
    return FragmentNode(nodelist, name)
