"""Words of the rules on VAT."""

from collections.abc import Mapping

from anskaff.concepts.words import Words

NOTHING = Words(nb="ingenting", nn="ingenting", en="nothing")
UNKNOWN = Words(nb="et beløp", nn="eit beløp", en="an amount")

CATEGORIES: Mapping[str, Words] = {
    "S": Words(nb="vanlig sats (S)", nn="vanleg sats (S)", en="standard rate (S)"),
    "Z": Words(nb="nullsats (Z)", nn="nullsats (Z)", en="zero rate (Z)"),
    "E": Words(nb="fritatt (E)", nn="fritatt (E)", en="exempt (E)"),
    "AE": Words(nb="snudd avregning (AE)", nn="snudd avrekning (AE)", en="reverse charge (AE)"),
    "K": Words(
        nb="levering innen EØS (K)", nn="levering innan EØS (K)", en="intra-community supply (K)"
    ),
    "G": Words(nb="eksport (G)", nn="eksport (G)", en="export (G)"),
    "O": Words(
        nb="utenfor avgiftsområdet (O)", nn="utanfor avgiftsområdet (O)", en="outside VAT (O)"
    ),
    "L": Words(
        nb="Kanariøyene, IGIC (L)", nn="Kanariøyane, IGIC (L)", en="Canary Islands, IGIC (L)"
    ),
    "M": Words(
        nb="Ceuta og Melilla, IPSI (M)",
        nn="Ceuta og Melilla, IPSI (M)",
        en="Ceuta and Melilla, IPSI (M)",
    ),
}

BREAKDOWN = Words(
    nb="Kategorien {category} står ikke likt på linjene og i avgiftsfordelingen.",
    nn="Kategorien {category} står ikkje likt på linjene og i avgiftsfordelinga.",
    en="The category {category} does not stand alike on the lines and in the VAT breakdown.",
)
BREAK_DOWN = Words(
    nb="Før opp {code} i fordelingen når linjer, rabatter eller gebyrer bruker den, og bare da.",
    nn="Før opp {code} i fordelinga når linjer, rabattar eller gebyr bruker han, og berre då.",
    en="List {code} in the breakdown when lines, allowances or charges use it, and only then.",
)

NUMBERS: Mapping[str, tuple[Words, Words]] = {
    "seller": (
        Words(
            nb="Kategorien {category} krever at selgeren har et avgiftsnummer.",
            nn="Kategorien {category} krev at seljaren har eit avgiftsnummer.",
            en="The category {category} requires a tax number of the seller.",
        ),
        Words(
            nb="Fyll ut avgiftsnummeret til selgeren eller til avgiftsrepresentanten.",
            nn="Fyll ut avgiftsnummeret til seljaren eller til avgiftsrepresentanten.",
            en="Fill in the tax number of the seller or of the tax representative.",
        ),
    ),
    "seller vat": (
        Words(
            nb="Kategorien {category} krever selgerens nummer for merverdiavgift.",
            nn="Kategorien {category} krev nummeret til seljaren for meirverdiavgift.",
            en="The category {category} requires the VAT number of the seller.",
        ),
        Words(
            nb="Fyll ut nummeret, med VAT som ordning, hos selgeren eller avgiftsrepresentanten.",
            nn="Fyll ut nummeret, med VAT som ordning, hos seljaren eller avgiftsrepresentanten.",
            en="Fill in the number, with the scheme VAT, of the seller or the tax representative.",
        ),
    ),
    "seller and buyer": (
        Words(
            nb="Kategorien {category} krever nummer fra både selger og kjøper.",
            nn="Kategorien {category} krev nummer frå både seljar og kjøpar.",
            en="The category {category} requires numbers of both seller and buyer.",
        ),
        Words(
            nb="Fyll ut selgerens avgiftsnummer, og kjøperens avgifts- eller organisasjonsnummer.",
            nn="Fyll ut avgiftsnummer for seljaren, og avgifts- eller org.nummer for kjøparen.",
            en="Fill in the seller's tax number, and the buyer's VAT or organisation number.",
        ),
    ),
    "both vat": (
        Words(
            nb="Kategorien {category} krever nummer for merverdiavgift hos selger og kjøper.",
            nn="Kategorien {category} krev nummer for meirverdiavgift hos seljar og kjøpar.",
            en="The category {category} requires the VAT numbers of seller and buyer.",
        ),
        Words(
            nb="Fyll ut begge numrene, med VAT som ordning.",
            nn="Fyll ut begge nummera, med VAT som ordning.",
            en="Fill in both numbers, with the scheme VAT.",
        ),
    ),
    "no vat": (
        Words(
            nb="Kategorien {category} går ikke sammen med nummer for merverdiavgift.",
            nn="Kategorien {category} går ikkje saman med nummer for meirverdiavgift.",
            en="The category {category} does not go with VAT numbers.",
        ),
        Words(
            nb="Fjern numrene hos partene, eller velg en annen kategori enn {code}.",
            nn="Fjern nummera hos partane, eller vel ein annan kategori enn {code}.",
            en="Remove the numbers of the parties, or choose another category than {code}.",
        ),
    ),
}

RATES: Mapping[str, tuple[Words, Words]] = {
    "positive": (
        Words(
            nb="Kategorien {category} skal ha en sats over null, fant {got}.",
            nn="Kategorien {category} skal ha ein sats over null, fann {got}.",
            en="The category {category} must have a rate above zero, found {got}.",
        ),
        Words(
            nb="Skriv satsen, som 25, eller velg en annen kategori enn {code}.",
            nn="Skriv satsen, som 25, eller vel ein annan kategori enn {code}.",
            en="Write the rate, such as 25, or choose another category than {code}.",
        ),
    ),
    "any": (
        Words(
            nb="Kategorien {category} skal ha en sats på null eller mer, fant {got}.",
            nn="Kategorien {category} skal ha ein sats på null eller meir, fann {got}.",
            en="The category {category} must have a rate of zero or more, found {got}.",
        ),
        Words(
            nb="Skriv satsen som gjelder for {code}.",
            nn="Skriv satsen som gjeld for {code}.",
            en="Write the rate that holds for {code}.",
        ),
    ),
    "zero": (
        Words(
            nb="Kategorien {category} skal ha satsen 0, fant {got}.",
            nn="Kategorien {category} skal ha satsen 0, fann {got}.",
            en="The category {category} must have the rate 0, found {got}.",
        ),
        Words(
            nb="Skriv 0 som sats, eller velg en annen kategori enn {code}.",
            nn="Skriv 0 som sats, eller vel ein annan kategori enn {code}.",
            en="Write 0 as the rate, or choose another category than {code}.",
        ),
    ),
    "none": (
        Words(
            nb="Kategorien {category} skal ikke ha noen sats, fant {got}.",
            nn="Kategorien {category} skal ikkje ha nokon sats, fann {got}.",
            en="The category {category} must not have a rate, found {got}.",
        ),
        Words(
            nb="Fjern satsen, eller velg en annen kategori enn {code}.",
            nn="Fjern satsen, eller vel ein annan kategori enn {code}.",
            en="Remove the rate, or choose another category than {code}.",
        ),
    ),
}

BASE = Words(
    nb="Grunnlaget for {category} er {got}, men linjer, gebyrer og rabatter gir {expected}.",
    nn="Grunnlaget for {category} er {got}, men linjer, gebyr og rabattar gir {expected}.",
    en="The base of {category} is {got}, but lines, charges and allowances give {expected}.",
)
SUM_UP = Words(
    nb="Legg sammen linjer og gebyrer med {code} og trekk fra rabattene med {code}.",
    nn="Legg saman linjer og gebyr med {code} og trekk frå rabattane med {code}.",
    en="Add up lines and charges with {code} and take off the allowances with {code}.",
)
TAX = Words(
    nb="Avgiften for {category} er {got}, ventet {expected}.",
    nn="Avgifta for {category} er {got}, venta {expected}.",
    en="The tax of {category} is {got}, expected {expected}.",
)
MULTIPLY = Words(
    nb="Gang grunnlaget for {code} med satsen og rund av til to desimaler.",
    nn="Gong grunnlaget for {code} med satsen og rund av til to desimalar.",
    en="Multiply the base of {code} by the rate and round to two decimals.",
)
REASON = (
    Words(
        nb="Kategorien {category} skal ha en grunn til at det ikke regnes avgift.",
        nn="Kategorien {category} skal ha ein grunn til at det ikkje blir rekna avgift.",
        en="The category {category} must say why there is no tax.",
    ),
    Words(
        nb="Skriv grunnen i avgiftsfordelingen for {code}, som kode eller tekst.",
        nn="Skriv grunnen i avgiftsfordelinga for {code}, som kode eller tekst.",
        en="Write the reason in the breakdown of {code}, as a code or as text.",
    ),
)
NO_REASON = (
    Words(
        nb="Kategorien {category} skal ikke ha noen grunn til avgiftsfritak.",
        nn="Kategorien {category} skal ikkje ha nokon grunn til avgiftsfritak.",
        en="The category {category} must not have a reason for exemption.",
    ),
    Words(
        nb="Fjern grunnen fra avgiftsfordelingen for {code}.",
        nn="Fjern grunnen frå avgiftsfordelinga for {code}.",
        en="Remove the reason from the breakdown of {code}.",
    ),
)
