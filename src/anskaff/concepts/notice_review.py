"""A complaint about a procurement, or what came of one, as a notice says it (BT-783 to BT-808)."""

from dataclasses import dataclass, field
from datetime import date

from anskaff.concepts.money import Money
from anskaff.concepts.notice_base import Kept, Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeReview(Kept):
    """A request for review or a decision; keys point to organisations and parts of the notice.

    `stage` says which of the two it is, `identifier` what the body calls it, and `follows` what
    it called the earlier one.
    """

    key: str = ""
    stage: str = ""
    identifier: str = ""
    follows: str = ""
    about: tuple[str, ...] = ()
    on: date | None = None
    title: Texts = field(default_factory=Texts)
    description: Texts = field(default_factory=Texts)
    body: str = ""
    body_kind: str = ""
    applicants: tuple[str, ...] = ()
    irregularities: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    remedies: tuple[str, ...] = ()
    remedy_value: Money | None = None
    fee: Money | None = None
    url: str = ""
    withdrawn: bool | None = None
    withdrawn_on: date | None = None
    withdrawn_because: Texts = field(default_factory=Texts)
