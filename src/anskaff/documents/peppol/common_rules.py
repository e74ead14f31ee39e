"""The rules that Peppol has in common for its documents: how dates and identifiers are written.

They are asked of an element by its name, wherever it stands, also in parts that the table does not
know. `IDENTIFIERS` are the same in post-award and billing; where several could be asked of one
element, the first one is. Source: the Peppol rule files, release May 2026.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from anskaff.concepts.finding import Severity
from anskaff.concepts.words import Words
from anskaff.documents.peppol.post_award import schemes
from anskaff.documents.peppol.post_award.anywhere import (
    SCHEME,
    Standing,
    fields_named,
    is_named,
    kinds_named,
    rows_named,
    standing,
    within_of,
)
from anskaff.documents.ubl import values
from anskaff.documents.ubl.guards import Among
from anskaff.documents.ubl.reading import Reading, Spot
from anskaff.documents.ubl.rules import Facts, Sweep, sweep
from anskaff.documents.ubl.table import Group, Kind
from anskaff.documents.ubl.values import normalized

DATES = frozenset(
    {
        "cbc:IssueDate",
        "cbc:DueDate",
        "cbc:TaxPointDate",
        "cbc:StartDate",
        "cbc:EndDate",
        "cbc:ActualDeliveryDate",
    }
)
DATE_LENGTH = 10
IDENTIFIED = frozenset({"cbc:EndpointID", "cbc:CompanyID", "cac:PartyIdentification/cbc:ID"})
VAT = "VAT"
DUTCH = "NL"
NOT_DUTCH_FIRST = "0217"
"""The one scheme that the rules come to after that of Dutch VAT numbers."""

WRONG_IDENTIFIER = Words(
    nb="«{got}» er ikke {what}.",
    nn="«{got}» er ikkje {what}.",
    en="“{got}” is not {what}.",
)
CORRECT_IDENTIFIER = Words(
    nb="Rett nummeret, eller oppgi riktig skjema (@schemeID).",
    nn="Rett nummeret, eller oppgje rett skjema (@schemeID).",
    en="Correct the number, or state the right scheme (@schemeID).",
)


class Form(NamedTuple):
    """How identifiers of a scheme are written; `as_it_stands` when space around it is a fault."""

    rule: str
    scheme: str
    right: Callable[[str], bool]
    what: Words
    warning: bool = False
    as_it_stands: bool = False
    endpoint_only: bool = False


TAX_CODE = Words(
    nb="en italiensk skattekode (11 eller 16 tegn)",
    nn="ein italiensk skattekode (11 eller 16 teikn)",
    en="an Italian tax code (11 or 16 characters)",
)
DUTCH_VAT = Words(
    nb="et nederlandsk mva-nummer (som NL123456789B12)",
    nn="eit nederlandsk mva-nummer (som NL123456789B12)",
    en="a Dutch VAT number (such as NL123456789B12)",
)
FORMS = (
    Form(
        "R040",
        "0088",
        schemes.is_gln,
        Words(nb="et gyldig GLN", nn="eit gyldig GLN", en="a valid GLN"),
    ),
    Form(
        "R041",
        "0192",
        schemes.is_norwegian,
        Words(
            nb="et gyldig norsk organisasjonsnummer (9 siffer)",
            nn="eit gyldig norsk organisasjonsnummer (9 siffer)",
            en="a valid Norwegian organisation number (9 digits)",
        ),
    ),
    Form(
        "R042",
        "0184",
        schemes.is_danish,
        Words(
            nb="et dansk CVR-nummer (8 siffer)",
            nn="eit dansk CVR-nummer (8 siffer)",
            en="a Danish company number (8 digits)",
        ),
        as_it_stands=True,
    ),
    Form(
        "R052",
        "0096",
        schemes.is_danish_place,
        Words(
            nb="et dansk P-nummer (10 siffer)",
            nn="eit dansk P-nummer (10 siffer)",
            en="a Danish production unit number (10 digits)",
        ),
        as_it_stands=True,
    ),
    Form(
        "R053",
        "0198",
        schemes.is_danish_vat,
        Words(
            nb="et dansk SE-nummer (DK og 8 siffer)",
            nn="eit dansk SE-nummer (DK og 8 siffer)",
            en="a Danish VAT number (DK and 8 digits)",
        ),
        as_it_stands=True,
    ),
    Form(
        "R043",
        "0208",
        schemes.is_belgian,
        Words(
            nb="et gyldig belgisk foretaksnummer (10 siffer)",
            nn="eit gyldig belgisk føretaksnummer (10 siffer)",
            en="a valid Belgian enterprise number (10 digits)",
        ),
    ),
    Form(
        "R044",
        "0201",
        schemes.is_italian_office,
        Words(
            nb="en italiensk IPA-kode (6 tegn)",
            nn="ein italiensk IPA-kode (6 teikn)",
            en="an Italian IPA code (6 characters)",
        ),
        warning=True,
    ),
    Form("R045", "0210", schemes.is_italian_tax_code, TAX_CODE, warning=True),
    Form("R046", "9907", schemes.is_italian_tax_code, TAX_CODE, warning=True, endpoint_only=True),
    Form(
        "R047",
        "0211",
        schemes.is_italian_vat,
        Words(
            nb="et gyldig italiensk mva-nummer (IT og 11 siffer)",
            nn="eit gyldig italiensk mva-nummer (IT og 11 siffer)",
            en="a valid Italian VAT number (IT and 11 digits)",
        ),
        warning=True,
    ),
    Form(
        "R049",
        "0007",
        schemes.is_swedish,
        Words(
            nb="et gyldig svensk organisasjonsnummer (10 siffer)",
            nn="eit gyldig svensk organisasjonsnummer (10 siffer)",
            en="a valid Swedish organisation number (10 digits)",
        ),
    ),
    Form(
        "R050",
        "0151",
        schemes.is_australian,
        Words(
            nb="et gyldig australsk foretaksnummer (11 siffer)",
            nn="eit gyldig australsk føretaksnummer (11 siffer)",
            en="a valid Australian business number (11 digits)",
        ),
    ),
    Form(
        "R054",
        "0106",
        schemes.is_dutch,
        Words(
            nb="et nederlandsk KVK-nummer (8 siffer)",
            nn="eit nederlandsk KVK-nummer (8 siffer)",
            en="a Dutch Chamber of Commerce number (8 digits)",
        ),
        warning=True,
    ),
    Form(
        "R055",
        "0190",
        schemes.is_dutch_public,
        Words(
            nb="et nederlandsk OIN-nummer (20 siffer)",
            nn="eit nederlandsk OIN-nummer (20 siffer)",
            en="a Dutch public organisation number (20 digits)",
        ),
        warning=True,
    ),
    Form("R056-1", "9944", schemes.is_dutch_vat, DUTCH_VAT, warning=True),
    Form(
        "R057",
        "0217",
        schemes.is_dutch_place,
        Words(
            nb="et nederlandsk avdelingsnummer (12 siffer)",
            nn="eit nederlandsk avdelingsnummer (12 siffer)",
            en="a Dutch establishment number (12 digits)",
        ),
        warning=True,
    ),
)
SCHEMES = frozenset(each.scheme for each in FORMS)


def _identifiers(reading: Reading[Group]) -> tuple[Standing, ...]:
    """Every identifier of a party that says a scheme or may be a VAT number."""
    return tuple(standing(reading, IDENTIFIED))


def _schemes(reading: Reading[Group]) -> frozenset[str]:
    """The schemes of the identifiers of parties, and perhaps of others."""
    if _has_noted_schemes(reading):
        return frozenset([value[1] for _, _, value in reading.identifiers])
    return frozenset(each.scheme for each in reading.once(_identifiers))


def _has_noted_schemes(reading: Reading[Group]) -> bool:
    """Whether reading told every identifier that says a scheme."""
    return reading.plain and not reading.stray and _has_schemes_in_values(type(reading.root))


def _has_schemes_in_values(root: type[Group]) -> bool:
    """Whether a scheme is a part of the value wherever the table knows one; worked out once."""
    if root not in _in_values:
        _in_values[root] = all(
            row.parts or all(each.name != SCHEME for each in row.attributes)
            for row in fields_named(root, IDENTIFIED)
        )
    return _in_values[root]


_in_values: dict[type[Group], bool] = {}


def _may_name_dutch(reading: Reading[Group]) -> bool:
    """Whether the sign of the Netherlands stands in an identifier of a party."""
    if not reading.plain:
        return True
    for row, groups in rows_named(reading, IDENTIFIED):
        for each in groups:
            value = each.__dict__.get(row.name, "")
            if row.many or DUTCH in (value if type(value) is str else value[0]):
                return True
    return False


def _has_dutch_vat(reading: Reading[Group]) -> bool:
    return _may_name_dutch(reading) and any(
        each.tax_scheme == VAT and DUTCH in each.text for each in reading.once(_identifiers)
    )


def _is_dutch_vat(each: Standing) -> bool:
    """Whether it says that it is a VAT number and begins as those of the Netherlands do."""
    asked_before = each.scheme in SCHEMES - {NOT_DUTCH_FIRST} and not (
        each.scheme == "9907" and each.tag != "cbc:EndpointID"
    )
    begins = each.tax_scheme == VAT and normalized(each.text).startswith(DUTCH)
    return begins and not asked_before


def well_formed(form: Form) -> Sweep:
    """The rule that identifiers of a scheme are written as they should."""

    @sweep(
        f"PEPPOL-COMMON-{form.rule}",
        says=WRONG_IDENTIFIER,
        cure=CORRECT_IDENTIFIER,
        warning=form.warning,
        when=Among(_schemes, form.scheme),
    )
    def identifiers_are_right(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
        if _has_noted_schemes(reading) and all(
            form.right(value[0]) or not is_named(row.tag, within_of(group), IDENTIFIED)
            for group, row, value in reading.identifiers
            if value[1] == form.scheme
        ):
            return
        for each in reading.once(_identifiers):
            if each.scheme != form.scheme or (form.endpoint_only and each.tag != "cbc:EndpointID"):
                continue
            if each.scheme == NOT_DUTCH_FIRST and _is_dutch_vat(each):
                continue
            text = each.text if form.as_it_stands else normalized(each.text)
            if not form.right(text):
                yield each.spot, {"got": each.text, "what": form.what}

    return identifiers_are_right


@sweep(
    "PEPPOL-COMMON-R056-2",
    says=WRONG_IDENTIFIER,
    cure=CORRECT_IDENTIFIER,
    warning=True,
    when=_has_dutch_vat,
)
def dutch_vat_numbers_are_right(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
    """What begins as a Dutch VAT number is one."""
    for each in reading.once(_identifiers):
        if _is_dutch_vat(each) and not schemes.is_dutch_vat(normalized(each.text)):
            yield each.spot, {"got": each.text, "what": DUTCH_VAT}


@sweep(
    "PEPPOL-COMMON-R003",
    says=Words(
        nb="Dokumentet sier hvor skjemaet ligger.",
        nn="Dokumentet seier kvar skjemaet ligg.",
        en="The document says where its schema is.",
    ),
    cure=Words(
        nb="Fjern attributtet schemaLocation.",
        nn="Fjern attributtet schemaLocation.",
        en="Remove the attribute schemaLocation.",
    ),
    warning=True,
)
def schema_is_not_pointed_to(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
    """The root does not say where its schema is."""
    for spot in reading.stray:
        if spot.group is reading.root and spot.field is None and spot.step == "@schemaLocation":
            yield spot, {}
            return


def _may_have_odd_dates(reading: Reading[Group]) -> bool:
    """Whether some date is no date in the table, or something odd stands anywhere."""
    return not reading.plain or not kinds_named(type(reading.root), DATES) <= {Kind.DATE}


@sweep(
    "PEPPOL-COMMON-R030",
    says=Words(
        nb="«{got}» er ikke en dato som 2026-12-31.",
        nn="«{got}» er ikkje ein dato som 2026-12-31.",
        en="“{got}” is not a date such as 2026-12-31.",
    ),
    cure=Words(
        nb="Skriv år, måned og dag med bindestrek, uten tidssone.",
        nn="Skriv år, månad og dag med bindestrek, utan tidssone.",
        en="Write year, month and day with hyphens and no time zone.",
    ),
    when=_may_have_odd_dates,
)
def dates_are_plain(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
    """A date is ten characters: year, month and day."""
    odd = standing(
        reading, DATES, lambda group, row: row.kind is not Kind.DATE or group.extras is not None
    )
    for each in odd:
        if len(each.text) != DATE_LENGTH or values.day(each.text) is None:
            yield each.spot, {"got": each.text}


IDENTIFIERS: tuple[Sweep, ...] = (*map(well_formed, FORMS), dutch_vat_numbers_are_right)
COMMON_RULES: tuple[Sweep, ...] = (schema_is_not_pointed_to, dates_are_plain, *IDENTIFIERS)
"""The rules of post-award beside that nothing is empty (R001), which is one of structure."""
LATER = frozenset(f"PEPPOL-COMMON-{each}" for each in ("R054", "R055", "R056-1", "R056-2", "R057"))
MILDER = frozenset(f"PEPPOL-COMMON-{each}" for each in ("R052", "R053"))


def _milder(rules: Sequence[Sweep]) -> Iterator[Sweep]:
    for each in rules:
        if each.id in MILDER:
            yield replace(each, kind=replace(each.kind, severity=Severity.WARNING))
        elif each.id not in LATER:
            yield each


LOGISTICS_RULES: tuple[Sweep, ...] = tuple(_milder(COMMON_RULES))
"""The same as logistics 1.2 has them: fewer schemes, and two of them as a warning only."""
