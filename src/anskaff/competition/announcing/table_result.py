"""The table of fields: result, change of a contract, correction of a notice."""

from anskaff.competition.announcing import choices as c
from anskaff.competition.announcing.choices import said
from anskaff.competition.announcing.fields import (
    ALL,
    CONTRACTED,
    WINNING,
    Field,
    Kind,
    Scope,
    Theme,
    among,
)
from anskaff.competition.announcing.subtypes import CHANGES, RESULTS

RESULT = (
    Field(
        id="BT-142",
        theme=Theme.RESULT,
        scope=Scope.RESULT,
        kind=Kind.CODE,
        label=said("Utfall", "Utfall", "Outcome"),
        subtypes=RESULTS,
        needed=RESULTS,
        code_list="winner-selection-status",
        codes=c.OUTCOMES,
    ),
    Field(
        id="BT-144",
        theme=Theme.RESULT,
        scope=Scope.RESULT,
        kind=Kind.CODE,
        label=said("Hvorfor ingen vant", "Kvifor ingen vann", "Why nobody won"),
        subtypes=RESULTS,
        needed=RESULTS - {"E4"},
        code_list="non-award-justification",
        codes=c.NO_AWARD,
        only_when=("BT-142", "clos-nw"),
    ),
    *(
        Field(
            id=f"BT-759{kind}",
            theme=Theme.RESULT,
            scope=Scope.RESULT,
            kind=Kind.WHOLE,
            label=label,
            subtypes=RESULTS,
            needed=RESULTS,
        )
        for kind, label in (
            ("", said("Mottatte tilbud", "Mottekne tilbod", "Tenders received")),
            (
                ":t-esubm",
                said("Levert elektronisk", "Leverte elektronisk", "Submitted electronically"),
            ),
            (
                ":t-sme",
                said(
                    "Fra små og mellomstore bedrifter",
                    "Frå små og mellomstore bedrifter",
                    "From small and medium enterprises",
                ),
            ),
            (
                ":t-oth-eea",
                said(
                    "Fra andre land i EØS",
                    "Frå andre land i EØS",
                    "From other countries of the EEA",
                ),
            ),
            (
                ":t-no-eea",
                said("Fra land utenfor EØS", "Frå land utanfor EØS", "From outside the EEA"),
            ),
        )
    ),
    *(
        Field(
            id=term,
            theme=Theme.RESULT,
            scope=Scope.WINNER,
            kind=kind,
            label=label,
            subtypes=WINNING,
            needed=WINNING,
            code_list=codes,
        )
        for term, kind, label, codes in (
            ("BT-500", Kind.TEXT, said("Leverandør", "Leverandør", "Supplier"), ""),
            (
                "BT-501",
                Kind.TEXT,
                said(
                    "Leverandørens organisasjonsnummer",
                    "Organisasjonsnummeret til leverandøren",
                    "Registration number of the supplier",
                ),
                "",
            ),
            (
                "BT-513",
                Kind.TEXT,
                said(
                    "Leverandørens poststed", "Poststaden til leverandøren", "Town of the supplier"
                ),
                "",
            ),
            (
                "BT-512",
                Kind.TEXT,
                said(
                    "Leverandørens postnummer",
                    "Postnummeret til leverandøren",
                    "Postcode of the supplier",
                ),
                "",
            ),
            (
                "BT-507",
                Kind.TEXT,
                said(
                    "Leverandørens region (NUTS)",
                    "Regionen til leverandøren (NUTS)",
                    "Region of the supplier (NUTS)",
                ),
                "nuts-lvl3",
            ),
            (
                "BT-506",
                Kind.EMAIL,
                said("Leverandørens e-post", "E-posten til leverandøren", "E-mail of the supplier"),
                "",
            ),
            (
                "BT-503",
                Kind.TEXT,
                said(
                    "Leverandørens telefon",
                    "Telefonen til leverandøren",
                    "Telephone of the supplier",
                ),
                "",
            ),
        )
    ),
    Field(
        id="BT-165",
        theme=Theme.RESULT,
        scope=Scope.WINNER,
        kind=Kind.CODE,
        label=said(
            "Leverandørens størrelse", "Storleiken til leverandøren", "Size of the supplier"
        ),
        subtypes=WINNING - CHANGES,
        needed=RESULTS - {"E4"},
        code_list="economic-operator-size",
        codes=c.SIZES,
    ),
    Field(
        id="BT-720",
        theme=Theme.RESULT,
        scope=Scope.TENDER,
        kind=Kind.MONEY,
        label=said(
            "Kontraktens verdi uten mva.",
            "Verdien av kontrakten utan mva.",
            "Value of the contract without VAT",
        ),
        subtypes=CONTRACTED,
        needed=CONTRACTED - {"25", "E4"},
        spared_when=(("Contract:BT-768", "false"),),
    ),
    Field(
        id="BT-3201",
        theme=Theme.RESULT,
        scope=Scope.TENDER,
        kind=Kind.TEXT,
        label=said("Tilbudets merke", "Merket på tilbodet", "Reference of the tender"),
        subtypes=WINNING,
        needed=WINNING,
    ),
    Field(
        id="BT-773",
        theme=Theme.RESULT,
        scope=Scope.TENDER,
        kind=Kind.CODE,
        label=said("Underleverandører", "Underleverandørar", "Subcontracting"),
        subtypes=CONTRACTED,
        needed=among("29 30"),
        code_list="applicability",
        codes={"no": c.APPLIES["no"], "not-known": c.APPLIES["not-known"]},
    ),
    Field(
        id="BT-150",
        theme=Theme.RESULT,
        scope=Scope.CONTRACT,
        kind=Kind.TEXT,
        label=said("Kontraktens merke", "Merket på kontrakten", "Reference of the contract"),
        subtypes=CONTRACTED,
        needed=CONTRACTED,
    ),
    Field(
        id="BT-1451",
        theme=Theme.RESULT,
        scope=Scope.CONTRACT,
        kind=Kind.DAY,
        label=said("Vinneren ble valgt", "Vinnaren vart vald", "The winner was chosen"),
        subtypes=WINNING,
        needed=among("36"),
    ),
    Field(
        id="BT-145",
        theme=Theme.RESULT,
        scope=Scope.CONTRACT,
        kind=Kind.DAY,
        label=said(
            "Kontrakten ble inngått", "Kontrakten vart inngått", "The contract was concluded"
        ),
        subtypes=CONTRACTED - {"25"},
        needed=CONTRACTED - {"25"},
    ),
)

MODIFICATION = (
    Field(
        id="BT-1501(n)-Contract",
        theme=Theme.MODIFICATION,
        scope=Scope.NOTICE,
        kind=Kind.TEXT,
        label=said(
            "Kunngjøringen av kontrakten",
            "Kunngjeringa av kontrakten",
            "The notice of the contract",
        ),
        hint=said(
            "Identifikator og versjon, eller nummeret i TED.",
            "Identifikator og versjon, eller nummeret i TED.",
            "Identifier and version, or the number in TED.",
        ),
        subtypes=CHANGES,
        needed=CHANGES,
    ),
    Field(
        id="BT-200-Contract",
        theme=Theme.MODIFICATION,
        scope=Scope.NOTICE,
        kind=Kind.CODE,
        label=said("Grunn til endringen", "Grunn til endringa", "Ground for the change"),
        subtypes=CHANGES,
        needed=CHANGES,
        code_list="modification-justification",
        codes=c.CONTRACT_CHANGES,
    ),
    Field(
        id="BT-201-Contract",
        theme=Theme.MODIFICATION,
        scope=Scope.NOTICE,
        kind=Kind.LONG,
        label=said("Begrunnelse", "Grunngiving", "Reason"),
        subtypes=CHANGES,
        needed=CHANGES,
        translated=True,
    ),
    Field(
        id="BT-202-Contract",
        theme=Theme.MODIFICATION,
        scope=Scope.NOTICE,
        kind=Kind.LONG,
        label=said("Hva som endres", "Kva som blir endra", "What is changed"),
        subtypes=CHANGES,
        needed=CHANGES,
        translated=True,
    ),
)

CHANGE = (
    Field(
        id="BT-140-notice",
        theme=Theme.CHANGE,
        scope=Scope.NOTICE,
        kind=Kind.CODE,
        label=said("Grunn til rettelsen", "Grunn til rettinga", "Ground for the correction"),
        subtypes=ALL,
        needed=ALL,
        code_list="change-corrig-justification",
        codes=c.CORRECTIONS,
    ),
    Field(
        id="BT-762-notice",
        theme=Theme.CHANGE,
        scope=Scope.NOTICE,
        kind=Kind.LONG,
        label=said("Begrunnelse", "Grunngiving", "Reason"),
        subtypes=ALL,
        needed=ALL,
        translated=True,
    ),
)
