"""The table of fields: what a framework agreement adds.

Sources: eForms SDK 1.14.2 `fields.json` (who may have BT-113, BT-111, BT-109, BT-271, BT-709,
BT-660, BT-118, BT-1118, BT-768 and OPT-100, and that a framework somebody won has
BT-709 or BT-660); that the largest value is stated and caps the call-offs: CJEU C-23/20 (not read
here).
"""

from anskaff.competition.announcing.choices import said
from anskaff.competition.announcing.fields import Field, Kind, Scope, Theme, among

CALLS = among("7 10 12 16 17 20 21 E3")
FOUR_YEARS = among("7 10 12 16 20 E3")

IS_FRAMEWORK = ("Lot:BT-765", "framework")
VALUED = among("25 29 30 33 38 39 E4")
BOUGHT_UNDER = among("29 30 33 38 39 E4")
NAMING = among("29 30 33 E4")

FRAMEWORK = (
    Field(
        id="BT-271",
        theme=Theme.PROCEDURE,
        scope=Scope.LOT,
        kind=Kind.MONEY,
        label=said(
            "Høyeste verdi i rammeavtalen uten mva.",
            "Høgaste verdi i rammeavtalen utan mva.",
            "Maximum value of the framework without VAT",
        ),
        hint=said(
            "Alt som kan kjøpes i hele perioden. Avropene kan ikke gå over den.",
            "Alt som kan kjøpast i heile perioden. Avropa kan ikkje gå over han.",
            "All that can be bought in the whole period. Call-offs cannot exceed it.",
        ),
        subtypes=CALLS | among("29 30 33 E4"),
        only_when=IS_FRAMEWORK,
    ),
    Field(
        id="BT-113",
        theme=Theme.PROCEDURE,
        scope=Scope.LOT,
        kind=Kind.WHOLE,
        label=said(
            "Flest leverandører i rammeavtalen",
            "Flest leverandørar i rammeavtalen",
            "Most suppliers in the framework",
        ),
        subtypes=CALLS,
        only_when=IS_FRAMEWORK,
    ),
    Field(
        id="BT-111",
        theme=Theme.PROCEDURE,
        scope=Scope.LOT,
        kind=Kind.LONG,
        label=said(
            "Flere som kan kjøpe på rammeavtalen",
            "Fleire som kan kjøpe på rammeavtalen",
            "More buyers who may use the framework",
        ),
        hint=said(
            "Grupper av oppdragsgivere uten eget navn her, som «alle kommuner i fylket».",
            "Grupper av oppdragsgivarar utan eige namn her, som «alle kommunar i fylket».",
            "Groups of buyers that are not named, such as “all municipalities of the county”.",
        ),
        subtypes=CALLS | among("25 29 30 33 E4"),
        translated=True,
        only_when=IS_FRAMEWORK,
    ),
    Field(
        id="BT-109",
        theme=Theme.PROCEDURE,
        scope=Scope.LOT,
        kind=Kind.LONG,
        label=said(
            "Hvorfor rammeavtalen varer mer enn fire år",
            "Kvifor rammeavtalen varer meir enn fire år",
            "Why the framework lasts more than four years",
        ),
        subtypes=FOUR_YEARS,
        needed=FOUR_YEARS - among("12 20 E3"),
        translated=True,
        only_when=("BT-765", "framework longer than 48 months"),
    ),
)
FRAMEWORK_RESULT = (
    Field(
        id="BT-709",
        theme=Theme.RESULT,
        scope=Scope.RESULT,
        kind=Kind.MONEY,
        label=said(
            "Høyeste verdi i rammeavtalen uten mva.",
            "Høgaste verdi i rammeavtalen utan mva.",
            "Maximum value of the framework without VAT",
        ),
        hint=said(
            "Regnet ut etter vinnerens tilbud. Avropene kan ikke gå over den.",
            "Rekna ut etter tilbodet til vinnaren. Avropa kan ikkje gå over han.",
            "Calculated from the winning tender. Call-offs cannot exceed it.",
        ),
        subtypes=VALUED,
        needed=NAMING,
        only_when=IS_FRAMEWORK,
        spared_when=(("LotResult:BT-660", "said"), ("Contract:BT-768", "true")),
        starts_as="Lot:BT-271",
        winners=True,
    ),
    Field(
        id="BT-660",
        theme=Theme.RESULT,
        scope=Scope.RESULT,
        kind=Kind.MONEY,
        label=said(
            "Anslått verdi etter tildelingen uten mva.",
            "Anslått verdi etter tildelinga utan mva.",
            "Value estimated anew after the award without VAT",
        ),
        hint=said(
            "Det som trolig blir kjøpt i hele perioden, regnet ut etter vinnerens tilbud.",
            "Det som truleg blir kjøpt i heile perioden, rekna ut etter tilbodet til vinnaren.",
            "What is likely to be bought in the whole period, calculated from the winning tender.",
        ),
        subtypes=VALUED,
        only_when=IS_FRAMEWORK,
        winners=True,
    ),
    *(
        Field(
            id=term,
            theme=Theme.RESULT,
            scope=Scope.TOTAL,
            kind=Kind.MONEY,
            label=label,
            subtypes=VALUED,
            sum_of=summed,
        )
        for term, summed, label in (
            (
                "BT-118",
                "BT-709",
                said(
                    "Høyeste verdi av alle rammeavtalene",
                    "Høgaste verdi av alle rammeavtalane",
                    "Maximum value of all the frameworks",
                ),
            ),
            (
                "BT-1118",
                "BT-660",
                said(
                    "Anslått verdi av alle rammeavtalene",
                    "Anslått verdi av alle rammeavtalane",
                    "Estimated value of all the frameworks",
                ),
            ),
        )
    ),
    Field(
        id="BT-768",
        theme=Theme.RESULT,
        scope=Scope.CONTRACT,
        kind=Kind.YES_NO,
        label=said(
            "Kontrakten er et avrop på en rammeavtale",
            "Kontrakten er eit avrop på ein rammeavtale",
            "The contract is a call-off under a framework",
        ),
        hint=said(
            "Nei når kontrakten er selve rammeavtalen.",
            "Nei når kontrakten er sjølve rammeavtalen.",
            "No when the contract is the framework itself.",
        ),
        subtypes=BOUGHT_UNDER,
        needed=BOUGHT_UNDER,
        only_when=IS_FRAMEWORK,
    ),
    Field(
        id="OPT-100",
        theme=Theme.RESULT,
        scope=Scope.CONTRACT,
        kind=Kind.TEXT,
        label=said(
            "Kunngjøringen av rammeavtalen",
            "Kunngjeringa av rammeavtalen",
            "The notice of the framework",
        ),
        hint=said(
            "Identifikator og versjon, eller nummeret i TED.",
            "Identifikator og versjon, eller nummeret i TED.",
            "Identifier and version, or the number in TED.",
        ),
        subtypes=NAMING,
        needed=NAMING - {"E4"},
        only_when=("BT-768", "true"),
    ),
)
