"""Models of the directory."""

from kontor.directory.models.facts import Certificate, Machine, OrganisationFacts, Site, SiteKind
from kontor.directory.models.memberships import MemberRole, OrganisationMembership
from kontor.directory.models.names import Identifier, NameKind, OrganisationName, Script
from kontor.directory.models.organisations import Organisation
from kontor.directory.models.provenance import SourceRank, ValueSource
from kontor.directory.models.statements import AbstractStatement, OrganisationStatement, Side, StatementOrigin
from kontor.directory.models.texts import OrganisationRole, OrganisationText, OrganisationTextField

__all__ = [
    "AbstractStatement",
    "Certificate",
    "Identifier",
    "Machine",
    "MemberRole",
    "NameKind",
    "Organisation",
    "OrganisationFacts",
    "OrganisationMembership",
    "OrganisationName",
    "OrganisationRole",
    "OrganisationStatement",
    "OrganisationText",
    "OrganisationTextField",
    "Script",
    "Side",
    "Site",
    "SiteKind",
    "SourceRank",
    "StatementOrigin",
    "ValueSource",
]
