"""Which strategic aims a notice states: green, social, innovation.

The signs are the codes of BT-06 (strategic procurement), BT-774 (environmental impact), BT-775
(social objective), BT-776 (innovative acquisition) and BT-805 (green criteria), and the Norwegian
award-criterion codes for climate and environment (BT-539) that set a criterion or a requirement.
A stated exemption from the climate duty is no green mark (eForms NOR, strategic procurement).

>>> from anskaff.concepts.notice import NoticeCondition, NoticeLot, NoticeReading
>>> lot = NoticeLot(strategies=(NoticeCondition(subject="strategic-procurement", code="env-imp"),))
>>> marks_of(NoticeReading(lots=(lot,)))
Marks(green=True, social=False, innovation=False)
"""

from collections.abc import Iterator
from dataclasses import dataclass

from anskaff.concepts.notice import NoticeLot, NoticeReading

NOTHING = frozenset({"", "none"})
GREEN_REQUIREMENT = "quality-nor-env-spec"
GREEN_LISTS = frozenset({"environmental-impact", "gpp-criteria", "green-procurement"})
SOCIAL_LISTS = frozenset({"social-objective", "social-procurement"})
INNOVATION_LISTS = frozenset({"innovative-acquisition", "innovation-procurement"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What the notice says it aims at besides the thing bought."""

    green: bool
    social: bool
    innovation: bool


def marks_of(reading: NoticeReading) -> Marks:
    """The aims that any lot of the notice states."""
    signs = {sign for lot in reading.lots for sign in _signs(lot)}
    return Marks(green="green" in signs, social="social" in signs, innovation="innovation" in signs)


def _signs(lot: NoticeLot) -> Iterator[str]:
    if any(criterion.climate for criterion in lot.award_criteria):
        yield "green"
    if any(stated.code == GREEN_REQUIREMENT for stated in lot.climate_statements):
        yield "green"
    for stated in lot.strategies:
        if stated.code in NOTHING:
            continue
        if stated.code == "env-imp" or stated.subject in GREEN_LISTS:
            yield "green"
        if stated.code == "soc-obj" or stated.subject in SOCIAL_LISTS:
            yield "social"
        if stated.code == "inn-pur" or stated.subject in INNOVATION_LISTS:
            yield "innovation"
