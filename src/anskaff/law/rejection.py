"""X-F*, X-S*, X-T*: the grounds for rejection (avvisning), as data for parts II and III.

Part IV leaves the grounds to the procurement documents, so `grounds_in` gives none there.

>>> late = GROUNDS["X-F1"]
>>> late.force_in(Part.III), late.source_in(Part.III)
(<Force.MUST: 'must'>, 'FOA § 24-1(1) a')
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from anskaff.concepts.finding import Finding, FindingKind, Severity
from anskaff.concepts.words import Words
from anskaff.law.part import Part
from anskaff.law.rule import Rule


class Force(StrEnum):
    """Whether the buyer must (skal) or may (kan) reject."""

    MUST = "must"
    MAY = "may"


class Concern(StrEnum):
    """What the ground is about."""

    FORM = "form"
    SUPPLIER = "supplier"
    TENDER = "tender"


FORCE_WORDS = {
    Force.MUST: Words(nb="skal avvises", nn="skal avvisast", en="must be rejected"),
    Force.MAY: Words(nb="kan avvises", nn="kan avvisast", en="may be rejected"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One ground for rejection.

    `national` and `european` are force and paragraph in parts II and III. `self_cleaning`: the
    supplier may show measures (§ 24-5(1)). `payment_cures`: paying, or a binding plan, is enough
    (§ 24-5(3)). `years` is the longest exclusion (§ 24-6). `proportionality` asks for a note that
    rejection is not disproportionate. `public_interest`: rejection may be left out when public
    interests make the contract necessary (§ 24-2(4)).
    """

    id: str
    concern: Concern
    words: Words
    national: tuple[Force, str]
    european: tuple[Force, str]
    self_cleaning: bool = False
    payment_cures: bool = False
    years: int | None = None
    proportionality: bool = False
    public_interest: bool = False

    def force_in(self, part: Part) -> Force:
        """Must or may, in part II or III.

        Raises:
            LookupError: the part has no list of grounds.
        """
        return self._row(part)[0]

    def source_in(self, part: Part) -> str:
        """The paragraph in part II or III.

        Raises:
            LookupError: the part has no list of grounds.
        """
        return self._row(part)[1]

    @property
    def rule(self) -> Rule:
        """The ground as a row of the catalogue."""
        return Rule(id=self.id, words=self.words, source=f"{self.national[1]}; {self.european[1]}")

    def _row(self, part: Part) -> tuple[Force, str]:
        match part:
            case Part.II:
                return self.national
            case Part.III:
                return self.european
            case _:
                raise LookupError(f"part {part.value} has no list of grounds for rejection")


_INTEGRITY = (Force.MAY, "FOA § 9-5(3) b")

_ALL = (
    Ground(
        id="X-F1",
        concern=Concern.FORM,
        words=Words(
            nb="Tilbudet er ikke mottatt innen tilbudsfristen.",
            nn="Tilbodet er ikkje motteke innan tilbodsfristen.",
            en="The tender was not received by the deadline.",
        ),
        national=(Force.MUST, "FOA § 9-4(1) a"),
        european=(Force.MUST, "FOA § 24-1(1) a"),
    ),
    Ground(
        id="X-F2",
        concern=Concern.FORM,
        words=Words(
            nb="Tilbudet eller forespørselen er levert i strid med kravene til "
            "kommunikasjonsmiddel.",
            nn="Tilbodet eller førespurnaden er levert i strid med krava til kommunikasjonsmiddel.",
            en="The tender or request was not delivered by the required means of communication.",
        ),
        national=(Force.MUST, "FOA § 9-4(1) b"),
        european=(Force.MUST, "FOA § 24-1(1) b"),
    ),
    Ground(
        id="X-F3",
        concern=Concern.FORM,
        words=Words(
            nb="Forespørselen om å delta kom for sent, eller kravene til utforming er ikke fulgt.",
            nn="Førespurnaden om å delta kom for seint, eller krava til utforming er ikkje følgde.",
            en="The request to take part was late, or the requirements of form were not followed.",
        ),
        national=(Force.MAY, "FOA § 9-4(2)"),
        european=(Force.MAY, "FOA § 24-1(2)"),
    ),
    Ground(
        id="X-S1",
        concern=Concern.SUPPLIER,
        words=Words(
            nb="Leverandøren oppfyller ikke kvalifikasjonskravene.",
            nn="Leverandøren oppfyller ikkje kvalifikasjonskrava.",
            en="The supplier does not meet the qualification requirements.",
        ),
        national=(Force.MUST, "FOA § 9-5(1) a"),
        european=(Force.MUST, "FOA § 24-2(1) a"),
    ),
    Ground(
        id="X-S2",
        concern=Concern.SUPPLIER,
        words=Words(
            nb="Skatter eller avgifter er ikke betalt, og det er slått fast i endelig avgjørelse. "
            "Gjelder ikke når avvisning er klart uforholdsmessig.",
            nn="Skattar eller avgifter er ikkje betalte, og det er slått fast i endeleg avgjerd. "
            "Gjeld ikkje når avvising er klart uforholdsmessig.",
            en="Taxes or charges are unpaid, and a final decision says so. Not when rejection is "
            "clearly disproportionate.",
        ),
        national=(Force.MAY, "FOA § 9-5(3) a"),
        european=(Force.MUST, "FOA § 24-2(1) b"),
        payment_cures=True,
        proportionality=True,
        public_interest=True,
    ),
    Ground(
        id="X-S3",
        concern=Concern.SUPPLIER,
        words=Words(
            nb="Det foreligger inhabilitet som ikke kan avhjelpes på en mindre inngripende måte.",
            nn="Det ligg føre inhabilitet som ikkje kan avhjelpast på ein mindre inngripande måte.",
            en="There is bias that cannot be cured by less intrusive means.",
        ),
        national=(Force.MUST, "FOA § 9-5(1) b"),
        european=(Force.MUST, "FOA § 24-2(1) c"),
        public_interest=True,
    ),
    Ground(
        id="X-S4",
        concern=Concern.SUPPLIER,
        words=Words(
            nb="Leverandøren har fått en urimelig fordel av å forberede konkurransen. Leverandøren "
            "skal få uttale seg først.",
            nn="Leverandøren har fått ein urimeleg fordel av å førebu konkurransen. Leverandøren "
            "skal få uttale seg først.",
            en="The supplier gained an unfair advantage by preparing the competition. The supplier "
            "must be heard first.",
        ),
        national=(Force.MUST, "FOA § 9-5(1) c"),
        european=(Force.MUST, "FOA § 24-2(1) d"),
        public_interest=True,
    ),
    Ground(
        id="X-S5",
        concern=Concern.SUPPLIER,
        words=Words(
            nb="Leverandøren er rettskraftig dømt eller har vedtatt forelegg for organisert "
            "kriminalitet, korrupsjon, bedrageri, terror, hvitvasking, barnearbeid eller "
            "menneskehandel.",
            nn="Leverandøren er rettskraftig dømd eller har vedteke førelegg for organisert "
            "kriminalitet, korrupsjon, bedrageri, terror, kvitvasking, barnearbeid eller "
            "menneskehandel.",
            en="The supplier has a final conviction or accepted fine for organised crime, "
            "corruption, fraud, terror, money laundering, child labour or trafficking.",
        ),
        national=(Force.MUST, "FOA § 9-5(2)"),
        european=(Force.MUST, "FOA § 24-2(2)"),
        self_cleaning=True,
        years=5,
        public_interest=True,
    ),
    Ground(
        id="X-S6",
        concern=Concern.SUPPLIER,
        words=Words(
            nb="Skatter eller avgifter er ikke betalt i andre tilfeller.",
            nn="Skattar eller avgifter er ikkje betalte i andre tilfelle.",
            en="Taxes or charges are unpaid in other cases.",
        ),
        national=(Force.MAY, "FOA § 9-5(3) a"),
        european=(Force.MAY, "FOA § 24-2(3) a"),
        payment_cures=True,
        proportionality=True,
    ),
    Ground(
        id="X-S7",
        concern=Concern.SUPPLIER,
        words=Words(
            nb="Leverandøren er konkurs, under avvikling eller i en lignende prosess.",
            nn="Leverandøren er konkurs, under avvikling eller i ein liknande prosess.",
            en="The supplier is bankrupt, being wound up or in a similar process.",
        ),
        national=_INTEGRITY,
        european=(Force.MAY, "FOA § 24-2(3) b"),
        proportionality=True,
    ),
    Ground(
        id="X-S8",
        concern=Concern.SUPPLIER,
        words=Words(
            nb="Alvorlige eller gjentatte brudd på regler om miljø, arbeidsforhold eller sosiale "
            "forhold.",
            nn="Alvorlege eller gjentekne brot på reglar om miljø, arbeidsforhold eller sosiale "
            "forhold.",
            en="Serious or repeated breaches of environmental, labour or social rules.",
        ),
        national=_INTEGRITY,
        european=(Force.MAY, "FOA § 24-2(3) c"),
        self_cleaning=True,
        years=3,
        proportionality=True,
    ),
    Ground(
        id="X-S9",
        concern=Concern.SUPPLIER,
        words=Words(
            nb="En interessekonflikt kan virke negativt på oppfyllelsen av kontrakten.",
            nn="Ein interessekonflikt kan verke negativt på oppfyllinga av kontrakten.",
            en="A conflict of interest may harm performance of the contract.",
        ),
        national=_INTEGRITY,
        european=(Force.MAY, "FOA § 24-2(3) d"),
        proportionality=True,
    ),
    Ground(
        id="X-S10",
        concern=Concern.SUPPLIER,
        words=Words(
            nb="Klare holdepunkter for avtaler som skal vri konkurransen.",
            nn="Klare haldepunkt for avtalar som skal vri konkurransen.",
            en="Clear indications of agreements meant to distort competition.",
        ),
        national=_INTEGRITY,
        european=(Force.MAY, "FOA § 24-2(3) e"),
        self_cleaning=True,
        years=3,
        proportionality=True,
    ),
    Ground(
        id="X-S11",
        concern=Concern.SUPPLIER,
        words=Words(
            nb="Tidligere vesentlig kontraktsbrudd som førte til heving, erstatning eller "
            "lignende.",
            nn="Tidlegare vesentleg kontraktsbrot som førte til heving, erstatning eller liknande.",
            en="An earlier material breach of contract that led to termination, damages or the "
            "like.",
        ),
        national=_INTEGRITY,
        european=(Force.MAY, "FOA § 24-2(3) f"),
        self_cleaning=True,
        years=3,
        proportionality=True,
    ),
    Ground(
        id="X-S12",
        concern=Concern.SUPPLIER,
        words=Words(
            nb="Grovt uriktige eller misvisende opplysninger, eller opplysninger holdt tilbake.",
            nn="Grovt urette eller misvisande opplysningar, eller opplysningar haldne tilbake.",
            en="Grossly false or misleading information, or information withheld.",
        ),
        national=_INTEGRITY,
        european=(Force.MAY, "FOA § 24-2(3) g"),
        proportionality=True,
    ),
    Ground(
        id="X-S13",
        concern=Concern.SUPPLIER,
        words=Words(
            nb="Forsøk på å påvirke beslutninger eller få tilgang til fortrolige opplysninger.",
            nn="Forsøk på å påverke avgjerder eller få tilgang til fortrulege opplysningar.",
            en="Attempts to influence decisions or to obtain confidential information.",
        ),
        national=_INTEGRITY,
        european=(Force.MAY, "FOA § 24-2(3) h"),
        proportionality=True,
    ),
    Ground(
        id="X-S14",
        concern=Concern.SUPPLIER,
        words=Words(
            nb="Andre alvorlige feil som gir tvil om yrkesmessig integritet.",
            nn="Andre alvorlege feil som gir tvil om yrkesmessig integritet.",
            en="Other grave misconduct that casts doubt on professional integrity.",
        ),
        national=_INTEGRITY,
        european=(Force.MAY, "FOA § 24-2(3) i"),
        self_cleaning=True,
        years=3,
        proportionality=True,
    ),
    Ground(
        id="X-T1",
        concern=Concern.TENDER,
        words=Words(
            nb="Tilbudet kan ikke anses bindende.",
            nn="Tilbodet kan ikkje reknast som bindande.",
            en="The tender cannot be regarded as binding.",
        ),
        national=(Force.MUST, "FOA § 9-6(1) a"),
        european=(Force.MUST, "FOA § 24-8(1) a"),
    ),
    Ground(
        id="X-T2",
        concern=Concern.TENDER,
        words=Words(
            nb="Tilbudet har vesentlige avvik fra anskaffelsesdokumentene. Et brutt «skal-krav» er "
            "ikke alltid et vesentlig avvik; det må vurderes konkret.",
            nn="Tilbodet har vesentlege avvik frå anskaffingsdokumenta. Eit brote «skal-krav» er "
            "ikkje alltid eit vesentleg avvik; det må vurderast konkret.",
            en="The tender deviates materially from the documents. A broken “must” is not always a "
            "material deviation; it needs a concrete assessment.",
        ),
        national=(Force.MUST, "FOA § 9-6(1) b"),
        european=(Force.MUST, "FOA § 24-8(1) b"),
    ),
    Ground(
        id="X-T3",
        concern=Concern.TENDER,
        words=Words(
            nb="Tilbudet er unormalt lavt fordi regler om miljø, arbeidsforhold eller sosiale "
            "forhold ikke er oppfylt. Be om en redegjørelse først.",
            nn="Tilbodet er unormalt lågt fordi reglar om miljø, arbeidsforhold eller sosiale "
            "forhold ikkje er oppfylte. Be om ei utgreiing først.",
            en="The tender is abnormally low because environmental, labour or social rules are not "
            "met. Ask for an explanation first.",
        ),
        national=(Force.MAY, "FOA § 9-6(2)"),
        european=(Force.MUST, "FOA § 24-8(1) c"),
    ),
    Ground(
        id="X-T4",
        concern=Concern.TENDER,
        words=Words(
            nb="Avvik eller uklarheter som ikke er ubetydelige, unormalt lav pris av andre "
            "grunner, "
            "brudd på regler om miljø og arbeid, pris over dokumentert budsjett, eller lignende.",
            nn="Avvik eller uklarheiter som ikkje er ubetydelege, unormalt låg pris av andre "
            "grunnar, brot på reglar om miljø og arbeid, pris over dokumentert budsjett, eller "
            "liknande.",
            en="Deviations or ambiguities that are not negligible, an abnormally low price for "
            "other reasons, breach of environmental or labour rules, a price above the documented "
            "budget, or the like.",
        ),
        national=(Force.MAY, "FOA § 9-6(2)"),
        european=(Force.MAY, "FOA § 24-8(2)"),
    ),
)

GROUNDS: Mapping[str, Ground] = {ground.id: ground for ground in _ALL}

REASON_MISSING = FindingKind(
    code="rejection-needs-reason",
    text=Words(
        nb="Avvisningen mangler begrunnelse.",
        nn="Avvisinga manglar grunngiving.",
        en="The rejection has no reason.",
    ),
    cure=Words(
        nb="Skriv en kort begrunnelse; leverandøren får den snarest mulig.",
        nn="Skriv ei kort grunngiving; leverandøren får henne snarast mogleg.",
        en="Write a short reason; the supplier gets it as soon as possible.",
    ),
    source="FOA §§ 9-7(3), 24-10(3)",
)
PROPORTIONALITY_MISSING = FindingKind(
    code="rejection-needs-proportionality-note",
    text=Words(
        nb="Det er ikke notert hvorfor avvisningen er forholdsmessig.",
        nn="Det er ikkje notert kvifor avvisinga er forholdsmessig.",
        en="It is not noted why the rejection is proportionate.",
    ),
    cure=Words(
        nb="Noter vurderingen av forholdsmessighet.",
        nn="Noter vurderinga av om avvisinga er forholdsmessig.",
        en="Note the assessment of proportionality.",
    ),
    source="FOA §§ 9-5(3), 24-2(1) b, 24-2(3)",
)
SELF_CLEANING = FindingKind(
    code="rejection-allows-self-cleaning",
    severity=Severity.WARNING,
    text=Words(
        nb="Leverandøren kan ikke avvises når tiltak eller betaling etter § 24-5 er dokumentert.",
        nn="Leverandøren kan ikkje avvisast når tiltak eller betaling etter § 24-5 er dokumentert.",
        en="The supplier cannot be rejected when measures or payment under § 24-5 are proved.",
    ),
    cure=Words(
        nb="Kontroller hva leverandøren har dokumentert, og noter vurderingen.",
        nn="Kontroller kva leverandøren har dokumentert, og noter vurderinga.",
        en="Check what the supplier has proved, and note the assessment.",
    ),
    source="FOA §§ 9-5(6), 24-5",
)


def grounds_in(part: Part) -> tuple[Ground, ...]:
    """All grounds that the part lists; none outside parts II and III."""
    return _ALL if part in {Part.II, Part.III} else ()


def check(ground: Ground, *, reason: str, proportionality: str = "") -> tuple[Finding, ...]:
    """Whether a rejection on this ground is explained as it must be."""
    findings: list[Finding] = []
    if not reason.strip():
        findings.append(REASON_MISSING.at("reason"))
    if ground.proportionality and not proportionality.strip():
        findings.append(PROPORTIONALITY_MISSING.at("proportionality"))
    if ground.self_cleaning or ground.payment_cures:
        findings.append(SELF_CLEANING.at("ground"))
    return tuple(findings)


RULES = tuple(ground.rule for ground in _ALL)
FINDING_KINDS = (REASON_MISSING, PROPORTIONALITY_MISSING, SELF_CLEANING)
