"""Read any published eForms notice: bytes to `NoticeReading`, with what was odd and unread."""

import dataclasses
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from lxml import etree

from anskaff.concepts.errors import Unreadable
from anskaff.concepts.finding import Finding, FindingKind, Severity
from anskaff.concepts.notice import LotKind, NoticeForm, NoticeLot, NoticeReading, WeightKind
from anskaff.concepts.words import Words
from anskaff.documents import mapping, xml
from anskaff.documents.eforms import paths, subtypes, terms
from anskaff.documents.eforms.refusing import extension_misplaced, require_eforms

DESCRIPTIVE = frozenset(
    {"languageID", "currencyID", "unitCode", "listName", "schemeName", "schemeID"}
)
LIMITS = xml.Limits(total_bytes=20_000_000, elements=300_000, attributes=500_000)
HUNDRED = Decimal(100)

NO_PROCUREMENT = FindingKind(
    code="notice-no-procurement",
    text=Words(
        nb="Kunngjøringen ({got}) gjelder registrering av et foretak. Ventet en kunngjøring om et "
        "innkjøp.",
        nn="Kunngjeringa ({got}) gjeld registrering av eit føretak. Venta ei kunngjering om eit "
        "innkjøp.",
        en="The notice ({got}) is about the registration of a company. Expected a notice about a "
        "procurement.",
    ),
    cure=Words(
        nb="Kontroller den med «Dokumentsjekk»; den hører ikke hjemme blant innkjøp.",
        nn="Kontroller ho med «Dokumentsjekk»; ho høyrer ikkje heime blant innkjøp.",
        en="Check it with “Document check”; it does not belong among procurements.",
    ),
)
NO_TITLE = FindingKind(
    code="notice-no-title",
    severity=Severity.WARNING,
    text=Words(
        nb="Kunngjøringen har ingen tittel.",
        nn="Kunngjeringa har ingen tittel.",
        en="The notice has no title.",
    ),
    cure=Words(
        nb="Skriv en tittel.",
        nn="Skriv ein tittel.",
        en="Enter a title.",
    ),
)
NO_BUYER = FindingKind(
    code="notice-no-buyer",
    severity=Severity.WARNING,
    text=Words(
        nb="Kunngjøringen sier ikke hvem som er oppdragsgiver.",
        nn="Kunngjeringa seier ikkje kven som er oppdragsgivar.",
        en="The notice does not say who the buyer is.",
    ),
    cure=Words(
        nb="Se i originalen hvem som kjøper.",
        nn="Sjå i originalen kven som kjøper.",
        en="See in the original who is buying.",
    ),
)
NO_LOT = FindingKind(
    code="notice-no-lot",
    severity=Severity.INFORMATION,
    text=Words(
        nb="Kunngjøringen har ingen delkontrakter.",
        nn="Kunngjeringa har ingen delkontraktar.",
        en="The notice has no lots.",
    ),
    cure=Words(
        nb="Del anskaffelsen selv hvis den skal deles.",
        nn="Del innkjøpet sjølv om det skal delast.",
        en="Divide the procurement yourself if it is to be divided.",
    ),
)
UNKNOWN_ORGANISATION = FindingKind(
    code="notice-unknown-organisation",
    severity=Severity.WARNING,
    text=Words(
        nb="Kunngjøringen viser til organisasjonen {key}, men beskriver den ikke.",
        nn="Kunngjeringa viser til organisasjonen {key}, men beskriv han ikkje.",
        en="The notice refers to the organisation {key} but does not describe it.",
    ),
    cure=Words(
        nb="Se i originalen hvem det er.",
        nn="Sjå i originalen kven det er.",
        en="See in the original who it is.",
    ),
)
SAME_LOT_KEY = FindingKind(
    code="notice-same-lot-key",
    severity=Severity.WARNING,
    text=Words(
        nb="Flere delkontrakter har nøkkelen {key}.",
        nn="Fleire delkontraktar har nøkkelen {key}.",
        en="Several lots have the key {key}.",
    ),
    cure=Words(
        nb="Kontroller delkontraktene mot originalen.",
        nn="Kontroller delkontraktane mot originalen.",
        en="Check the lots against the original.",
    ),
)
NOT_A_PERCENT = FindingKind(
    code="notice-weight-not-percent",
    severity=Severity.WARNING,
    text=Words(
        nb="Vekten «{got}» for tildelingskriteriet {criterion} i {lot} er ikke en eksakt "
        "prosentandel.",
        nn="Vekta «{got}» for tildelingskriteriet {criterion} i {lot} er ikkje ein eksakt "
        "prosentdel.",
        en="The weight “{got}” of award criterion {criterion} in {lot} is not an exact percentage.",
    ),
    cure=Words(
        nb="Skriv vekten i prosent.",
        nn="Skriv vekta i prosent.",
        en="Enter the weight as a percentage.",
    ),
)
WRONG_SUM = FindingKind(
    code="notice-weights-not-hundred",
    severity=Severity.WARNING,
    text=Words(
        nb="Vektene i {lot} er til sammen {total} prosent; ventet 100.",
        nn="Vektene i {lot} er til saman {total} prosent; venta 100.",
        en="The weights in {lot} add up to {total} per cent; expected 100.",
    ),
    cure=Words(
        nb="Rett vektene så summen blir 100 prosent.",
        nn="Rett vektene så summen blir 100 prosent.",
        en="Correct the weights so that they add up to 100 per cent.",
    ),
)
DEADLINE_BEFORE_DISPATCH = FindingKind(
    code="notice-deadline-before-dispatch",
    severity=Severity.WARNING,
    text=Words(
        nb="Tilbudsfristen for {lot}, {deadline}, er før kunngjøringen ble sendt, {dispatched}.",
        nn="Tilbodsfristen for {lot}, {deadline}, er før kunngjeringa vart send, {dispatched}.",
        en="The deadline for tenders for {lot}, {deadline}, is before the notice was sent, "
        "{dispatched}.",
    ),
    cure=Words(
        nb="Sett en ny tilbudsfrist.",
        nn="Set ein ny tilbodsfrist.",
        en="Set a new deadline for tenders.",
    ),
)
QUESTIONS_AFTER_TENDERS = FindingKind(
    code="notice-questions-after-tenders",
    severity=Severity.WARNING,
    text=Words(
        nb="Spørsmålsfristen for {lot}, {questions}, er etter tilbudsfristen, {deadline}.",
        nn="Spørsmålsfristen for {lot}, {questions}, er etter tilbodsfristen, {deadline}.",
        en="The deadline for questions for {lot}, {questions}, is after the deadline for tenders, "
        "{deadline}.",
    ),
    cure=Words(
        nb="Sett spørsmålsfristen før tilbudsfristen.",
        nn="Set spørsmålsfristen før tilbodsfristen.",
        en="Set the deadline for questions before the deadline for tenders.",
    ),
)
ENDS_BEFORE_START = FindingKind(
    code="notice-ends-before-start",
    severity=Severity.WARNING,
    text=Words(
        nb="{lot} slutter {ends}, før start {starts}.",
        nn="{lot} sluttar {ends}, før start {starts}.",
        en="{lot} ends {ends}, before it starts {starts}.",
    ),
    cure=Words(
        nb="Rett datoene for kontraktsperioden.",
        nn="Rett datoane for kontraktsperioden.",
        en="Correct the dates of the contract period.",
    ),
)
VALUES_DIFFER = FindingKind(
    code="notice-values-differ",
    severity=Severity.INFORMATION,
    text=Words(
        nb="Anslått verdi er {total}, men delkontraktene er til sammen {lots}.",
        nn="Anslått verdi er {total}, men delkontraktane er til saman {lots}.",
        en="The estimated value is {total}, but the lots add up to {lots}.",
    ),
    cure=Words(
        nb="Kontroller hvilken verdi som er riktig.",
        nn="Kontroller kva verdi som er rett.",
        en="Check which value is right.",
    ),
)
BROKEN_LETTERS = FindingKind(
    code="notice-broken-letters",
    severity=Severity.WARNING,
    text=Words(
        nb="Bokstaver i kunngjøringen er ødelagt av feil tegnsett: «{got}».",
        nn="Bokstavar i kunngjeringa er øydelagde av feil teiknsett: «{got}».",
        en="Letters in the notice are broken by a wrong character encoding: “{got}”.",
    ),
    cure=Words(
        nb="Rett tekstene for hånd; originalen er publisert slik.",
        nn="Rett tekstane for hand; originalen er publisert slik.",
        en="Correct the texts by hand; the original is published like this.",
    ),
)


def read(data: bytes, *, limits: xml.Limits = LIMITS) -> NoticeReading:
    """What a published notice says.

    Raises:
        Unreadable: the bytes are not safe, whole XML, or not an eForms notice.
    """
    root = xml.read(data, limits=limits)
    require_eforms(root)
    main = (root.findtext("cbc:NoticeLanguageCode", namespaces=paths.NAMESPACES) or "").strip()
    reader = mapping.Reader(paths.SCHEMA, language=main)
    reading = reader.read(terms.NOTICE, root)
    assert isinstance(reading, NoticeReading)
    left = tuple(mapping.unread(root, reader.taken, reader.places, DESCRIPTIVE))
    findings = (*reader.findings, *contradictions(reading))
    if (odd := extension_misplaced(root)) is not None:
        told = dataclasses.replace(odd.kind, severity=Severity.WARNING)
        findings = (dataclasses.replace(odd, kind=told), *findings)
    document = etree.QName(root).localname
    if document == subtypes.document(reading):
        document = ""
    return dataclasses.replace(reading, document=document, unread=left, findings=findings)


def require_procurement(reading: NoticeReading) -> NoticeReading:
    """The same notice, refused when it is about a company and not about a procurement."""
    if reading.form is NoticeForm.REGISTRATION:
        raise Unreadable(NO_PROCUREMENT.at("form", got=reading.subtype[:20]))
    return reading


def contradictions(reading: NoticeReading) -> Iterator[Finding]:
    """Where the notice says two things, or too little, seen over the whole of it."""
    if reading.form is NoticeForm.REGISTRATION:
        return
    if not reading.title:
        yield NO_TITLE.at("title")
    for title in reading.title.by_language.values():
        if _broken(title):
            yield BROKEN_LETTERS.at("title", got=title[:80])
    if not reading.buyers:
        yield NO_BUYER.at("buyers")
    known = {each.key for each in (*reading.organisations, *reading.touch_points)}
    for number, buyer in enumerate(reading.buyers, 1):
        if buyer.organisation not in known:
            yield UNKNOWN_ORGANISATION.at(f"buyers.{number}", key=buyer.organisation or "?")
    if not reading.lots:
        yield NO_LOT.at("lots")
    for key, count in Counter(lot.key for lot in reading.lots).items():
        if count > 1:
            yield SAME_LOT_KEY.at("lots", key=key)
    for number, lot in enumerate(reading.lots, 1):
        yield from _in_lot(reading, lot, f"lots.{number}")
    yield from _values(reading)


def _broken(text: str) -> bool:
    """Whether UTF-8 was read as Windows-1252 before it was published.

    >>> _broken("ForhÃ¥nd"), _broken("Forhånd"), _broken("Årsplan")
    (True, False, False)
    """
    try:
        return text.encode("cp1252").decode() != text
    except UnicodeError:
        return False


def _in_lot(reading: NoticeReading, lot: NoticeLot, where: str) -> Iterator[Finding]:
    yield from _weights(lot, where)
    deadline, questions = lot.tender_deadline, lot.question_deadline
    sent = reading.dispatched
    if deadline and sent and deadline <= sent and reading.form is NoticeForm.COMPETITION:
        yield DEADLINE_BEFORE_DISPATCH.at(
            f"{where}.tender_deadline", lot=lot.key, deadline=deadline, dispatched=sent
        )
    if deadline and questions and questions > deadline:
        yield QUESTIONS_AFTER_TENDERS.at(
            f"{where}.question_deadline", lot=lot.key, questions=questions, deadline=deadline
        )
    if lot.starts and lot.ends and lot.ends < lot.starts:
        yield ENDS_BEFORE_START.at(f"{where}.ends", lot=lot.key, starts=lot.starts, ends=lot.ends)


def _weights(lot: NoticeLot, where: str) -> Iterator[Finding]:
    """Weights are exact percentages that make 100; anything else a person must look at."""
    stated = [criterion for criterion in lot.award_criteria if criterion.weights]
    for number, criterion in enumerate(lot.award_criteria, 1):
        if criterion.weights and criterion.weight_percent is None:
            yield NOT_A_PERCENT.at(
                f"{where}.award_criteria.{number}",
                got=criterion.weight_stated,
                criterion=criterion.name.in_("nb")
                or criterion.description.in_("nb")[:60]
                or number,
                lot=lot.key,
            )
    exact = [w.amount for c in stated for w in c.weights if w.kind is WeightKind.PERCENT]
    total = sum((amount for amount in exact if amount is not None), Decimal(0))
    if exact and len(exact) == len(lot.award_criteria) and total != HUNDRED:
        yield WRONG_SUM.at(f"{where}.award_criteria", lot=lot.key, total=total)


def _values(reading: NoticeReading) -> Iterator[Finding]:
    """The value of the whole against the sum of its lots, when each lot states one."""
    values = [lot.value for lot in reading.lots if lot.kind is LotKind.LOT]
    if reading.value is None or not values:
        return
    known = [value for value in values if value and value.currency == reading.value.currency]
    if len(known) < len(values):
        return
    total = sum((value.amount for value in known), Decimal(0))
    if total != reading.value.amount:
        lots = dataclasses.replace(reading.value, amount=total)
        yield VALUES_DIFFER.at("value", total=reading.value, lots=lots)
