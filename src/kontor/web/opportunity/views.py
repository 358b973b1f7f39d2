"""The page of an offer or request."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from kontor.common.countries import Country
from kontor.common.languages import page_language
from kontor.common.texts import best_text, original_text
from kontor.directory.vocabulary import OrganisationKind, SizeBand
from kontor.opportunities.models import Opportunity
from kontor.opportunities.queries import opportunity as load
from kontor.opportunities.vocabulary import AGREEMENT_TYPES, OPPORTUNITY_TYPES, OpportunityTextField
from kontor.web.opportunity.rows import opportunity_row
from kontor.web.presenting.checks import check_sentence
from kontor.web.presenting.concepts import concept_labels
from kontor.web.presenting.lines import Item, Line, statement_items
from kontor.web.presenting.originals import Original, notes, original
from kontor.web.templatetags.pages import day


@login_not_required
@require_safe
def opportunity(request: HttpRequest, public_id: str) -> HttpResponse:
    """One offer or request; strangers get 404 for a draft, an expired or a hidden one."""
    subject = load(request.actor, public_id)  # type: ignore[attr-defined]  # the middleware sets it
    reader = page_language()
    originals = _originals(subject, reader)
    context = {
        "opportunity": subject,
        "row": opportunity_row(subject, reader),
        "lines": _lines(subject, reader),
        "originals": originals,
        "notes": notes(originals),
        "translation": _translation(subject, reader),
        "check": check_sentence(subject.organisation),
        "has_export_hint": OPPORTUNITY_TYPES[subject.type].has_export_hint,
    }
    return render(request, "opportunity/page.html", context)


def _originals(subject: Opportunity, reader: str) -> list[Original]:
    """The texts at first hand, apart from the title, in the order of the form."""
    found = []
    for field in OpportunityTextField.values:
        text = original_text(subject.texts.all(), field, subject.language)
        if text is not None and field != OpportunityTextField.TITLE:
            found.append(original(str(text.get_field_display()), text.value, text.language, reader))
    return found


def _translation(subject: Opportunity, reader: str) -> Any:
    if reader == subject.language:
        return None
    text = best_text(subject.texts.all(), OpportunityTextField.TEXT, reader)
    return text if text is not None and text.language != subject.language else None


def _lines(subject: Opportunity, reader: str) -> list[Line]:
    statements = [item for statement in subject.statements.all() for item in statement_items(statement, reader)]
    keywords = tuple({item.text: item for item in statements}.values())
    lines = [
        Line(_("Type"), (Item(str(OPPORTUNITY_TYPES[subject.type].term)),)),
        Line(_("Keywords"), keywords),
        Line(_("Form of cooperation"), _form(subject)),
        Line(_("Partner sought"), _partner(subject)),
        Line(_("Certificates required"), tuple(map(Item, concept_labels(subject.certificates, reader)))),
        Line(_("Quantity"), _given(subject.quantity)),
        Line(_("Stage of development"), _given(subject.get_stage_display() if subject.stage else "")),
        Line(_("Property rights"), _given(subject.get_property_rights_display() if subject.property_rights else "")),
        Line(_("Begins on"), _given(day(subject.starts_on))),
        Line(_("Needed by"), _given(day(subject.needed_by))),
        Line(_("Valid until"), _given(day(subject.expires_on))),
    ]
    return [line for line in lines if line.items]


def _given(text: str) -> tuple[Item, ...]:
    return (Item(str(text)),) if text else ()


def _form(subject: Opportunity) -> tuple[Item, ...]:
    """The form of cooperation, with both roles where the sides differ."""
    agreement = AGREEMENT_TYPES.get(subject.agreement_type)
    if agreement is None:
        return ()
    own, other = agreement.role(subject.own_role), agreement.opposite(subject.own_role)
    if own is None or other is None or agreement.is_symmetric:
        return (Item(str(agreement.term)),)
    roles = pgettext("own role and the partner's", "own role %(own)s, partner sought: %(other)s")
    # Translators: follows a form of cooperation; who takes which part in it.
    note = pgettext("after a form of cooperation", " – %(roles)s") % {"roles": roles % {"own": own.term, "other": other.term}}
    return (Item(str(agreement.term), note=note),)


def _partner(subject: Opportunity) -> tuple[Item, ...]:
    places = [target.city.name if target.city else str(Country(target.country).label) for target in subject.targets.all()]
    kinds = [str(OrganisationKind(kind).label) for kind in subject.partner_kinds if kind in OrganisationKind.values]
    sizes = [
        _("%(size)s employees") % {"size": SizeBand(size).label} for size in subject.partner_sizes if size in SizeBand.values
    ]
    return tuple(map(Item, [*kinds, *sizes, *places]))
