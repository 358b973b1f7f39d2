"""Taking in reports on words."""

from __future__ import annotations

import re

from django.db import transaction

from kontor.audit.services import record
from kontor.common.actors import Actor
from kontor.vocabulary_reports.errors import ContactDetails
from kontor.vocabulary_reports.models import WordReport

# A mail address, or seven digits and more that only blanks, dots, strokes or brackets part.
CONTACT = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+|(?:\+|\b)(?:\d[ ./()\-]{0,2}){7,}")


@transaction.atomic
def report_word(
    word: str, *, actor: Actor, kind: str, language: str, concept: str = "", remark: str = ""
) -> WordReport:
    """Keep a remark on a word. Raises ContactDetails when it holds a mail address or a telephone number.

    The report is kept without a sender, so nobody could answer it, and nothing
    that names a person may come in by this way.
    """
    if CONTACT.search(word) or CONTACT.search(remark):
        raise ContactDetails
    report = WordReport.objects.create(kind=kind, word=word, language=language, concept=concept, remark=remark)
    record(actor, "vocabulary_reports.word-reported", report, after={"kind": kind, "word": word, "concept": concept})
    return report
