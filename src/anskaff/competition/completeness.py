"""The checklist (UX S3): what a competition asks for, and what a draft lacks.

Pure: the same check names what is missing at the start, on the checklist, and on delivery.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from anskaff.competition.plan import AnswerKind
from anskaff.concepts.finding import Finding, FindingKind, Severity
from anskaff.concepts.words import Words

NO_LOT_CHOSEN = FindingKind(
    code="tender-lot-missing",
    text=Words(
        nb="Tilbudet gjelder ingen delkontrakt.",
        nn="Tilbodet gjeld ingen delkontrakt.",
        en="The tender is for no lot.",
    ),
    cure=Words(
        nb="Velg minst én delkontrakt.",
        nn="Vel minst éin delkontrakt.",
        en="Choose at least one lot.",
    ),
)
ANSWER_MISSING = FindingKind(
    code="tender-answer-missing",
    text=Words(
        nb="Kravet «{text}» er ikke besvart.",
        nn="Kravet «{text}» er ikkje svara på.",
        en="The requirement “{text}” is not answered.",
    ),
    cure=Words(nb="Svar på kravet.", nn="Svar på kravet.", en="Answer the requirement."),
)
FILE_MISSING = FindingKind(
    code="tender-file-missing",
    text=Words(
        nb="Kravet «{text}» mangler en fil.",
        nn="Kravet «{text}» manglar ei fil.",
        en="The requirement “{text}” lacks a file.",
    ),
    cure=Words(
        nb="Last opp en fil for kravet.",
        nn="Last opp ei fil for kravet.",
        en="Upload a file for the requirement.",
    ),
)
ANSWERED_NO = FindingKind(
    code="tender-answered-no",
    severity=Severity.WARNING,
    text=Words(
        nb="Du svarer nei på kravet «{text}».",
        nn="Du svarer nei på kravet «{text}».",
        en="You answer no to the requirement “{text}”.",
    ),
    cure=Words(
        nb="Et tilbud som ikke oppfyller et krav, kan bli avvist. Kontroller svaret.",
        nn="Eit tilbod som ikkje oppfyller eit krav, kan bli avvist. Kontroller svaret.",
        en="A tender that does not meet a requirement may be rejected. Check the answer.",
    ),
)
PRICE_MISSING = FindingKind(
    code="tender-price-missing",
    text=Words(
        nb="Prislinjen «{text}» har ingen pris.",
        nn="Prislinja «{text}» har ingen pris.",
        en="The price line “{text}” has no price.",
    ),
    cure=Words(
        nb="Fyll inn prisen. Skriv 0 hvis den er gratis.",
        nn="Fyll inn prisen. Skriv 0 om ho er gratis.",
        en="Fill in the price. Write 0 if it is free.",
    ),
)
UPLOAD_UNFINISHED = FindingKind(
    code="tender-upload-unfinished",
    text=Words(
        nb="Filen «{name}» er ikke ferdig lastet opp.",
        nn="Fila «{name}» er ikkje ferdig lasta opp.",
        en="The file “{name}” is not completely uploaded.",
    ),
    cure=Words(
        nb="Fullfør opplastingen, eller fjern filen.",
        nn="Fullfør opplastinga, eller fjern fila.",
        en="Finish the upload or remove the file.",
    ),
)

SHOWN = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedRequirement:
    """A requirement as the supplier meets it; `lot` is empty when it is for all lots."""

    key: str
    text: str
    proof: str
    kind: str
    answer: AnswerKind
    mandatory: bool
    lot: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedPrice:
    """A line of the price sheet; prices are NOK per unit without VAT."""

    key: str
    description: str
    unit: str
    quantity: Decimal
    lot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """All that a competition asks of a tender; `lots` gives titles by key, in order."""

    lots: Mapping[str, str]
    requirements: Sequence[AskedRequirement]
    prices: Sequence[AskedPrice]

    def requirements_for(self, lots: Sequence[str]) -> tuple[AskedRequirement, ...]:
        """Those that a tender for these lots must answer."""
        return tuple(asked for asked in self.requirements if not asked.lot or asked.lot in lots)

    def prices_for(self, lots: Sequence[str]) -> tuple[AskedPrice, ...]:
        """The price lines of these lots."""
        return tuple(asked for asked in self.prices if asked.lot in lots)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a draft has: chosen lots, answers and prices by key, files by requirement."""

    lots: Sequence[str]
    answers: Mapping[str, str]
    prices: Mapping[str, str]
    file_requirements: frozenset[str]
    unfinished: Sequence[str] = ()


def check(asked: Asked, given: Given) -> tuple[Finding, ...]:
    """What is missing, in the order of the pages; errors stop the delivery, warnings do not.

    `where` is `lots`, `requirements.KEY`, `prices.KEY` or `files`.
    """
    findings: list[Finding] = []
    if not given.lots:
        findings.append(NO_LOT_CHOSEN.at("lots"))
    for requirement in asked.requirements_for(given.lots):
        findings += _requirement_findings(requirement, given)
    for line in asked.prices_for(given.lots):
        if not given.prices.get(line.key, ""):
            findings.append(
                PRICE_MISSING.at(f"prices.{line.key}", text=shortened(line.description))
            )
    findings += [UPLOAD_UNFINISHED.at("files", name=name) for name in given.unfinished]
    return tuple(findings)


def _requirement_findings(asked: AskedRequirement, given: Given) -> list[Finding]:
    where, text = f"requirements.{asked.key}", shortened(asked.text)
    answer = given.answers.get(asked.key, "").strip()
    if asked.answer is AnswerKind.FILE:
        has_file = asked.key in given.file_requirements
        return [] if has_file or not asked.mandatory else [FILE_MISSING.at(where, text=text)]
    if not answer:
        return [ANSWER_MISSING.at(where, text=text)] if asked.mandatory else []
    if asked.answer is AnswerKind.YES_NO and answer == "no" and asked.mandatory:
        return [ANSWERED_NO.at(where, text=text)]
    return []


def shortened(text: str) -> str:
    """The beginning of a long text, for messages.

    >>> shortened("Stolen skal tåle 120 kg.")
    'Stolen skal tåle 120 kg.'
    """
    return text if len(text) <= SHOWN else text[: SHOWN - 1].rstrip() + "…"
