"""Addresses of the front page."""

from django.urls import path

from kontor.web.front import views

urlpatterns = [
    path("", views.front, name="front"),
    path("understood/", views.understood, name="understood"),
]
