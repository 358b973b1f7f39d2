"""Addresses of the results."""

from django.urls import path

from kontor.web.results import views

urlpatterns = [
    path("search/", views.results, name="results"),
]
