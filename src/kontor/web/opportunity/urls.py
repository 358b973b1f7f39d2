"""Addresses of offers and requests."""

from django.urls import path

from kontor.web.opportunity import views

urlpatterns = [
    path("opportunities/<public_id:public_id>/", views.opportunity, name="opportunity"),
]
