"""Words on money: currency, prices, allowances and charges, totals, and payment."""

from anskaff.documents.ubl.table import said

CURRENCY = said(
    "Valuta", "Valuta", "Currency",
    "Valutaen beløpene er i, som NOK",
    "Valutaen beløpa er i, som NOK",
    "The currency of the amounts, such as NOK",
)  # fmt: skip
AMOUNT = said("Beløp", "Beløp", "Amount")
PERCENT = said("Prosent", "Prosent", "Percentage")
ALLOWANCE_CHARGE = said(
    "Rabatt eller gebyr", "Rabatt eller gebyr", "Allowance or charge",
    "Et fradrag eller tillegg i beløpet",
    "Eit frådrag eller tillegg i beløpet",
    "Something taken off or put on",
)  # fmt: skip
CHARGE_INDICATOR = said(
    "Er gebyr", "Er gebyr", "Is a charge",
    "Ja for et gebyr, nei for en rabatt",
    "Ja for eit gebyr, nei for ein rabatt",
    "Yes for a charge, no for an allowance",
)  # fmt: skip
ALLOWANCE_REASON_CODE = said(
    "Grunnkode", "Grunnkode", "Reason code",
    "Grunnen til rabatten eller gebyret, som kode",
    "Grunnen til rabatten eller gebyret, som kode",
    "Why the allowance or charge is given, as a code",
)  # fmt: skip
ALLOWANCE_REASON = said(
    "Grunn", "Grunn", "Reason",
    "Grunnen til rabatten eller gebyret, i ord",
    "Grunnen til rabatten eller gebyret, i ord",
    "Why the allowance or charge is given, in words",
)  # fmt: skip
ALLOWANCE_PERCENT = said(
    "Rabatt- eller gebyrprosent", "Rabatt- eller gebyrprosent", "Allowance or charge percentage",
    "Hvor mange prosent av grunnlaget, som 10",
    "Kor mange prosent av grunnlaget, som 10",
    "How many per cent of the base, such as 10",
)  # fmt: skip
ALLOWANCE_AMOUNT = said(
    "Rabatt- eller gebyrbeløp", "Rabatt- eller gebyrbeløp", "Allowance or charge amount",
    "Det som trekkes fra eller legges til, uten merverdiavgift",
    "Det som blir trekt frå eller lagt til, utan meirverdiavgift",
    "What is taken off or put on, without VAT",
)  # fmt: skip
ALLOWANCE_BASE = said(
    "Grunnlag for rabatt eller gebyr", "Grunnlag for rabatt eller gebyr",
    "Base of allowance or charge",
    "Beløpet som prosenten regnes av",
    "Beløpet som prosenten blir rekna av",
    "The amount that the percentage is taken of",
)  # fmt: skip
PRICE = said(
    "Pris", "Pris", "Price",
    "Prisen per enhet og hvordan den er satt",
    "Prisen per eining og korleis han er sett",
    "The price per unit and how it came about",
)  # fmt: skip
NET_PRICE = said(
    "Nettopris", "Nettopris", "Net price",
    "Prisen etter rabatt, uten merverdiavgift",
    "Prisen etter rabatt, utan meirverdiavgift",
    "The price after discount, without VAT",
)  # fmt: skip
PRICE_BASE_QUANTITY = said(
    "Prisens antall", "Talet prisen gjeld", "Price base quantity",
    "Hvor mange enheter prisen gjelder for, 1 når intet står",
    "Kor mange einingar prisen gjeld for, 1 når ikkje noko står",
    "How many units the price is for; 1 when nothing stands",
)  # fmt: skip
PRICE_DISCOUNT = said(
    "Prisrabatt", "Prisrabatt", "Price discount",
    "Det som er trukket fra bruttoprisen",
    "Det som er trekt frå bruttoprisen",
    "What has been taken off the gross price",
)  # fmt: skip
GROSS_PRICE = said(
    "Bruttopris", "Bruttopris", "Gross price",
    "Prisen før rabatt, uten merverdiavgift",
    "Prisen før rabatt, utan meirverdiavgift",
    "The price before discount, without VAT",
)  # fmt: skip
LINE_AMOUNT = said(
    "Linjebeløp", "Linjebeløp", "Line amount",
    "Linjens sum uten merverdiavgift, med linjens rabatter og gebyrer",
    "Summen av linja utan meirverdiavgift, med rabattar og gebyr på linja",
    "The sum of the line without VAT, with its allowances and charges",
)  # fmt: skip
TOTALS = said("Totaler", "Totalar", "Totals", "Summene", "Summane", "The sums")
LINE_TOTAL = said(
    "Sum linjer", "Sum linjer", "Sum of lines",
    "Alle linjebeløp lagt sammen",
    "Alle linjebeløp lagde saman",
    "All line amounts added up",
)  # fmt: skip
TAX_EXCLUSIVE_TOTAL = said(
    "Sum uten merverdiavgift", "Sum utan meirverdiavgift", "Total without VAT",
    "Linjene minus rabatter pluss gebyrer",
    "Linjene minus rabattar pluss gebyr",
    "The lines less allowances plus charges",
)  # fmt: skip
TAX_INCLUSIVE_TOTAL = said(
    "Sum med merverdiavgift", "Sum med meirverdiavgift", "Total with VAT",
    "Summen uten avgift pluss avgiften",
    "Summen utan avgift pluss avgifta",
    "The total without tax plus the tax",
)  # fmt: skip
ALLOWANCE_TOTAL = said(
    "Sum rabatter", "Sum rabattar", "Sum of allowances",
    "Alle rabatter på dokumentet",
    "Alle rabattar på dokumentet",
    "All allowances on the document",
)  # fmt: skip
CHARGE_TOTAL = said(
    "Sum gebyrer", "Sum gebyr", "Sum of charges",
    "Alle gebyrer på dokumentet",
    "Alle gebyr på dokumentet",
    "All charges on the document",
)  # fmt: skip
PREPAID = said(
    "Forhåndsbetalt", "Førehandsbetalt", "Prepaid",
    "Det som er betalt på forhånd",
    "Det som er betalt på førehand",
    "What has been paid in advance",
)  # fmt: skip
ROUNDING = said(
    "Avrunding", "Avrunding", "Rounding",
    "Det som legges til for å få et rundt beløp å betale",
    "Det som blir lagt til for å få eit rundt beløp å betale",
    "What is added to make the amount to pay a round one",
)  # fmt: skip
PAYABLE = said(
    "Å betale", "Å betale", "Amount due",
    "Beløpet som skal betales",
    "Beløpet som skal betalast",
    "The amount that is to be paid",
)  # fmt: skip
PAYMENT_TERMS = said("Betalingsvilkår", "Betalingsvilkår", "Payment terms")
PAYMENT_TERMS_NOTE = said(
    "Betalingsvilkår i ord", "Betalingsvilkår i ord", "Payment terms in words",
    "Frist, rabatt ved tidlig betaling og gebyr ved sen",
    "Frist, rabatt ved tidleg betaling og gebyr ved sein",
    "Deadline, discount for early payment and fee for late",
)  # fmt: skip
DUE_DATE = said(
    "Forfallsdato", "Forfallsdato", "Due date",
    "Siste dag for betaling",
    "Siste dag for betaling",
    "The last day for payment",
)  # fmt: skip
PAYMENT_MEANS = said(
    "Betalingsmåte", "Betalingsmåte", "Payment means",
    "Hvordan og til hvilken konto det betales",
    "Korleis og til kva for konto ein betaler",
    "How and to which account to pay",
)  # fmt: skip
PAYMENT_MEANS_CODE = said(
    "Kode for betalingsmåte", "Kode for betalingsmåte", "Payment means code",
    "30 er overføring til konto, 58 SEPA-overføring, 48 kort",
    "30 er overføring til konto, 58 SEPA-overføring, 48 kort",
    "30 is credit transfer, 58 SEPA credit transfer, 48 card",
)  # fmt: skip
PAYMENT_ID = said(
    "KID eller betalingsreferanse", "KID eller betalingsreferanse", "Payment reference",
    "Det som skrives på betalingen, slik at den kan kobles til kravet",
    "Det som blir skrive på betalinga, slik at ho kan koplast til kravet",
    "What is written on the payment, to tie it to the claim",
)  # fmt: skip
CARD = said("Betalingskort", "Betalingskort", "Payment card")
CARD_NUMBER = said(
    "Kortnummer", "Kortnummer", "Card number",
    "De siste fire til seks sifrene, aldri hele nummeret",
    "Dei siste fire til seks sifra, aldri heile nummeret",
    "The last four to six digits, never the whole number",
)  # fmt: skip
CARD_NETWORK = said(
    "Kortnettverk", "Kortnettverk", "Card network",
    "Nettverket som kortet hører til",
    "Nettverket som kortet høyrer til",
    "The network that the card belongs to",
)  # fmt: skip
CARD_HOLDER = said("Kortholder", "Korthaldar", "Card holder")
ACCOUNT = said(
    "Bankkonto", "Bankkonto", "Bank account",
    "Kontoen pengene skal til",
    "Kontoen pengane skal til",
    "The account that the money goes to",
)  # fmt: skip
ACCOUNT_NUMBER = said(
    "Kontonummer", "Kontonummer", "Account number",
    "IBAN, eller norsk kontonummer med elleve sifre",
    "IBAN, eller norsk kontonummer med elleve siffer",
    "IBAN, or a Norwegian account number of eleven digits",
)  # fmt: skip
ACCOUNT_NAME = said("Kontonavn", "Kontonamn", "Account name")
BANK = said("Bank", "Bank", "Bank", "Banken kontoen er i", "Banken kontoen er i", "Its bank")
BANK_ID = said(
    "BIC", "BIC", "BIC",
    "Bankens internasjonale kode",
    "Den internasjonale koden til banken",
    "The bank's international code",
)  # fmt: skip
MANDATE = said(
    "Betalingsfullmakt", "Betalingsfullmakt", "Payment mandate",
    "Avtalen om at selgeren kan trekke beløpet",
    "Avtalen om at seljaren kan trekkje beløpet",
    "The agreement that lets the seller draw the amount",
)  # fmt: skip
MANDATE_ID = said("Fullmaktens nummer", "Nummeret på fullmakta", "Mandate reference")
PAYER_ACCOUNT = said(
    "Betalerens konto", "Kontoen til betalaren", "Payer's account",
    "Kontoen beløpet trekkes fra",
    "Kontoen beløpet blir trekt frå",
    "The account that the amount is drawn from",
)  # fmt: skip
ACCOUNTING_COST = said(
    "Konteringsstreng", "Konteringsstreng", "Accounting cost",
    "Kjøperens kode for hvor kostnaden føres",
    "Koden kjøparen har for kvar kostnaden skal førast",
    "The buyer's code for where the cost is booked",
)  # fmt: skip
