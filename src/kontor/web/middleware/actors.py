"""Who acts in this request."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from kontor.accounts.queries import actor_of


class ActorMiddleware:
    """Sets `request.actor`, with the roles that hold at this moment.

    Lazy: a page that never asks who reads it costs no query for it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: actor_of(request.user))  # type: ignore[attr-defined]  # the middleware sets it
        return self.get_response(request)
