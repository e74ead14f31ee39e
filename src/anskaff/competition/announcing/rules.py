"""What the published rules say of a written notice, asked once of the same bytes on the same day.

Asking takes from milliseconds to seconds (the first time of a subtype), so it is done before a deed
begins and holds rows; the deed itself only looks up what was said of the very bytes that it sends.
"""

import threading
from collections import OrderedDict
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

from django.conf import settings

from anskaff.concepts.days import legal_day
from anskaff.concepts.errors import Conflict
from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.words import Words
from anskaff.documents import checking

MOST_REMEMBERED = 256
Key = tuple[bytes, date, Path]

CHANGED_MEANWHILE = FindingKind(
    code="notice-changed-while-checked",
    text=Words(
        nb="Kunngjøringen eller saken ble endret mens reglene ble kontrollert. Den er ikke sendt.",
        nn="Kunngjeringa eller saka vart endra medan reglane vart kontrollerte. Ho er ikkje send.",
        en="The notice or the case was changed while the rules were checked. It is not sent.",
    ),
    cure=Words(
        nb="Se over kunngjøringen slik den er nå, og send på nytt.",
        nn="Sjå over kunngjeringa slik ho er no, og send på nytt.",
        en="Look over the notice as it is now, and send it again.",
    ),
)

_lock = threading.Lock()
_said: OrderedDict[Key, tuple[Finding, ...]] = OrderedDict()


def rule_faults(data: bytes, at: datetime) -> tuple[Finding, ...]:
    """What stops a written notice by the published rules of the day: its schema and its subtype.

    Nothing where the official files are not installed; the national service then judges alone.
    """
    key = _key(data, at)
    with _lock:
        known = _said.get(key)
    if known is not None:
        return known
    report = checking.check(data, on=key[1], bundle=key[2])
    found = tuple(each for each in report.findings if each.stops)
    with _lock:
        _said[key] = found
        while len(_said) > MOST_REMEMBERED:
            _said.popitem(last=False)
    return found


def faults_said(data: bytes, at: datetime) -> tuple[Finding, ...]:
    """What `rule_faults` has said of exactly these bytes.

    Raises:
        Conflict: it was never asked of them, since something changed in between.
    """
    with _lock:
        known = _said.get(_key(data, at))
    if known is None:
        raise Conflict(CHANGED_MEANWHILE.at("notice"))
    return known


def _key(data: bytes, at: datetime) -> Key:
    return sha256(data).digest(), legal_day(at), Path(settings.ANSKAFF_STANDARDS)


FINDING_KINDS = (CHANGED_MEANWHILE,)
