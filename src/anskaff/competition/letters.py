"""The award letter to one tenderer (W-1): who is chosen, why, own points, standstill, complaint.

It names the winner and the winning tender's advantages. It never holds another tender's prices,
points or text than those, and nothing that the winner may keep secret (fvl. § 13).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from anskaff.calculations.model import Compares
from anskaff.calculations.scoring import Evaluation, TenderResult, model_with
from anskaff.competition.evaluation import evaluation_of
from anskaff.competition.method import criteria_of
from anskaff.competition.models import AgreedScore, Competition, LotResult, OpenedTender
from anskaff.competition.opened_answers import bids_for
from anskaff.competition.paper import Paper, Said, Section, Table, Text
from anskaff.competition.standstill_of import standstill_days
from anskaff.concepts.criterion import AwardCriterion
from anskaff.concepts.formatting import FactValue, rounded
from anskaff.concepts.money import Money
from anskaff.concepts.words import Words
from anskaff.law.part import Part
from anskaff.law.rejection import GROUNDS
from anskaff.law.standstill import earliest_signing_day, standstill_end

SHOWN_DECIMALS = 3

TITLE = Words(
    nb="Meddelelse om valg av leverandør",
    nn="Melding om val av leverandør",
    en="Letter of award",
)
CHOICE = Words(nb="Valg av leverandør", nn="Val av leverandør", en="Choice of supplier")
CASE = Words(nb="Sak", nn="Sak", en="Case")
BUYER = Words(nb="Oppdragsgiver", nn="Oppdragsgivar", en="Buyer")
DATE = Words(nb="Dato", nn="Dato", en="Date")
STANDSTILL = Words(nb="Karensperiode", nn="Karensperiode", en="Standstill")
STANDSTILL_UNTIL = Words(
    nb="Til og med {end}. Kontrakten kan signeres tidligst {earliest}.",
    nn="Til og med {end}. Kontrakten kan signerast tidlegast {earliest}.",
    en="Up to and including {end}. The contract may be signed on {earliest} at the earliest.",
)
NO_STANDSTILL = Words(
    nb="Det er ikke karensperiode i denne konkurransen.",
    nn="Det er ikkje karensperiode i denne konkurransen.",
    en="There is no standstill in this competition.",
)
CHOSEN = Words(
    nb="Vi har valgt {winner}. Kontraktens verdi er {value} uten merverdiavgift.",
    nn="Vi har valt {winner}. Verdien av kontrakten er {value} utan meirverdiavgift.",
    en="We have chosen {winner}. The contract value is {value} excluding VAT.",
)
YOU_ARE_CHOSEN = Words(
    nb="Tilbudet deres er valgt. Avtalen er ikke inngått før begge parter har signert.",
    nn="Tilbodet dykkar er valt. Avtalen er ikkje inngått før begge partar har signert.",
    en="Your tender is chosen. The contract is not concluded until both parties have signed.",
)
NOBODY_CHOSEN = Words(
    nb="Ingen leverandør er valgt i denne delen.",
    nn="Ingen leverandør er vald i denne delen.",
    en="No supplier is chosen for this lot.",
)
YOU_ARE_REJECTED = Words(
    nb="Tilbudet deres er avvist: {ground} {reason} ({source})",
    nn="Tilbodet dykkar er avvist: {ground} {reason} ({source})",
    en="Your tender is rejected: {ground} {reason} ({source})",
)
RANK = Words(
    nb="Tilbudet deres ble nummer {rank} av {count}.",
    nn="Tilbodet dykkar vart nummer {rank} av {count}.",
    en="Your tender was ranked number {rank} of {count}.",
)
ADVANTAGES = Words(
    nb="Egenskaper og fordeler ved det valgte tilbudet:",
    nn="Eigenskapar og fordelar ved det valde tilbodet:",
    en="Features and advantages of the chosen tender:",
)
ADVANTAGE = Words(nb="{criterion}: {text}", nn="{criterion}: {text}", en="{criterion}: {text}")
OWN_ASSESSMENT = Words(
    nb="Vår vurdering av tilbudet deres på {criterion}: {text}",
    nn="Vår vurdering av tilbodet dykkar på {criterion}: {text}",
    en="Our assessment of your tender on {criterion}: {text}",
)
TIE = Words(
    nb="Flere tilbud fikk samme resultat. Slik ble valget gjort: {rule}",
    nn="Fleire tilbod fekk same resultat. Slik vart valet gjort: {rule}",
    en="Several tenders had the same result. This is how the choice was made: {rule}",
)
CRITERION = Words(nb="Kriterium", nn="Kriterium", en="Criterion")
WEIGHT = Words(nb="Vekt", nn="Vekt", en="Weight")
YOUR_POINTS = Words(nb="Deres poeng", nn="Dykkar poeng", en="Your points")
WINNERS_POINTS = Words(nb="Valgt tilbud", nn="Valt tilbod", en="Chosen tender")
TOTAL = Words(nb="Sum", nn="Sum", en="Total")
COMPARISON_PRICE = Words(
    nb="Sammenligningspris i kr", nn="Samanlikningspris i kr", en="Comparison price in NOK"
)
PER_CENT = Words(nb="{weight} %", nn="{weight} %", en="{weight}%")
COMPLAINT = Words(nb="Klage og innsyn", nn="Klage og innsyn", en="Complaints and access")
COMPLAINT_TO_US = Words(
    nb="Mener dere at valget er feil, bør dere skrive til oss før karensperioden løper ut. Vi kan "
    "omgjøre valget frem til begge parter har signert.",
    nn="Meiner de at valet er feil, bør de skrive til oss før karensperioden går ut. Vi kan gjere "
    "om valet fram til begge partar har signert.",
    en="If you think the choice is wrong, write to us before the standstill ends. We can reverse "
    "the decision until both parties have signed.",
)
COMPLAINT_COURT = Words(
    nb="En begjæring om midlertidig forføyning må være forkynt før karensperioden løper ut for å "
    "stanse signeringen.",
    nn="Eit krav om mellombels åtgjerd må vere forkynt før karensperioden går ut for å stanse "
    "signeringa.",
    en="A request for an injunction must be served before the standstill ends to stop signing.",
)
COMPLAINT_KOFA = Words(
    nb="Dere kan klage til Klagenemnda for offentlige anskaffelser (KOFA). En slik klage stanser "
    "ikke signeringen.",
    nn="De kan klage til Klagenemnda for offentlege anskaffingar (KOFA). Ei slik klage stansar "
    "ikkje signeringa.",
    en="You can complain to the Complaints Board for Public Procurement (KOFA). Such a complaint "
    "does not suspend signing.",
)
ACCESS = Words(
    nb="Dere kan be om innsyn i tilbud og protokoll. Forretningshemmeligheter er unntatt.",
    nn="De kan be om innsyn i tilbod og protokoll. Forretningsløyndomar er unnatekne.",
    en="You can ask for access to tenders and protocol. Trade secrets are exempt.",
)
GREETING = Words(nb="Med vennlig hilsen", nn="Med venleg helsing", en="Kind regards")


@dataclass(frozen=True, slots=True, kw_only=True)
class LotOutcome:
    """What letters need to know about one lot."""

    result: LotResult
    evaluation: Evaluation
    criteria: tuple[AwardCriterion, ...]


def outcomes_of(competition: Competition) -> tuple[LotOutcome, ...]:
    """The decided outcome of each lot, in order."""
    results = LotResult.objects.filter(lot__competition=competition).order_by("lot__position")
    return tuple(
        LotOutcome(
            result=result,
            evaluation=evaluation_of(result),
            criteria=criteria_of(competition, result.lot),
        )
        for result in results.select_related("lot", "winner__supplier")
    )


def award_letter(
    competition: Competition,
    tender: OpenedTender,
    outcomes: tuple[LotOutcome, ...],
    *,
    sent_on: date,
) -> Paper:
    """The letter as it reads when it is sent on that day."""
    case = competition.case
    days = standstill_days(competition)
    own = [one for one in outcomes if bids_for(tender, one.result.lot)]
    sections = [_lot_section(one, tender, several=len(outcomes) > 1) for one in own]
    if tender.rejected_at is not None:
        sections.insert(0, _rejection(competition, tender))
    return Paper(
        title=TITLE,
        author=case.buyer.name,
        running=f"{case.buyer.name} · {case.reference}",
        subtitle=competition.title,
        recipient=_address(tender),
        facts=(
            (CASE, case.reference),
            (BUYER, case.buyer.name),
            (DATE, sent_on),
            (STANDSTILL, _standstill(sent_on, days)),
        ),
        sections=(*sections, _complaint()),
        signature=(GREETING, case.buyer.name),
    )


def compares_amounts(evaluation: Evaluation) -> bool:
    """Whether the lowest amount wins, and not the highest sum of points."""
    model = model_with(evaluation.model)
    return model is not None and model.compares is Compares.AMOUNT


def shown(value: Fraction) -> Text:
    """A number for a table: exact when it is short, else rounded to three decimals."""
    if value.denominator == 1:
        return rounded(value, 0)
    return rounded(value, SHOWN_DECIMALS)


def _lot_section(outcome: LotOutcome, tender: OpenedTender, *, several: bool) -> Section:
    result, winner = outcome.result, outcome.result.winner
    heading: Text = f"{result.lot.key}: {result.lot.title}" if several else CHOICE
    if winner is None:
        paragraphs: tuple[Text, ...] = (NOBODY_CHOSEN, result.reason)
        return Section(key=result.lot.key, heading=heading, paragraphs=paragraphs)
    assert result.value_nok is not None
    chosen = Said(CHOSEN, {"winner": winner.supplier.name, "value": Money(result.value_nok)})
    said: list[Text] = [chosen]
    own = _result_of(outcome.evaluation, tender)
    if winner.pk == tender.pk:
        said.append(YOU_ARE_CHOSEN)
    elif own is not None:
        count = len(outcome.evaluation.ranking)
        said.append(Said(RANK, {"rank": own.rank, "count": count}))
    if result.reason:
        said.append(result.reason)
    if result.tie_broken_by:
        said.append(Said(TIE, {"rule": result.tie_broken_by}))
    if own is not None and winner.pk != tender.pk:
        said += _own_assessment(outcome, tender)
    said.append(ADVANTAGES)
    return Section(
        key=result.lot.key,
        heading=heading,
        paragraphs=tuple(said),
        items=tuple(
            Said(ADVANTAGE, {"criterion": one.name, "text": result.advantages.get(one.key, "")})
            for one in outcome.criteria
        ),
        tables=(_points_table(outcome, own, _result_of(outcome.evaluation, winner)),),
    )


def _points_table(
    outcome: LotOutcome, own: TenderResult | None, winner: TenderResult | None
) -> Table:
    """Own points beside the winner's; only the winner's when the reader was rejected."""
    columns = [
        (words, points)
        for words, points in ((YOUR_POINTS, own), (WINNERS_POINTS, winner))
        if points is not None and not (words is YOUR_POINTS and own == winner)
    ]
    rows = [
        (
            one.name,
            Said(PER_CENT, {"weight": one.weight_percent.normalize()}),
            *(_points(result, one.key) for _, result in columns),
        )
        for one in outcome.criteria
    ]
    total = COMPARISON_PRICE if compares_amounts(outcome.evaluation) else TOTAL
    rows.append((total, "", *(shown(result.total) for _, result in columns)))
    return Table(
        header=(CRITERION, WEIGHT, *(words for words, _ in columns)),
        rows=tuple(rows),
        numeric=tuple(range(1, len(columns) + 2)),
    )


def _points(result: TenderResult, criterion: str) -> Text:
    found = next((score for score in result.scores if score.criterion == criterion), None)
    return "–" if found is None else shown(found.points)


def _own_assessment(outcome: LotOutcome, tender: OpenedTender) -> list[Text]:
    """The agreed reasons for the reader's own points."""
    reasons: Mapping[str, str] = dict(
        AgreedScore.objects.filter(tender=tender, lot=outcome.result.lot).values_list(
            "criterion__key", "reason"
        )
    )
    return [
        Said(OWN_ASSESSMENT, {"criterion": one.name, "text": reasons[one.key]})
        for one in outcome.criteria
        if one.key in reasons
    ]


def _rejection(competition: Competition, tender: OpenedTender) -> Section:
    ground = GROUNDS[tender.rejection_ground]
    facts: dict[str, FactValue] = {
        "ground": ground.words,
        "reason": tender.rejection_reason,
        "source": ground.source_in(Part(competition.regulation_part)),
    }
    heading = Words(nb="Avvisning", nn="Avvising", en="Rejection")
    return Section(key="rejection", heading=heading, paragraphs=(Said(YOU_ARE_REJECTED, facts),))


def _complaint() -> Section:
    return Section(
        key="complaint",
        heading=COMPLAINT,
        paragraphs=(COMPLAINT_TO_US, COMPLAINT_COURT, COMPLAINT_KOFA, ACCESS),
    )


def _standstill(sent_on: date, days: int) -> Text:
    if not days:
        return NO_STANDSTILL
    facts = {
        "end": standstill_end(sent_on, days),
        "earliest": earliest_signing_day(sent_on, days),
    }
    return Said(STANDSTILL_UNTIL, facts)


def _result_of(evaluation: Evaluation, tender: OpenedTender) -> TenderResult | None:
    name = str(tender.number)
    return next((result for result in evaluation.ranking if result.tender == name), None)


def _address(tender: OpenedTender) -> tuple[Text, ...]:
    supplier = tender.supplier
    place = f"{supplier.postal_code} {supplier.city}".strip()
    return tuple(line for line in (supplier.name, supplier.address, place) if line)
