"""Our rules for a kind of document, as they are from a day on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Context, localcontext
from typing import Generic, TypeVar, cast

from anskaff.concepts.finding import Finding
from anskaff.documents.ubl import structure
from anskaff.documents.ubl.demands import CodeLists
from anskaff.documents.ubl.document import ONE_AT_A_TIME, DocumentType
from anskaff.documents.ubl.reading import Reading
from anskaff.documents.ubl.rules import AnyRule, Plan
from anskaff.documents.ubl.structure import Official
from anskaff.documents.ubl.table import Group
from anskaff.documents.ubl.values import MOST_DIGITS

Root = TypeVar("Root", bound=Group)
EXACT = Context(prec=3 * MOST_DIGITS)
"""No sum or product of numbers that a document may hold is rounded."""
TOLD_BY_SCHEMA = "the schema says the same"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet(Generic[Root]):
    """Our rules for a kind of document, as they are from a day on.

    `id` names the document and the release, such as `eu.peppol.bis3:invoice:2026.5`; `lists` are
    the files of the bundle that its code lists are read from. `without` are official rules that the
    publisher switches off for this document, `silent` those that are never told, with why, and
    `barred` those on what is not used, with its path. `family` is what official rules say of the
    table that this one is a variant of, where both hold.
    """

    id: str
    valid_from: date
    document: DocumentType[Root]
    official: Official
    rules: Sequence[AnyRule]
    source: str
    lists: tuple[str, ...] = ()
    without: frozenset[str] = frozenset()
    family: Official | None = None
    silent: Mapping[str, str] = field(default_factory=dict)
    barred: Mapping[str, str] = field(default_factory=dict)
    plan: Plan = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """See once which rules share their guards."""
        object.__setattr__(self, "plan", Plan(self.rules))

    def findings(self, read: Reading[Root], lists: CodeLists) -> tuple[Finding, ...]:
        """What is wrong with a document that was read, structure first."""
        with ONE_AT_A_TIME, localcontext(EXACT):
            return self._findings(read, lists)

    def _findings(self, read: Reading[Root], lists: CodeLists) -> tuple[Finding, ...]:
        plain = cast("Reading[Group]", read)
        plain.lists = lists
        found = [*structure.findings(plain, self.official, lists)]
        if self.family is not None:
            found = [each for each in found if each.kind.rule]
            found += structure.findings(plain, self.family, lists, by_family=True)
        found.extend(self.plan.findings(plain))
        return tuple(each for each in found if each.kind.rule not in self.without)
