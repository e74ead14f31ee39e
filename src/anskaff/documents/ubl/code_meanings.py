"""What codes mean, in words: the label stands first, the code after (UX G3).

>>> meaning("UNCL4461", "58", "nb"), meaning("BR-CL-17", "AE", "en")
('SEPA-betaling', 'reverse charge')
>>> meaning("eas", "0192", "nb"), meaning("eas", "9930", "nb")
('norsk organisasjonsnummer', 'mva-nummer, Tyskland')
>>> meaning("ISO3166", "NO", "nn"), meaning("ISO4217", "NOK", "nb"), meaning("ISO4217", "?", "nb")
('Noreg', 'norske kroner', '')

Countries and currencies are named by Babel (Unicode CLDR). The other words are ours, for the codes
that are in common use in Norway; a code without words is shown as it stands.
"""

from collections.abc import Mapping
from functools import cache

from anskaff.concepts.words import Words
from anskaff.documents.ubl import code_lists
from anskaff.documents.ubl.code_lists import LISTS, CodeList
from anskaff.documents.ubl.unit_words import PACKAGING, UNITS

SCHEMES = """
0002|fransk foretaksnummer|fransk føretaksnummer|French company number
0007|svensk organisasjonsnummer|svensk organisasjonsnummer|Swedish company number
0009|fransk virksomhetsnummer|fransk verksemdsnummer|French establishment number
0060|DUNS|DUNS|DUNS
0088|GLN|GLN|GLN
0096|dansk virksomhetsnummer|dansk verksemdsnummer|Danish establishment number
0106|nederlandsk foretaksnummer|nederlandsk føretaksnummer|Dutch company number
0130|kontor i EU-kommisjonen|kontor i EU-kommisjonen|office of the European Commission
0151|australsk foretaksnummer|australsk føretaksnummer|Australian business number
0160|GTIN|GTIN|GTIN
0183|sveitsisk foretaksnummer|sveitsisk føretaksnummer|Swiss business number
0184|dansk CVR-nummer|dansk CVR-nummer|Danish CVR number
0188|japansk foretaksnummer|japansk føretaksnummer|Japanese corporate number
0190|nederlandsk offentlig nummer|nederlandsk offentleg nummer|Dutch public body number
0191|estisk foretaksnummer|estisk føretaksnummer|Estonian company code
0192|norsk organisasjonsnummer|norsk organisasjonsnummer|Norwegian organisation number
0195|singaporsk foretaksnummer|singaporsk føretaksnummer|Singapore business number
0196|islandsk kennitala|islandsk kennitala|Icelandic kennitala
0198|dansk SE-nummer|dansk SE-nummer|Danish SE number
0199|LEI|LEI|LEI
0200|litauisk foretaksnummer|litauisk føretaksnummer|Lithuanian company code
0201|italiensk offentlig nummer|italiensk offentleg nummer|Italian public body number
0204|tysk Leitweg-ID|tysk Leitweg-ID|German Leitweg-ID
0208|belgisk foretaksnummer|belgisk føretaksnummer|Belgian company number
0209|GS1-nummer|GS1-nummer|GS1 number
0210|italiensk skattenummer|italiensk skattenummer|Italian tax code
0211|italiensk mva-nummer|italiensk mva-nummer|Italian VAT number
0216|finsk OVT-nummer|finsk OVT-nummer|Finnish OVT number
0218|latvisk foretaksnummer|latvisk føretaksnummer|Latvian company number
0221|japansk fakturautsteder|japansk fakturautferdar|Japanese invoice issuer
0225|fransk elektronisk adresse|fransk elektronisk adresse|French electronic address
0230|malaysisk e-fakturanummer|malaysisk e-fakturanummer|Malaysian e-invoice number
0235|emiratisk skattenummer|emiratisk skattenummer|Emirati tax number
0240|luxembourgsk foretaksnummer|luxembourgsk føretaksnummer|Luxembourg company number
0242|Peppol-tjenesteleverandør|Peppol-tenesteleverandør|Peppol service provider
0244|nigeriansk skattenummer|nigeriansk skattenummer|Nigerian tax number
0245|slovakisk skattenummer|slovakisk skattenummer|Slovak tax number
0246|tysk elektronisk adresse|tysk elektronisk adresse|German electronic address
0248|omansk mva-nummer|omansk mva-nummer|Omani VAT number
9918|BIC|BIC|BIC
9959|amerikansk arbeidsgivernummer|amerikansk arbeidsgjevarnummer|American employer number
"""
VAT_NUMBERS = """
9910 HU 9914 AT 9922 AD 9923 AL 9924 BA 9925 BE 9926 BG 9927 CH 9928 CY 9929 CZ 9930 DE 9931 EE
9932 GB 9933 GR 9934 HR 9935 IE 9936 LI 9937 LT 9938 LU 9939 LV 9940 MC 9941 ME 9942 MK 9943 MT
9944 NL 9945 PL 9946 PT 9947 RO 9948 RS 9949 SI 9950 SK 9951 SM 9952 TR 9953 VA 9957 FR
"""
"""Schemes for the VAT numbers of a country (participant schemes of Peppol 9.7, July 2026)."""
DOCUMENT_TYPES = """
9|priskatalog|priskatalog|price catalogue
130|fakturert objekt|fakturert objekt|invoiced object
220|ordre|ordre|order
227|konsignasjonsordre|konsignasjonsordre|consignment order
231|ordrebekreftelse|ordrestadfesting|order response
261|selvfakturert kreditnota|sjølvfakturert kreditnota|self-billed credit note
351|pakkseddel|pakksetel|despatch advice
380|faktura|faktura|invoice
381|kreditnota|kreditnota|credit note
384|rettet faktura|retta faktura|corrected invoice
386|forskuddsfaktura|førehandsfaktura|prepayment invoice
389|selvfakturering|sjølvfakturering|self-billed invoice
393|faktura til factoring|faktura til factoring|factored invoice
396|kreditnota til factoring|kreditnota til factoring|factored credit note
916|vedlagt dokument|vedlagt dokument|attached document
"""
PAYMENT_MEANS = """
1|ikke avtalt|ikkje avtalt|not agreed
10|kontant|kontant|cash
30|betaling til konto|betaling til konto|credit transfer
31|belastning av konto|belasting av konto|debit transfer
42|betaling til bankkonto|betaling til bankkonto|payment to a bank account
48|bankkort|bankkort|bank card
49|direkte trekk|direkte trekk|direct debit
54|kredittkort|kredittkort|credit card
55|debetkort|debetkort|debit card
57|stående avtale|ståande avtale|standing agreement
58|SEPA-betaling|SEPA-betaling|SEPA credit transfer
59|SEPA-trekk|SEPA-trekk|SEPA direct debit
68|betaling på nett|betaling på nett|online payment
97|motregning|motrekning|clearing between partners
"""
TAX_CATEGORIES = """
S|avgiftspliktig|avgiftspliktig|standard rate
Z|nullsats|nullsats|zero rate
E|unntatt|unnateke|exempt
AE|omvendt avgiftsplikt|omvend avgiftsplikt|reverse charge
K|salg innen EØS|sal innan EØS|intra-Community supply
G|eksport|eksport|export
O|utenfor avgiftsområdet|utanfor avgiftsområdet|outside the scope of VAT
L|Kanariøyene|Kanariøyane|Canary Islands
M|Ceuta og Melilla|Ceuta og Melilla|Ceuta and Melilla
"""
ANSWERS = """
AB|mottatt|motteke|received
AP|godtatt|godteke|accepted
CA|godtatt på vilkår|godteke på vilkår|conditionally accepted
IP|under behandling|under behandling|in process
PD|betalt|betalt|paid
RE|avvist|avvist|rejected
UQ|har spørsmål|har spørsmål|under query
"""
LINE_STATUS = """
1|lagt til|lagd til|added
2|slettet|sletta|deleted
3|endret|endra|changed
4|uendret|uendra|unchanged
5|godtatt|godteken|accepted
7|ikke godtatt|ikkje godteken|not accepted
42|allerede levert|alt levert|already delivered
"""
REASONS = """
DEL|levering|levering|delivery
FIN|kontostreng eller betaling|kontostreng eller betaling|finance terms
ITM|varen|vara|item
LEG|krav i lov|krav i lov|legal requirement
NON|ingen feil|ingen feil|no issue
OTH|annet|anna|other
PAY|betalingsvilkår|betalingsvilkår|payment terms
PPD|delvis betalt|delvis betalt|partially paid
PRI|pris|pris|price
QTY|mengde|mengd|quantity
QUA|kvalitet|kvalitet|quality
REC|mottaker|mottakar|recipient
REF|referanse|referanse|reference
UNR|ikke bestilt|ikkje bestilt|unrecognised
"""
WISHES = """
CNA|kreditnota for beløpet|kreditnota for beløpet|credit note for the amount
CNF|kreditnota for alt|kreditnota for alt|full credit note
CNP|kreditnota for en del|kreditnota for ein del|partial credit note
NIN|ny faktura|ny faktura|new invoice
NOA|ingen|ingen|none
OTH|annet|anna|other
PIN|mer informasjon|meir informasjon|more information
"""
MESSAGE_REASONS = """
BV|brudd på en regel|brot på ein regel|rule broken
BW|merknad til en regel|merknad til ein regel|rule warning
SV|feil i formatet|feil i formatet|syntax error
"""
ACTIONS = """
Add|legg til|legg til|add
Delete|slett|slett|delete
Replace|erstatt|erstatt|replace
Update|endre|endre|update
"""
PACK_LEVELS = """
CU|grunnenhet|grunneining|base unit
DU|pall|pall|pallet
HN|kolli|kolli|handling unit
TU|kartong|kartong|case
"""
MEASURES = """
AAF|nettovekt|nettovekt|net weight
AAO|fuktighet|fukt|humidity
AAX|nettovolum|nettovolum|net volume
ABJ|volum|volum|volume
GW|største bruttovekt|største bruttovekt|maximum gross weight
HT|høyde|høgd|height
LN|lengde|lengd|length
TC|temperatur|temperatur|temperature
WD|bredde|breidd|width
"""
CONDITIONS = """
CT|på kontrakt|på kontrakt|contracted
NON_RETURNABLE|kan ikke returneres|kan ikkje returnerast|cannot be returned
"""
IMAGES = """
PRODUCT_IMAGE|hovedbilde|hovudbilete|main image
TRADE_ITEM_DESCRIPTION|varebeskrivelse|vareomtale|item description
"""
YES_OR_NO = """
false|nei|nei|no
true|ja|ja|yes
"""
MODES = """
1|sjø|sjø|sea
2|bane|bane|rail
3|vei|veg|road
4|luft|luft|air
5|post|post|mail
6|flere måter|fleire måtar|several modes
7|fast anlegg|fast anlegg|fixed installation
8|innsjø og elv|innsjø og elv|inland waterway
9|ukjent|ukjend|unknown
"""
VAT_NUMBER = Words(nb="mva-nummer", nn="mva-nummer", en="VAT number")
NUMBERED = frozenset({code_lists.SCHEMES, code_lists.ADDRESSES})
WORDS: Mapping[CodeList, str] = {
    code_lists.UNITS: UNITS,
    code_lists.SCHEMES: SCHEMES,
    code_lists.ADDRESSES: SCHEMES,
    code_lists.DOCUMENT_TYPES: DOCUMENT_TYPES,
    code_lists.PAYMENT_MEANS: PAYMENT_MEANS,
    code_lists.TAX_CATEGORIES: TAX_CATEGORIES,
    code_lists.ANSWERS: ANSWERS,
    code_lists.LINE_STATUS: LINE_STATUS,
    code_lists.REASONS: REASONS,
    code_lists.WISHES: WISHES,
    code_lists.ACTIONS: ACTIONS,
    code_lists.MEASURES: MEASURES,
    LISTS["GS17009"]: PACK_LEVELS,
    LISTS["Image"]: IMAGES,
    LISTS["TransactionCondition"]: CONDITIONS,
    LISTS["TrueFalse"]: YES_OR_NO,
    LISTS["UNCL1001 Image"]: DOCUMENT_TYPES + IMAGES.lstrip(),
    LISTS["StatusReason"]: MESSAGE_REASONS,
    LISTS["UNECERec19"]: MODES,
    code_lists.PACKAGING: PACKAGING,
}


def meaning(name: str, code: str, language: str) -> str:
    """What a code of a list means in `language`; empty when we have no words for it."""
    if not name:
        return ""
    known = LISTS.get(name)
    if known is code_lists.COUNTRIES:
        return _named_by_babel("territories", language).get(code, "")
    if known is code_lists.CURRENCIES:
        return _named_by_babel("currencies", language).get(code, "")
    country = _vat_countries().get(code) if known in NUMBERED else None
    if country is not None:
        return f"{VAT_NUMBER.in_(language)}, {_named_by_babel('territories', language)[country]}"
    words = _words(known).get(code) if known in WORDS else None
    return words.in_(language) if words else ""


@cache
def _vat_countries() -> Mapping[str, str]:
    said = VAT_NUMBERS.split()
    return dict(zip(said[::2], said[1::2], strict=True))


def labels(name: str) -> Mapping[str, Words]:
    """What we call the codes of a list, or of several with space between their names.

    >>> labels("UNCL1001 UNCL4461")["380"].en, labels("NewList")
    ('invoice', {})
    """
    whole = [LISTS[name]] if name in LISTS else []
    parts = [LISTS[each] for each in name.split() if each in LISTS]
    return {
        code: said
        for each in (*whole, *parts)
        if each in WORDS
        for code, said in _words(each).items()
    }


def explained(known: CodeList) -> frozenset[str]:
    """The codes of a list that we have words for.

    >>> sorted(explained(code_lists.TAX_CATEGORIES))
    ['AE', 'E', 'G', 'K', 'L', 'M', 'O', 'S', 'Z']
    """
    return frozenset(_words(known)) if known in WORDS else frozenset()


@cache
def _words(known: CodeList) -> Mapping[str, Words]:
    rows = (line.split("|") for line in WORDS[known].strip().splitlines())
    return {code: Words(nb=nb, nn=nn, en=en) for code, nb, nn, en in rows}


@cache
def _named_by_babel(kind: str, language: str) -> Mapping[str, str]:
    from babel import Locale

    return dict(getattr(Locale.parse(language), kind))
