"""The table of fields: documents, terms, review."""

from anskaff.competition.announcing import choices as c
from anskaff.competition.announcing.choices import said
from anskaff.competition.announcing.fields import ALL, Field, Kind, Scope, Theme, among
from anskaff.competition.announcing.subtypes import CALLS, CHANGES, WITH_LOTS

DOCUMENTS = (
    Field(
        id="BT-15",
        theme=Theme.DOCUMENTS,
        scope=Scope.LOT,
        kind=Kind.URL,
        label=said(
            "Konkurransedokumentene ligger på",
            "Konkurransedokumenta ligg på",
            "The procurement documents are at",
        ),
        subtypes=CALLS,
    ),
    Field(
        id="BT-17",
        theme=Theme.DOCUMENTS,
        scope=Scope.LOT,
        kind=Kind.CODE,
        label=said("Elektronisk levering", "Elektronisk levering", "Electronic submission"),
        subtypes=CALLS,
        needed=among("10 16 17 23"),
        code_list="esubmission",
        codes=c.PERMITTED,
    ),
    Field(
        id="BT-18",
        theme=Theme.DOCUMENTS,
        scope=Scope.LOT,
        kind=Kind.URL,
        label=said("Tilbud leveres på", "Tilbod blir leverte på", "Tenders are submitted at"),
        subtypes=CALLS - {"7"},
        needed=among("10 16 17 E3"),
    ),
    Field(
        id="BT-97",
        theme=Theme.DOCUMENTS,
        scope=Scope.LOT,
        kind=Kind.CODE,
        label=said("Språk i tilbudet", "Språk i tilbodet", "Language of tenders"),
        subtypes=CALLS,
        needed=CALLS - {"23", "E3"},
        code_list="language",
        codes={
            "NOR": said("Norsk", "Norsk", "Norwegian"),
            **c.LANGUAGES,
        },
    ),
    Field(
        id="BT-63",
        theme=Theme.DOCUMENTS,
        scope=Scope.LOT,
        kind=Kind.CODE,
        label=said("Alternative tilbud", "Alternative tilbod", "Variants"),
        subtypes=CALLS - {"23"},
        code_list="permission",
        codes=c.PERMITTED,
    ),
    Field(
        id="BT-764",
        theme=Theme.DOCUMENTS,
        scope=Scope.LOT,
        kind=Kind.CODE,
        label=said("Elektronisk katalog", "Elektronisk katalog", "Electronic catalogue"),
        subtypes=CALLS - among("14 23"),
        needed=among("16 17"),
        code_list="ecatalog-submission",
        codes=c.PERMITTED,
    ),
)

TERMS = (
    Field(
        id="BT-743",
        theme=Theme.TERMS,
        scope=Scope.LOT,
        kind=Kind.CODE,
        label=said("Elektronisk faktura", "Elektronisk faktura", "Electronic invoicing"),
        hint=said(
            "Offentlige oppdragsgivere skal kreve EHF (FOR-2019-04-01-444).",
            "Offentlege oppdragsgivarar skal krevje EHF (FOR-2019-04-01-444).",
            "Public buyers must demand EHF invoices (FOR-2019-04-01-444).",
        ),
        subtypes=CALLS - {"23"},
        needed=among("16"),
        code_list="einvoicing",
        codes=c.PERMITTED,
    ),
    *(
        Field(
            id=term,
            theme=Theme.TERMS,
            scope=Scope.LOT,
            kind=Kind.YES_NO,
            label=label,
            subtypes=CALLS - {"23"},
            needed=among("16"),
        )
        for term, label in (
            (
                "BT-92",
                said("Elektronisk bestilling", "Elektronisk bestilling", "Electronic ordering"),
            ),
            ("BT-93", said("Elektronisk betaling", "Elektronisk betaling", "Electronic payment")),
        )
    ),
    Field(
        id="BT-60",
        theme=Theme.TERMS,
        scope=Scope.LOT,
        kind=Kind.CODE,
        label=said("Betales med EU-midler", "Blir betalt med EU-midlar", "Paid with EU funds"),
        subtypes=WITH_LOTS - CHANGES,
        needed=among("7 10 16 23 29 36"),
        code_list="eu-funded",
        codes={"no-eu-funds": c.EU_FUNDS["no-eu-funds"]},
    ),
    Field(
        id="BT-71",
        theme=Theme.TERMS,
        scope=Scope.LOT,
        kind=Kind.CODE,
        label=said("Hvem kan delta", "Kven kan delta", "Who may take part"),
        subtypes=CALLS - {"23"},
        needed=CALLS - among("23 E3"),
        code_list="reserved-procurement",
        codes=c.RESERVED,
    ),
    Field(
        id="BT-736",
        theme=Theme.TERMS,
        scope=Scope.LOT,
        kind=Kind.CODE,
        label=said(
            "Oppfylles i et program for vernet arbeid",
            "Blir oppfylt i eit program for verna arbeid",
            "Performed in a sheltered employment programme",
        ),
        subtypes=CALLS - {"23"},
        needed=CALLS - among("23 E3"),
        code_list="reserved-execution",
        codes=c.APPLIES,
    ),
    Field(
        id="BT-70",
        theme=Theme.TERMS,
        scope=Scope.LOT,
        kind=Kind.LONG,
        label=said(
            "Vilkår for å utføre kontrakten",
            "Vilkår for å utføre kontrakten",
            "Conditions of performance",
        ),
        subtypes=CALLS - {"23"},
        needed=among("17"),
        translated=True,
    ),
    Field(
        id="BT-77",
        theme=Theme.TERMS,
        scope=Scope.LOT,
        kind=Kind.LONG,
        label=said("Betalingsvilkår", "Betalingsvilkår", "Terms of payment"),
        subtypes=CALLS - {"23"},
        needed=among("17"),
        translated=True,
    ),
    Field(
        id="BT-79",
        theme=Theme.TERMS,
        scope=Scope.LOT,
        kind=Kind.CODE,
        label=said(
            "Navn og kvalifikasjoner på dem som utfører",
            "Namn og kvalifikasjonar på dei som utfører",
            "Names and qualifications of staff",
        ),
        subtypes=among("17"),
        needed=among("17"),
        code_list="requirement-stage",
        codes={
            "not-requ": said("Kreves ikke", "Blir ikkje kravd", "Not required"),
            "t-requ": said("Kreves i tilbudet", "Blir kravd i tilbodet", "Required in the tender"),
        },
    ),
    Field(
        id="BT-751",
        theme=Theme.TERMS,
        scope=Scope.LOT,
        kind=Kind.YES_NO,
        label=said(
            "Tilbudsgaranti kreves", "Tilbodsgaranti blir kravd", "A tender guarantee is required"
        ),
        subtypes=among("17"),
        needed=among("17"),
    ),
    Field(
        id="BT-761",
        theme=Theme.TERMS,
        scope=Scope.LOT,
        kind=Kind.YES_NO,
        label=said(
            "Leverandøren må ha en bestemt selskapsform",
            "Leverandøren må ha ei bestemt selskapsform",
            "The tenderer must have a certain legal form",
        ),
        subtypes=among("17"),
        needed=among("17"),
    ),
    *(
        Field(
            id=term,
            theme=Theme.TERMS,
            scope=Scope.LOT,
            kind=Kind.YES_NO,
            label=label,
            subtypes=among("23"),
            needed=among("23"),
        )
        for term, label in (
            (
                "BT-42",
                said(
                    "Juryens avgjørelse er bindende",
                    "Juryen si avgjerd er bindande",
                    "The jury's decision is binding",
                ),
            ),
            (
                "BT-41",
                said(
                    "Vinneren får en kontrakt etterpå",
                    "Vinnaren får ein kontrakt etterpå",
                    "A contract follows for the winner",
                ),
            ),
        )
    ),
    Field(
        id="BT-644",
        theme=Theme.TERMS,
        scope=Scope.LOT,
        kind=Kind.MONEY,
        label=said("Førstepremie", "Førstepremie", "First prize"),
        subtypes=among("23"),
        needed=among("23"),
    ),
)

REVIEW = (
    *(
        Field(
            id=term,
            theme=Theme.REVIEW,
            scope=Scope.REVIEW_BODY,
            kind=kind,
            label=label,
            subtypes=ALL - {"6", "E2"},
            needed=ALL - among("6 20 21 33 E2 E3 E4"),
            code_list=codes,
        )
        for term, kind, label, codes in (
            ("BT-500", Kind.TEXT, said("Klageorgan", "Klageorgan", "Review body"), ""),
            (
                "BT-501",
                Kind.TEXT,
                said(
                    "Klageorganets organisasjonsnummer",
                    "Organisasjonsnummeret til klageorganet",
                    "Registration number of the review body",
                ),
                "",
            ),
            (
                "BT-513",
                Kind.TEXT,
                said(
                    "Klageorganets poststed",
                    "Poststaden til klageorganet",
                    "Town of the review body",
                ),
                "",
            ),
            (
                "BT-512",
                Kind.TEXT,
                said(
                    "Klageorganets postnummer",
                    "Postnummeret til klageorganet",
                    "Postcode of the review body",
                ),
                "",
            ),
            (
                "BT-507",
                Kind.TEXT,
                said(
                    "Klageorganets region (NUTS)",
                    "Regionen til klageorganet (NUTS)",
                    "Region of the review body (NUTS)",
                ),
                "nuts-lvl3",
            ),
            (
                "BT-506",
                Kind.EMAIL,
                said(
                    "Klageorganets e-post", "E-posten til klageorganet", "E-mail of the review body"
                ),
                "",
            ),
            (
                "BT-503",
                Kind.TEXT,
                said(
                    "Klageorganets telefon",
                    "Telefonen til klageorganet",
                    "Telephone of the review body",
                ),
                "",
            ),
        )
    ),
    Field(
        id="BT-99",
        theme=Theme.REVIEW,
        scope=Scope.LOT,
        kind=Kind.LONG,
        label=said("Frister for å klage", "Fristar for å klage", "Deadlines for review"),
        subtypes=WITH_LOTS,
        needed=among("7 10 16 17 29 30"),
        translated=True,
    ),
)
