"""W-1 to W-5: the award letter, its reversal, suspension and cancellation.

>>> letter = AwardLetter(
...     affected=frozenset({"T-1", "T-2"}), recipients=frozenset({"T-1"}), winner="Fjordvik AS",
...     advantages={"AC-1": "Lavest pris"}, criteria=("AC-1",), standstill_stated=True,
... )
>>> [finding.code for finding in check(letter)]
['award-letter-not-to-all']
"""

from collections.abc import Mapping
from dataclasses import dataclass

from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.words import Words
from anskaff.law.rule import Rule

BOTH_PARTIES = 2

LETTER = Rule(
    id="W-1",
    words=Words(
        nb="Meddelelsen er skriftlig, går samtidig til alle berørte leverandører før kontrakten "
        "inngås, og sier hvem som er valgt, tilbudets egenskaper og relative fordeler etter hvert "
        "kriterium, og karensperioden.",
        nn="Meldinga er skriftleg, går samtidig til alle påverka leverandørar før kontrakten blir "
        "inngått, og seier kven som er vald, eigenskapane og dei relative fordelane ved tilbodet "
        "etter kvart kriterium, og karensperioden.",
        en="The letter is written, goes to all affected suppliers at the same time before the "
        "contract is made, and states the winner, the features and relative advantages of the "
        "tender under each criterion, and the standstill.",
    ),
    source="FOA §§ 10-1, 25-1, 30-8",
)
AFFECTED = Rule(
    id="W-2",
    words=Words(
        nb="Berørt er alle som har gitt tilbud, og alle som har bedt om å delta og ikke har fått "
        "melding om at forespørselen er avvist eller forkastet.",
        nn="Påverka er alle som har gitt tilbod, og alle som har bede om å delta og ikkje har fått "
        "melding om at førespurnaden er avvist eller forkasta.",
        en="Affected are all tenderers, and all who asked to take part and have not been told that "
        "the request is rejected or discarded.",
    ),
    source="FOA § 4-5 f",
)
REVERSAL = Rule(
    id="W-3",
    words=Words(
        nb="Valget kan omgjøres frem til kontrakten er inngått, det vil si til begge parter har "
        "signert.",
        nn="Valet kan gjerast om fram til kontrakten er inngått, det vil seie til begge partar har "
        "signert.",
        en="The decision may be reversed until the contract is made, which is when both parties "
        "have signed.",
    ),
    source="FOA §§ 10-1(3)-(4), 25-1(4)-(5), 30-8(4)-(5)",
)
SUSPENSION = Rule(
    id="W-4",
    words=Words(
        nb="En begjæring om midlertidig forføyning i karensperioden stanser kontrakten fra den er "
        "forkynt, til tingretten har tatt stilling.",
        nn="Eit krav om mellombels åtgjerd i karensperioden stansar kontrakten frå det er forkynt, "
        "til tingretten har teke stilling.",
        en="A request for an injunction within the standstill stops the contract from service "
        "until "
        "the court has decided.",
    ),
    source="FOA §§ 10-3, 25-3, 30-10",
)
CANCELLATION = Rule(
    id="W-5",
    words=Words(
        nb="Avlysning krever saklig grunn. Leverandørene skal få en skriftlig meddelelse med kort "
        "begrunnelse, og vite om det kommer en ny konkurranse.",
        nn="Avlysing krev sakleg grunn. Leverandørane skal få ei skriftleg melding med kort "
        "grunngiving, og vite om det kjem ein ny konkurranse.",
        en="A cancellation needs an objective reason. Suppliers get a written letter with a short "
        "reason, and are told whether a new competition follows.",
    ),
    source="FOA §§ 10-4, 25-4",
)

NOT_TO_ALL = FindingKind(
    code="award-letter-not-to-all",
    text=Words(
        nb="{count} berørte leverandører får ikke meddelelsen.",
        nn="{count} påverka leverandørar får ikkje meldinga.",
        en="{count} affected suppliers do not get the letter.",
    ),
    cure=Words(
        nb="Send meddelelsen samtidig til alle berørte leverandører.",
        nn="Send meldinga samtidig til alle påverka leverandørar.",
        en="Send the letter to all affected suppliers at the same time.",
    ),
    source=LETTER.source,
)
WINNER_MISSING = FindingKind(
    code="award-letter-lacks-winner",
    text=Words(
        nb="Meddelelsen sier ikke hvem som er valgt.",
        nn="Meldinga seier ikkje kven som er vald.",
        en="The letter does not say who is chosen.",
    ),
    cure=Words(
        nb="Skriv navnet på den valgte leverandøren.",
        nn="Skriv namnet på den valde leverandøren.",
        en="Write the name of the chosen supplier.",
    ),
    source=LETTER.source,
)
ADVANTAGES_MISSING = FindingKind(
    code="award-letter-lacks-advantages",
    text=Words(
        nb="Begrunnelsen sier ikke noe om kriteriet {criterion}.",
        nn="Grunngivinga seier ikkje noko om kriteriet {criterion}.",
        en="The reasons say nothing about the criterion {criterion}.",
    ),
    cure=Words(
        nb="Beskriv egenskapene og de relative fordelene ved det valgte tilbudet.",
        nn="Beskriv eigenskapane og dei relative fordelane ved det valde tilbodet.",
        en="Describe the features and relative advantages of the chosen tender.",
    ),
    source=LETTER.source,
)
STANDSTILL_MISSING = FindingKind(
    code="award-letter-lacks-standstill",
    text=Words(
        nb="Meddelelsen angir ikke karensperioden.",
        nn="Meldinga oppgir ikkje karensperioden.",
        en="The letter does not state the standstill.",
    ),
    cure=Words(
        nb="Oppgi siste dag i karensperioden.",
        nn="Oppgi siste dag i karensperioden.",
        en="State the last day of the standstill.",
    ),
    source=LETTER.source,
)
REVERSAL_TOO_LATE = FindingKind(
    code="award-cannot-be-reversed",
    text=Words(
        nb="Valget kan ikke omgjøres: begge parter har signert kontrakten.",
        nn="Valet kan ikkje gjerast om: begge partar har signert kontrakten.",
        en="The decision cannot be reversed: both parties have signed the contract.",
    ),
    cure=Words(
        nb="Vurder reglene om endring eller avslutning av kontrakten.",
        nn="Vurder reglane om endring eller avslutning av kontrakten.",
        en="Consider the rules on changing or ending the contract.",
    ),
    source=REVERSAL.source,
)
CANCELLATION_NEEDS_REASON = FindingKind(
    code="cancellation-needs-reason",
    text=Words(
        nb="Avlysningen mangler en saklig grunn.",
        nn="Avlysinga manglar ein sakleg grunn.",
        en="The cancellation lacks an objective reason.",
    ),
    cure=Words(
        nb="Skriv en kort begrunnelse som leverandørene kan lese.",
        nn="Skriv ei kort grunngiving som leverandørane kan lese.",
        en="Write a short reason that suppliers can read.",
    ),
    source=CANCELLATION.source,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardLetter:
    """What an award letter holds and who gets it; suppliers and criteria by their keys.

    `advantages` gives, per criterion, the features and relative advantages of the winning tender.
    `standstill_required` is False when no standstill applies (see `standstill.duty`).
    """

    affected: frozenset[str]
    recipients: frozenset[str]
    winner: str
    criteria: tuple[str, ...]
    advantages: Mapping[str, str]
    standstill_stated: bool
    standstill_required: bool = True


def check(letter: AwardLetter) -> tuple[Finding, ...]:
    """Whether the letter may be sent (W-1, W-2)."""
    findings: list[Finding] = []
    forgotten = letter.affected - letter.recipients
    if forgotten:
        findings.append(NOT_TO_ALL.at("recipients", count=len(forgotten)))
    if not letter.winner.strip():
        findings.append(WINNER_MISSING.at("winner"))
    findings.extend(
        ADVANTAGES_MISSING.at(f"advantages.{key}", criterion=key)
        for key in letter.criteria
        if not letter.advantages.get(key, "").strip()
    )
    if letter.standstill_required and not letter.standstill_stated:
        findings.append(STANDSTILL_MISSING.at("standstill"))
    return tuple(findings)


def check_reversal(signatures: int) -> tuple[Finding, ...]:
    """Whether the decision may still be reversed, given how many parties have signed (W-3)."""
    return (REVERSAL_TOO_LATE.at("award"),) if signatures >= BOTH_PARTIES else ()


def check_cancellation(reason: str) -> tuple[Finding, ...]:
    """Whether the competition may be cancelled for this reason (W-5)."""
    return () if reason.strip() else (CANCELLATION_NEEDS_REASON.at("cancellation.reason"),)


RULES = (LETTER, AFFECTED, REVERSAL, SUSPENSION, CANCELLATION)
FINDING_KINDS = (
    NOT_TO_ALL,
    WINNER_MISSING,
    ADVANTAGES_MISSING,
    STANDSTILL_MISSING,
    REVERSAL_TOO_LATE,
    CANCELLATION_NEEDS_REASON,
)
