"""What Peppol asks of the whole bill: process, references, notes and how the tax is totalled."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from anskaff.concepts.words import Words
from anskaff.documents.peppol.billing.credit_note import CreditNote
from anskaff.documents.peppol.billing.payment import PaymentMeans
from anskaff.documents.peppol.billing.references import SupportingDocument
from anskaff.documents.peppol.billing.rules.countries import countries
from anskaff.documents.peppol.billing.rules.reckoning import Bill, squeezed
from anskaff.documents.peppol.billing.rules.standing import BILLS, along
from anskaff.documents.peppol.post_award.anywhere import groups_at
from anskaff.documents.ubl.guards import AnyOf, Several, has, has_unknown, lacks
from anskaff.documents.ubl.reading import Reading, Spot
from anskaff.documents.ubl.rules import AnyRule, Facts, Rule, rule, sweep
from anskaff.documents.ubl.table import Group
from anskaff.documents.ubl.values import Value

FRENCH = frozenset(
    {"urn:peppol:france:billing:regulated", "urn:peppol:france:billing:non-regulated"}
)
WITH_RESPONSE = "urn:peppol:bis:billing_with_response"
PROJECT = "50"
DIRECT_DEBITS = frozenset({"49", "59"})
TWO_CURRENCIES = tuple(has(kind, "tax_currency") for kind in BILLS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Specification:
    """What bills of a kind follow: how the specification begins, and the main process.

    `types` are the types of documents that it narrows by itself, by the rule that asks; other rules
    on types have a code list of the bundle. They are not asked in the process `WITH_RESPONSE` when
    `asks_with_response` is false.
    """

    customization: str
    profile: str
    types: Mapping[str, frozenset[str]] = field(default_factory=dict)
    asks_with_response: bool = True

    @property
    def profiles(self) -> frozenset[str]:
        """The processes that a bill may take part in."""
        return FRENCH | {self.profile, WITH_RESPONSE}

    @property
    def typed(self) -> frozenset[str]:
        """The processes where the type of a bill is asked."""
        return self.profiles if self.asks_with_response else self.profiles - {WITH_RESPONSE}


def _specification(spec: Specification) -> Rule:
    @rule(
        "PEPPOL-EN16931-R004",
        *BILLS,
        at="customization",
        says=Words(
            nb="Spesifikasjonen er «{got}», men skal begynne med «{expected}».",
            nn="Spesifikasjonen er «{got}», men skal byrje med «{expected}».",
            en="The specification is “{got}” but must begin with “{expected}”.",
        ),
        cure=Words(nb="Skriv {expected}.", nn="Skriv {expected}.", en="Write {expected}."),
    )
    def begins_as_it_should(bill: Bill, _reading: Reading[Bill]) -> Facts | None:
        got = squeezed(bill.customization)
        if got.startswith(spec.customization) and "::" not in got:
            return None
        return {"got": got, "expected": spec.customization}

    return begins_as_it_should


def _process(spec: Specification) -> Rule:
    @rule(
        "PEPPOL-EN16931-R007",
        *BILLS,
        at="profile",
        says=Words(
            nb="Prosessen «{got}» er ikke en av dem som er godkjent.",
            nn="Prosessen «{got}» er ikkje ein av dei som er godkjende.",
            en="The process “{got}” is not one of those approved.",
        ),
        cure=Words(nb="Skriv {expected}.", nn="Skriv {expected}.", en="Write {expected}."),
    )
    def is_approved(bill: Bill, _reading: Reading[Bill]) -> Facts | None:
        got = squeezed(bill.profile)
        return None if got in spec.profiles else {"got": got, "expected": spec.profile}

    return is_approved


@rule(
    "PEPPOL-EN16931-R002",
    *BILLS,
    at="notes",
    says=Words(
        nb="Dokumentet har {count} merknader, men bare én er tillatt.",
        nn="Dokumentet har {count} merknader, men berre éin er tillaten.",
        en="The document has {count} notes, but only one is allowed.",
    ),
    cure=Words(
        nb="Slå dem sammen til én merknad.",
        nn="Slå dei saman til éin merknad.",
        en="Make them one note.",
    ),
    when=[has(kind, "notes") for kind in BILLS],
)
def one_note_is_enough(bill: Bill, reading: Reading[Bill]) -> Facts | None:
    """One note at most, except between German parties."""
    count = len(bill.notes)
    return {"count": count} if count > 1 and not reading.once(countries).german else None


@rule(
    "PEPPOL-EN16931-R003",
    *BILLS,
    at="buyer_reference",
    says=Words(
        nb="Både kjøperens referanse og ordrenummer mangler.",
        nn="Både referansen til kjøparen og ordrenummeret manglar.",
        en="Both the buyer's reference and the order number are missing.",
    ),
    cure=Words(
        nb="Fyll ut minst én av dem.", nn="Fyll ut minst éin av dei.", en="Fill in at least one."
    ),
    when=[lacks(kind, "buyer_reference") for kind in BILLS],
)
def buyer_can_place_the_bill(bill: Bill, _reading: Reading[Bill]) -> Facts | None:
    """The buyer's reference or the number of the order."""
    if bill.buyer_reference is not None:
        return None
    return None if any(True for _ in along(bill, ["order", "number"])) else {}


@rule(
    "PEPPOL-EN16931-R005",
    *BILLS,
    at="tax_currency",
    says=Words(
        nb="Avgiftsvalutaen er {currency}, som dokumentets egen valuta.",
        nn="Avgiftsvalutaen er {currency}, som valutaen til dokumentet.",
        en="The VAT currency is {currency}, as that of the document.",
    ),
    cure=Words(
        nb="Fjern avgiftsvalutaen når den er den samme.",
        nn="Fjern avgiftsvalutaen når han er den same.",
        en="Remove the VAT currency when it is the same.",
    ),
    when=TWO_CURRENCIES,
)
def tax_currency_is_another(bill: Bill, _reading: Reading[Bill]) -> Facts | None:
    """A VAT currency is only stated when it differs."""
    got = squeezed(bill.tax_currency)
    if bill.tax_currency is None or got != squeezed(bill.currency):
        return None
    return {"currency": got}


def _breakdown(official: str, *, broken_down: bool, expected: Callable[[Bill], int]) -> Rule:
    """A rule on how many tax totals there are with, or without, a breakdown."""

    @rule(
        official,
        *BILLS,
        at="tax_totals",
        says=TOTALS[broken_down],
        cure=Words(
            nb="Oppgi {expected}, og ingen andre.",
            nn="Oppgje {expected}, og ingen andre.",
            en="State {expected}, and no others.",
        ),
    )
    def found(bill: Bill, _reading: Reading[Bill]) -> Facts | None:
        got = sum(1 for each in bill.tax_totals if bool(each.subtotals) is broken_down)
        wanted = expected(bill)
        return None if got == wanted else {"got": got, "expected": wanted}

    return found


TOTALS = {
    True: Words(
        nb="Dokumentet har {got} avgiftssummer med fordeling på satser, men skal ha {expected}.",
        nn="Dokumentet har {got} avgiftssummar med fordeling på satsar, men skal ha {expected}.",
        en="The document has {got} VAT totals with a breakdown but must have {expected}.",
    ),
    False: Words(
        nb="Dokumentet har {got} avgiftssummer uten fordeling på satser, men skal ha {expected}.",
        nn="Dokumentet har {got} avgiftssummar utan fordeling på satsar, men skal ha {expected}.",
        en="The document has {got} VAT totals without a breakdown but must have {expected}.",
    ),
}


@rule(
    "PEPPOL-EN16931-R055",
    *BILLS,
    at="tax_totals",
    says=Words(
        nb="Avgiften har ikke samme fortegn i {currency} og i {tax_currency}.",
        nn="Avgifta har ikkje same forteikn i {currency} og i {tax_currency}.",
        en="The VAT does not have the same sign in {currency} and in {tax_currency}.",
    ),
    cure=Words(
        nb="Oppgi avgiften i begge valutaer, enten positiv eller negativ i begge.",
        nn="Oppgje avgifta i begge valutaane, anten positiv eller negativ i begge.",
        en="State the VAT in both currencies, either positive or negative in both.",
    ),
    when=TWO_CURRENCIES,
)
def tax_has_one_sign(bill: Bill, _reading: Reading[Bill]) -> Facts | None:
    """The tax has the same sign in both currencies; it must stand in both."""
    if bill.tax_currency is None:
        return None
    main, other = squeezed(bill.currency), squeezed(bill.tax_currency)
    taxes = [each.tax for each in bill.tax_totals if each.tax is not None]
    ours = [each.value for each in taxes if each.currency == main]
    theirs = [each.value for each in taxes if each.currency == other]
    below = any(each <= 0 for each in ours) and any(each <= 0 for each in theirs)
    above = any(each >= 0 for each in ours) and any(each >= 0 for each in theirs)
    return None if below or above else {"currency": main, "tax_currency": other}


def _is_direct_debit(code: Value) -> bool:
    return squeezed(str(code)) in DIRECT_DEBITS


@sweep(
    "PEPPOL-EN16931-R061",
    says=Words(
        nb="Direkte trekk ({code}) mangler nummeret på fullmakten.",
        nn="Direkte trekk ({code}) manglar nummeret på fullmakta.",
        en="The direct debit ({code}) has no mandate reference.",
    ),
    cure=Words(
        nb="Fyll ut nummeret på fullmakten.",
        nn="Fyll ut nummeret på fullmakta.",
        en="Fill in the mandate reference.",
    ),
    when=(AnyOf(PaymentMeans, "code", _is_direct_debit), has_unknown),
)
def direct_debit_has_a_mandate(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
    """A direct debit names the mandate that allows it."""
    for spot, means in groups_at(reading, "cac:PaymentMeans", PaymentMeans):
        got = squeezed(means.code)
        if _is_direct_debit(got) and not any(True for _ in along(means, ["mandate", "number"])):
            yield spot, {"code": got}


@rule(
    "PEPPOL-EN16931-R080",
    CreditNote,
    at="attachments",
    says=Words(
        nb="Kreditnotaen viser til {count} prosjekter, men bare ett er tillatt.",
        nn="Kreditnotaen viser til {count} prosjekt, men berre eitt er tillate.",
        en="The credit note refers to {count} projects, but only one is allowed.",
    ),
    cure=Words(nb="Behold det riktige.", nn="Behald det rette.", en="Keep the right one."),
    when=Several(SupportingDocument),
)
def one_project_is_enough(note: CreditNote, _reading: Reading[CreditNote]) -> Facts | None:
    """A credit note has its project as an attachment of type 50."""
    count = sum(1 for each in note.attachments if each.type_code == PROJECT)
    return {"count": count} if count > 1 else None


def process_rules(spec: Specification) -> tuple[AnyRule, ...]:
    """The rules on the whole document, for a specification."""
    return (
        _specification(spec),
        _process(spec),
        one_note_is_enough,
        buyer_can_place_the_bill,
        tax_currency_is_another,
        _breakdown("PEPPOL-EN16931-R053", broken_down=True, expected=lambda _: 1),
        _breakdown(
            "PEPPOL-EN16931-R054",
            broken_down=False,
            expected=lambda bill: 0 if bill.tax_currency is None else 1,
        ),
        tax_has_one_sign,
        direct_debit_has_a_mandate,
        one_project_is_enough,
    )
