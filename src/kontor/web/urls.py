"""Addresses of the pages, one folder an area. Add `path("", include("kontor.web.<area>.urls"))`."""

from django.urls import include, path

urlpatterns = [
    path("", include("kontor.web.front.urls")),
    path("", include("kontor.web.results.urls")),
    path("", include("kontor.web.organisation.urls")),
    path("", include("kontor.web.entry_request.urls")),
    path("", include("kontor.web.opportunity.urls")),
    path("", include("kontor.web.browse.urls")),
    path("", include("kontor.web.cities.urls")),
    path("", include("kontor.web.alliance.urls")),
    path("", include("kontor.web.ranking.urls")),
    path("", include("kontor.web.thesaurus.urls")),
    path("", include("kontor.web.about.urls")),
    path("", include("kontor.web.legal.urls")),
]
