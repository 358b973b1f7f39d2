"""The language prefix of addresses."""

from django.urls.resolvers import LocalePrefixPattern

from kontor.common.languages import page_language


class LanguagePrefix(LocalePrefixPattern):
    """`de/`, `zh/` or `en/`, by the active language.

    Django would write its own code `zh-hans/`. The middleware has switched to the
    language of the address before this is asked.
    """

    @property
    def language_prefix(self) -> str:
        return f"{page_language()}/"
