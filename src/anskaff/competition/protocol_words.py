"""The sentences of the procurement protocol, in three languages."""

from anskaff.concepts.words import Words

TITLE = Words(nb="Anskaffelsesprotokoll", nn="Anskaffingsprotokoll", en="Procurement protocol")
RUNNING = Words(
    nb="Anskaffelsesprotokoll {reference}, slik saken sto {at}",
    nn="Anskaffingsprotokoll {reference}, slik saka stod {at}",
    en="Procurement protocol {reference}, as the case stood on {at}",
)
CASE = Words(nb="Sak", nn="Sak", en="Case")
PART = Words(
    nb="Del av anskaffelsesforskriften",
    nn="Del av anskaffingsforskrifta",
    en="Part of the procurement regulation",
)
PUBLISHED = Words(nb="Kunngjort", nn="Kunngjord", en="Published")
DEADLINE = Words(nb="Tilbudsfrist", nn="Tilbodsfrist", en="Tender deadline")
NOT_APPLICABLE = Words(nb="Ikke aktuelt.", nn="Ikkje aktuelt.", en="Not applicable.")
ESTIMATE = Words(
    nb="Anslått verdi er {value} uten merverdiavgift.",
    nn="Estimert verdi er {value} utan meirverdiavgift.",
    en="The estimated value is {value} excluding VAT.",
)
SPLIT = Words(
    nb="Ikke aktuelt: konkurransen er delt i {count} delkontrakter.",
    nn="Ikkje aktuelt: konkurransen er delt i {count} delkontraktar.",
    en="Not applicable: the competition is split into {count} lots.",
)
ALL_ELECTRONIC = Words(
    nb="Ikke aktuelt: alle tilbud er mottatt elektronisk.",
    nn="Ikkje aktuelt: alle tilbod er mottekne elektronisk.",
    en="Not applicable: all tenders were received electronically.",
)
NOT_OPENED = Words(
    nb="Tilbudene er ikke åpnet.",
    nn="Tilboda er ikkje opna.",
    en="The tenders have not been opened.",
)
NO_TENDERS = Words(
    nb="Det kom ingen tilbud.", nn="Det kom ingen tilbod.", en="No tenders were received."
)
NUMBER = Words(nb="Nr.", nn="Nr.", en="No.")
SUPPLIER = Words(nb="Leverandør", nn="Leverandør", en="Supplier")
RECEIVED = Words(nb="Mottatt", nn="Motteke", en="Received")
STATUS = Words(nb="Status", nn="Status", en="Status")
OPENED = Words(nb="Åpnet", nn="Opna", en="Opened")
DID_NOT_OPEN = Words(
    nb="Konvolutten lot seg ikke åpne",
    nn="Konvolutten let seg ikkje opne",
    en="The envelope could not be opened",
)
REJECTED = Words(
    nb="{supplier} ble avvist {at}. {ground} ({source}) {reason}",
    nn="{supplier} vart avvist {at}. {ground} ({source}) {reason}",
    en="{supplier} was rejected on {at}. {ground} ({source}) {reason}",
)
INTEREST = Words(
    nb="{name} meldte {at} om mulig inhabilitet og fikk ikke se tilbudene: {explanation}",
    nn="{name} melde {at} om mogleg inhabilitet og fekk ikkje sjå tilboda: {explanation}",
    en="{name} declared a possible bias on {at} and was refused access to the tenders: "
    "{explanation}",
)
IMPARTIAL = Words(
    nb="Disse har erklært seg habile: {names}.",
    nn="Desse har erklært seg habile: {names}.",
    en="These have declared that they are impartial: {names}.",
)
UNDECIDED = Words(
    nb="{lot}: det er ikke tatt noen beslutning.",
    nn="{lot}: det er ikkje teke noka avgjerd.",
    en="{lot}: no decision has been made.",
)
NOBODY = Words(
    nb="{lot}: ingen leverandør er valgt. {reason}",
    nn="{lot}: ingen leverandør er vald. {reason}",
    en="{lot}: no supplier is chosen. {reason}",
)
CHOSEN = Words(
    nb="{lot}: {winner} ({number}) er valgt. Kontraktens verdi er {value} uten merverdiavgift.",
    nn="{lot}: {winner} ({number}) er vald. Verdien av kontrakten er {value} utan meirverdiavgift.",
    en="{lot}: {winner} ({number}) is chosen. The contract value is {value} excluding VAT.",
)
TIE = Words(
    nb="Flere tilbud fikk samme resultat. Slik ble valget gjort: {rule}",
    nn="Fleire tilbod fekk same resultat. Slik vart valet gjort: {rule}",
    en="Several tenders had the same result. This is how the choice was made: {rule}",
)
RANK = Words(nb="Plass", nn="Plass", en="Rank")
PRICE = Words(nb="Pris", nn="Pris", en="Price")
TOTAL = Words(nb="Sum", nn="Sum", en="Total")
COMPARISON_PRICE = Words(nb="Sammenligningspris", nn="Samanlikningspris", en="Comparison price")
SUBCONTRACTORS_UNKNOWN = Words(
    nb="Ikke kjent for oppdragsgiveren.",
    nn="Ikkje kjent for oppdragsgivaren.",
    en="Not known to the buyer.",
)
CANCELLED = Words(
    nb="Konkurransen ble avlyst {at}. {reason}",
    nn="Konkurransen vart avlyst {at}. {reason}",
    en="The competition was cancelled on {at}. {reason}",
)
NEW_FOLLOWS = Words(
    nb="Det kommer en ny konkurranse.",
    nn="Det kjem ein ny konkurranse.",
    en="A new competition follows.",
)
NO_NEW = Words(
    nb="Det kommer ingen ny konkurranse.",
    nn="Det kjem ingen ny konkurranse.",
    en="No new competition follows.",
)
DEVIATION = Words(
    nb="Prosedyren avviker fra forslaget: {reason}",
    nn="Prosedyren avvik frå forslaget: {reason}",
    en="The procedure departs from the proposal: {reason}",
)
SHORT_DEADLINE = Words(
    nb="Begrunnelse for tilbudsfristen: {reason}",
    nn="Grunngiving for tilbodsfristen: {reason}",
    en="Reason for the tender deadline: {reason}",
)
CLIMATE = Words(
    nb="Begrunnelse for vektingen av klima og miljø: {reason}",
    nn="Grunngiving for vektinga av klima og miljø: {reason}",
    en="Reason for the weight of climate and environment: {reason}",
)
CONFIRMED = Words(
    nb="{name} åpnet sin del {at}.",
    nn="{name} opna sin del {at}.",
    en="{name} opened their part on {at}.",
)
OPENED_AT = Words(
    nb="Tilbudene ble åpnet {at}. Antall åpnede tilbud: {count}.",
    nn="Tilboda vart opna {at}. Talet på opna tilbod: {count}.",
    en="The tenders were opened on {at}. Tenders opened: {count}.",
)
METHOD = Words(
    nb="Evalueringsmodellen {model} ble låst ved kunngjøringen. Fingeravtrykk (SHA-256): "
    "{commitment}.",
    nn="Evalueringsmodellen {model} vart låst ved kunngjeringa. Fingeravtrykk (SHA-256): "
    "{commitment}.",
    en="The evaluation model {model} was locked at publication. Fingerprint (SHA-256): "
    "{commitment}.",
)
LETTERS = Words(
    nb="Meddelelse om valg ble sendt til {count} tilbydere samtidig {at}. Karensperioden løper ut "
    "ved {end}.",
    nn="Melding om val vart send til {count} tilbydarar samtidig {at}. Karensperioden går ut ved "
    "{end}.",
    en="The award letter was sent to {count} tenderers at the same time on {at}. The standstill "
    "ends at {end}.",
)
SUSPENDED = Words(
    nb="Signeringen ble stanset {at}: {reason}",
    nn="Signeringa vart stansa {at}: {reason}",
    en="Signing was suspended on {at}: {reason}",
)
LIFTED = Words(
    nb="Stansen ble opphevet {at}: {reason}",
    nn="Stansen vart oppheva {at}: {reason}",
    en="The suspension was lifted on {at}: {reason}",
)
SIGNED = Words(
    nb="{lot}: signert av {name} {at}.",
    nn="{lot}: signert av {name} {at}.",
    en="{lot}: signed by {name} on {at}.",
)

FROM_THE_LOG = {
    "competition.deadline_extended": Words(
        nb="Tilbudsfristen ble forlenget {at}: {reason}",
        nn="Tilbodsfristen vart forlengd {at}: {reason}",
        en="The tender deadline was extended on {at}: {reason}",
    ),
    "competition.opening_refused": Words(
        nb="{name} forsøkte å åpne {at} og ble avvist ({codes}).",
        nn="{name} prøvde å opne {at} og vart avvist ({codes}).",
        en="{name} tried to open on {at} and was refused ({codes}).",
    ),
    "competition.opening_retried": Words(
        nb="{name} prøvde {at} igjen å åpne det som ikke lot seg åpne. Gjenstår: {left}.",
        nn="{name} prøvde {at} igjen å opne det som ikkje let seg opne. Står att: {left}.",
        en="{name} tried again on {at} to open what had not opened. Left: {left}.",
    ),
    "competition.access_refused": Words(
        nb="{name} ble nektet innsyn i tilbudene {at} ({codes}).",
        nn="{name} vart nekta innsyn i tilboda {at} ({codes}).",
        en="{name} was refused access to the tenders on {at} ({codes}).",
    ),
    "competition.scores_agreed": Words(
        nb="Omforente poeng ble endret {at}: {reason}",
        nn="Omforeinte poeng vart endra {at}: {reason}",
        en="Agreed points were changed on {at}: {reason}",
    ),
    "competition.evaluation_reopened": Words(
        nb="Evalueringen ble åpnet igjen {at}: {reason}",
        nn="Evalueringa vart opna igjen {at}: {reason}",
        en="The evaluation was reopened on {at}: {reason}",
    ),
    "competition.award_reversed": Words(
        nb="Tildelingen ble omgjort {at}: {reason}",
        nn="Tildelinga vart gjord om {at}: {reason}",
        en="The award was reversed on {at}: {reason}",
    ),
}
