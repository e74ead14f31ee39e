"""A contract and its changes read from plain values, as in a JSON file or a form.

>>> contract, changes = read({
...     "kind": "goods", "buyer": "other", "value": "3000000", "on": "2026-11-18",
...     "changes": [{"ground": "small", "amount": "-20000,50"}],
... })
>>> changes[0].key, changes[0].ground.value, changes[0].amount.amount
('1', 'small', Decimal('-20000.50'))
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import InvalidOperation
from difflib import get_close_matches

from anskaff.concepts.errors import Invalid
from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.money import Money
from anskaff.law import case_facts
from anskaff.law.case_facts import (
    NOT_TOLD,
    CaseFacts,
    Plain,
)
from anskaff.law.change_check import Change, Ground
from anskaff.law.rule import Rule

missing, wrong = case_facts.MISSING_FACT.at, case_facts.NOT_A_CHOICE.at
unknown = case_facts.NOT_A_FACT.at
MOST_CHANGES = 200
MOST_KEY = 40
EXPECTED: Mapping[str, str] = {
    "key": "1",
    "ground": ", ".join(Ground),
    "amount": "250000, -20000",
    "adjusted": "3150000",
}
CHANGES = '[{"ground": "small", "amount": "250000"}]'


def read(plain: Plain) -> tuple[CaseFacts, tuple[Change, ...]]:
    """The contract (its facts, with the signed price as `value`) and its changes in order.

    Raises:
        Invalid: with a finding for each value that is missing, not known or not as expected.
    """
    rest = {name: value for name, value in plain.items() if name != "changes"}
    found: list[Finding] = []
    try:
        contract = case_facts.read(rest)
    except Invalid as refused:
        found += refused.findings
    rows = plain.get("changes")
    changes: list[Change] = []
    if not isinstance(rows, Sequence) or isinstance(rows, str) or not 0 < len(rows) <= MOST_CHANGES:
        found.append(missing("changes", name="changes", expected=CHANGES))
    else:
        for number, row in enumerate(rows, 1):
            try:
                changes.append(_change(row, number))
            except Invalid as refused:
                found += refused.findings
    if found:
        raise Invalid(*found)
    return contract, tuple(changes)


def _change(row: object, number: int) -> Change:
    where = f"changes.{number}"
    if not isinstance(row, Mapping):
        raise Invalid(wrong(where, name=where, got=str(row)[:80], expected=CHANGES))
    found = list(_unknown(row, where))
    values: dict[str, object] = {}
    for name, expected in EXPECTED.items():
        given = row.get(name)
        if given in NOT_TOLD:
            continue
        try:
            values[name] = _read_as(name, given)
        except (ValueError, TypeError, InvalidOperation):
            got = str(given)[:80]
            found.append(wrong(f"{where}.{name}", name=name, got=got, expected=expected))
    told = {one.where for one in found}
    found += [
        missing(f"{where}.{name}", name=name, expected=EXPECTED[name])
        for name in ("ground", "amount")
        if name not in values and f"{where}.{name}" not in told
    ]
    if found:
        raise Invalid(*found)
    return Change(**{"key": str(number), **values})  # type: ignore[arg-type]


def _unknown(row: Mapping[str, object], where: str) -> Iterator[Finding]:
    for name in row:
        if name not in EXPECTED:
            near = get_close_matches(str(name), EXPECTED, 3) or EXPECTED
            expected = ", ".join(near)
            yield unknown(f"{where}.{str(name)[:40]}", got=str(name)[:80], expected=expected)


def _read_as(name: str, given: object) -> object:
    match name:
        case "key":
            return str(given)[:MOST_KEY]
        case "ground":
            return Ground(str(given))
        case "adjusted":
            return _price(given)
        case _:
            written = str(given).strip()
            if written.startswith("-"):
                return Money(-case_facts.kroner(written[1:]).amount)
            return case_facts.kroner(written)


def _price(given: object) -> Money:
    price = case_facts.kroner(given)
    if not price.amount:
        raise ValueError(given)
    return price


RULES: tuple[Rule, ...] = ()
FINDING_KINDS: tuple[FindingKind, ...] = ()
