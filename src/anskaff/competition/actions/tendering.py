"""Deeds: a supplier's tender, from interest to delivery (UX S1–S7).

Before the opening nobody but the supplier may learn that it tendered: every entry here is sealed,
with the supplier as its only audience (FOA § 22-3).
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from anskaff.competition import bounds, completeness, drafts, envelopes, reconfirming, statement
from anskaff.competition.asked import asked_of, given_in, uploads_of
from anskaff.competition.completeness import Asked
from anskaff.competition.drafts import Draft, UploadDetails
from anskaff.competition.envelopes import FileKey
from anskaff.competition.models import Competition, Interest, Tender, TenderVersion, Upload
from anskaff.competition.plan import AnswerKind
from anskaff.competition.statement import StatedFile, Statement
from anskaff.competition.supplier_access import (
    OWN_COMPETITION,
    own_tender,
    published,
    require_open,
    require_supplier,
)
from anskaff.concepts import amounts
from anskaff.concepts.actor import Actor
from anskaff.concepts.errors import Conflict, Forbidden, Invalid, errors_in
from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.words import Words
from anskaff.parties import queries as parties
from anskaff.records import notices
from anskaff.records.deeds import deed, record
from anskaff.records.notices import MessageKind

MAX_ANSWER = 20_000
RECEIPT_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"

UNKNOWN_KEY = FindingKind(
    code="tender-field-unknown",
    text=Words(
        nb="Konkurransen har ikke noe med nøkkelen «{key}».",
        nn="Konkurransen har ikkje noko med nøkkelen «{key}».",
        en="The competition has nothing with the key “{key}”.",
    ),
    cure=Words(
        nb="Last siden på nytt; konkurransen kan være endret.",
        nn="Last sida på nytt; konkurransen kan vere endra.",
        en="Reload the page; the competition may have changed.",
    ),
)
NOT_YES_OR_NO = FindingKind(
    code="tender-answer-not-yes-or-no",
    text=Words(
        nb="Svaret må være ja eller nei.",
        nn="Svaret må vere ja eller nei.",
        en="The answer must be yes or no.",
    ),
    cure=Words(nb="Velg ja eller nei.", nn="Vel ja eller nei.", en="Choose yes or no."),
)
UNCHANGED = FindingKind(
    code="tender-unchanged",
    text=Words(
        nb="Tilbudet er alt levert slik det er nå. Kvittering: {receipt}.",
        nn="Tilbodet er alt levert slik det er no. Kvittering: {receipt}.",
        en="The tender has already been delivered as it is now. Receipt: {receipt}.",
    ),
    cure=Words(
        nb="Endre tilbudet før du leverer på nytt.",
        nn="Endre tilbodet før du leverer på nytt.",
        en="Change the tender before you deliver again.",
    ),
)
NOTHING_DELIVERED = FindingKind(
    code="no-tender-to-withdraw",
    text=Words(
        nb="Det er ikke levert noe tilbud som kan trekkes.",
        nn="Det er ikkje levert noko tilbod som kan trekkjast.",
        en="No tender has been delivered that could be withdrawn.",
    ),
    cure=Words(
        nb="Utkastet gjelder ikke før det er levert; du trenger ikke gjøre noe.",
        nn="Utkastet gjeld ikkje før det er levert; du treng ikkje gjere noko.",
        en="The draft does not count until it is delivered; you need not do anything.",
    ),
)

DELIVERED = MessageKind(
    code="tender-delivered",
    title=Words(
        nb="Kvittering {receipt} for levert tilbud",
        nn="Kvittering {receipt} for levert tilbod",
        en="Receipt {receipt} for a delivered tender",
    ),
    text=Words(
        nb="Tilbudet i sak {reference} er mottatt og forseglet. Kvitteringen ligger her:",
        nn="Tilbodet i sak {reference} er motteke og forsegla. Kvitteringa ligg her:",
        en="The tender in case {reference} was received and sealed. The receipt is here:",
    ),
)
WITHDRAWN = MessageKind(
    code="tender-withdrawn",
    title=Words(
        nb="Tilbudet i sak {reference} er trukket",
        nn="Tilbodet i sak {reference} er trekt",
        en="The tender in case {reference} is withdrawn",
    ),
    text=Words(
        nb="Tilbudet i sak {reference} er trukket og gjelder ikke lenger. Se saken her:",
        nn="Tilbodet i sak {reference} er trekt og gjeld ikkje lenger. Sjå saka her:",
        en="The tender in case {reference} is withdrawn and no longer counts. See the case here:",
    ),
)


@deed(
    "competition.interest_shown",
    nb="Meldte interesse for konkurransen.",
    nn="Melde interesse for konkurransen.",
    en="Showed interest in the competition.",
)
def show_interest(reference: str, *, by: Actor, at: datetime) -> None:
    """Be told of answers and changes; showing it again changes nothing.

    Raises:
        NotFound: no such published competition.
        Forbidden: not a supplier, or the buyer itself.
    """
    competition = _competition_for(reference, by)
    interested(competition, by, at)
    record(reference, audience=by.organisation, sealed=True)


@deed(
    "competition.tender_started",
    nb="Startet et tilbud.",
    nn="Starta eit tilbod.",
    en="Started a tender.",
)
def start_tender(reference: str, *, by: Actor, at: datetime) -> int:
    """Begin a tender for the actor's organisation and return its id; once begun, that one.

    A competition with one lot has it chosen from the start.

    Raises:
        NotFound: no such published competition.
        Forbidden: not a supplier, or the buyer itself.
        Conflict: the deadline has passed.
    """
    competition = _competition_for(reference, by)
    require_open(competition, at)
    tender, made = Tender.objects.select_related("competition__case").get_or_create(
        competition=competition,
        supplier_id=by.organisation,
        defaults={
            "started_by_id": by.person,
            "started_at": at,
            "saved_at": at,
            "started_on_version": competition.version,
        },
    )
    if made:
        lots = list(competition.lots.values_list("key", flat=True))
        tender.draft = drafts.kept(Draft(lots=tuple(lots) if len(lots) == 1 else ()), tender)
        tender.save(update_fields=["draft"])
    interested(competition, by, at)
    record(reference, audience=by.organisation, sealed=True)
    return tender.pk


@deed(
    "competition.draft_saved",
    nb="Lagret utkastet til tilbud.",
    nn="Lagra utkastet til tilbod.",
    en="Saved the draft of a tender.",
)
def save_draft(
    tender_id: int,
    *,
    lots: Sequence[str] | None = None,
    answers: Mapping[str, str] | None = None,
    prices: Mapping[str, str] | None = None,
    by: Actor,
    at: datetime,
) -> None:
    """Save what was sent; what was not sent stays as it was, and empty text empties a field.

    Args:
        tender_id: the tender, of the actor's organisation.
        lots: keys of the lots the tender is for.
        answers: by requirement key; «yes» or «no» where that is asked.
        prices: by price line key, as a person writes them: «1 234,50».
        by: who saves.
        at: when.

    Raises:
        NotFound: not a tender of the actor's organisation.
        Conflict: the deadline has passed.
        Invalid: unknown keys, texts that are too long, prices that are no amounts.
    """
    tender = own_tender(tender_id, by, lock=True)
    require_open(tender.competition, at)
    asked = asked_of(tender.competition)
    draft = drafts.read(tender)
    findings = _unknown_lots(lots or (), asked) + _answer_findings(answers or {}, asked)
    read_prices, price_findings = _prices(prices or {}, asked)
    findings += price_findings
    if findings:
        raise Invalid(*findings)
    changed = {
        key
        for kept, sent in ((draft.answers, answers or {}), (draft.prices, read_prices))
        for key, text in sent.items()
        if kept.get(key, "") != text
    }
    draft = replace(
        draft,
        given_at={**draft.given_at, **dict.fromkeys(changed, at)},
        lots=draft.lots if lots is None else tuple(key for key in asked.lots if key in lots),
        answers=_merged(draft.answers, answers or {}),
        prices=_merged(draft.prices, read_prices),
    )
    tender.draft = drafts.kept(draft, tender)
    tender.saved_at = at
    tender.save(update_fields=["draft", "saved_at"])
    record(tender.competition.case.reference, audience=by.organisation, sealed=True)


@deed(
    "competition.answers_confirmed",
    nb="Bekreftet svar i utkastet på nytt.",
    nn="Stadfesta svar i utkastet på nytt.",
    en="Confirmed answers in the draft again.",
)
def confirm_answers(tender_id: int, keys: Sequence[str], *, by: Actor, at: datetime) -> None:
    """Say that answers and prices stand as they are after a correction (UX S9).

    Args:
        tender_id: the tender, of the actor's organisation.
        keys: of requirements and price lines.
        by: who confirms.
        at: when.

    Raises:
        NotFound: not a tender of the actor's organisation.
        Conflict: the deadline has passed.
        Invalid: unknown keys.
    """
    tender = own_tender(tender_id, by, lock=True)
    require_open(tender.competition, at)
    asked = asked_of(tender.competition)
    known = {one.key for one in asked.requirements} | {one.key for one in asked.prices}
    if unknown := [key for key in keys if key not in known]:
        raise Invalid(*(UNKNOWN_KEY.at("confirm", key=key[:40]) for key in unknown))
    draft = drafts.read(tender)
    draft = replace(draft, given_at={**draft.given_at, **dict.fromkeys(keys, at)})
    tender.draft = drafts.kept(draft, tender)
    tender.save(update_fields=["draft"])
    record(tender.competition.case.reference, audience=by.organisation, sealed=True)


@deed(
    "competition.tender_delivered",
    nb="Leverte tilbudet, versjon {version}. Kvittering {receipt}.",
    nn="Leverte tilbodet, versjon {version}. Kvittering {receipt}.",
    en="Delivered the tender, version {version}. Receipt {receipt}.",
)
def deliver_tender(tender_id: int, *, by: Actor, at: datetime) -> str:
    """Seal the draft as a new version that counts from now, and return its receipt number.

    The version before counts until this one is confirmed. `at` is when the server had read the
    whole request.

    Raises:
        NotFound: not a tender of the actor's organisation.
        Conflict: the deadline has passed, or nothing has changed since the version that counts.
        Invalid: what is missing, each with its place.
    """
    tender = own_tender(tender_id, by, lock=True)
    competition = published(tender.competition.case.reference, lock=True)
    require_open(competition, at)
    draft, uploads = drafts.read(tender), uploads_of(tender)
    asked = asked_of(competition)
    found = completeness.check(asked, given_in(draft, uploads)) + reconfirming.to_confirm(
        tender, draft, uploads, asked
    )
    if errors_in(found):
        raise Invalid(*errors_in(found))
    number = tender.versions.count() + 1
    said = _statement(tender, draft, uploads, number)
    _require_change(tender, draft, said)
    version = TenderVersion(
        tender=tender,
        number=number,
        receipt_number=_receipt_number(competition.case.reference),
        delivered_at=at,
        delivered_by_id=by.person,
        content_sha256=said.sha256,
    )
    keys = [
        FileKey(upload=row.key, key=details.key, sealed_sha256=details.sealed_sha256)
        for row, details in uploads
    ]
    envelopes.seal_into(version, said, keys, at=at)
    kept = drafts.with_statement(
        draft, number, said.as_bytes().decode(), [key.upload for key in keys]
    )
    tender.draft = drafts.kept(kept, tender)
    tender.started_on_version = competition.version
    tender.save(update_fields=["draft", "started_on_version"])
    _tell(DELIVERED, tender, by, at, receipt=version.receipt_number, page="kvittering/")

    def stands_at(index: int) -> None:
        TenderVersion.objects.filter(pk=version.pk).update(log_index=index)

    record(
        competition.case.reference,
        {
            "version": number,
            "receipt": version.receipt_number,
            "content_sha256": version.content_sha256,
        },
        audience=by.organisation,
        sealed=True,
        then=stands_at,
    )
    return version.receipt_number


@deed(
    "competition.tender_withdrawn",
    nb="Trakk tilbudet.",
    nn="Trekte tilbodet.",
    en="Withdrew the tender.",
)
def withdraw_tender(tender_id: int, *, by: Actor, at: datetime) -> None:
    """Withdraw the tender before the deadline: no version counts any more, the draft stays.

    Raises:
        NotFound: not a tender of the actor's organisation.
        Conflict: the deadline has passed, or nothing is delivered.
    """
    tender = own_tender(tender_id, by, lock=True)
    competition = published(tender.competition.case.reference, lock=True)
    require_open(competition, at)
    standing = tender.versions.filter(withdrawn_at=None)
    if not standing.update(withdrawn_at=at):
        raise Conflict(NOTHING_DELIVERED.at("tender"))
    _tell(WITHDRAWN, tender, by, at, receipt="", page="")
    record(competition.case.reference, audience=by.organisation, sealed=True)


def interested(competition: Competition, by: Actor, at: datetime) -> None:
    """Put the actor's organisation among those who are told of answers and changes."""
    Interest.objects.get_or_create(
        competition=competition, organisation_id=by.organisation, defaults={"since": at}
    )


def _competition_for(reference: str, by: Actor) -> Competition:
    competition = published(reference)
    require_supplier(by)
    if competition.case.buyer_id == by.organisation:
        raise Forbidden(OWN_COMPETITION.at("viewer"))
    return competition


def _statement(
    tender: Tender,
    draft: Draft,
    uploads: Sequence[tuple[Upload, UploadDetails]],
    number: int,
) -> Statement:
    asked = asked_of(tender.competition)
    answered = {one.key for one in asked.requirements_for(draft.lots)}
    priced = {one.key for one in asked.prices_for(draft.lots)}
    return Statement(
        competition=tender.competition.case.reference,
        tender=str(tender.pk),
        version=number,
        bidder=tender.supplier.number,
        lots=draft.lots,
        answers={key: text for key, text in draft.answers.items() if key in answered},
        prices={key: Decimal(text) for key, text in draft.prices.items() if key in priced},
        files=tuple(
            StatedFile(
                name=details.name,
                requirement=details.requirement,
                media_type=details.media_type,
                size=row.declared_bytes,
                sha256=details.sha256,
            )
            for row, details in uploads
        ),
        salt=secrets.token_hex(32),
    )


def _require_change(tender: Tender, draft: Draft, said: Statement) -> None:
    """Delivering the same twice (a double click, two people at once) makes no second version."""
    counts = tender.versions.filter(withdrawn_at=None).order_by("-number").first()
    if counts is None or counts.number not in draft.delivered:
        return
    if said.says_the_same_as(statement.read(draft.delivered[counts.number].encode())):
        raise Conflict(UNCHANGED.at("tender", receipt=counts.receipt_number))


def _receipt_number(reference: str) -> str:
    """Random, so that a receipt does not tell how many tenders there are."""
    letters = "".join(secrets.choice(RECEIPT_LETTERS) for _ in range(10))
    return f"{reference.replace('/', '-')}-{letters}"


def _unknown_lots(lots: Sequence[str], asked: Asked) -> list[Finding]:
    return [UNKNOWN_KEY.at("lots", key=key[:20]) for key in lots if key not in asked.lots]


def _answer_findings(answers: Mapping[str, str], asked: Asked) -> list[Finding]:
    known = {one.key: one for one in asked.requirements}
    findings: list[Finding] = []
    for key, text in answers.items():
        where = f"requirements.{key}"
        if key not in known or known[key].answer is AnswerKind.FILE:
            findings.append(UNKNOWN_KEY.at(where, key=key[:20]))
        elif known[key].answer is AnswerKind.YES_NO and text not in {"yes", "no", ""}:
            findings.append(NOT_YES_OR_NO.at(where))
        else:
            findings += bounds.text(where, text, MAX_ANSWER)
    return findings


def _prices(prices: Mapping[str, str], asked: Asked) -> tuple[dict[str, str], list[Finding]]:
    known = {one.key for one in asked.prices}
    read: dict[str, str] = {}
    findings: list[Finding] = []
    for key, text in prices.items():
        if key not in known:
            findings.append(UNKNOWN_KEY.at(f"prices.{key}", key=key[:20]))
        elif not text.strip():
            read[key] = ""
        else:
            amount = amounts.parse(text)
            if isinstance(amount, Finding):
                findings.append(replace(amount, where=f"prices.{key}"))
            else:
                read[key] = f"{amount:f}"
    return read, findings


def _merged(old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    return {key: text for key, text in {**old, **new}.items() if text}


def _tell(
    kind: MessageKind, tender: Tender, by: Actor, at: datetime, *, receipt: str, page: str
) -> None:
    """Write to the one who acted and the one who started the tender; no content, only a link."""
    reference = tender.competition.case.reference
    notices.notify(
        parties.recipients({by.person, tender.started_by_id}),
        kind,
        subject=reference,
        path=f"/leverandor/tilbud/{reference.replace('/', '-')}/{page}",
        facts={"receipt": receipt, "reference": reference},
        at=at,
    )


DEEDS = (
    show_interest,
    start_tender,
    save_draft,
    confirm_answers,
    deliver_tender,
    withdraw_tender,
)
