"""Addresses of requests about entries."""

from django.urls import path

from kontor.web.entry_request import views

urlpatterns = [
    path("organisations/<public_id:public_id>/request/", views.entry_request, name="entry-request"),
]
