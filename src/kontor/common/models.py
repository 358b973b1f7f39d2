"""Abstract bases of the site's models."""

from django.db import models

from kontor.common.public_ids import PublicIdField


class PublicModel(models.Model):
    """Something that has an address: a public id, and when it came and last changed."""

    public_id = PublicIdField()
    created = models.DateTimeField(auto_now_add=True)
    updated = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True
