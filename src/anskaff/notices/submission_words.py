"""What states, steps and answers of a submission are called, and what happens next in each."""

from anskaff.concepts.words import Words

STATE_WORDS = {
    "waiting": Words(
        nb="Venter på å bli sendt", nn="Ventar på å bli send", en="Waiting to be sent"
    ),
    "not-sent": Words(nb="Ikke sendt", nn="Ikkje send", en="Not sent"),
    "uncertain": Words(
        nb="Sendt, uten sikkert svar",
        nn="Send, utan sikkert svar",
        en="Sent, without a sure answer",
    ),
    "validated": Words(nb="Validert", nn="Validert", en="Validated"),
    "received": Words(nb="Mottatt", nn="Motteken", en="Received"),
    "ted": Words(nb="Hos TED", nn="Hos TED", en="At TED"),
    "published": Words(nb="Publisert", nn="Publisert", en="Published"),
    "refused": Words(nb="Avvist", nn="Avvist", en="Refused"),
    "stopped": Words(nb="Stoppet", nn="Stoppa", en="Stopped"),
    "failed": Words(nb="Ikke kommet fram", nn="Ikkje komen fram", en="Has not got through"),
}
NEXT_WORDS = {
    "waiting": Words(
        nb="Den sendes av seg selv. Du kan lukke siden.",
        nn="Ho blir send av seg sjølv. Du kan lukke sida.",
        en="It is sent by itself. You may close the page.",
    ),
    "not-sent": Words(
        nb="Anskaff er ikke koblet til tjenesten for kunngjøringer, så ingenting er sendt. Last "
        "ned XML-filen og send den på annen måte, eller be administratoren sette opp adresse og "
        "nøkkel og velg «Prøv igjen».",
        nn="Anskaff er ikkje kopla til tenesta for kunngjeringar, så ingenting er sendt. Last ned "
        "XML-fila og send ho på annan måte, eller be administratoren setje opp adresse og nøkkel "
        "og vel «Prøv igjen».",
        en="Anskaff is not connected to the notice service, so nothing was sent. Download the XML "
        "file and send it another way, or ask the administrator to set address and key and choose "
        "“Try again”.",
    ),
    "uncertain": Words(
        nb="Den kan ha kommet fram. Vi spør tjenesten, og sender ikke på nytt før den har sagt "
        "flere ganger at den ikke har kunngjøringen.",
        nn="Ho kan ha kome fram. Vi spør tenesta, og sender ikkje på nytt før ho har sagt fleire "
        "gonger at ho ikkje har kunngjeringa.",
        en="It may have arrived. We ask the service, and do not send again until it has said "
        "several times that it does not have the notice.",
    ),
    "validated": Words(
        nb="Tjenesten har godtatt den. Vi venter på at den kommer i tjenestens liste.",
        nn="Tenesta har godteke ho. Vi ventar på at ho kjem i lista til tenesta.",
        en="The service has accepted it. We wait for it to be in the service's list.",
    ),
    "received": Words(
        nb="Tjenesten har den og publiserer den.",
        nn="Tenesta har ho og publiserer ho.",
        en="The service has it and will publish it.",
    ),
    "ted": Words(
        nb="TED behandler den. Det kan ta opptil fem virkedager.",
        nn="TED behandlar ho. Det kan ta opptil fem verkedagar.",
        en="TED is processing it. This can take up to five working days.",
    ),
    "published": Words(
        nb="Alle kan lese den nå.", nn="Alle kan lese ho no.", en="Anyone can read it now."
    ),
    "refused": Words(
        nb="Den blir ikke publisert. Rett feilene og send inn en ny versjon.",
        nn="Ho blir ikkje publisert. Rett feila og send inn ein ny versjon.",
        en="It will not be published. Correct the faults and submit a new version.",
    ),
    "stopped": Words(
        nb="Den blir ikke publisert. Skal den likevel ut, send inn en ny versjon.",
        nn="Ho blir ikkje publisert. Skal ho likevel ut, send inn ein ny versjon.",
        en="It will not be published. If it is to be published after all, submit a new version.",
    ),
    "failed": Words(
        nb="Vi prøver ikke flere ganger av oss selv. Velg «Prøv igjen» når årsaken er rettet.",
        nn="Vi prøver ikkje fleire gonger av oss sjølve. Vel «Prøv igjen» når årsaka er retta.",
        en="We do not try again by ourselves. Choose “Try again” when the cause is put right.",
    ),
}
STEP_WORDS = STATE_WORDS | {
    "sent": Words(nb="Sendt", nn="Send", en="Sent"),
    "ted": Words(nb="TED", nn="TED", en="TED"),
}
OUTCOME_WORDS = {
    "done": Words(nb="Svarte", nn="Svara", en="Answered"),
    "closed": Words(
        nb="Tjenesten for kunngjøringer svarer ikke.",
        nn="Tenesta for kunngjeringar svarar ikkje.",
        en="The notice service does not answer.",
    ),
    "busy": Words(
        nb="Tjenesten ba oss vente.",
        nn="Tenesta bad oss vente.",
        en="The service asked us to wait.",
    ),
    "unknown": Words(
        nb="Tjenesten svarte ikke slik den skal.",
        nn="Tenesta svara ikkje slik ho skal.",
        en="The service did not answer as it should.",
    ),
    "key-refused": Words(
        nb="Tjenesten godtok ikke nøkkelen vår. Be administratoren kontrollere den.",
        nn="Tenesta godtok ikkje nøkkelen vår. Be administratoren kontrollere han.",
        en="The service did not accept our key. Ask the administrator to check it.",
    ),
    "refused": Words(
        nb="Tjenesten avviste kunngjøringen uten å finne feil i den.",
        nn="Tenesta avviste kunngjeringa utan å finne feil i ho.",
        en="The service refused the notice without finding anything wrong with it.",
    ),
    "not-there": Words(
        nb="Tjenesten viser den ikke i listen sin ennå.",
        nn="Tenesta viser ho ikkje i lista si enno.",
        en="The service does not show it in its list yet.",
    ),
}
ASKED_WORDS = {
    "submit": Words(nb="Sendte den", nn="Sende ho", en="Sent it"),
    "validate": Words(nb="Spurte hva som er galt", nn="Spurde kva som er gale", en="Asked why"),
    "status": Words(nb="Spurte hvor den er", nn="Spurde kvar ho er", en="Asked where it is"),
    "stop": Words(nb="Ba om å stoppe den", nn="Bad om å stoppe ho", en="Asked to stop it"),
    "report": Words(
        nb="Hentet valideringsrapporten",
        nn="Henta valideringsrapporten",
        en="Fetched the validation report",
    ),
}
RESULT_WORDS = {
    "done": Words(nb="Svar", nn="Svar", en="Answer"),
    "closed": Words(nb="Kom ikke fram", nn="Kom ikkje fram", en="Did not get through"),
    "busy": Words(nb="Ba oss vente", nn="Bad oss vente", en="Asked us to wait"),
    "unknown": Words(nb="Uklart svar", nn="Uklart svar", en="Unclear answer"),
    "key-refused": Words(
        nb="Nøkkelen ikke godtatt", nn="Nøkkelen ikkje godteken", en="Key not accepted"
    ),
    "refused": Words(nb="Avslag", nn="Avslag", en="Refusal"),
    "not-there": Words(nb="Ukjent der", nn="Ukjend der", en="Not known there"),
}
