"""What must stand of payees, payments, the seller and its representative, and must not be so."""

from anskaff.concepts.words import Words
from anskaff.documents.peppol.billing import parties, payment
from anskaff.documents.peppol.billing.parties import PartyTaxScheme
from anskaff.documents.peppol.billing.rules.reckoning import Bill, is_vat, squeezed
from anskaff.documents.peppol.billing.rules.standing import along, lacking
from anskaff.documents.ubl.guards import has_empty, lacks
from anskaff.documents.ubl.reading import Reading
from anskaff.documents.ubl.rules import Facts, Rule, rule
from anskaff.documents.ubl.structure_faults import MISSING
from anskaff.documents.ubl.table import Group
from anskaff.documents.ubl.values import Identifier

MOST_CARD_DIGITS = 10


@rule(
    "BR-17",
    parties.Payee,
    at="name",
    says=Words(
        nb="Betalingsmottakeren mangler navn, eller er den samme som selgeren.",
        nn="Betalingsmottakaren manglar namn, eller er den same som seljaren.",
        en="The payee has no name, or is the same as the seller.",
    ),
    cure=Words(
        nb="Skriv navnet på en annen mottaker, eller fjern betalingsmottakeren.",
        nn="Skriv namnet på ein annan mottakar, eller fjern betalingsmottakaren.",
        en="Write the name of another payee, or remove the payee.",
    ),
)
def payee_is_another_than_the_seller(payee: parties.Payee, reading: Reading[Bill]) -> Facts | None:
    """Neither its name nor its identifier is the seller's."""
    names = set(along(payee, ["name", "name"]))
    keys = {_key(each) for each in along(payee, ["identifications", "key"])}
    seller = reading.root.seller
    if not names:
        return {}
    if seller is None:
        return None
    same = names & set(along(seller, ["party", "trading_name", "name"])) or keys & {
        _key(each) for each in along(seller, ["party", "identifications", "key"])
    }
    return {} if same else None


def _key(value: object) -> str:
    return value.value if isinstance(value, Identifier) else ""


SAME_PAYEE = Words(
    nb="Betalingsmottakeren er den samme som selgeren, eller har flere enn én {label}.",
    nn="Betalingsmottakaren er den same som seljaren, eller har fleire enn éin {label}.",
    en="The payee is the same as the seller, or has more than one {label}.",
)
REMOVE_PAYEE = Words(
    nb="Fjern betalingsmottakeren når det er selgeren, og la én verdi stå.",
    nn="Fjern betalingsmottakaren når det er seljaren, og la éin verdi stå.",
    en="Remove the payee when it is the seller, and leave one value.",
)


def payee_once(official: str, path: str) -> Rule:
    """A rule that the payee differs from the seller and has one such value at most."""
    steps = path.split(".")

    @rule(official, parties.Payee, at=steps[0], says=SAME_PAYEE, cure=REMOVE_PAYEE)
    def found(payee: parties.Payee, reading: Reading[Bill]) -> Facts | None:
        seller = reading.root.seller
        path_to_name = ["party", "legal_entity", "registered_name"]
        registered = set(along(seller, path_to_name)) if seller is not None else set()
        names = set(along(payee, ["name", "name"]))
        # The official comparison needs one pair that differs, so a name that is missing fails.
        differs = any(one != other for one in names for other in registered)
        values = [each for each in along(payee, steps) if not _is_of_a_bank(each)]
        if differs and len(values) <= 1:
            return None
        return {"label": payee.field(steps[0]).said.label}

    return found


def _is_of_a_bank(value: object) -> bool:
    return isinstance(value, Identifier) and value.scheme.upper() == "SEPA"


@rule(
    "BR-50",
    payment.PayeeAccount,
    at="number",
    says=MISSING.text,
    cure=MISSING.cure,
    when=(lacks(payment.PayeeAccount, "number"), has_empty),
)
def account_has_a_number(account: payment.PayeeAccount, _reading: Reading[Bill]) -> Facts | None:
    """The account of a credit transfer has a number."""
    means = account.parent
    transfer = isinstance(means, payment.PaymentMeans) and means.code in {"30", "58"}
    return lacking(account, "number") if transfer and not squeezed(account.number) else None


@rule(
    "BR-61",
    payment.PaymentMeans,
    at="account",
    says=MISSING.text,
    cure=MISSING.cure,
    when=(lacks(payment.PaymentMeans, "account"), lacks(payment.PayeeAccount, "number")),
)
def transfer_has_an_account(means: payment.PaymentMeans, _reading: Reading[Bill]) -> Facts | None:
    """A credit transfer says which account."""
    if squeezed(means.code) not in {"30", "58"}:
        return None
    if means.account is not None and means.account.number is not None:
        return None
    return lacking(means, "account")


@rule(
    "BR-51",
    payment.CardAccount,
    at="number",
    says=Words(
        nb="Kortnummeret har {count} tegn, flere enn {most}.",
        nn="Kortnummeret har {count} teikn, fleire enn {most}.",
        en="The card number has {count} characters, more than {most}.",
    ),
    cure=Words(
        nb="Skriv bare de første seks og siste fire sifrene.",
        nn="Skriv berre dei første seks og siste fire sifra.",
        en="Write only the first six and last four digits.",
    ),
    warning=True,
)
def card_number_is_cut(card: payment.CardAccount, _reading: Reading[Bill]) -> Facts | None:
    """A whole card number never stands in an invoice."""
    count = len(squeezed(card.number))
    return {"count": count, "most": MOST_CARD_DIGITS} if count > MOST_CARD_DIGITS else None


@rule(
    "BR-56",
    parties.TaxRepresentative,
    at="tax_scheme",
    says=Words(
        nb="Avgiftsrepresentanten mangler nummer for merverdiavgift.",
        nn="Avgiftsrepresentanten manglar nummer for meirverdiavgift.",
        en="The tax representative has no VAT number.",
    ),
    cure=Words(
        nb="Fyll ut nummeret, med VAT som ordning.",
        nn="Fyll ut nummeret, med VAT som ordning.",
        en="Fill in the number, with the scheme VAT.",
    ),
)
def tax_representative_has_a_number(
    agent: parties.TaxRepresentative, _reading: Reading[Bill]
) -> Facts | None:
    """The tax representative has a number of VAT."""
    return None if _has_vat_number(agent, ["tax_scheme"]) else {}


def _has_vat_number(group: Group, path: list[str]) -> bool:
    found = [each for each in along(group, path) if isinstance(each, PartyTaxScheme)]
    return any(each.number is not None and is_vat(each) for each in found)


@rule(
    "BR-CO-26",
    parties.Seller,
    says=Words(
        nb="Selgeren mangler identifikator, organisasjonsnummer og avgiftsnummer.",
        nn="Seljaren manglar identifikator, organisasjonsnummer og avgiftsnummer.",
        en="The seller has no identifier, no organisation number and no VAT number.",
    ),
    cure=Words(
        nb="Fyll ut minst ett av dem.",
        nn="Fyll ut minst eitt av dei.",
        en="Fill in at least one of them.",
    ),
    when=(
        lacks(parties.Seller, "party"),
        lacks(parties.SellerParty, "legal_entity"),
        lacks(parties.SellerLegalEntity, "company"),
    ),
)
def seller_can_be_recognised(seller: parties.Seller, _reading: Reading[Bill]) -> Facts | None:
    """The seller has at least one number; that of its bank does not count."""
    keys = along(seller, ["party", "identifications", "key"])
    if any(isinstance(key, Identifier) and key.scheme != "SEPA" for key in keys):
        return None
    if any(True for _ in along(seller, ["party", "legal_entity", "company"])):
        return None
    return None if _has_vat_number(seller, ["party", "tax_schemes"]) else {}
