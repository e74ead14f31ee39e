"""Small notices of our own, and the service that tests send them to."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from anskaff.demo.notice_service import Judge, NoticeServiceSandbox, Pace, readable
from anskaff.notices.gateway.service import NoticeService
from anskaff.notices.gateway.transport import Http

AT = datetime(2026, 11, 21, 9, tzinfo=UTC)
KEY = "b7c1-not-a-real-key"
PACE = Pace(ted=timedelta(minutes=2), published=timedelta(minutes=5), late=timedelta(minutes=2))
UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
EXT = "http://data.europa.eu/p27/eforms-ubl-extension"


def notice_id(serial: int) -> str:
    """A version 4 UUID that is the same each time."""
    return str(UUID(int=(0xA11CE << 100) | (4 << 76) | (8 << 60) | serial))


def a_notice(serial: int = 1, *, version: str = "01", title: str = "Skolemøbler") -> bytes:
    """A notice of subtype 16 as short as our reader takes; the official rules would not."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<ContractNotice xmlns="{UBL}ContractNotice-2" xmlns:cbc="{UBL}CommonBasicComponents-2"
 xmlns:cac="{UBL}CommonAggregateComponents-2" xmlns:ext="{UBL}CommonExtensionComponents-2"
 xmlns:efext="{EXT}s/1" xmlns:efac="{EXT}-aggregate-components/1"
 xmlns:efbc="{EXT}-basic-components/1">
<ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension>
<efac:NoticeSubType><cbc:SubTypeCode listName="notice-subtype">16</cbc:SubTypeCode>
</efac:NoticeSubType></efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension>
</ext:UBLExtensions>
<cbc:UBLVersionID>2.3</cbc:UBLVersionID>
<cbc:CustomizationID>eforms-sdk-1.14#extended#urn:fdc:anskaffelser.no:2023:eforms:eu</cbc:CustomizationID>
<cbc:ID schemeName="notice-id">{notice_id(serial)}</cbc:ID>
<cbc:IssueDate>2026-11-21+01:00</cbc:IssueDate><cbc:IssueTime>10:00:00+01:00</cbc:IssueTime>
<cbc:VersionID>{version}</cbc:VersionID>
<cbc:NoticeTypeCode listName="competition">cn-standard</cbc:NoticeTypeCode>
<cbc:NoticeLanguageCode>NOR</cbc:NoticeLanguageCode>
<cac:ProcurementProject><cbc:Name languageID="NOR">{title}</cbc:Name></cac:ProcurementProject>
</ContractNotice>
""".encode()


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, at: datetime = AT) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def move(self, by: timedelta) -> datetime:
        """Move it forward and return what it shows."""
        self.at += by
        return self.at


def a_service(
    folder: Path, now: Callable[[], datetime] | None = None, *, judge: Judge = readable
) -> NoticeServiceSandbox:
    """The counterpart of the national service, on a free port, not yet started."""
    return NoticeServiceSandbox(folder, key=KEY, now=now or Clock(), judge=judge, pace=PACE)


def a_client(service: NoticeServiceSandbox, *, key: str = KEY, seconds: int = 30) -> NoticeService:
    """Our client of it, over real HTTP."""
    return NoticeService(
        transport=Http(service.address), key=key, send_seconds=seconds, ask_seconds=seconds
    )
