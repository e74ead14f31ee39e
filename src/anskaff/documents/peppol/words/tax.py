"""Words on value added tax: schemes, categories, rates and the breakdown."""

from anskaff.documents.ubl.table import said

TAX_SCHEME = said(
    "Avgiftsordning", "Avgiftsordning", "Tax scheme",
    "Hvilken avgift det gjelder",
    "Kva for avgift det gjeld",
    "Which tax it is about",
)  # fmt: skip
TAX_SCHEME_ID = said(
    "Avgiftsordningens kode", "Koden for avgiftsordninga", "Tax scheme code",
    "VAT er merverdiavgift",
    "VAT er meirverdiavgift",
    "VAT is value added tax",
)  # fmt: skip
TAX_TOTAL = said(
    "Merverdiavgift", "Meirverdiavgift", "VAT",
    "Avgiften i alt og fordelt på kategorier og satser",
    "Avgifta i alt og fordelt på kategoriar og satsar",
    "The tax in all, and by category and rate",
)  # fmt: skip
TAX_AMOUNT = said(
    "Avgiftsbeløp", "Avgiftsbeløp", "VAT amount",
    "Summen av avgiften på alle kategorier",
    "Summen av avgifta på alle kategoriar",
    "The sum of the tax on all categories",
)  # fmt: skip
TAX_SUBTOTAL = said(
    "Avgift per kategori", "Avgift per kategori", "VAT breakdown",
    "Grunnlag og avgift for én kategori og sats",
    "Grunnlag og avgift for éin kategori og sats",
    "Base and tax of one category and rate",
)  # fmt: skip
TAXABLE_AMOUNT = said(
    "Avgiftsgrunnlag", "Avgiftsgrunnlag", "Taxable amount",
    "Beløpet som avgiften i kategorien regnes av",
    "Beløpet som avgifta i kategorien blir rekna av",
    "The amount that the tax of the category is worked out from",
)  # fmt: skip
CATEGORY_TAX_AMOUNT = said(
    "Avgift i kategorien", "Avgift i kategorien", "Category VAT amount",
    "Grunnlaget ganget med satsen",
    "Grunnlaget gonga med satsen",
    "The base times the rate",
)  # fmt: skip
TAX_CATEGORY = said(
    "Avgiftskategori", "Avgiftskategori", "VAT category",
    "Hvordan det beregnes avgift",
    "Korleis det blir rekna avgift",
    "How the tax applies",
)  # fmt: skip
TAX_CATEGORY_CODE = said(
    "Kode for avgiftskategori", "Kode for avgiftskategori", "VAT category code",
    "S er vanlig sats, Z nullsats, E fritatt, AE snudd avregning, O utenfor",
    "S er vanleg sats, Z nullsats, E fritatt, AE snudd avrekning, O utanfor",
    "S is standard rate, Z zero rate, E exempt, AE reverse charge, O outside",
)  # fmt: skip
TAX_PERCENT = said(
    "Avgiftssats", "Avgiftssats", "VAT rate",
    "Prosenten som gjelder, som 25",
    "Prosenten som gjeld, som 25",
    "The percentage that applies, such as 25",
)  # fmt: skip
TAX_EXEMPTION_CODE = said(
    "Kode for avgiftsfritak", "Kode for avgiftsfritak", "VAT exemption reason code",
    "Grunnen til at det ikke regnes avgift, som kode",
    "Grunnen til at det ikkje blir rekna avgift, som kode",
    "Why there is no tax, as a code",
)  # fmt: skip
TAX_EXEMPTION_REASON = said(
    "Grunn til avgiftsfritak", "Grunn til avgiftsfritak", "VAT exemption reason",
    "Grunnen til at det ikke regnes avgift, i ord",
    "Grunnen til at det ikkje blir rekna avgift, i ord",
    "Why there is no tax, in words",
)  # fmt: skip
TAX_POINT_DATE = said(
    "Avgiftsdato", "Avgiftsdato", "Tax point date",
    "Dagen avgiften skal regnes fra",
    "Dagen avgifta skal reknast frå",
    "The day that the tax counts from",
)  # fmt: skip
TAX_CURRENCY = said(
    "Avgiftsvaluta", "Avgiftsvaluta", "VAT currency",
    "Valutaen avgiften føres i, når det ikke er fakturaens",
    "Valutaen avgifta blir ført i, når det ikkje er den fakturaen har",
    "The currency that the tax is accounted in, when not that of the document",
)  # fmt: skip
