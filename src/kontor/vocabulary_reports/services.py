"""Taking in reports on words."""

from __future__ import annotations

import re

from django.db import transaction

from kontor.audit.services import record
from kontor.common.actors import Actor
from kontor.vocabulary_reports.errors import ContactDetails
from kontor.vocabulary_reports.models import WordReport

# A mail address; a number that begins with + or 0 as telephone numbers do; a Chinese mobile number.
# Standards, grades and sizes begin otherwise (GB/T 15115-2009, 1.4301, 1 650 t).
CONTACT = re.compile(
    r"[^\s@]+@[^\s@]+\.[^\s@]+|(?<![\d.,])(?:\+|\(?0)(?:\d[ /()\-]{0,3}){6,}|(?<!\d)1[3-9](?:[ \-]?\d){9}(?!\d)"
)


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
