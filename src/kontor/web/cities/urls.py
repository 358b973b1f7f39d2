"""Addresses of the cities."""

from django.urls import path

from kontor.web.cities import views

urlpatterns = [
    path("cities/", views.cities, name="cities"),
    path("cities/<slug:slug>/", views.city, name="city"),
]
