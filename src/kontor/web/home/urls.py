"""Addresses of the front page."""

from django.urls import path

from kontor.web.home import views

urlpatterns = [
    path("", views.front, name="front"),
]
