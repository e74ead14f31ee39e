"""The evaluation method as it is locked before opening: canonical text and its commitment (V-4).

What decides the ranking is in it: model, top score, criteria with weights, amounts per point and
what each score means, and the rule for ties. The salt is published with the award, so that anyone
can check that the method was not changed after opening.
"""

import json
import re
from collections.abc import Sequence
from decimal import Decimal
from hashlib import sha256

from anskaff.concepts.criterion import AwardCriterion, CriterionKind

_PLAIN = re.compile(r"-?[0-9]{1,40}(\.[0-9]{1,40})?")


def as_json(
    model: str, criteria: Sequence[AwardCriterion], *, top_score: Decimal, tie_rule: str
) -> dict[str, object]:
    """The method as plain data; numbers are texts, so that they stay exact."""
    return {
        "model": model,
        "top_score": plain(top_score),
        "tie_rule": tie_rule,
        "criteria": [criterion_as_json(one) for one in sorted(criteria, key=lambda c: c.key)],
    }


def commitment(salt: bytes, method: dict[str, object]) -> str:
    """SHA-256 (hex) over the salt and the canonical JSON of the method.

    >>> first = as_json("M-LIN", [], top_score=Decimal(10), tie_rule="")
    >>> commitment(b"salt", first) == commitment(b"salt", {**first, "model": "M-PRO"})
    False
    """
    text = json.dumps(method, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(salt + text.encode()).hexdigest()


def criterion_as_json(one: AwardCriterion) -> dict[str, object]:
    """One criterion; `lot` is empty when it counts for all lots."""
    value = one.value_per_point_nok
    return {
        "key": one.key,
        "name": one.name,
        "kind": one.kind.value,
        "weight_percent": plain(one.weight_percent),
        "value_per_point_nok": None if value is None else plain(value),
        "scale": one.scale,
        "climate": one.climate,
        "lot": one.lot,
    }


def criterion_from_json(data: dict[str, object]) -> AwardCriterion:
    """The inverse of `criterion_as_json`; a file from before scales were locked has none.

    Raises:
        KeyError, ValueError, TypeError, ArithmeticError: the data is not a criterion.
    """
    value = data["value_per_point_nok"]
    return AwardCriterion(
        key=str(data["key"]),
        name=str(data["name"]),
        kind=CriterionKind(str(data["kind"])),
        weight_percent=exact(data["weight_percent"]),
        value_per_point_nok=None if value is None else exact(value),
        scale=str(data.get("scale", "")),
        climate=bool(data["climate"]),
        lot=str(data["lot"]),
    )


def plain(value: Decimal) -> str:
    """A decimal without exponent or idle zeros, so that equal numbers are equal texts.

    >>> plain(Decimal("40.00")), plain(Decimal("1E+2")), plain(Decimal(0))
    ('40', '100', '0')
    """
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def exact(text: object) -> Decimal:
    """The inverse of `plain`.

    Raises:
        ValueError: not a plain decimal text; a JSON number is not exact and is refused too.

    >>> exact("40.5")
    Decimal('40.5')
    >>> exact(40.5)
    Traceback (most recent call last):
    ValueError: not a plain decimal text
    """
    if not isinstance(text, str) or not _PLAIN.fullmatch(text):
        raise ValueError("not a plain decimal text")
    return Decimal(text)
