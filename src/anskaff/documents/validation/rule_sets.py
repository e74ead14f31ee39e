"""Which official rules judge a document on a day: a table of rule sets with dated ids.

A rule set begins to be the one that must be followed on `valid_from`, and may be followed from
`published`. It holds until the next one with the same name begins. Where the publisher's files do
not tell the day, the row says what we assume.

>>> found = find(
...     "Invoice",
...     "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0",
...     "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0",
...     on=date(2026, 11, 1),
... )
>>> found.id, found.valid_from.isoformat(), [file.path for file in found.files]
('eu.peppol.bis3:invoice:2026.5', '2026-08-17', ['CEN-EN16931-UBL.sch', 'PEPPOL-EN16931-UBL.sch'])
>>> find("Invoice", "urn:something:else", "", on=date(2026, 11, 1)) is None
True
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from lxml import etree

from anskaff.documents.standards.bundle import Bundle
from anskaff.documents.ubl.table import CBC

Element = etree._Element  # noqa: SLF001 - the only public name for the type

UBL = "urn:oasis:names:specification:ubl:schema:xsd:"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFile:
    """One official file of rules: the part of the bundle it is in, and its path there.

    `without` are rules that the publisher of the rule set switches off.
    `kept_package` tells that a package that is always installed has the same rules. `made` makes
    the file that runs, where the publisher's is only the beginning of it.
    """

    part: str
    path: str
    without: frozenset[str] = frozenset()
    kept_package: bool = False
    made: Callable[[Bundle], Path] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """The official rules of one kind of document.

    `customizations` are the CustomizationID it is for (with `any_beginning`, also longer ones that
    begin so); `profiles` the ProfileID, none when the rules themselves judge it. `schema` is the
    XSD, where it is not the one of plain UBL.
    """

    id: str
    root: str
    ubl: str
    customizations: tuple[str, ...]
    files: tuple[RuleFile, ...]
    published: date
    valid_from: date
    source: str
    profiles: tuple[str, ...] = ()
    any_beginning: bool = False
    assumption: str = ""
    schema: RuleFile | None = None

    @property
    def namespace(self) -> str:
        """The namespace of the root element."""
        return f"{UBL}{self.root}-2"

    @property
    def name(self) -> str:
        """The id without the release."""
        return self.id.rpartition(":")[0]

    @property
    def xsd(self) -> RuleFile:
        """The schema of the document."""
        return self.schema or RuleFile(
            part=f"ubl-{self.ubl}",
            path=f"maindoc/UBL-{self.root}-{self.ubl}.xsd",
            kept_package=self.ubl == "2.1" and self.root in {"Invoice", "CreditNote"},
        )

    def fits(self, root: str, customization: str, profile: str) -> int:
        """How well a document fits: 0 not at all, 3 by customization and profile."""
        if root != self.root or (self.profiles and profile not in self.profiles):
            return 0
        if customization in self.customizations:
            return 3 if self.profiles else 2
        begins = customization.startswith(tuple(f"{one}#" for one in self.customizations))
        return 1 if self.any_beginning and begins else 0


def find(root: str, customization: str, profile: str, *, on: date) -> RuleSet | None:
    """The rule set for a document with this root element and these ids, on a day.

    Before the first release that we have must be followed, it is used from the day it was
    published; before that there is none.
    """
    fitting = [(each.fits(root, customization, profile), each) for each in RULE_SETS]
    best = max((how for how, _ in fitting), default=0)
    ready = [each for how, each in fitting if how == best and best and each.published <= on]
    in_force = [each for each in ready if each.valid_from <= on]
    if in_force:
        return max(in_force, key=lambda each: each.valid_from)
    return min(ready, key=lambda each: each.valid_from, default=None)


def find_for(document: Element, *, on: date) -> RuleSet | None:
    """The rule set for a document that was read, on a day."""
    name = etree.QName(document)
    if name.namespace != f"{UBL}{name.localname}-2":
        return None
    ids = (document.findtext(f"{{{CBC}}}{each}") or "" for each in ("CustomizationID", "ProfileID"))
    customization, profile = (each.strip() for each in ids)
    return find(name.localname, customization, profile, on=on)


EN16931 = "urn:cen.eu:en16931:2017"
BILLING = f"{EN16931}#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
SELF_BILLING = f"{EN16931}#compliant#urn:fdc:peppol.eu:2017:poacc:selfbilling:3.0"
FORWARD_BILLING = f"{BILLING}#conformant#urn:fdc:anskaffelser.no:2019:ehf:forward-billing:3.0"
REMINDER = f"{BILLING}#conformant#urn:fdc:anskaffelser.no:2019:ehf:reminder:3.0"
PAYMENT_REQUEST = "urn:fdc:anskaffelser.no:2019:ehf:spec:payment-request:3.0"
POST_AWARD = "urn:fdc:peppol.eu:poacc:trns:"
LOGISTICS = "urn:fdc:peppol.eu:logistics:trns:"
EHF = ":extended:urn:fdc:anskaffelser.no:2019:ehf:spec:3.0"
EHF_PROFILE = "urn:fdc:anskaffelser.no:2019:ehf:postaward:g3:"
EHF_ADVANCED = "urn:fdc:anskaffelser.no:2019:ehf:spec:adv-order-"

MAY_2026 = "OpenPeppol validation artefacts, release May 2026"
CEN = RuleFile(part="peppol-billing-rules", path="CEN-EN16931-UBL.sch", kept_package=True)
PEPPOL = RuleFile(part="peppol-billing-rules", path="PEPPOL-EN16931-UBL.sch")
PEPPOL_SELF = RuleFile(part="peppol-billing-rules", path="PEPPOL-EN16931-UBL-SB.sch")
NO_EHF_DAY = "the files tell the day of the release, not from when it must be followed"


def _may_2026(
    name: str, root: str, customization: str, *files: RuleFile, ubl: str = "2.1"
) -> RuleSet:
    """A row of the Peppol release of May 2026, published on the 18th."""
    return RuleSet(
        id=f"eu.peppol.bis3:{name}:2026.5",
        root=root,
        ubl=ubl,
        customizations=(customization,),
        files=files,
        published=date(2026, 5, 18),
        valid_from=date(2026, 8, 17),
        source=MAY_2026,
    )


def _post_award(
    name: str, root: str, transaction: str, number: str, *, ubl: str = "2.1"
) -> RuleSet:
    file = RuleFile(part="peppol-post-award-rules", path=f"PEPPOLBIS-T{number}.sch")
    return _may_2026(name, root, POST_AWARD + transaction, file, ubl=ubl)


def _logistics(name: str, root: str, transaction: str, number: str, ubl: str) -> RuleSet:
    return RuleSet(
        id=f"eu.peppol.logistics:{name}:1.2",
        root=root,
        ubl=ubl,
        customizations=(LOGISTICS + transaction,),
        files=(RuleFile(part="peppol-logistics-rules", path=f"PEPPOLBIS-T{number}.sch"),),
        published=date(2026, 2, 11),
        valid_from=date(2026, 2, 11),
        source="Peppol Logistics BIS, release 1.2",
        assumption="the day of the release is taken as the day it must be followed; the generated "
        "rules on which elements are allowed are not part of the files",
    )


def _ehf(name: str, root: str, customization: str, profile: str, file: str) -> RuleSet:
    return RuleSet(
        id=f"no.ehf.g3:{name}:2023.2",
        root=root,
        ubl="2.2",
        customizations=(customization,),
        profiles=(f"{EHF_PROFILE}{profile}:1.0",),
        files=(RuleFile(part="ehf-post-award-rules", path=f"{file}.sch"),),
        published=date(2023, 2, 15),
        valid_from=date(2023, 2, 15),
        source="EHF post-award G3, release 2023-02",
        assumption=NO_EHF_DAY,
    )


def _ehf_billing(name: str, root: str, customization: str, profile: str) -> Iterator[RuleSet]:
    """An EHF document on top of Peppol Billing: the release of 2023, and the one in force.

    The files of the one in force are made by the publisher's build from Peppol's release, with
    rules switched off; we take the same Peppol files and switch off the same rules.
    """
    own = _ehf(name, root, customization, profile, "EHF-P06-3.0-REMINDER")
    kind = "REMINDER" if "reminder" in name else "FORWARD-BILLING"
    extra = own.files if kind == "REMINDER" else ()
    flat = (
        RuleFile(part="ehf-post-award-rules", path=f"{kind}-CEN-EN16931-UBL.sch"),
        RuleFile(part="ehf-post-award-rules", path=f"{kind}-PEPPOL-EN16931-UBL.sch"),
    )
    yield replace(own, files=(*extra, *flat))
    without = SWITCHED_OFF[kind]
    yield replace(
        own,
        id=f"no.ehf.g3:{name}:2026.9",
        files=(*extra, replace(CEN, without=without), replace(PEPPOL, without=without)),
        published=date(2026, 9, 29),
        valid_from=date(2026, 9, 29),
        source=f"EHF post-award G3, release 2026-09-29, on {MAY_2026}",
        assumption="put together here from Peppol's files and the rules that EHF switches off; "
        "the day of the release is taken as the day it must be followed",
    )


SWITCHED_OFF: Mapping[str, frozenset[str]] = {
    "REMINDER": frozenset({"BR-04", "BR-CL-20", "PEPPOL-EN16931-R007", "PEPPOL-EN16931-CL003"}),
    "FORWARD-BILLING": frozenset({"BR-07", "UBL-CR-665", "PEPPOL-EN16931-R007"}),
}

RULE_SETS: tuple[RuleSet, ...] = (
    _may_2026("invoice", "Invoice", BILLING, CEN, PEPPOL),
    _may_2026("creditnote", "CreditNote", BILLING, CEN, PEPPOL),
    _may_2026("invoice-self-billing", "Invoice", SELF_BILLING, CEN, PEPPOL_SELF),
    _may_2026("creditnote-self-billing", "CreditNote", SELF_BILLING, CEN, PEPPOL_SELF),
    _post_award("order", "Order", "order:3", "01"),
    _post_award("order-response", "OrderResponse", "order_response:3", "76"),
    _post_award("order-change", "OrderChange", "order_change:3", "114", ubl="2.3"),
    _post_award(
        "order-cancellation", "OrderCancellation", "order_cancellation:3", "115", ubl="2.3"
    ),
    _post_award(
        "order-response-advanced", "OrderResponse", "order_response_advanced:3", "116", ubl="2.3"
    ),
    _post_award("order-agreement", "OrderResponse", "order_agreement:3", "110"),
    _post_award("catalogue", "Catalogue", "catalogue:3", "19"),
    _post_award("catalogue-response", "ApplicationResponse", "catalogue_response:3", "58"),
    _post_award("punch-out", "Catalogue", "punch_out:3", "77"),
    _post_award("despatch-advice", "DespatchAdvice", "despatch_advice:3", "16"),
    _post_award("invoice-message-response", "ApplicationResponse", "invoice_response:3", "111"),
    _post_award("mlr", "ApplicationResponse", "mlr:3", "71"),
    _ehf("order", "Order", f"{POST_AWARD}order:3{EHF}", "02", "EHF-ORDER-3.0"),
    _ehf(
        "order-response",
        "OrderResponse",
        f"{POST_AWARD}order_response:3{EHF}",
        "02",
        "EHF-ORDER-RESPONSE-3.0",
    ),
    _ehf(
        "advanced-order-initiation",
        "Order",
        f"{POST_AWARD}order:3{EHF}",
        "09",
        "EHF-P09-3.0-ORDER-INITIATION",
    ),
    _ehf(
        "advanced-order-change",
        "OrderChange",
        f"{EHF_ADVANCED}change:3.0",
        "09",
        "EHF-P09-3.0-ORDER-CHANGE",
    ),
    _ehf(
        "advanced-order-cancellation",
        "OrderCancellation",
        f"{EHF_ADVANCED}cancellation:3.0",
        "09",
        "EHF-P09-3.0-ORDER-CANCELLATION",
    ),
    _ehf(
        "advanced-order-response",
        "OrderResponse",
        f"{POST_AWARD}order_response:3{EHF}",
        "09",
        "EHF-P09-3.0-ORDER-RESPONSE",
    ),
    _ehf(
        "order-agreement",
        "OrderResponse",
        f"{POST_AWARD}order_agreement:3{EHF}",
        "03",
        "EHF-ORDER-AGREEMENT-3.0",
    ),
    _ehf("catalogue", "Catalogue", f"{POST_AWARD}catalogue:3{EHF}", "01", "EHF-CATALOGUE-3.0"),
    _ehf(
        "catalogue-response",
        "ApplicationResponse",
        f"{POST_AWARD}catalogue_response:3{EHF}",
        "01",
        "EHF-CATALOGUE-RESPONSE-3.0",
    ),
    _ehf("punch-out", "Catalogue", f"{POST_AWARD}punch_out:3{EHF}", "04", "EHF-PUNCH-OUT-3.0"),
    _ehf(
        "despatch-advice",
        "DespatchAdvice",
        f"{POST_AWARD}despatch_advice:3{EHF}",
        "05",
        "EHF-DESPATCH-ADVICE-3.0",
    ),
    _ehf("payment-request", "Invoice", PAYMENT_REQUEST, "07", "EHF-P07-3.0-PAYMENT-REQUEST-3.0"),
    *_ehf_billing("reminder", "Invoice", REMINDER, "06"),
    *_ehf_billing("forward-billing-invoice", "Invoice", FORWARD_BILLING, "08"),
    *_ehf_billing("forward-billing-creditnote", "CreditNote", FORWARD_BILLING, "08"),
    _logistics(
        "advanced-despatch-advice", "DespatchAdvice", "advanced_despatch_advice:1", "120", "2.1"
    ),
    _logistics("weight-statement", "WeightStatement", "weight_statement:1", "122", "2.3"),
    _logistics(
        "transport-execution-plan-request",
        "TransportExecutionPlanRequest",
        "transport_execution_plan_request:1",
        "123",
        "2.4",
    ),
    _logistics(
        "transport-execution-plan",
        "TransportExecutionPlan",
        "transport_execution_plan:1",
        "124",
        "2.4",
    ),
    _logistics("waybill", "Waybill", "waybill:1", "125", "2.3"),
    _logistics(
        "transportation-status-request",
        "TransportationStatusRequest",
        "transportation_status_request:1",
        "126",
        "2.3",
    ),
    _logistics(
        "transportation-status", "TransportationStatus", "transportation_status:1", "127", "2.3"
    ),
    _logistics("receipt-advice", "ReceiptAdvice", "receipt_advice:1", "128", "2.3"),
    _logistics(
        "application-response", "ApplicationResponse", "application_response:1", "129", "2.1"
    ),
    RuleSet(
        id="eu.peppol.edec:mls:1.0.1",
        root="ApplicationResponse",
        ubl="2.1",
        customizations=("urn:peppol:edec:mls:1.0",),
        files=(RuleFile(part="peppol-mls-rules", path="peppol-mls-1.0.1.sch"),),
        published=date(2025, 12, 15),
        valid_from=date(2025, 12, 15),
        source="Peppol Message Level Status 1.0.1",
        assumption="the day of the version is taken as the day it must be followed",
    ),
    *(
        RuleSet(
            id=f"eu.cen.en16931:{root.lower()}:1.3.16",
            root=root,
            ubl="2.1",
            customizations=(EN16931,),
            any_beginning=True,
            files=(
                RuleFile(
                    part="en16931-rules", path="EN16931-UBL-validation.sch", kept_package=True
                ),
            ),
            published=date(2026, 4, 10),
            valid_from=date(2026, 4, 10),
            source="CEN/TC 434 validation artefacts 1.3.16",
            assumption="the day of the version is taken as the day it must be followed",
        )
        for root in ("Invoice", "CreditNote")
    ),
)
