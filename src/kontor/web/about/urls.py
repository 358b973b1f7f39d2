"""Address of the page about Kontor."""

from django.urls import path

from kontor.web.about import views

urlpatterns = [
    path("about/", views.about, name="about"),
]
