"""The rule sets of Peppol BIS Post-Award 3, release May 2026: what all its documents share."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from anskaff.documents.peppol.common_rules import COMMON_RULES
from anskaff.documents.peppol.post_award import structure
from anskaff.documents.ubl.document import DocumentType
from anskaff.documents.ubl.rule_set import RuleSet
from anskaff.documents.ubl.rules import AnyRule
from anskaff.documents.ubl.table import Group

Root = TypeVar("Root", bound=Group)
RELEASED = date(2026, 5, 18)
"""When the release was published, as its rule files tell (checked 2026-11-21)."""


def released(
    document: DocumentType[Root],
    name: str,
    transaction: str,
    rules: Sequence[AnyRule],
    *,
    without: Collection[str] = (),
    repeating: Collection[tuple[str, str]] = (),
    once: Collection[tuple[str, str]] = (),
    silent: Mapping[str, str] = MappingProxyType({}),
) -> RuleSet[Root]:
    """The rules of a document: its own, those in common, and its structure by number.

    `name` is that of the publisher and `transaction` such as `T01`. `silent` is as in `RuleSet`,
    and the others are as in `structure.official`.
    """
    return RuleSet(
        id=f"eu.peppol.bis3:{name}:2026.5",
        valid_from=RELEASED,
        document=document,
        official=structure.official(
            document.root, f"PEPPOL-{transaction}", without=without, repeating=repeating, once=once
        ),
        rules=(*rules, *COMMON_RULES),
        source=f"Peppol BIS Post-Award 3, {transaction}, release May 2026",
        lists=(f"peppol-post-award-3/sch-2026-05/PEPPOLBIS-{transaction}.sch",),
        silent=silent,
    )
