"""What our findings in a notice say, by the kind of rule that is broken; facts are filled in.

`label` is the official name of the field in the reader's language, or its id without the bundle's
translations; `others` names the fields that a condition looks at.
"""

from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words

MISSING = FindingKind(
    code="notice-field-missing",
    text=Words(
        nb="«{label}» ({field}) mangler. Kunngjøringer av type {subtype} skal ha feltet.",
        nn="«{label}» ({field}) manglar. Kunngjeringar av type {subtype} skal ha feltet.",
        en="“{label}” ({field}) is missing. Notices of type {subtype} must have the field.",
    ),
    cure=Words(nb="Fyll ut feltet.", nn="Fyll ut feltet.", en="Fill in the field."),
)
MISSING_HERE = FindingKind(
    code="notice-field-missing-here",
    text=Words(
        nb="«{label}» ({field}) mangler. Det kreves her på grunn av: {others}.",
        nn="«{label}» ({field}) manglar. Det blir kravd her på grunn av: {others}.",
        en="“{label}” ({field}) is missing. It is required here because of: {others}.",
    ),
    cure=Words(
        nb="Fyll ut feltet, eller endre det som gjør at det kreves.",
        nn="Fyll ut feltet, eller endre det som gjer at det blir kravd.",
        en="Fill in the field, or change what makes it required.",
    ),
)
NOT_ALLOWED = FindingKind(
    code="notice-field-not-allowed",
    text=Words(
        nb="«{label}» ({field}) kan ikke stå i en kunngjøring av type {subtype}.",
        nn="«{label}» ({field}) kan ikkje stå i ei kunngjering av type {subtype}.",
        en="“{label}” ({field}) cannot stand in a notice of type {subtype}.",
    ),
    cure=Words(
        nb="Fjern feltet, eller velg en kunngjøringstype som har det.",
        nn="Fjern feltet, eller vel ein kunngjeringstype som har det.",
        en="Remove the field, or choose a notice type that has it.",
    ),
)
NOT_ALLOWED_HERE = FindingKind(
    code="notice-field-not-allowed-here",
    text=Words(
        nb="«{label}» ({field}) kan ikke stå her på grunn av: {others}.",
        nn="«{label}» ({field}) kan ikkje stå her på grunn av: {others}.",
        en="“{label}” ({field}) cannot stand here because of: {others}.",
    ),
    cure=Words(
        nb="Fjern feltet, eller endre det som utelukker det.",
        nn="Fjern feltet, eller endre det som utelukkar det.",
        en="Remove the field, or change what excludes it.",
    ),
)
REPEATED = FindingKind(
    code="notice-field-repeated",
    text=Words(
        nb="«{label}» ({field}) står flere ganger. Det kan stå én gang her.",
        nn="«{label}» ({field}) står fleire gonger. Det kan stå éin gong her.",
        en="“{label}” ({field}) stands several times. It can stand once here.",
    ),
    cure=Words(
        nb="Behold ett av dem.",
        nn="Behald eitt av dei.",
        en="Keep one of them.",
    ),
)
CODE = FindingKind(
    code="notice-code-unknown",
    text=Words(
        nb="«{got}» er ikke en kode for «{label}» ({field}). Ventet en av: {expected}.",
        nn="«{got}» er ikkje ein kode for «{label}» ({field}). Venta ein av: {expected}.",
        en="“{got}” is not a code for “{label}” ({field}). Expected one of: {expected}.",
    ),
    cure=Words(
        nb="Velg en kode fra listen.",
        nn="Vel ein kode frå lista.",
        en="Choose a code from the list.",
    ),
)
PATTERN = FindingKind(
    code="notice-value-form",
    text=Words(
        nb="«{got}» har ikke formen som «{label}» ({field}) skal ha: {expected}.",
        nn="«{got}» har ikkje forma som «{label}» ({field}) skal ha: {expected}.",
        en="“{got}” does not have the form that “{label}” ({field}) must have: {expected}.",
    ),
    cure=Words(
        nb="Skriv verdien i denne formen.",
        nn="Skriv verdien i denne forma.",
        en="Write the value in this form.",
    ),
)
TOO_LONG = FindingKind(
    code="notice-text-too-long",
    text=Words(
        nb="«{label}» ({field}) har {got} tegn. Høyst {expected} er tillatt.",
        nn="«{label}» ({field}) har {got} teikn. Høgst {expected} er tillate.",
        en="“{label}” ({field}) has {got} characters. At most {expected} are allowed.",
    ),
    cure=Words(nb="Kort ned teksten.", nn="Kort ned teksten.", en="Shorten the text."),
)
RANGE = FindingKind(
    code="notice-number-range",
    text=Words(
        nb="«{label}» ({field}) er {got}. Tallet må være {expected}.",
        nn="«{label}» ({field}) er {got}. Talet må vere {expected}.",
        en="“{label}” ({field}) is {got}. The number must be {expected}.",
    ),
    cure=Words(
        nb="Rett tallet.",
        nn="Rett talet.",
        en="Correct the number.",
    ),
)
SPACES = FindingKind(
    code="notice-value-spaces",
    text=Words(
        nb="«{label}» ({field}) begynner eller slutter med mellomrom: «{got}».",
        nn="«{label}» ({field}) byrjar eller sluttar med mellomrom: «{got}».",
        en="“{label}” ({field}) begins or ends with space: “{got}”.",
    ),
    cure=Words(
        nb="Fjern mellomrommet.",
        nn="Fjern mellomrommet.",
        en="Remove the space.",
    ),
)
EMPTY = FindingKind(
    code="notice-element-empty",
    text=Words(
        nb="Elementet er tomt.",
        nn="Elementet er tomt.",
        en="The element is empty.",
    ),
    cure=Words(
        nb="Fyll det ut, eller fjern det.",
        nn="Fyll det ut, eller fjern det.",
        en="Fill it in, or remove it.",
    ),
)
LANGUAGE_TWICE = FindingKind(
    code="notice-language-twice",
    text=Words(
        nb="«{label}» ({field}) har flere tekster på samme språk.",
        nn="«{label}» ({field}) har fleire tekstar på same språk.",
        en="“{label}” ({field}) has several texts in the same language.",
    ),
    cure=Words(
        nb="Behold én tekst for hvert språk.",
        nn="Behald éin tekst for kvart språk.",
        en="Keep one text for each language.",
    ),
)
LANGUAGE_MISSING = FindingKind(
    code="notice-language-missing",
    text=Words(
        nb="«{label}» ({field}) mangler tekst på et av språkene som kunngjøringen er på.",
        nn="«{label}» ({field}) manglar tekst på eit av språka som kunngjeringa er på.",
        en="“{label}” ({field}) lacks a text in a language that the notice is in.",
    ),
    cure=Words(
        nb="Skriv teksten på hvert av kunngjøringens språk.",
        nn="Skriv teksten på kvart av språka i kunngjeringa.",
        en="Write the text in each language of the notice.",
    ),
)
LANGUAGE_OTHER = FindingKind(
    code="notice-language-other",
    text=Words(
        nb="«{label}» ({field}) har tekst på et språk som kunngjøringen ikke er på.",
        nn="«{label}» ({field}) har tekst på eit språk som kunngjeringa ikkje er på.",
        en="“{label}” ({field}) has a text in a language that the notice is not in.",
    ),
    cure=Words(
        nb="Fjern teksten, eller legg språket til i kunngjøringen.",
        nn="Fjern teksten, eller legg språket til i kunngjeringa.",
        en="Remove the text, or add the language to the notice.",
    ),
)
LANGUAGE_UNTOLD = FindingKind(
    code="notice-language-untold",
    text=Words(
        nb="«{label}» ({field}) sier ikke hvilket språk teksten er på.",
        nn="«{label}» ({field}) seier ikkje kva språk teksten er på.",
        en="“{label}” ({field}) does not say which language the text is in.",
    ),
    cure=Words(
        nb="Oppgi språket i languageID.",
        nn="Gi opp språket i languageID.",
        en="Give the language in languageID.",
    ),
)
NOT_UNIQUE = FindingKind(
    code="notice-id-not-unique",
    text=Words(
        nb="«{got}» står flere ganger som «{label}» ({field}). Verdien må være entydig.",
        nn="«{got}» står fleire gonger som «{label}» ({field}). Verdien må vere eintydig.",
        en="“{got}” stands several times as “{label}” ({field}). The value must be unique.",
    ),
    cure=Words(
        nb="Gi hver sin egen verdi.",
        nn="Gi kvar sin eigen verdi.",
        en="Give each a value of its own.",
    ),
)
DISAGREES = FindingKind(
    code="notice-fields-disagree",
    text=Words(
        nb="«{label}» ({field}) stemmer ikke med resten av kunngjøringen: {others}.",
        nn="«{label}» ({field}) stemmer ikkje med resten av kunngjeringa: {others}.",
        en="“{label}” ({field}) does not agree with the rest of the notice: {others}.",
    ),
    cure=Words(
        nb="Hold feltene opp mot hverandre, og rett det som er feil.",
        nn="Hald felta opp mot kvarandre, og rett det som er feil.",
        en="Compare the fields, and correct the one that is wrong.",
    ),
)
KINDS = (
    *(MISSING, MISSING_HERE, NOT_ALLOWED, NOT_ALLOWED_HERE, REPEATED, CODE, PATTERN, TOO_LONG),
    *(RANGE, SPACES, EMPTY, LANGUAGE_TWICE, LANGUAGE_MISSING, LANGUAGE_OTHER, LANGUAGE_UNTOLD),
    *(NOT_UNIQUE, DISAGREES),
)
OTHER_FACTS = Words(
    nb="andre opplysninger i kunngjøringen",
    nn="andre opplysningar i kunngjeringa",
    en="other facts in the notice",
)
AT_LEAST = Words(nb="minst {limit}", nn="minst {limit}", en="at least {limit}")
AT_MOST = Words(nb="høyst {limit}", nn="høgst {limit}", en="at most {limit}")
