"""Addresses of the legal pages. The security contact stands outside of the languages (see `kontor.urls`)."""

from django.urls import path

from kontor.web.legal import views

urlpatterns = [
    path("imprint/", views.imprint, name="imprint"),
    path("privacy/", views.privacy, name="privacy"),
    path("accessibility/", views.accessibility, name="accessibility"),
]
