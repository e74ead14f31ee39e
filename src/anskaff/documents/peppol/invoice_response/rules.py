"""The rules of Peppol on the answer to an invoice (T111), beside those of its structure.

PEPPOL-T111-R005 asks whether a comparison exists, which it always does, so it never finds fault.
"""

from anskaff.concepts.words import Words
from anskaff.documents.peppol.invoice_response.table import Decision, InvoiceResponse, Reason
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.post_award.identity import process, specification
from anskaff.documents.peppol.post_award.pattern_rules import everywhere
from anskaff.documents.peppol.post_award.spelling import spelled
from anskaff.documents.ubl.code_lists import named
from anskaff.documents.ubl.reading import Reading
from anskaff.documents.ubl.rules import Facts, rule
from anskaff.documents.ubl.values import Code, normalized

KNOWN = BY_KEY["invoice_response"]
BILLING_WITH_RESPONSE = "urn:peppol:bis:billing_with_response"
NEEDS_A_REASON = " CA UQ RE "
OTHER = "OTH"
PARTLY_PAID = "PPD"
ACTIONS = ("NOA", "PIN", "NIN", "CNF", "CNP", "CNA", "OTH")
REASONS = (
    "NON",
    "REF",
    "LEG",
    "REC",
    "QUA",
    "DEL",
    "PRI",
    "QTY",
    "ITM",
    "PAY",
    "PPD",
    "UNR",
    "FIN",
    "OTH",
)
WRITE_REASON = Words(
    nb="Skriv begrunnelsen i ord.",
    nn="Skriv grunngivinga i ord.",
    en="Write the clarification in words.",
)
NOT_IN_ITS_LIST = Words(
    nb="Begrunnelsen «{got}» finnes ikke i {list}.",
    nn="Grunngivinga «{got}» finst ikkje i {list}.",
    en="The clarification “{got}” is not in {list}.",
)
CHOOSE = Words(
    nb="Bruk en av {codes}.",
    nn="Bruk ein av {codes}.",
    en="Use one of {codes}.",
)


def _codes(reason: Reason) -> tuple[Code, ...]:
    return () if reason.code is None else (reason.code,)


@rule(
    "PEPPOL-T111-R001",
    Decision,
    at="reasons",
    says=Words(
        nb="Statusen {got} må begrunnes.",
        nn="Statusen {got} må grunngivast.",
        en="The status {got} needs a clarification.",
    ),
    cure=Words(
        nb="Legg til en begrunnelse med kode.",
        nn="Legg til ei grunngiving med kode.",
        en="Add a clarification with a code.",
    ),
)
def status_is_clarified(decision: Decision, _: Reading[InvoiceResponse]) -> Facts | None:
    """Queried, accepted on conditions and rejected are clarified by a code at least once."""
    got = spelled(decision, "code")
    if f" {got} " not in NEEDS_A_REASON or any(each.code for each in decision.reasons):
        return None
    return {"got": got}


@rule(
    "PEPPOL-T111-R002",
    Reason,
    at="text",
    says=Words(
        nb="«Annet» (OTH) er ikke forklart.",
        nn="«Anna» (OTH) er ikkje forklart.",
        en="“Other” (OTH) is not explained.",
    ),
    cure=WRITE_REASON,
    warning=True,
)
def other_is_explained(reason: Reason, _: Reading[InvoiceResponse]) -> Facts | None:
    """The code for other is followed by words."""
    lacks = any(each.value == OTHER for each in _codes(reason)) and reason.text is None
    return {} if lacks else None


@rule(
    "PEPPOL-T111-R004",
    Reason,
    at="text",
    says=Words(
        nb="Delvis betaling (PPD) er ikke forklart.",
        nn="Delvis betaling (PPD) er ikkje forklart.",
        en="Partial payment (PPD) is not explained.",
    ),
    cure=WRITE_REASON,
)
def partial_payment_is_explained(reason: Reason, _: Reading[InvoiceResponse]) -> Facts | None:
    """The code for partial payment is followed by words."""
    lacks = any(each.value == PARTLY_PAID for each in _codes(reason)) and reason.text is None
    return {} if lacks else None


@rule("PEPPOL-T111-R006", Reason, at="code", says=NOT_IN_ITS_LIST, cure=CHOOSE)
def action_is_in_its_list(reason: Reason, _: Reading[InvoiceResponse]) -> Facts | None:
    """A code that says it is an action is one."""
    return _not_among(reason, "OPStatusAction", ACTIONS)


@rule("PEPPOL-T111-R007", Reason, at="code", says=NOT_IN_ITS_LIST, cure=CHOOSE)
def reason_is_in_its_list(reason: Reason, _: Reading[InvoiceResponse]) -> Facts | None:
    """A code that says it is a reason is one."""
    return _not_among(reason, "OPStatusReason", REASONS)


@rule("PEPPOL-T111-B03301", Reason, at="code", says=NOT_IN_ITS_LIST, cure=CHOOSE)
def code_is_in_either_list(reason: Reason, reading: Reading[InvoiceResponse]) -> Facts | None:
    """Whatever list a code says it is from, it is a reason or an action."""
    lists = [reading.lists.get(name) for name in ("OPStatusReason", "OPStatusAction")]
    known = frozenset[str]().union(*(each for each in lists if each))
    for each in _codes(reason):
        if known and normalized(each.value) not in known:
            return {
                "got": each.value,
                "list": named("OPStatusReason OPStatusAction"),
                "codes": ", ".join(sorted(known)),
            }
    return None


def _not_among(reason: Reason, name: str, codes: tuple[str, ...]) -> Facts | None:
    for each in _codes(reason):
        if each.list == name and normalized(each.value) not in codes:
            return {"got": each.value, "list": named(name), "codes": ", ".join(codes)}
    return None


RULES = (
    everywhere(status_is_clarified, "cac:Response"),
    everywhere(other_is_explained, "cac:Status"),
    specification("PEPPOL-T111-R003", InvoiceResponse, KNOWN.customization),
    everywhere(partial_payment_is_explained, "cac:Status"),
    everywhere(action_is_in_its_list, "cac:Status"),
    everywhere(reason_is_in_its_list, "cac:Status"),
    code_is_in_either_list,
    process("PEPPOL-T111-R008", InvoiceResponse, *KNOWN.profiles, BILLING_WITH_RESPONSE),
)
