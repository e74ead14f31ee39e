"""R-LOTS: small lots that may follow simpler rules than the whole (FOA § 5-4(8)).

When all lots together exceed the EEA threshold, lots of goods and services below T-LOT-GS follow
part I only, and lots of works below T-LOT-W part II only, as long as they together do not exceed
20 per cent of the whole.

>>> lots = {"1": Money(Decimal(930_000)), "2": Money(Decimal(4_070_000))}
>>> check(ContractKind.SERVICES, lots, {"1"}, on=date(2026, 11, 21))
()
"""

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal

from anskaff.concepts.contract_kind import ContractKind
from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.money import Money
from anskaff.concepts.words import Words
from anskaff.law import thresholds
from anskaff.law.rule import Rule

LARGEST_SHARE_PERCENT = 20

SMALL_LOTS = Rule(
    id="R-LOTS",
    words=Words(
        nb="Små delkontrakter kan følge enklere regler når de til sammen ikke overstiger 20 "
        "prosent "
        "av den samlede verdien.",
        nn="Små delkontraktar kan følgje enklare reglar når dei til saman ikkje overstig 20 "
        "prosent "
        "av den samla verdien.",
        en="Small lots may follow simpler rules when they together do not exceed 20 per cent of "
        "the "
        "total value.",
    ),
    source="FOA § 5-4(8)",
)
LOT_TOO_LARGE = FindingKind(
    code="lot-too-large-for-exception",
    text=Words(
        nb="Delkontrakten er verdt {value}; unntaket gjelder bare under {limit}.",
        nn="Delkontrakten er verd {value}; unntaket gjeld berre under {limit}.",
        en="The lot is worth {value}; the exception is only for lots below {limit}.",
    ),
    cure=Words(
        nb="Ta delkontrakten med i hovedkonkurransen.",
        nn="Ta delkontrakten med i hovudkonkurransen.",
        en="Include the lot in the main competition.",
    ),
    source=SMALL_LOTS.source,
)
SHARE_TOO_LARGE = FindingKind(
    code="small-lots-exceed-share",
    text=Words(
        nb="De unntatte delkontraktene utgjør {small} av {total}; høyst {share} prosent er "
        "tillatt.",
        nn="Dei unnatekne delkontraktane utgjer {small} av {total}; høgst {share} prosent er "
        "tillate.",
        en="The excepted lots make up {small} of {total}; at most {share} per cent is allowed.",
    ),
    cure=Words(
        nb="Ta færre delkontrakter ut av hovedkonkurransen.",
        nn="Ta færre delkontraktar ut av hovudkonkurransen.",
        en="Take fewer lots out of the main competition.",
    ),
    source=SMALL_LOTS.source,
)


def check(
    kind: ContractKind, lots: Mapping[str, Money], excepted: Collection[str], *, on: date
) -> tuple[Finding, ...]:
    """Whether the lots named in `excepted` may follow the simpler rules.

    Args:
        kind: works, or goods and services.
        lots: the estimated value of every lot in NOK without VAT, by lot key.
        excepted: keys of the lots that are to be taken out.
        on: the day the procurement was set in motion.
    """
    works = kind is ContractKind.WORKS
    limit = (thresholds.LOT_WORKS if works else thresholds.LOT_GOODS_SERVICES).on(on)
    findings = [
        LOT_TOO_LARGE.at(f"lots.{key}.value", value=lots[key], limit=limit)
        for key in sorted(excepted)
        if limit <= lots[key]
    ]
    small = sum((lots[key] for key in excepted), Money(Decimal(0)))
    total = sum(lots.values(), Money(Decimal(0)))
    if total.times(Decimal(LARGEST_SHARE_PERCENT)) < small.times(Decimal(100)):
        findings.append(
            SHARE_TOO_LARGE.at("lots", small=small, total=total, share=LARGEST_SHARE_PERCENT)
        )
    return tuple(findings)


RULES = (SMALL_LOTS,)
FINDING_KINDS = (LOT_TOO_LARGE, SHARE_TOO_LARGE)
