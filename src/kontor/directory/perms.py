"""Rights about organisations, one function a right."""

from kontor.common.actors import Actor
from kontor.directory.models import Organisation


def can_oversee(actor: Actor, organisation: Organisation) -> bool:
    """The city an organisation sits in vouches for it and sees all of it; so do office and operators."""
    return actor.is_operator or actor.is_alliance_office or organisation.city.public_id in actor.city_ids


def can_see_internal(actor: Actor, organisation: Organisation) -> bool:
    """Provenance, reasons and drafts are for the organisation itself and its overseers."""
    return organisation.public_id in actor.organisation_ids or can_oversee(actor, organisation)


def can_edit_organisation(actor: Actor, organisation: Organisation) -> bool:
    """Members keep their own entry; the city keeps those nobody has claimed, and helps with the others."""
    return organisation.public_id in actor.organisation_ids or can_oversee(actor, organisation)


def can_manage_members(actor: Actor, organisation: Organisation) -> bool:
    """Who acts for a company is that company's affair: its administrators, and operators in need."""
    return actor.is_operator or organisation.public_id in actor.administered_organisation_ids


def can_set_visibility(actor: Actor, organisation: Organisation) -> bool:
    """Being listed is the organisation's choice; before a claim the city's that listed it."""
    return organisation.public_id in actor.administered_organisation_ids or can_oversee(actor, organisation)


def can_pause(actor: Actor, organisation: Organisation) -> bool:
    """A company that cannot answer for a while says so itself."""
    return can_set_visibility(actor, organisation)


def can_quarantine(actor: Actor, organisation: Organisation) -> bool:
    """A report is looked into by those who vouch; hiding cannot wait for the organisation."""
    return can_oversee(actor, organisation)


def can_merge(actor: Actor, organisation: Organisation, into: Organisation) -> bool:
    """Both entries must be in the same hands, or a city could take another's companies."""
    return can_oversee(actor, organisation) and can_oversee(actor, into)
