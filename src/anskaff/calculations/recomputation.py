"""Recomputation: the public file of an evaluated lot, and the same ranking computed again from it.

The file holds the method (with salt and commitment), points and prices as exact texts, and the
ranking that was decided, with totals as fractions `n/d`. `recompute` uses only the inputs and says
whether the ranking agrees, and whether method and criteria are those committed to. That the
commitment is the one published before opening is for the reader to compare.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from anskaff.calculations import method
from anskaff.calculations.scoring import Evaluation, TenderInput, TenderResult, evaluate
from anskaff.concepts.criterion import AwardCriterion
from anskaff.concepts.errors import Unreadable
from anskaff.concepts.finding import Finding, FindingKind, Severity
from anskaff.concepts.money import Money
from anskaff.concepts.words import Words

FORMAT = "anskaff-evaluation/1"
MAX_BYTES = 20 * 1024 * 1024

EVALUATION_UNREADABLE = FindingKind(
    code="evaluation-file-unreadable",
    text=Words(
        nb="Dette er ikke en evalueringsfil: {reason}.",
        nn="Dette er ikkje ei evalueringsfil: {reason}.",
        en="This is not an evaluation file: {reason}.",
    ),
    cure=Words(
        nb="Last ned filen på nytt fra konkurransens resultatside.",
        nn="Last ned fila på nytt frå resultatsida til konkurransen.",
        en="Download the file again from the competition's result page.",
    ),
)
RANKING_DIFFERS = FindingKind(
    code="recomputed-ranking-differs",
    text=Words(
        nb="Rangeringen i filen er ikke den som følger av metode, priser og poeng.",
        nn="Rangeringa i fila er ikkje den som følgjer av metode, prisar og poeng.",
        en="The ranking in the file is not the one that follows from method, prices and points.",
    ),
    cure=Words(
        nb="Last ned filen på nytt. Er forskjellen der fortsatt, spør oppdragsgiveren om grunnen.",
        nn="Last ned fila på nytt. Er skilnaden der framleis, spør oppdragsgivaren om grunnen.",
        en="Download the file again. If the difference remains, ask the buyer why.",
    ),
)
METHOD_DIFFERS = FindingKind(
    code="recomputed-method-differs",
    text=Words(
        nb="Metoden eller kriteriene i filen er ikke de som ble låst før åpning.",
        nn="Metoden eller kriteria i fila er ikkje dei som vart låste før opning.",
        en="The method or the criteria in the file are not those locked before opening.",
    ),
    cure=Words(
        nb="Spør oppdragsgiveren hvorfor metoden er en annen enn den som ble låst.",
        nn="Spør oppdragsgivaren kvifor metoden er ein annan enn den som vart låst.",
        en="Ask the buyer why the method is another than the one that was locked.",
    ),
)
METHOD_NOT_LOCKED = FindingKind(
    code="recomputed-method-not-locked",
    severity=Severity.WARNING,
    text=Words(
        nb="Filen sier ikke hvilken metode som ble låst før åpning.",
        nn="Fila seier ikkje kva metode som vart låst før opning.",
        en="The file does not say which method was locked before opening.",
    ),
    cure=Words(
        nb="Sammenlign metoden med konkurransegrunnlaget.",
        nn="Samanlikn metoden med konkurransegrunnlaget.",
        en="Compare the method with the procurement documents.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recomputation:
    """The ranking computed again, and whether file, ranking and commitment agree."""

    evaluation: Evaluation
    ranking_agrees: bool
    commitment_agrees: bool | None

    @property
    def ranking(self) -> tuple[TenderResult, ...]:
        """Best first."""
        return self.evaluation.ranking

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What does not agree, and what the evaluation itself found."""
        found = list(self.evaluation.findings)
        if not self.ranking_agrees:
            found.append(RANKING_DIFFERS.at("ranking"))
        if self.commitment_agrees is None:
            found.append(METHOD_NOT_LOCKED.at("commitment"))
        elif not self.commitment_agrees:
            found.append(METHOD_DIFFERS.at("method"))
        return tuple(found)

    def as_json(self) -> dict[str, object]:
        """For programs; fractions as `n/d`."""
        return {
            "model": self.evaluation.model,
            "ranking": ranking_as_json(self.evaluation),
            "ranking_agrees": self.ranking_agrees,
            "commitment_agrees": self.commitment_agrees,
        }


def as_json(
    evaluation: Evaluation,
    criteria: Sequence[AwardCriterion],
    tenders: Sequence[TenderInput],
    *,
    tie_rule: str = "",
    salt: bytes = b"",
    commitment: str = "",
    committed: Sequence[AwardCriterion] | None = None,
) -> dict[str, Any]:
    """The public file of a lot.

    `committed` are all criteria of the competition when the commitment covers more than this lot's.
    """
    whole = criteria if committed is None else committed
    return {
        "format": FORMAT,
        "method": method.as_json(
            evaluation.model, whole, top_score=evaluation.top_score, tie_rule=tie_rule
        ),
        "salt": salt.hex(),
        "commitment": commitment,
        "criteria": [one.key for one in criteria],
        "tenders": [
            {
                "tender": tender.tender,
                "amount": method.plain(tender.price.amount),
                "currency": tender.price.currency,
                "points": {key: method.plain(value) for key, value in tender.points.items()},
            }
            for tender in sorted(tenders, key=lambda tender: tender.tender)
        ],
        "ranking": ranking_as_json(evaluation),
    }


def ranking_as_json(evaluation: Evaluation) -> list[dict[str, object]]:
    """Rank, total and scores of each tender, fractions as `n/d`."""
    return [
        {
            "tender": result.tender,
            "rank": result.rank,
            "total": exact(result.total),
            "scores": {
                score.criterion: {"points": exact(score.points), "weighted": exact(score.weighted)}
                for score in result.scores
            },
        }
        for result in evaluation.ranking
    ]


def inputs(document: Any) -> tuple[Evaluation, tuple[AwardCriterion, ...], tuple[TenderInput, ...]]:
    """The evaluation computed from the file's inputs, with its criteria and tenders.

    Raises:
        Unreadable: the document is not such a file.
    """
    try:
        if document["format"] != FORMAT:
            raise _unreadable(f"format {str(document['format'])[:40]}")
        told = document["method"]
        every = [method.criterion_from_json(one) for one in told["criteria"]]
        known = {one.key: one for one in every}
        if len(known) != len(every):
            raise _unreadable("a criterion key is used twice")
        criteria = tuple(known[key] for key in document["criteria"])
        tenders = tuple(
            TenderInput(
                tender=str(one["tender"]),
                price=Money(method.exact(one["amount"]), one["currency"]),
                points={str(key): method.exact(value) for key, value in one["points"].items()},
            )
            for one in document["tenders"]
        )
        top = method.exact(told["top_score"])
        model = str(told["model"])
    except (KeyError, ValueError, TypeError, ArithmeticError, AttributeError) as error:
        raise _unreadable(type(error).__name__) from None
    return evaluate(model, criteria, tenders, top_score=top), criteria, tenders


def recompute(document: Any) -> Recomputation:
    """Compute the ranking again from a parsed file.

    Raises:
        Unreadable: the document is not such a file.
    """
    evaluation, criteria, _ = inputs(document)
    agrees = None
    if document.get("commitment"):
        try:
            salt = bytes.fromhex(document["salt"])
        except (KeyError, TypeError, ValueError):
            raise _unreadable("salt") from None
        lots = {"", str(document.get("lot", ""))}
        due = {one["key"] for one in document["method"]["criteria"] if one["lot"] in lots}
        agrees = (
            method.commitment(salt, document["method"]) == document["commitment"]
            and {one.key for one in criteria} == due
        )
    return Recomputation(
        evaluation=evaluation,
        ranking_agrees=ranking_as_json(evaluation) == document.get("ranking"),
        commitment_agrees=agrees,
    )


def recompute_file(content: bytes) -> Recomputation:
    """As `recompute`, from the bytes of a file.

    Raises:
        Unreadable: too large, not JSON, or not such a file.
    """
    if len(content) > MAX_BYTES:
        raise _unreadable(f"over {MAX_BYTES} bytes")
    try:
        document = json.loads(content)
    except (ValueError, RecursionError):
        raise _unreadable("not JSON") from None
    return recompute(document)


def exact(value: Fraction) -> str:
    """`n/d`, or `n` when whole.

    >>> exact(Fraction(25, 3)), exact(Fraction(8))
    ('25/3', '8')
    """
    return str(value)


def _unreadable(reason: str) -> Unreadable:
    return Unreadable(EVALUATION_UNREADABLE.at("file", reason=reason))
