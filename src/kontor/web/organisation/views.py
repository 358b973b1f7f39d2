"""The page of an organisation: claimed, bare, paused, quarantined, merged."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kontor.common.actors import Actor
from kontor.common.errors import NotFound
from kontor.common.languages import page_language
from kontor.common.texts import TextOrigin, best_text
from kontor.directory import queries
from kontor.directory.models import Organisation, OrganisationTextField
from kontor.directory.perms import can_see_internal
from kontor.opportunities.queries import opportunities_of
from kontor.web.opportunity.rows import opportunity_row
from kontor.web.organisation.reading import not_stated, reading_version
from kontor.web.presenting.checks import check_sentence, office_phrase
from kontor.web.presenting.names import place, shown_name
from kontor.web.presenting.originals import Original, notes, original

MOST_OPPORTUNITIES = 20


@login_not_required
@require_safe
def organisation(request: HttpRequest, public_id: str) -> HttpResponse:
    """One organisation. Strangers get the same 404 for a hidden entry as for a wrong address."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # the middleware sets it
    subject = queries.organisation(actor, public_id)
    if subject.merged_into is not None:
        return _merged(request, actor, subject)
    context = _head(subject)
    may_see_all = can_see_internal(actor, subject)
    if subject.is_paused and not may_see_all:
        return render(request, "organisation/paused.html", context)
    context |= {"notices": _notices(subject) if may_see_all else []}
    context |= _body(actor, subject, page_language())
    template = "organisation/page.html" if subject.is_claimed else "organisation/bare.html"
    return render(request, template, context)


def _merged(request: HttpRequest, actor: Actor, subject: Organisation) -> HttpResponse:
    """Leads on to the entry that stays; there is nothing to see for whoever may not see that one."""
    stays = queries.organisations_by_id(actor, [subject.merged_into.public_id]).get(subject.merged_into.public_id)
    if stays is None:
        raise NotFound
    return render(request, "organisation/merged.html", {**_head(subject), "stays": stays, "stays_name": shown_name(stays)})


def _head(subject: Organisation) -> dict[str, Any]:
    return {
        "organisation": subject,
        "name": shown_name(subject),
        "place": place(subject.city),
        "check": check_sentence(subject),
        "office": office_phrase(subject.city),
    }


def _body(actor: Actor, subject: Organisation, reader: str) -> dict[str, Any]:
    originals = _originals(subject, reader)
    return {
        "lines": reading_version(subject, reader),
        "not_stated": not_stated(subject),
        "translation": _translation(subject, reader),
        "originals": originals,
        "notes": notes(originals),
        "opportunities": [opportunity_row(row, reader) for row in opportunities_of(actor, subject)[:MOST_OPPORTUNITIES]],
    }


def _originals(subject: Organisation, reader: str) -> list[Original]:
    """What was written at first hand, in the organisation's own language where there is a choice."""
    first_hand = [row for row in subject.texts.all() if row.origin in (TextOrigin.WRITTEN, TextOrigin.IMPORTED)]
    own = {row.field for row in first_hand if row.language == subject.language}
    chosen = [row for row in first_hand if row.language == subject.language or row.field not in own]
    order = {field: number for number, field in enumerate(OrganisationTextField.values)}
    chosen.sort(key=lambda row: order[row.field])
    return [original(str(row.get_field_display()), row.value, row.language, reader) for row in chosen]


def _translation(subject: Organisation, reader: str) -> Any:
    """A text in the reader's language beside the original, `None` where there is none."""
    if reader == subject.language:
        return None
    for field in (OrganisationTextField.PROFILE, OrganisationTextField.SUMMARY):
        text = best_text(subject.texts.all(), field, reader)
        if text is not None and text.language != subject.language:
            return text
    return None


def _notices(subject: Organisation) -> list[str]:
    """States that only the organisation itself and its overseers are told of."""
    found = []
    if subject.is_quarantined:
        found.append("quarantined")
    if subject.is_paused:
        found.append("paused")
    if subject.visibility != "public":
        found.append(subject.visibility)
    return found
