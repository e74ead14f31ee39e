"""Procedures and techniques of parts II to IV, with what each asks for (FOA)."""

from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.law.rule import Rule

OPEN = Rule(
    id="PROC-OPEN",
    words=Words(
        nb="Åpen anbudskonkurranse kan alltid brukes i del III. Det forhandles ikke.",
        nn="Open anbodskonkurranse kan alltid brukast i del III. Det blir ikkje forhandla.",
        en="The open procedure may always be used in part III. There are no negotiations.",
    ),
    source="FOA §§ 13-1, 23-6",
)
RESTRICTED = Rule(
    id="PROC-RESTRICTED",
    words=Words(
        nb="Begrenset anbudskonkurranse kan alltid brukes i del III. Minst fem inviteres.",
        nn="Avgrensa anbodskonkurranse kan alltid brukast i del III. Minst fem blir inviterte.",
        en="The restricted procedure may always be used in part III. At least five are invited.",
    ),
    source="FOA §§ 13-1, 16-12",
)
NEGOTIATED = Rule(
    id="PROC-NEGOTIATED",
    words=Words(
        nb="Konkurranse med forhandling krever tilpasning, design eller innovasjon, særlig "
        "kompleksitet eller risiko, at behovet ikke kan beskrives presist nok, eller at en "
        "tidligere konkurranse bare ga uakseptable tilbud. Minst tre inviteres. Absolutte "
        "krav og tildelingskriterier forhandles ikke.",
        nn="Konkurranse med forhandling krev tilpassing, design eller innovasjon, særleg "
        "kompleksitet eller risiko, at behovet ikkje kan skildrast presist nok, eller at ein "
        "tidlegare konkurranse berre gav uakseptable tilbod. Minst tre blir inviterte. "
        "Absolutte krav og tildelingskriterium blir ikkje forhandla.",
        en="The competitive procedure with negotiation needs adaptation, design or innovation, "
        "complexity or risk, a need that cannot be specified precisely, or an earlier "
        "competition with only unacceptable tenders. At least three are invited. Absolute "
        "requirements and award criteria are not negotiated.",
    ),
    source="FOA § 13-2",
)
DIALOGUE = Rule(
    id="PROC-DIALOGUE",
    words=Words(
        nb="Konkurransepreget dialog krever de samme grunnene som konkurranse med forhandling. "
        "Minst tre inviteres, og beste forhold mellom pris og kvalitet avgjør.",
        nn="Konkurranseprega dialog krev dei same grunnane som konkurranse med forhandling. Minst "
        "tre blir inviterte, og beste forhold mellom pris og kvalitet avgjer.",
        en="The competitive dialogue needs the same grounds as negotiation. At least three are "
        "invited, and the best price-quality ratio decides.",
    ),
    source="FOA § 13-2",
)
INNOVATION = Rule(
    id="PROC-INNOVATION",
    words=Words(
        nb="Innovasjonspartnerskap brukes når markedet ikke har det som trengs, og det skal "
        "utvikles og kjøpes. Minst tre inviteres, i faser med mulighet for å avslutte.",
        nn="Innovasjonspartnarskap blir brukt når marknaden ikkje har det som trengst, og det "
        "skal utviklast og kjøpast. Minst tre blir inviterte, i fasar som kan avsluttast.",
        en="The innovation partnership is for what the market lacks and must be developed and "
        "bought. At least three are invited, in phases that can be ended.",
    ),
    source="FOA § 26-8",
)
WITHOUT_NOTICE = Rule(
    id="PROC-NEG-WO",
    words=Words(
        nb="Konkurranse med forhandling uten kunngjøring krever en av grunnene i § 13-3 a til f. "
        "Begrunnelsen står i protokollen.",
        nn="Konkurranse med forhandling utan kunngjering krev ein av grunnane i § 13-3 a til f. "
        "Grunngivinga står i protokollen.",
        en="Negotiation without a notice needs one of the grounds in § 13-3 a to f. The reason "
        "stands in the report.",
    ),
    source="FOA § 13-3",
)
DIRECT = Rule(
    id="PROC-DIRECT",
    words=Words(
        nb="Anskaffelse uten konkurranse krever en av grunnene i § 13-4 a til g. En "
        "intensjonskunngjøring er å anbefale.",
        nn="Anskaffing utan konkurranse krev ein av grunnane i § 13-4 a til g. Ei "
        "intensjonskunngjering er å tilrå.",
        en="A direct award needs one of the grounds in § 13-4 a to g. A voluntary ex-ante notice "
        "is advised.",
    ),
    source="FOA §§ 13-4, 21-5",
)
FRAMEWORK = Rule(
    id="PROC-FRAMEWORK",
    words=Words(
        nb="En rammeavtale varer høyst fire år uten særlige grunner. Største samlede verdi oppgis "
        "og er et tak. Med flere leverandører brukes en fordelingsnøkkel eller "
        "minikonkurranse.",
        nn="Ein rammeavtale varer høgst fire år utan særlege grunnar. Største samla verdi blir "
        "oppgitt og er eit tak. Med fleire leverandørar blir det brukt ein fordelingsnøkkel "
        "eller minikonkurranse.",
        en="A framework lasts at most four years without special reasons. Its greatest total "
        "value is stated and is a cap. With several suppliers a key or a mini-competition is "
        "used.",
    ),
    source="FOA §§ 11-1(4), 26-1(4), 26-3",
)
DPS = Rule(
    id="PROC-DPS",
    words=Words(
        nb="En dynamisk innkjøpsordning gjelder varer og tjenester i alminnelig handel. Den er "
        "åpen for alle kvalifiserte hele tiden, helt elektronisk, uten gebyr og uten tak på "
        "deltakere.",
        nn="Ei dynamisk innkjøpsordning gjeld varer og tenester i alminneleg handel. Ho er open "
        "for alle kvalifiserte heile tida, heilt elektronisk, utan gebyr og utan tak på "
        "deltakarar.",
        en="A dynamic purchasing system is for goods and services available as such. It is open "
        "to all qualified at all times, fully electronic, without fee or cap on members.",
    ),
    source="FOA §§ 26-4–26-7",
)
AUCTION = Rule(
    id="PROC-AUCTION",
    words=Words(
        nb="Elektronisk auksjon gjelder det som kan tallfestes, ikke intellektuelle tjenester "
        "eller arbeider. Tilbudene evalueres fullt ut først, formelen står i invitasjonen, og "
        "egen plassering vises straks, aldri hvem de andre er.",
        nn="Elektronisk auksjon gjeld det som kan talfestast, ikkje intellektuelle tenester eller "
        "arbeid. Tilboda blir evaluerte fullt ut først, formelen står i invitasjonen, og eiga "
        "plassering blir vist straks, aldri kven dei andre er.",
        en="An electronic auction is for what can be quantified, not intellectual services or "
        "works. Tenders are fully evaluated first, the formula stands in the invitation, and "
        "one's own rank is shown at once, never who the others are.",
    ),
    source="FOA §§ 27-2–27-5",
)
CATALOGUE = Rule(
    id="PROC-CATALOGUE",
    words=Words(
        nb="Oppdragsgiveren kan kreve tilbud som elektronisk katalog.",
        nn="Oppdragsgivaren kan krevje tilbod som elektronisk katalog.",
        en="The buyer may require tenders as an electronic catalogue.",
    ),
    source="FOA § 27-1",
)
USER_CHOICE = Rule(
    id="PROC-USER-CHOICE",
    words=Words(
        nb="For helse- og sosialtjenester kan brukeren velge leverandør.",
        nn="For helse- og sosialtenester kan brukaren velje leverandør.",
        en="For health and social services the user may choose the supplier.",
    ),
    source="FOA § 30-1(4)",
)

RULES = (
    OPEN,
    RESTRICTED,
    NEGOTIATED,
    DIALOGUE,
    INNOVATION,
    WITHOUT_NOTICE,
    DIRECT,
    FRAMEWORK,
    DPS,
    AUCTION,
    CATALOGUE,
    USER_CHOICE,
)
FINDING_KINDS: tuple[FindingKind, ...] = ()
