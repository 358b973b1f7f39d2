"""Addresses: operators and health without a language, everything else under /de/, /zh/, /en/."""

from django.contrib import admin
from django.urls import URLResolver, path

from kontor.web import entry
from kontor.web.legal.views import security_txt
from kontor.web.prefixes import LanguagePrefix

urlpatterns = [
    path("", entry.choose_language, name="choose-language"),
    path("healthz", entry.healthz, name="healthz"),
    path(".well-known/security.txt", security_txt, name="security-txt"),
    path("admin/", admin.site.urls),
    URLResolver(LanguagePrefix(), "kontor.web.urls"),
]

handler400 = "kontor.web.errors.bad_request"
handler403 = "kontor.web.errors.not_allowed"
handler404 = "kontor.web.errors.not_found"
handler500 = "kontor.web.errors.server_error"
