"""Rows of the audit trail are only ever added."""

from django.db import migrations

from kontor.audit.triggers import append_only


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [append_only("audit_change")]
