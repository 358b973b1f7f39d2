"""Rights about opportunities, one function a right."""

from kontor.common.actors import Actor
from kontor.directory.perms import can_edit_organisation, can_oversee
from kontor.directory.vocabulary import VerificationLevel
from kontor.opportunities.models import Opportunity


def can_edit_opportunity(actor: Actor, opportunity: Opportunity) -> bool:
    """Whoever keeps an organisation's entry keeps its opportunities."""
    return can_edit_organisation(actor, opportunity.organisation)


def can_review(actor: Actor, opportunity: Opportunity) -> bool:
    """The city vouches for what its companies publish; a company never reviews itself."""
    is_own = opportunity.organisation.public_id in actor.organisation_ids
    return can_oversee(actor, opportunity.organisation) and not is_own


def can_publish_at_once(actor: Actor, opportunity: Opportunity) -> bool:
    """An organisation whose register entry was checked is reviewed after publishing, not before."""
    is_checked = opportunity.organisation.verification_level >= VerificationLevel.REGISTER_CHECKED
    return can_edit_opportunity(actor, opportunity) and (is_checked or can_review(actor, opportunity))
