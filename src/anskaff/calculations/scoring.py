"""Scoring: criteria, points and prices become exact scores, totals and ranks (B11).

Everything is computed as fractions; nothing is rounded before or after summing. The order of the
tenders given makes no difference. Each lot is evaluated by itself.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from anskaff.calculations import linear, lowest_price, priced_quality, proportional
from anskaff.calculations.model import Compares, Model, Step
from anskaff.concepts.criterion import AwardCriterion, CriterionKind
from anskaff.concepts.finding import Finding, FindingKind, Severity
from anskaff.concepts.formatting import number, rounded
from anskaff.concepts.money import Money
from anskaff.concepts.words import Words

MODELS: tuple[Model, ...] = (
    linear.MODEL,
    proportional.MODEL,
    priced_quality.MODEL,
    lowest_price.MODEL,
)
TOP_SCORE = Decimal(10)

UNKNOWN_MODEL = FindingKind(
    code="evaluation-model-unknown",
    text=Words(
        nb="Evalueringsmodellen «{model}» finnes ikke.",
        nn="Evalueringsmodellen «{model}» finst ikkje.",
        en="There is no evaluation model “{model}”.",
    ),
    cure=Words(
        nb="Velg en av modellene i listen.",
        nn="Vel ein av modellane i lista.",
        en="Choose one of the models in the list.",
    ),
)
TOP_SCORE_UNUSABLE = FindingKind(
    code="top-score-unusable",
    text=Words(
        nb="Toppskåren er {top}; den må være et tall over null.",
        nn="Toppskåren er {top}; han må vere eit tal over null.",
        en="The top score is {top}; it must be a number above zero.",
    ),
    cure=Words(nb="Rett toppskåren.", nn="Rett toppskåren.", en="Correct the top score."),
)
GIVEN_TWICE = FindingKind(
    code="given-twice",
    text=Words(
        nb="«{key}» er oppgitt mer enn én gang.",
        nn="«{key}» er oppgitt meir enn éin gong.",
        en="“{key}” is given more than once.",
    ),
    cure=Words(
        nb="Ta med hvert tilbud og hvert kriterium én gang.",
        nn="Ta med kvart tilbod og kvart kriterium éin gong.",
        en="Include each tender and each criterion once.",
    ),
)
PRICE_NOT_POSITIVE = FindingKind(
    code="price-not-positive",
    text=Words(
        nb="Tilbud {tender} har prisen {price}, og da er modellen ikke definert.",
        nn="Tilbod {tender} har prisen {price}, og då er modellen ikkje definert.",
        en="Tender {tender} has the price {price}, for which the model is not defined.",
    ),
    cure=Words(
        nb="Avklar eller avvis tilbudet, eller bruk en modell som sammenligner beløp.",
        nn="Avklar eller avvis tilbodet, eller bruk ein modell som samanliknar beløp.",
        en="Clarify or reject the tender, or use a model that compares amounts.",
    ),
)
POINTS_MISSING = FindingKind(
    code="points-missing",
    text=Words(
        nb="Tilbud {tender} mangler poeng på «{criterion}».",
        nn="Tilbod {tender} manglar poeng på «{criterion}».",
        en="Tender {tender} has no points for “{criterion}”.",
    ),
    cure=Words(
        nb="Gi poeng med begrunnelse på alle kriterier.",
        nn="Gi poeng med grunngiving på alle kriterium.",
        en="Give points with a reason on every criterion.",
    ),
)
POINTS_OUTSIDE_SCALE = FindingKind(
    code="points-outside-scale",
    text=Words(
        nb="Tilbud {tender} har {points} poeng på «{criterion}». Skalaen går fra 0 til {top}.",
        nn="Tilbod {tender} har {points} poeng på «{criterion}». Skalaen går frå 0 til {top}.",
        en="Tender {tender} has {points} points for “{criterion}”. The scale is 0 to {top}.",
    ),
    cure=Words(nb="Rett poengene.", nn="Rett poenga.", en="Correct the points."),
)
NEGATIVE_PRICE_SCORE = FindingKind(
    code="negative-price-score",
    severity=Severity.WARNING,
    text=Words(
        nb="Tilbud {tender} får minuspoeng på pris, fordi prisen er over det dobbelte av den "
        "laveste.",
        nn="Tilbod {tender} får minuspoeng på pris, fordi prisen er over det doble av den lågaste.",
        en="Tender {tender} gets negative points for price, as it is above twice the lowest.",
    ),
    cure=Words(
        nb="Minuspoeng er ikke ulovlig i seg selv. Vær klar til å forklare dem.",
        nn="Minuspoeng er ikkje ulovleg i seg sjølv. Ver klar til å forklare dei.",
        en="Negative points are not unlawful in themselves. Be ready to explain them.",
    ),
    source="KOFA 2015/60",
)
MIXED_CURRENCIES = FindingKind(
    code="mixed-currencies",
    text=Words(
        nb="Prisene er i flere valutaer: {currencies}.",
        nn="Prisane er i fleire valutaer: {currencies}.",
        en="The prices are in several currencies: {currencies}.",
    ),
    cure=Words(
        nb="Regn om til én valuta etter regelen i konkurransegrunnlaget.",
        nn="Rekn om til éin valuta etter regelen i konkurransegrunnlaget.",
        en="Convert to one currency by the rule in the documents.",
    ),
)
VALUE_PER_POINT_MISSING = FindingKind(
    code="value-per-point-missing",
    text=Words(
        nb="«{criterion}» har ingen verdi i kroner per poeng, og modellen setter pris på kvalitet.",
        nn="«{criterion}» har ingen verdi i kroner per poeng, og modellen set pris på kvalitet.",
        en="“{criterion}” has no value in NOK per point, and the model prices quality.",
    ),
    cure=Words(
        nb="Skriv hva ett poeng er verdt i kroner.",
        nn="Skriv kva eitt poeng er verdt i kroner.",
        en="Write what one point is worth in kroner.",
    ),
)
PRICE_CRITERION = Words(nb="Prispoeng", nn="Prispoeng", en="Price score")
WEIGHTED = Words(nb="Vektet", nn="Vekta", en="Weighted")
DEDUCTION = Words(nb="Fradrag", nn="Frådrag", en="Deduction")
SUM_OF_POINTS = Words(nb="Sum poeng", nn="Sum poeng", en="Total points")
COMPARISON = Words(nb="Sammenligningspris", nn="Samanlikningspris", en="Comparison price")


@dataclass(frozen=True, slots=True, kw_only=True)
class TenderInput:
    """What goes into the evaluation of one tender: its price and its points by criterion key."""

    tender: str
    price: Money
    points: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One tender on one criterion: points, what they count in the total, and how it came about.

    Under M-PRQ `weighted` is the deduction in NOK (negative), under M-LOW there are no scores.
    """

    criterion: str
    points: Fraction
    weighted: Fraction
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TenderResult:
    """One tender's outcome; `total` is points, or NOK for models that compare amounts."""

    tender: str
    price: Money
    scores: tuple[Score, ...]
    total: Fraction
    rank: int
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """The outcome of one lot, best first; empty when findings stop it."""

    model: str
    top_score: Decimal
    ranking: tuple[TenderResult, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def first(self) -> tuple[str, ...]:
        """The tender ranked first, or all that share first place."""
        return tuple(result.tender for result in self.ranking if result.rank == 1)

    @property
    def is_tied(self) -> bool:
        """Whether several tenders share first place."""
        return len(self.first) > 1


def model_with(id_: str) -> Model | None:
    """The model with this id."""
    return next((model for model in MODELS if model.id == id_), None)


def evaluate(
    model_id: str,
    criteria: Sequence[AwardCriterion],
    tenders: Sequence[TenderInput],
    *,
    top_score: Decimal = TOP_SCORE,
) -> Evaluation:
    """Score and rank the tenders of one lot; what is wrong comes as findings, never as an error.

    >>> criteria = [
    ...     AwardCriterion(key="P", name="Pris", kind=CriterionKind.PRICE,
    ...                    weight_percent=Decimal(40)),
    ...     AwardCriterion(key="K", name="Kvalitet", kind=CriterionKind.QUALITY,
    ...                    weight_percent=Decimal(60)),
    ... ]
    >>> outcome = evaluate("M-LIN", criteria, [
    ...     TenderInput(tender="A", price=Money(Decimal(10)), points={"K": Decimal(6)}),
    ...     TenderInput(tender="B", price=Money(Decimal(12)), points={"K": Decimal(8)}),
    ... ])
    >>> [(result.tender, result.rank, str(result.total)) for result in outcome.ranking]
    [('B', 1, '8'), ('A', 2, '38/5')]
    """
    model = model_with(model_id)
    if model is None:
        unknown = (UNKNOWN_MODEL.at("model", model=model_id),)
        return Evaluation(model=model_id, top_score=top_score, ranking=(), findings=unknown)
    findings = _findings(model, criteria, tenders, top_score)
    if any(finding.stops for finding in findings) or not tenders:
        return Evaluation(model=model_id, top_score=top_score, ranking=(), findings=findings)
    lowest = min(Fraction(tender.price.amount) for tender in tenders)
    results = [_result(model, criteria, tender, lowest, Fraction(top_score)) for tender in tenders]
    for result in sorted(results, key=lambda result: result.tender):
        findings += tuple(
            NEGATIVE_PRICE_SCORE.at(f"tenders.{result.tender}", tender=result.tender)
            for score in result.scores
            if score.points < 0
        )
    return Evaluation(
        model=model_id,
        top_score=top_score,
        ranking=_ranked(model, results),
        findings=findings,
    )


def quality_criteria(criteria: Sequence[AwardCriterion]) -> tuple[AwardCriterion, ...]:
    """The criteria that people score."""
    return tuple(one for one in criteria if one.kind is not CriterionKind.PRICE)


def _findings(
    model: Model,
    criteria: Sequence[AwardCriterion],
    tenders: Sequence[TenderInput],
    top: Decimal,
) -> tuple[Finding, ...]:
    if not top.is_finite() or top <= 0:
        return (TOP_SCORE_UNUSABLE.at("top_score", top=top),)
    scored = quality_criteria(criteria) if model.uses_quality else ()
    found = [
        *_repeated("criteria", [one.key for one in criteria]),
        *_repeated("tenders", [tender.tender for tender in tenders]),
    ]
    currencies = {tender.price.currency for tender in tenders}
    if model.compares is Compares.AMOUNT and scored:
        currencies.add("NOK")  # what a point is worth is stated in NOK
        found += [
            VALUE_PER_POINT_MISSING.at(f"criteria.{one.key}", criterion=one.name)
            for one in scored
            if one.value_per_point_nok is None or not one.value_per_point_nok.is_finite()
        ]
    if len(currencies) > 1:
        found.append(MIXED_CURRENCIES.at("price", currencies=", ".join(sorted(currencies))))
    for tender in tenders:
        place = f"tenders.{tender.tender}"
        if model.price_score is not None and tender.price.amount <= 0:
            found.append(PRICE_NOT_POSITIVE.at(place, tender=tender.tender, price=tender.price))
        for one in scored:
            points = tender.points.get(one.key)
            if points is None:
                found.append(POINTS_MISSING.at(place, tender=tender.tender, criterion=one.name))
            elif not points.is_finite() or not 0 <= points <= top:
                found.append(
                    POINTS_OUTSIDE_SCALE.at(
                        place, tender=tender.tender, criterion=one.name, points=points, top=top
                    )
                )
    return tuple(found)


def _repeated(where: str, keys: Sequence[str]) -> list[Finding]:
    twice = sorted(key for key, count in Counter(keys).items() if count > 1)
    return [GIVEN_TWICE.at(f"{where}.{key}", key=key) for key in twice]


def _result(
    model: Model,
    criteria: Sequence[AwardCriterion],
    tender: TenderInput,
    lowest: Fraction,
    top: Fraction,
) -> TenderResult:
    """The tender's scores and total; its rank is filled in by `_ranked`."""
    price = Fraction(tender.price.amount)
    if model.price_score is None:
        return _amount_result(model, criteria, tender, price)
    scores = []
    for one in criteria:
        weight = Fraction(one.weight_percent) / 100
        steps: tuple[Step, ...] = ()
        if one.kind is CriterionKind.PRICE:
            points = model.price_score(price, lowest, top)
            assert model.expression is not None
            filled = model.expression(_shown(price), _shown(lowest), _shown(top))
            steps = (Step(label=PRICE_CRITERION, expression=filled, result=points),)
        else:
            points = Fraction(tender.points[one.key])
        weighted = weight * points
        filled = f"{_shown(Fraction(one.weight_percent))} % · {_shown(points)}"
        steps += (Step(label=WEIGHTED, expression=filled, result=weighted),)
        scores.append(Score(criterion=one.key, points=points, weighted=weighted, steps=steps))
    total = sum((score.weighted for score in scores), Fraction(0))
    filled = " + ".join(_shown(score.weighted) for score in scores)
    return TenderResult(
        tender=tender.tender,
        price=tender.price,
        scores=tuple(scores),
        total=total,
        rank=0,
        steps=(Step(label=SUM_OF_POINTS, expression=filled, result=total),),
    )


def _amount_result(
    model: Model, criteria: Sequence[AwardCriterion], tender: TenderInput, price: Fraction
) -> TenderResult:
    scores: list[Score] = []
    terms: list[str] = [_shown(price)]
    valued: list[tuple[Fraction, Fraction]] = []
    for one in quality_criteria(criteria) if model.uses_quality else ():
        assert one.value_per_point_nok is not None
        value, points = Fraction(one.value_per_point_nok), Fraction(tender.points[one.key])
        valued.append((value, points))
        filled = f"{_shown(value)} · {_shown(points)}"
        terms.append(filled)
        scores.append(
            Score(
                criterion=one.key,
                points=points,
                weighted=-value * points,
                steps=(Step(label=DEDUCTION, expression=f"−{filled}", result=-value * points),),
            )
        )
    total = priced_quality.comparison_amount(price, valued)
    steps = (Step(label=COMPARISON, expression=" − ".join(terms), result=total),)
    return TenderResult(
        tender=tender.tender,
        price=tender.price,
        scores=tuple(scores),
        total=total,
        rank=0,
        steps=steps,
    )


def _ranked(model: Model, results: Sequence[TenderResult]) -> tuple[TenderResult, ...]:
    """Best first; equal totals share a rank and stand in the order of their names."""
    sign = 1 if model.compares is Compares.AMOUNT else -1
    ordered = sorted(results, key=lambda result: (sign * result.total, result.tender))
    return tuple(
        TenderResult(
            tender=result.tender,
            price=result.price,
            scores=result.scores,
            total=result.total,
            rank=1 + sum(sign * other.total < sign * result.total for other in results),
            steps=result.steps,
        )
        for result in ordered
    )


def _shown(value: Fraction) -> str:
    """A number inside a formula: exact when it has few decimals, else rounded to six."""
    decimals = next((n for n in range(7) if value * 10**n % 1 == 0), 6)
    text = number(rounded(abs(value), decimals), "nb")
    return text if value >= 0 else f"(−{text})"
