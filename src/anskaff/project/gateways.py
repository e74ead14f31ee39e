"""The national notice service as this installation has set it up; None when it has not.

The addresses have no default: nothing is sent anywhere that nobody has chosen.
"""

import time

from django.conf import settings

from anskaff.notices.gateway.public import PublicNotices
from anskaff.notices.gateway.service import NoticeService
from anskaff.notices.gateway.transport import Http


def is_connected() -> bool:
    """Whether both address and key of the Notices API are set."""
    return bool(settings.ANSKAFF_NOTICE_SERVICE_URL and settings.ANSKAFF_NOTICE_SERVICE_KEY)


def notice_service() -> NoticeService | None:
    """The Notices API, when both address and key are set.

    Raises:
        ValueError: the address or the key cannot be used; the key is not repeated.
    """
    if not is_connected():
        return None
    return NoticeService(
        transport=Http(settings.ANSKAFF_NOTICE_SERVICE_URL),
        key=settings.ANSKAFF_NOTICE_SERVICE_KEY,
        author_email=settings.ANSKAFF_NOTICE_SERVICE_EMAIL or settings.DEFAULT_FROM_EMAIL,
    )


def public_notices() -> PublicNotices | None:
    """The public API of published notices, when both address and key are set.

    Raises:
        ValueError: the address or the key cannot be used; the key is not repeated.
    """
    if not settings.ANSKAFF_PUBLIC_NOTICES_URL or not settings.ANSKAFF_PUBLIC_NOTICES_KEY:
        return None
    return PublicNotices(
        transport=Http(settings.ANSKAFF_PUBLIC_NOTICES_URL),
        key=settings.ANSKAFF_PUBLIC_NOTICES_KEY,
        sleep=lambda milliseconds: time.sleep(milliseconds / 1000),
    )
