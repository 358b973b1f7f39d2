"""Addresses of the list of offers and requests."""

from django.urls import path

from kontor.web.browse import views

urlpatterns = [
    path("browse/", views.browse, name="browse"),
]
