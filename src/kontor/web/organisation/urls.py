"""Addresses of organisations."""

from django.urls import path

from kontor.web.organisation import views

urlpatterns = [
    path("organisations/<public_id:public_id>/", views.organisation, name="organisation"),
]
