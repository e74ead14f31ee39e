"""What an XML schema finds wrong, in our words: which element, what was expected, what came.

The schema engine speaks English, in sentences of few kinds; one of another kind is told as it
stands.

>>> fault = Found("xsd", "fatal", "cbc:ID", "line 3: Element 'cbc:ID': This element is not "
...     "expected. Expected is ( cbc:UUID ).")
>>> finding(fault).text("en")
'On line 3 “cbc:ID” cannot stand here. Expected cbc:UUID.'
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.words import Words
from anskaff.documents.validation.answer import Found

MOST_SHOWN = 120
SOURCE = "XML Schema (W3C), structure of the official file"


def _kind(code: str, nb: str, nn: str, en: str, cure: Words) -> FindingKind:
    text = Words(nb=nb, nn=nn, en=en)
    return FindingKind(code=f"schema-{code}", text=text, cure=cure, source=SOURCE)


UNEXPECTED = _kind(
    "element-unexpected",
    "På linje {line} kan «{element}» ikke stå her. Ventet {expected}.",
    "På linje {line} kan ikkje «{element}» stå her. Venta {expected}.",
    "On line {line} “{element}” cannot stand here. Expected {expected}.",
    Words(
        nb="Fjern elementet, eller flytt det dit det hører hjemme; rekkefølgen er fast.",
        nn="Fjern elementet, eller flytt det dit det høyrer heime; rekkjefølgja er fast.",
        en="Remove the element, or move it to its place; the order is fixed.",
    ),
)
CHILD_MISSING = _kind(
    "element-missing",
    "På linje {line} mangler «{element}» noe. Ventet {expected}.",
    "På linje {line} manglar «{element}» noko. Venta {expected}.",
    "On line {line} “{element}” lacks something. Expected {expected}.",
    Words(
        nb="Legg til det som mangler.",
        nn="Legg til det som manglar.",
        en="Add what is missing.",
    ),
)
VALUE = _kind(
    "value",
    "På linje {line} er «{got}» ikke en gyldig verdi for «{element}». Ventet {expected}.",
    "På linje {line} er ikkje «{got}» ein gyldig verdi for «{element}». Venta {expected}.",
    "On line {line} “{got}” is not a valid value of “{element}”. Expected {expected}.",
    Words(
        nb="Skriv verdien i den formen.",
        nn="Skriv verdien i den forma.",
        en="Write the value in that form.",
    ),
)
ATTRIBUTE_UNKNOWN = _kind(
    "attribute-unknown",
    "På linje {line} kan «{element}» ikke ha attributtet «{got}».",
    "På linje {line} kan ikkje «{element}» ha attributtet «{got}».",
    "On line {line} “{element}” cannot have the attribute “{got}”.",
    Words(nb="Fjern attributtet.", nn="Fjern attributtet.", en="Remove the attribute."),
)
ATTRIBUTE_MISSING = _kind(
    "attribute-missing",
    "På linje {line} mangler «{element}» attributtet «{expected}».",
    "På linje {line} manglar «{element}» attributtet «{expected}».",
    "On line {line} “{element}” lacks the attribute “{expected}”.",
    Words(nb="Legg til attributtet.", nn="Legg til attributtet.", en="Add the attribute."),
)
TEXT = _kind(
    "text-unexpected",
    "På linje {line} står det tekst i «{element}». Ventet bare andre elementer.",
    "På linje {line} står det tekst i «{element}». Venta berre andre element.",
    "On line {line} there is text in “{element}”. Expected only other elements.",
    Words(
        nb="Fjern teksten, eller legg den i et element.",
        nn="Fjern teksten, eller legg han i eit element.",
        en="Remove the text, or put it in an element.",
    ),
)
ONLY_TEXT = _kind(
    "elements-unexpected",
    "På linje {line} står det andre elementer i «{element}». Ventet bare en verdi.",
    "På linje {line} står det andre element i «{element}». Venta berre ein verdi.",
    "On line {line} there are other elements in “{element}”. Expected a value only.",
    Words(
        nb="Fjern elementene, og la verdien stå.",
        nn="Fjern elementa, og la verdien stå.",
        en="Remove the elements, and leave the value.",
    ),
)
KINDS = (UNEXPECTED, CHILD_MISSING, VALUE, ATTRIBUTE_UNKNOWN, ATTRIBUTE_MISSING, TEXT, ONLY_TEXT)

_BEGINNING = re.compile(
    r"line (?P<line>\d+): Element '(?P<element>[^']*)'(?:, attribute '(?P<at>[^']*)')?: "
)
_EXPECTED = r"(?: Expected is (?:one of )?\( (?P<expected>.*?) \)\.)?"
_SENTENCES = (
    (UNEXPECTED, re.compile(rf"This element is not expected\.{_EXPECTED}$")),
    (CHILD_MISSING, re.compile(rf"Missing child element\(s\)\.{_EXPECTED}$")),
    (
        VALUE,
        re.compile(r"'(?P<got>.*)' is not a valid value of the .*type(?: '(?P<type>[^']*)')?\.$"),
    ),
    (
        VALUE,
        re.compile(
            r"\[facet '\w+'\] The value '(?P<got>.*?)' is not .*?(?P<type>(?:'.*'|\{.*\}))\.$"
        ),
    ),
    (ATTRIBUTE_UNKNOWN, re.compile(r"The attribute '(?P<got>[^']*)' is not allowed\.$")),
    (
        ATTRIBUTE_MISSING,
        re.compile(r"The attribute '(?P<expected>[^']*)' is required but missing\.$"),
    ),
    (TEXT, re.compile(r"Character content .*is not allowed.*$")),
    (ONLY_TEXT, re.compile(r"Element content is not allowed.*$")),
)
NOTHING = Words(nb="ingenting her", nn="ingenting her", en="nothing here")
ANOTHER = Words(nb="en annen form", nn="ei anna form", en="another form")
NUMBER = Words(nb="et tall, som 1250.50", nn="eit tal, som 1250.50", en="a number, such as 1250.50")
FORMS: Mapping[str, Words] = {
    "Date": Words(
        nb="en dato, som 2026-11-21+01:00",
        nn="ein dato, som 2026-11-21+01:00",
        en="a date, such as 2026-11-21+01:00",
    ),
    "Time": Words(
        nb="et klokkeslett, som 12:00:00+01:00",
        nn="eit klokkeslett, som 12:00:00+01:00",
        en="a time, such as 12:00:00+01:00",
    ),
    "BinaryObject": Words(nb="base64", nn="base64", en="base64"),
    "Indicator": Words(nb="true eller false", nn="true eller false", en="true or false"),
    **dict.fromkeys(("Amount", "Numeric", "Quantity", "Percent", "Measure", "Rate"), NUMBER),
}


def finding(found: Found) -> Finding | None:
    """The fault in our words; nothing when its sentence is of a kind that we do not know."""
    begun = _BEGINNING.match(found.text)
    if begun is None:
        return None
    rest = found.text[begun.end() :]
    for kind, sentence in _SENTENCES:
        said = sentence.fullmatch(rest)
        if said is None:
            continue
        name = begun["element"]
        told = said.groupdict()
        element = f"{name}/@{begun['at']}" if begun["at"] and kind is VALUE else name
        facts = {
            "line": int(begun["line"]),
            "element": element,
            "got": _short(told.get("got") or ""),
            "expected": _expected(kind, told, element),
        }
        needed = Words.placeholders(kind.text.nb)
        kept = {key: value for key, value in facts.items() if key in needed}
        return replace(kind, rule=found.rule).at(found.where, **kept)
    return None


def _short(text: str) -> str:
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"


def _expected(kind: FindingKind, told: Mapping[str, str | None], element: str) -> str | Words:
    """What may stand there: names of elements, the form of a value, or the type by its name."""
    if kind is not VALUE:
        return told.get("expected") or NOTHING
    for ending, form in FORMS.items():
        if element.endswith(ending):
            return form
    return _short(told.get("type") or "") or ANOTHER
