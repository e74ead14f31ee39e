"""Deeds: organisations, people, roles, invitations and officer keys."""

from anskaff.parties.actions.invitations import (
    accept_invitation,
    invite_person,
    withdraw_invitation,
)
from anskaff.parties.actions.organisations import add_person, end_membership, register_organisation
from anskaff.parties.actions.people import change_profile, choose_role, keep_officer_key

DEEDS = (
    register_organisation,
    add_person,
    end_membership,
    invite_person,
    accept_invitation,
    withdraw_invitation,
    choose_role,
    change_profile,
    keep_officer_key,
)

__all__ = [
    "DEEDS",
    "accept_invitation",
    "add_person",
    "change_profile",
    "choose_role",
    "end_membership",
    "invite_person",
    "keep_officer_key",
    "register_organisation",
    "withdraw_invitation",
]
