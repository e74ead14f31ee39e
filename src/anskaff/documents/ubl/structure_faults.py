"""What can be wrong with the structure of a document, in words with the cure."""

from collections.abc import Mapping

from anskaff.concepts.finding import FindingKind, Severity
from anskaff.concepts.words import Words
from anskaff.documents.ubl.table import Kind

MISSING = FindingKind(
    code="document-term-missing",
    text=Words(
        nb="{label} mangler. {meaning}.",
        nn="{label} manglar. {meaning}.",
        en="{label} is missing. {meaning}.",
    ),
    cure=Words(
        nb="Fyll ut {path}.",
        nn="Fyll ut {path}.",
        en="Fill in {path}.",
    ),
)
UNKNOWN = FindingKind(
    code="document-element-unknown",
    text=Words(
        nb="{path} hører ikke til i dette dokumentet.",
        nn="{path} høyrer ikkje til i dette dokumentet.",
        en="{path} does not belong in this document.",
    ),
    cure=Words(
        nb="Fjern det, eller flytt innholdet til et felt som finnes.",
        nn="Fjern det, eller flytt innhaldet til eit felt som finst.",
        en="Remove it, or move its content to a field that exists.",
    ),
)
STRAY = FindingKind(
    code="document-attribute-unknown",
    text=Words(
        nb="{path} skal ikke ha attributtet {attribute}.",
        nn="{path} skal ikkje ha attributtet {attribute}.",
        en="{path} must not have the attribute {attribute}.",
    ),
    cure=Words(
        nb="Fjern attributtet.",
        nn="Fjern attributtet.",
        en="Remove the attribute.",
    ),
)
REPEATED = FindingKind(
    code="document-term-repeated",
    text=Words(
        nb="{path} står flere ganger, men skal stå én gang. Neste verdi er «{got}».",
        nn="{path} står fleire gonger, men skal stå éin gong. Neste verdi er «{got}».",
        en="{path} stands several times but should stand once. The next value is “{got}”.",
    ),
    cure=Words(
        nb="Behold den riktige og fjern resten.",
        nn="Behald den rette og fjern resten.",
        en="Keep the right one and remove the rest.",
    ),
)
DISORDER = FindingKind(
    code="document-order",
    text=Words(
        nb="{path} står på feil plass blant feltene.",
        nn="{path} står på feil plass blant felta.",
        en="{path} stands in the wrong place among the fields.",
    ),
    cure=Words(
        nb="Skriv feltene i den rekkefølgen standarden har.",
        nn="Skriv felta i den rekkjefølgja standarden har.",
        en="Write the fields in the order of the standard.",
    ),
)
UNREADABLE = FindingKind(
    code="document-value-unreadable",
    text=Words(
        nb="{label}: ventet {expected}, fant «{got}».",
        nn="{label}: venta {expected}, fann «{got}».",
        en="{label}: expected {expected}, found “{got}”.",
    ),
    cure=Words(
        nb="Rett verdien i {path}.",
        nn="Rett verdien i {path}.",
        en="Correct the value in {path}.",
    ),
)
EMPTY = FindingKind(
    code="document-element-empty",
    text=Words(
        nb="{path} er tomt.",
        nn="{path} er tomt.",
        en="{path} is empty.",
    ),
    cure=Words(
        nb="Fyll det ut, eller fjern det.",
        nn="Fyll det ut, eller fjern det.",
        en="Fill it in, or remove it.",
    ),
)
NOT_IN_LIST = FindingKind(
    code="document-code-unknown",
    text=Words(
        nb="{label}: koden «{got}» finnes ikke i {list}.",
        nn="{label}: koden «{got}» finst ikkje i {list}.",
        en="{label}: the code “{got}” is not in {list}.",
    ),
    cure=Words(
        nb="Bruk en kode fra listen, for eksempel {nearest}.",
        nn="Bruk ein kode frå lista, til dømes {nearest}.",
        en="Use a code from the list, such as {nearest}.",
    ),
)
NOT_COMMON = FindingKind(
    code="document-code-not-common",
    severity=Severity.INFORMATION,
    text=Words(
        nb="{label}: koden «{got}» er ikke blant de vanlige i {list}. Den kan være riktig, men "
        "hele listen er ikke installert.",
        nn="{label}: koden «{got}» er ikkje blant dei vanlege i {list}. Han kan vere rett, men "
        "heile lista er ikkje installert.",
        en="{label}: the code “{got}” is not among those in common use in {list}. It may be right, "
        "but the whole list is not installed.",
    ),
    cure=Words(
        nb="Kontroller koden. Vanlige koder er for eksempel {nearest}.",
        nn="Kontroller koden. Vanlege kodar er til dømes {nearest}.",
        en="Check the code. Codes in common use are, for example, {nearest}.",
    ),
)
NOT_BASE64 = FindingKind(
    code="document-file-not-base64",
    text=Words(
        nb="{label}: ventet base64, fant «{got}» fra tegn nummer {at}. Filen kan ikke åpnes.",
        nn="{label}: venta base64, fann «{got}» frå teikn nummer {at}. Fila kan ikkje opnast.",
        en="{label}: expected base64, found “{got}” from character {at}. It cannot be opened.",
    ),
    cure=Words(
        nb="Be avsenderen legge ved filen på nytt, kodet som base64.",
        nn="Be avsendaren leggje ved fila på nytt, koda som base64.",
        en="Ask the sender to attach the file again, encoded as base64.",
    ),
)
NOT_ALLOWED = FindingKind(
    code="document-value-not-allowed",
    text=Words(
        nb="{label}: ventet «{expected}», fant «{got}».",
        nn="{label}: venta «{expected}», fann «{got}».",
        en="{label}: expected “{expected}”, found “{got}”.",
    ),
    cure=Words(
        nb="Skriv {expected} i {path}.",
        nn="Skriv {expected} i {path}.",
        en="Write {expected} in {path}.",
    ),
)

EXPECTED: Mapping[Kind, Words] = {
    Kind.DATE: Words(
        nb="en dato som 2026-12-31", nn="ein dato som 2026-12-31", en="a date such as 2026-12-31"
    ),
    Kind.TIME: Words(
        nb="et klokkeslett som 12:30:00",
        nn="eit klokkeslett som 12:30:00",
        en="a time like 12:30:00",
    ),
    Kind.INDICATOR: Words(nb="true eller false", nn="true eller false", en="true or false"),
}
A_NUMBER = Words(
    nb="et tall med punktum, som 1234.50",
    nn="eit tal med punktum, som 1234.50",
    en="a number with a point, such as 1234.50",
)
