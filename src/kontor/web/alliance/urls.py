"""Address of the alliance's page."""

from django.urls import path

from kontor.web.alliance import views

urlpatterns = [
    path("alliance/", views.alliance, name="alliance"),
]
