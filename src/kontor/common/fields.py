"""Model fields of the site."""

from typing import Any

from django.db import models


class WebAddressField(models.URLField):
    """A web address; one typed without a scheme is taken as https."""

    def formfield(self, **options: Any) -> Any:
        return super().formfield(**{"assume_scheme": "https", **options})
