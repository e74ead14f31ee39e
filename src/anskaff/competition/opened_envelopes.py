"""Envelope by envelope: an officer's keys and shares, and what is kept of what opens."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from django.db.models import Max

from anskaff.competition import opened_content
from anskaff.competition.models import (
    EnvelopeShare,
    OpenedFile,
    OpenedTender,
    PlatformShare,
    TenderVersion,
)
from anskaff.competition.opened_answers import Answers
from anskaff.competition.opened_content import OpenedContent
from anskaff.competition.sealing import officer_keys
from anskaff.competition.sealing.officer_keys import OfficerPrivateKey
from anskaff.competition.sealing.shamir import Share
from anskaff.concepts.actor import Actor
from anskaff.concepts.errors import Conflict, Invalid, Unreadable
from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.words import Words
from anskaff.parties import queries as parties

NO_KEY = FindingKind(
    code="opening-officer-has-no-key",
    text=Words(
        nb="Du har ingen åpningsnøkkel, og kan ikke åpne.",
        nn="Du har ingen opningsnøkkel, og kan ikkje opne.",
        en="You have no opening key and cannot open.",
    ),
    cure=Words(
        nb="Tilbudene er forseglet til andre åpnere; en av dem må åpne.",
        nn="Tilboda er forsegla til andre opnarar; ein av dei må opne.",
        en="The tenders are sealed to other officers; one of them must open.",
    ),
)
OLDER_KEY = FindingKind(
    code="opening-needs-older-key",
    text=Words(
        nb="Noen tilbud er forseglet til nøkkelen du laget {made}, som har en annen passordfrase.",
        nn="Nokre tilbod er forsegla til nøkkelen du laga {made}, som har ein annan passordfrase.",
        en="Some tenders are sealed to the key you made on {made}, which has another passphrase.",
    ),
    cure=Words(
        nb="Skriv også passordfrasen til den tidligere nøkkelen.",
        nn="Skriv òg passordfrasen til den tidlegare nøkkelen.",
        en="Write the passphrase of the earlier key too.",
    ),
)


def unlocked(
    by: Actor, versions: Sequence[TenderVersion], passphrases: Sequence[str]
) -> dict[int, OfficerPrivateKey]:
    """The officer's private keys that the envelopes need, by row; always the one in use too.

    Raises:
        Conflict: the officer has no key. Invalid: a passphrase does not open a key that is needed.
    """
    owned = parties.officer_keys_of(by.person)
    needed = set(
        EnvelopeShare.objects.filter(version__in=versions, officer=by.person).values_list(
            "officer_key_id", flat=True
        )
    )
    wanted = [key for key in owned if key.in_use or key.id in needed]
    if not wanted:
        raise Conflict(NO_KEY.at("passphrase"))
    opened_keys = {}
    findings: list[Finding] = []
    for key in wanted:
        opened = _first_that_opens(key.protected, passphrases)
        if isinstance(opened, OfficerPrivateKey):
            opened_keys[key.id] = opened
        elif key.in_use:
            findings.append(opened)
        else:
            findings.append(OLDER_KEY.at("earlier_passphrase", made=key.made_at))
    if findings:
        raise Invalid(*findings)
    return opened_keys


def _first_that_opens(protected: bytes, passphrases: Sequence[str]) -> OfficerPrivateKey | Finding:
    """The key opened by one of the passphrases, or what is wrong with the first."""
    findings: list[Finding] = []
    for passphrase in passphrases:
        try:
            return officer_keys.unlock(protected, passphrase)
        except Invalid as refused:
            findings += refused.findings
    return findings[0]


def release(
    version: TenderVersion, keys: Mapping[int, OfficerPrivateKey], by: Actor, at: datetime
) -> None:
    """Keep the officer's opened share; a share that is damaged stays closed."""
    share = version.shares.filter(officer=by.person).first()
    if share is None or share.officer_key_id not in keys:
        return
    try:
        opened = opened_content.release_share(version, keys[share.officer_key_id])
    except Unreadable:
        return
    share.released = opened.as_bytes()
    share.released_at = at
    share.save(update_fields=["released", "released_at"])


def failures_of(version: TenderVersion) -> tuple[str, ...]:
    """The codes of what did not open as it should at the last try; empty when all did."""
    return tuple((version.opened or {}).get("failed", ()))


def open_each(versions: Sequence[TenderVersion], at: datetime) -> dict[str, tuple[str, ...]]:
    """Open each envelope with the shares that are released; by receipt, what did not open.

    One that does not open is noted in its row and does not stop the others.
    """
    failed = {}
    for version in versions:
        PlatformShare.objects.filter(version=version, released_at=None).update(released_at=at)
        try:
            content = opened_content.unseal_version(version, list(_shares(version)), at=at)
        except (Unreadable, Conflict) as refused:
            codes = tuple(each.code for each in refused.findings)
            version.opened = {**(version.opened or {}), "failed": list(codes)}
        else:
            codes = _keep(version, content, at)
            said = content.statement.as_bytes().decode()
            version.opened = {"statement": said, "failed": list(codes)}
        version.save(update_fields=["opened"])
        if codes:
            failed[version.receipt_number] = codes
    return failed


def _shares(version: TenderVersion) -> Iterator[Share]:
    """The released shares that can be read."""
    for share in version.shares.exclude(released=None):
        try:
            yield Share.from_bytes(bytes(share.released or b""))
        except ValueError:
            continue


def _keep(version: TenderVersion, content: OpenedContent, at: datetime) -> tuple[str, ...]:
    """Keep what the buyer works with; codes for the files that were not those delivered."""
    said = content.statement
    answers = Answers(lots=said.lots, answers=said.answers, prices=said.prices)
    competition = version.tender.competition
    last = OpenedTender.objects.filter(competition=competition).aggregate(last=Max("number"))
    tender, _ = OpenedTender.objects.get_or_create(
        version=version,
        defaults={
            "competition": competition,
            "supplier": version.tender.supplier,
            "number": (last["last"] or 0) + 1,
            "answers": answers.as_json(),
        },
    )
    damaged: list[str] = []
    for position, stated in enumerate(said.files):
        own = {"name": stated.name, "requirement": stated.requirement}
        if tender.files.filter(**own, stored=stated.sha256).exists():
            continue
        try:
            _, sha256 = opened_content.store_file(content, position, at=at)
        except (Unreadable, FileNotFoundError):
            damaged.append(opened_content.FILE_CHANGED.code)
            continue
        OpenedFile.objects.create(tender=tender, **own, stored_id=sha256)
    return tuple(damaged)
