"""What can be wrong with bytes that should be XML, in words with the cure."""

from collections.abc import Mapping

from lxml import etree

from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words

LINE = Words(nb="linje {line}", nn="linje {line}", en="line {line}")
NOT_XML = FindingKind(
    code="xml-not-xml",
    place=LINE,
    text=Words(
        nb="Filen er ikke XML. Ventet «<» først, fant {got}.",
        nn="Fila er ikkje XML. Venta «<» først, fann {got}.",
        en="The file is not XML. Expected “<” first, found {got}.",
    ),
    cure=Words(
        nb="Velg den XML-filen som avsenderen laget.",
        nn="Vel den XML-fila som avsendaren laga.",
        en="Choose the XML file that the sender made.",
    ),
)
TRUNCATED = FindingKind(
    code="xml-truncated",
    place=LINE,
    text=Words(
        nb="XML-filen slutter for tidlig, på linje {line}. Ventet {expected}, fant {got}.",
        nn="XML-fila sluttar for tidleg, på linje {line}. Venta {expected}, fann {got}.",
        en="The XML file ends too early, on line {line}. Expected {expected}, found {got}.",
    ),
    cure=Words(
        nb="Last ned eller send filen på nytt; den er trolig avkortet.",
        nn="Last ned eller send fila på nytt; ho er truleg avkorta.",
        en="Download or send the file again; it was probably cut short.",
    ),
)
MALFORMED = FindingKind(
    code="xml-malformed",
    place=LINE,
    text=Words(
        nb="XML-en er ugyldig på linje {line}. Ventet {expected}, fant {got}.",
        nn="XML-en er ugyldig på linje {line}. Venta {expected}, fann {got}.",
        en="The XML is invalid on line {line}. Expected {expected}, found {got}.",
    ),
    cure=Words(
        nb="Be avsenderen rette filen. Ikke rett den for hånd.",
        nn="Be avsendaren rette fila. Ikkje rett ho for hand.",
        en="Ask the sender to correct the file. Do not correct it by hand.",
    ),
)
AMPERSAND = FindingKind(
    code="xml-ampersand",
    place=LINE,
    text=Words(
        nb="Et «&» på linje {line} er ikke skrevet som XML krever. Ventet {expected}, fant {got}.",
        nn="Eit «&» på linje {line} er ikkje skrive som XML krev. Venta {expected}, fann {got}.",
        en="An “&” on line {line} is not written as XML demands. Expected {expected}, found {got}.",
    ),
    cure=Words(
        nb="Be avsenderen skrive «&amp;» der teksten har «&». Andre navn godtas ikke.",
        nn="Be avsendaren skrive «&amp;» der teksten har «&». Andre namn blir ikkje godtekne.",
        en="Ask the sender to write “&amp;” where the text has “&”. No other names are accepted.",
    ),
)
MORE_THAN_ONE = FindingKind(
    code="xml-more-than-one",
    place=LINE,
    text=Words(
        nb="Etter slutten av dokumentet står det mer, på linje {line}.",
        nn="Etter slutten av dokumentet står det meir, på linje {line}.",
        en="There is more after the end of the document, on line {line}.",
    ),
    cure=Words(
        nb="Lag én fil for hvert dokument, og fjern det som står etter.",
        nn="Lag éi fil for kvart dokument, og fjern det som står etter.",
        en="Make one file for each document, and remove what stands after it.",
    ),
)
WRONG_ENCODING = FindingKind(
    code="xml-encoding",
    place=LINE,
    text=Words(
        nb="Tegnsettet stemmer ikke (linje {line}). Ventet {expected}, fant {got}.",
        nn="Teiknsettet stemmer ikkje (linje {line}). Venta {expected}, fann {got}.",
        en="The character encoding does not match (line {line}). Expected {expected}, found {got}.",
    ),
    cure=Words(
        nb="Lagre filen som UTF-8 og oppgi UTF-8 i første linje.",
        nn="Lagre fila som UTF-8 og oppgi UTF-8 i første linje.",
        en="Save the file as UTF-8 and declare UTF-8 on the first line.",
    ),
)
DOCUMENT_TYPE = FindingKind(
    code="xml-document-type",
    place=LINE,
    text=Words(
        nb="Filen har en dokumenttype (DOCTYPE) på linje {line}. Det godtas ikke, fordi den kan "
        "hente eller mangedoble innhold. Ventet {expected}, fant {got}.",
        nn="Fila har ein dokumenttype (DOCTYPE) på linje {line}. Det blir ikkje godteke, fordi han "
        "kan hente eller mangedoble innhald. Venta {expected}, fann {got}.",
        en="The file has a document type (DOCTYPE) on line {line}. This is not accepted because it "
        "can fetch or multiply content. Expected {expected}, found {got}.",
    ),
    cure=Words(
        nb="Be avsenderen lage filen uten DOCTYPE og uten entiteter.",
        nn="Be avsendaren lage fila utan DOCTYPE og utan entitetar.",
        en="Ask the sender to make the file without DOCTYPE and entities.",
    ),
)
TOO_BIG = FindingKind(
    code="xml-too-big",
    text=Words(
        nb="XML-filen er for stor: høyst {expected} byte er tillatt, filen har minst {got}.",
        nn="XML-fila er for stor: høgst {expected} byte er tillate, fila har minst {got}.",
        en="The XML file is too big: at most {expected} bytes are allowed, it has at least {got}.",
    ),
    cure=Words(
        nb="Del opp innholdet, eller legg store vedlegg ved siden av XML-filen.",
        nn="Del opp innhaldet, eller legg store vedlegg ved sida av XML-fila.",
        en="Divide the content, or put large attachments beside the XML file.",
    ),
)
TOO_MUCH = FindingKind(
    code="xml-too-much",
    place=LINE,
    text=Words(
        nb="XML-filen har for mye av ett slag, på linje {line}: {what}, høyst {expected}.",
        nn="XML-fila har for mykje av eitt slag, på linje {line}: {what}, høgst {expected}.",
        en="The XML file has too much of one kind, on line {line}: {what}, at most {expected}.",
    ),
    cure=Words(
        nb="Kontroller at filen er den rette. Del den opp, eller legg store vedlegg ved siden av.",
        nn="Kontroller at fila er den rette. Del ho opp, eller legg store vedlegg ved sida av.",
        en="Check that it is the right file. Divide it, or put large attachments beside it.",
    ),
)

DEPTH = Words(nb="nivåer i hverandre", nn="nivå i kvarandre", en="nested levels")
ELEMENTS = Words(nb="elementer", nn="element", en="elements")
ATTRIBUTES = Words(nb="attributter", nn="attributt", en="attributes")
TAG = Words(nb="byte i én tagg", nn="byte i éin tagg", en="bytes in one tag")
TEXT = Words(nb="tegn i én verdi", nn="teikn i éin verdi", en="characters in one value")
WELL_FORMED = Words(nb="velformet XML", nn="velforma XML", en="well-formed XML")
NOTHING = Words(nb="ingenting", nn="ingenting", en="nothing")
NO_WORDS = Words(
    nb="byte som ikke er tekst", nn="byte som ikkje er tekst", en="bytes that are no text"
)
END_OF_FILE = Words(nb="slutten av filen", nn="slutten av fila", en="the end of the file")
END_TAG = Words(nb="en slutt-tagg", nn="ein slutt-tagg", en="an end tag")
NO_DOCTYPE = Words(nb="ingen DOCTYPE", nn="ingen DOCTYPE", en="no DOCTYPE")
OTHER_BYTES = Words(
    nb="byte som ikke finnes i det tegnsettet",
    nn="byte som ikkje finst i det teiknsettet",
    en="bytes that do not exist in that encoding",
)
UNMARKED = Words(
    nb="UTF-16 uten merke først, eller UTF-32",
    nn="UTF-16 utan merke først, eller UTF-32",
    en="UTF-16 without a mark first, or UTF-32",
)
ESCAPED = "«&amp;», «&lt;», «&gt;», «&quot;», «&apos;», «&#229;»"
BY_PARSER: Mapping[int, Words] = {
    etree.ErrorTypes.ERR_TAG_NAME_MISMATCH: Words(
        nb="en slutt-tagg som ikke passer til start-taggen",
        nn="ein slutt-tagg som ikkje passar til start-taggen",
        en="an end tag that does not fit its start tag",
    ),
    etree.ErrorTypes.ERR_INVALID_CHAR: Words(
        nb="et tegn som ikke kan stå i XML",
        nn="eit teikn som ikkje kan stå i XML",
        en="a character that cannot stand in XML",
    ),
    etree.ErrorTypes.ERR_NAME_REQUIRED: Words(
        nb="et «<» som ikke begynner en tagg",
        nn="eit «<» som ikkje byrjar ein tagg",
        en="a “<” that begins no tag",
    ),
    etree.ErrorTypes.NS_ERR_UNDEFINED_NAMESPACE: Words(
        nb="et prefiks uten navnerom",
        nn="eit prefiks utan namnerom",
        en="a prefix without a namespace",
    ),
}
"""What the parser found, by its own number for it; the rest is told in its words."""
