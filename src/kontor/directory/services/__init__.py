"""Acts on organisations, each in its own transaction with one row in the audit trail.

They check the state of the organisation; callers check the right (`perms`).
"""

from kontor.directory.services.entries import (
    NewName,
    add_identifier,
    assign_role,
    change_organisation,
    create_organisation,
    replace_names,
    state_facts,
)
from kontor.directory.services.equipment import add_certificate, add_machine, add_site
from kontor.directory.services.members import add_member, end_membership
from kontor.directory.services.provenance import may_replace, record_sources
from kontor.directory.services.states import (
    check_mergeable,
    claim,
    lift_quarantine,
    merge,
    pause,
    quarantine,
    resume,
    set_visibility,
)
from kontor.directory.services.words import NewStatement, replace_statements, write_text

__all__ = [
    "NewName",
    "NewStatement",
    "add_certificate",
    "add_identifier",
    "add_machine",
    "add_member",
    "add_site",
    "assign_role",
    "change_organisation",
    "check_mergeable",
    "claim",
    "create_organisation",
    "end_membership",
    "lift_quarantine",
    "may_replace",
    "merge",
    "pause",
    "quarantine",
    "record_sources",
    "replace_names",
    "replace_statements",
    "resume",
    "set_visibility",
    "state_facts",
    "write_text",
]
