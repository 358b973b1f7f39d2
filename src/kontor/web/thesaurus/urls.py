"""Addresses of the thesaurus."""

from django.urls import path

from kontor.web.thesaurus import views

urlpatterns = [
    path("thesaurus/", views.thesaurus, name="thesaurus"),
    path("thesaurus/report/", views.report, name="report-word"),
    path("thesaurus/<slug:concept_id>/", views.concept, name="concept"),
]
