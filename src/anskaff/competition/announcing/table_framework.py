"""The table of fields: what a framework agreement adds, and changed procurement documents.

Sources: eForms SDK 1.14.2 `fields.json` (who may have BT-113, BT-109, BT-271, BT-718, BT-719);
that the largest value is stated and caps the call-offs: CJEU C-23/20 (not read here).
"""

from anskaff.competition.announcing.choices import said
from anskaff.competition.announcing.fields import ALL, Field, Kind, Scope, Theme, among

CALLS = among("7 10 12 16 17 20 21 E3")
FOUR_YEARS = among("7 10 12 16 20 E3")

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
        subtypes=CALLS,
        only_when=("BT-765", "framework"),
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
        only_when=("BT-765", "framework"),
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
CHANGED_DOCUMENTS = (
    Field(
        id="BT-718-notice",
        theme=Theme.CHANGE,
        scope=Scope.NOTICE,
        kind=Kind.YES_NO,
        label=said(
            "Er konkurransegrunnlaget endret?",
            "Er konkurransegrunnlaget endra?",
            "Have the procurement documents changed?",
        ),
        subtypes=ALL,
    ),
    Field(
        id="BT-719-notice",
        theme=Theme.CHANGE,
        scope=Scope.NOTICE,
        kind=Kind.DAY,
        label=said(
            "Dagen grunnlaget ble endret",
            "Dagen grunnlaget vart endra",
            "The day the documents changed",
        ),
        subtypes=ALL,
        needed=ALL,
        only_when=("BT-718-notice", "true"),
    ),
)
