"""Address of the page on ranking."""

from django.urls import path

from kontor.web.ranking import views

urlpatterns = [
    path("ranking/", views.ranking, name="ranking"),
]
