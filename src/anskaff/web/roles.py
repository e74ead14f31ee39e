"""What a role is called on screen."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from anskaff.concepts.actor import Role

ROLE_NAMES: dict[Role, Promise] = {
    Role.ADMINISTRATOR: _("Administrator"),
    Role.PROCUREMENT_OFFICER: _("Innkjøper"),
    Role.EMPLOYEE: _("Ansatt"),
    Role.LEADER: _("Leder"),
    Role.ARCHIVIST: _("Arkivar"),
    Role.TENDER_MANAGER: _("Tilbudsansvarlig"),
    Role.SIGNATORY: _("Signatur"),
    Role.SYSTEM: _("Systemet"),
}


def role_name(role: Role | str) -> str:
    """The name of a role in the language of the page; the code itself when it is no role."""
    return str(ROLE_NAMES[Role(role)]) if role in set(Role) else str(role)
