"""The table of fields: groups of lots.

A group has a value of its own, often lower than the sum of its lots (BT-330, BT-1375, BT-137 and
what stands of a LotsGroup; BT-556, BT-156 and BT-1561 of a result: eForms SDK 1.14.2,
`fields.json`). Only a procurement of several lots has any of it. How many lots one supplier may win
(BT-33) is not asked: the award here is by rank in each lot and could not keep such a limit.
"""

from anskaff.competition.announcing.choices import said
from anskaff.competition.announcing.fields import Field, Kind, Scope, Theme, among

CALLS = among("7 10 12 14 16 17 20 21 23 E3")
GROUPED = CALLS | among("29 30 33 36 E4")
FRAMED = among("7 10 12 16 17 20 21 29 30 33 E3 E4")
WON = among("29 30 33 E4")
SHARED = ("BT-1375-Procedure", "frameworks that somebody won")

GROUPS = (
    Field(
        id="BT-1375-Procedure",
        theme=Theme.LOTS,
        scope=Scope.GROUP,
        kind=Kind.CODES,
        label=said("Delkontrakter i gruppen", "Delkontraktar i gruppa", "Lots of the group"),
        hint=said(
            "Minst to. En gruppe sier at delkontraktene har en felles ramme. Tilbud leveres og "
            "vurderes her for hver delkontrakt.",
            "Minst to. Ei gruppe seier at delkontraktane har ei felles ramme. Tilbod blir leverte "
            "og vurderte her for kvar delkontrakt.",
            "Two at least. A group says that the lots share a budget. Tenders are submitted and "
            "evaluated here lot by lot.",
        ),
        subtypes=GROUPED,
        needed=GROUPED,
        several_lots=True,
    ),
    *(
        Field(
            id=term,
            theme=Theme.LOTS,
            scope=Scope.GROUP,
            kind=kind,
            label=label,
            subtypes=GROUPED,
            needed=GROUPED,
            translated=True,
            several_lots=True,
        )
        for term, kind, label in (
            (
                "BT-21",
                Kind.TEXT,
                said("Navn på gruppen", "Namn på gruppa", "Name of the group"),
            ),
            (
                "BT-24",
                Kind.LONG,
                said("Om gruppen", "Om gruppa", "About the group"),
            ),
        )
    ),
    Field(
        id="BT-27",
        theme=Theme.LOTS,
        scope=Scope.GROUP,
        kind=Kind.MONEY,
        label=said(
            "Anslått verdi av gruppen uten mva.",
            "Anslått verdi av gruppa utan mva.",
            "Estimated value of the group without VAT",
        ),
        subtypes=GROUPED - among("23 36"),
        several_lots=True,
    ),
    Field(
        id="BT-271",
        theme=Theme.LOTS,
        scope=Scope.GROUP,
        kind=Kind.MONEY,
        label=said(
            "Høyeste verdi av rammeavtalene i gruppen uten mva.",
            "Høgaste verdi av rammeavtalane i gruppa utan mva.",
            "Maximum value of the frameworks of the group without VAT",
        ),
        subtypes=FRAMED,
        only_when=("BT-1375-Procedure", "frameworks"),
        several_lots=True,
    ),
)
GROUP_RESULT = tuple(
    Field(
        id=f"{term}-NoticeResult",
        theme=Theme.RESULT,
        scope=Scope.GROUP,
        kind=Kind.MONEY,
        label=label,
        subtypes=WON,
        only_when=SHARED,
        starts_as=starts_as,
        several_lots=True,
    )
    for term, starts_as, label in (
        (
            "BT-156",
            "LotsGroup:BT-271",
            said(
                "Høyeste verdi av rammeavtalene i gruppen uten mva.",
                "Høgaste verdi av rammeavtalane i gruppa utan mva.",
                "Maximum value of the frameworks of the group without VAT",
            ),
        ),
        (
            "BT-1561",
            "",
            said(
                "Anslått verdi av gruppen etter tildelingen uten mva.",
                "Anslått verdi av gruppa etter tildelinga utan mva.",
                "Value of the group estimated anew after the award without VAT",
            ),
        ),
    )
)
