"""The language of a page: from its address, else from the reader."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from kontor.common.languages import CODE_OF_PREFIX, lang_attribute, page_language


class LanguageMiddleware:
    """Switches to the language of the prefix; without one, to the cookie's or the browser's.

    An address in a language never answers in another one, so that links can be
    passed on.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        code = language_of_path(request.path_info)
        translation.activate(code or translation.get_language_from_request(request))
        request.LANGUAGE_CODE = translation.get_language()
        response = self.get_response(request)
        if code is None:
            patch_vary_headers(response, ("Accept-Language", "Cookie"))
        response.headers.setdefault("Content-Language", lang_attribute(page_language()))
        return response


def language_of_path(path: str) -> str | None:
    """Django's code of the language an address stands under, `None` without a prefix."""
    head, slash, _rest = path.lstrip("/").partition("/")
    return CODE_OF_PREFIX.get(head) if slash else None
