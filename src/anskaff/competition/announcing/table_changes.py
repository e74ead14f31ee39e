"""The table of fields: one change that a correction names; it may name any number of them."""

from anskaff.competition.announcing.choices import said
from anskaff.competition.announcing.fields import ALL, Field, Kind, Scope, Theme

NAMED_CHANGES = (
    Field(
        id="BT-13716-notice",
        theme=Theme.CHANGE,
        scope=Scope.CHANGE,
        kind=Kind.CODES,
        label=said("Hvor endringen står", "Kvar endringa står", "Where the change is"),
        hint=said(
            "Delkontrakter eller andre deler av kunngjøringen.",
            "Delkontraktar eller andre delar av kunngjeringa.",
            "Lots or other parts of the notice.",
        ),
        subtypes=ALL,
        needed=ALL,
    ),
    Field(
        id="BT-141(a)-notice",
        theme=Theme.CHANGE,
        scope=Scope.CHANGE,
        kind=Kind.LONG,
        label=said("Hva som er endret", "Kva som er endra", "What has changed"),
        subtypes=ALL,
        needed=ALL,
        translated=True,
    ),
    Field(
        id="BT-718-notice",
        theme=Theme.CHANGE,
        scope=Scope.CHANGE,
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
        scope=Scope.CHANGE,
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
