"""The person with an account."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from kontor.common.languages import TextLanguage
from kontor.common.models import PublicModel


class Person(PublicModel, AbstractBaseUser):
    """Someone who signs in with an e-mail address.

    Roles in organisations and cities are memberships and stand in those apps;
    here is only whether the person operates the installation.
    """

    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=120, blank=True)
    form_of_address = models.CharField(_("form of address"), max_length=120, blank=True)
    language = models.CharField(_("language"), max_length=2, choices=TextLanguage.choices, default=TextLanguage.ENGLISH)
    is_active = models.BooleanField(_("active"), default=True)
    is_operator = models.BooleanField(_("operator"), default=False)

    USERNAME_FIELD = "email"

    objects = BaseUserManager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ("email",)

    def __str__(self) -> str:
        return self.name or self.email

    def clean(self) -> None:
        super().clean()
        # Addresses are compared without case: two accounts that differ by a capital help only a deceiver.
        self.email = self.email.lower()

    def get_short_name(self) -> str:
        return self.name or self.email

    # What Django's admin asks of a user: operators may everything there, others nothing.
    @property
    def is_staff(self) -> bool:
        return self.is_operator

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        return self.is_active and self.is_operator

    def has_perms(self, perm_list: Any, obj: Any = None) -> bool:
        return self.is_active and self.is_operator

    def has_module_perms(self, app_label: str) -> bool:
        return self.is_active and self.is_operator
