"""The route register: what each address answers to each kind of actor.

One row for each URL name and method. `{...}` in `arguments` names an attribute of
the test world (`subject.public_id`). The answers stand in the order of `ACTORS`:
anonymous, member, organisation admin, member of another organisation, coordinator
of this city, coordinator of another city, alliance office, operator.

Methods: GET and POST have rows; a view that takes one of them only says 405 to the
other. HEAD goes with GET.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

METHODS = ("GET", "POST")


@dataclass(frozen=True, slots=True)
class Row:
    """Expected status for each actor, and what to put into the address and the form."""

    answers: tuple[int, ...]
    arguments: Mapping[str, str] = field(default_factory=dict)
    data: Mapping[str, str] = field(default_factory=dict)


def everyone(status: int, arguments: Mapping[str, str] | None = None, data: Mapping[str, str] | None = None) -> Row:
    """The same answer for all eight."""
    return Row((status,) * 8, arguments or {}, data or {})


def operators_only(status: int, arguments: Mapping[str, str] | None = None) -> Row:
    """Strangers are led to sign in, everyone else sees no such page."""
    return Row((302, *(404,) * 6, status), arguments or {})


ROUTES: dict[tuple[str, str], Row] = {
    ("choose-language", "GET"): everyone(302),
    ("choose-language", "POST"): everyone(405),
    ("healthz", "GET"): everyone(200),
    ("healthz", "POST"): everyone(405),
    ("front", "GET"): everyone(200),
    ("front", "POST"): everyone(405),
    ("understood", "GET"): everyone(200),
    ("understood", "POST"): everyone(200, data={"q": "Druckguss"}),
    ("results", "GET"): everyone(200),
    ("results", "POST"): everyone(303, data={"q": "Druckguss"}),
    ("organisation", "GET"): everyone(200, {"public_id": "{subject.public_id}"}),
    ("organisation", "POST"): everyone(405, {"public_id": "{subject.public_id}"}),
    ("entry-request", "GET"): everyone(200, {"public_id": "{subject.public_id}"}),
    # Anyone may ask, so there is no kind of actor to refuse.
    ("entry-request", "POST"): everyone(302, {"public_id": "{subject.public_id}"}, {"kind": "remove"}),
    ("opportunity", "GET"): everyone(200, {"public_id": "{opportunity.public_id}"}),
    ("opportunity", "POST"): everyone(405, {"public_id": "{opportunity.public_id}"}),
    ("browse", "GET"): everyone(200),
    ("browse", "POST"): everyone(405),
    ("cities", "GET"): everyone(200),
    ("cities", "POST"): everyone(405),
    ("city", "GET"): everyone(200, {"slug": "{city.slug}"}),
    ("city", "POST"): everyone(405, {"slug": "{city.slug}"}),
    ("alliance", "GET"): everyone(200),
    ("alliance", "POST"): everyone(405),
    ("ranking", "GET"): everyone(200),
    ("ranking", "POST"): everyone(405),
    ("thesaurus", "GET"): everyone(200),
    ("thesaurus", "POST"): everyone(405),
    ("concept", "GET"): everyone(200, {"concept_id": "aluminium-die-casting"}),
    ("concept", "POST"): everyone(405, {"concept_id": "aluminium-die-casting"}),
    ("report-word", "GET"): everyone(200),
    # Anyone may report a word, so there is no kind of actor to refuse.
    ("report-word", "POST"): everyone(302, data={"kind": "missing", "word": "Druckguß", "language": "de"}),
    ("about", "GET"): everyone(200),
    ("about", "POST"): everyone(405),
    ("imprint", "GET"): everyone(200),
    ("imprint", "POST"): everyone(405),
    ("privacy", "GET"): everyone(200),
    ("privacy", "POST"): everyone(405),
    ("accessibility", "GET"): everyone(200),
    ("accessibility", "POST"): everyone(405),
    # The operator has not given a contact for security here.
    ("security-txt", "GET"): everyone(404),
    ("security-txt", "POST"): everyone(405),
    # Reports come in by the form of the site alone, without a sender.
    ("admin:vocabulary_reports_wordreport_add", "GET"): operators_only(403),
    ("admin:vocabulary_reports_wordreport_add", "POST"): operators_only(403),
    # Requests come in by the form of the site alone.
    ("admin:entry_requests_entryrequest_add", "GET"): operators_only(403),
    ("admin:entry_requests_entryrequest_add", "POST"): operators_only(403),
    # The page to sign in leads operators on and shows itself to anyone else.
    ("admin:login", "GET"): Row((200,) * 7 + (302,)),
    ("admin:login", "POST"): everyone(200, data={"username": "nobody@example.org", "password": "wrong"}),
    ("admin:logout", "GET"): operators_only(405),
    ("admin:logout", "POST"): operators_only(200),
    ("admin:index", "GET"): operators_only(200),
    ("admin:index", "POST"): operators_only(200),
    ("admin:password_change", "GET"): operators_only(200),
    ("admin:password_change", "POST"): operators_only(200),
    ("admin:password_change_done", "GET"): operators_only(200),
    ("admin:password_change_done", "POST"): operators_only(405),
    ("admin:autocomplete", "GET"): operators_only(403),
    ("admin:autocomplete", "POST"): operators_only(405),
    ("admin:jsi18n", "GET"): operators_only(200),
    ("admin:jsi18n", "POST"): operators_only(405),
    ("admin:view_on_site", "GET"): operators_only(404, {"content_type_id": "0", "object_id": "0"}),
    ("admin:view_on_site", "POST"): operators_only(404, {"content_type_id": "0", "object_id": "0"}),
    ("admin:app_list", "GET"): operators_only(200, {"app_label": "alliance"}),
    ("admin:app_list", "POST"): operators_only(200, {"app_label": "alliance"}),
    # Anything else under /admin/ that no pattern of Django's takes.
    ("admin:(unnamed)", "GET"): operators_only(404, {"url": "nothing/"}),
    ("admin:(unnamed)", "POST"): operators_only(404, {"url": "nothing/"}),
}

# The five pages Django makes for each table, by the end of their names. The object
# asked for does not exist, so operators are led back to the list.
TABLE_PAGES: dict[tuple[str, str], Row] = {
    ("changelist", "GET"): operators_only(200),
    ("changelist", "POST"): operators_only(200),
    ("add", "GET"): operators_only(200),
    ("add", "POST"): operators_only(200),
    ("history", "GET"): operators_only(302, {"object_id": "0"}),
    ("history", "POST"): operators_only(302, {"object_id": "0"}),
    ("delete", "GET"): operators_only(302, {"object_id": "0"}),
    ("delete", "POST"): operators_only(302, {"object_id": "0"}),
    ("change", "GET"): operators_only(302, {"object_id": "0"}),
    ("change", "POST"): operators_only(302, {"object_id": "0"}),
    # The old address of the change page, which leads to the new one.
    ("(unnamed)", "GET"): operators_only(302, {"object_id": "0"}),
    ("(unnamed)", "POST"): operators_only(302, {"object_id": "0"}),
}

# Tables that operators too may only read.
READ_ONLY_TABLES = (
    "audit_change", "searching_indexentry", "directory_valuesource", "coverage_unknownpart",
    "supply_importbatch", "supply_importrow", "supply_mergerecord", "supply_notduplicate",
)
READ_ONLY_PAGES: dict[tuple[str, str], Row] = {
    **TABLE_PAGES,
    ("add", "GET"): operators_only(403),
    ("add", "POST"): operators_only(403),
    ("change", "POST"): operators_only(403, {"object_id": "0"}),
    ("delete", "GET"): operators_only(403, {"object_id": "0"}),
    ("delete", "POST"): operators_only(403, {"object_id": "0"}),
}
