"""What each document of the family is called."""

from anskaff.concepts.words import Words

INVOICE = Words(nb="Faktura", nn="Faktura", en="Invoice")
CREDIT_NOTE = Words(nb="Kreditnota", nn="Kreditnota", en="Credit note")
SELF_INVOICE = Words(nb="Selvfaktura", nn="Sjølvfaktura", en="Self-billing invoice")
SELF_CREDIT_NOTE = Words(
    nb="Kreditnota til selvfaktura",
    nn="Kreditnota til sjølvfaktura",
    en="Self-billing credit note",
)
FORWARD_INVOICE = Words(
    nb="Videresendt faktura (EHF)",
    nn="Vidaresend faktura (EHF)",
    en="Forwarded invoice (EHF)",
)
FORWARD_CREDIT_NOTE = Words(
    nb="Videresendt kreditnota (EHF)",
    nn="Vidaresend kreditnota (EHF)",
    en="Forwarded credit note (EHF)",
)
REMINDER = Words(nb="Purring (EHF)", nn="Purring (EHF)", en="Reminder (EHF)")
PAYMENT_REQUEST = Words(
    nb="Betalingsanmodning (EHF)",
    nn="Betalingsoppmoding (EHF)",
    en="Payment request (EHF)",
)
ORDER = Words(nb="Ordre", nn="Ordre", en="Order")
ORDER_RESPONSE = Words(nb="Ordrebekreftelse", nn="Ordrestadfesting", en="Order response")
ORDER_CHANGE = Words(nb="Ordreendring", nn="Ordreendring", en="Order change")
ORDER_CANCELLATION = Words(nb="Avbestilling", nn="Avbestilling", en="Order cancellation")
ADVANCED_ORDER_RESPONSE = Words(
    nb="Ordrebekreftelse (avansert ordre)",
    nn="Ordrestadfesting (avansert ordre)",
    en="Order response (advanced)",
)
ORDER_AGREEMENT = Words(nb="Ordreavtale", nn="Ordreavtale", en="Order agreement")
CATALOGUE = Words(nb="Katalog", nn="Katalog", en="Catalogue")
CATALOGUE_RESPONSE = Words(nb="Svar på katalog", nn="Svar på katalog", en="Catalogue response")
PUNCH_OUT = Words(nb="Handlekurv (punch-out)", nn="Handlekorg (punch-out)", en="Punch-out cart")
DESPATCH_ADVICE = Words(nb="Pakkseddel", nn="Pakksetel", en="Despatch advice")
ADVANCED_DESPATCH_ADVICE = Words(
    nb="Pakkseddel (avansert)", nn="Pakksetel (avansert)", en="Advanced despatch advice"
)
RECEIPT_ADVICE = Words(nb="Mottaksbekreftelse", nn="Mottaksstadfesting", en="Receipt advice")
INVOICE_RESPONSE = Words(nb="Svar på faktura", nn="Svar på faktura", en="Invoice response")
MESSAGE_LEVEL_RESPONSE = Words(
    nb="Svar på melding (MLR)", nn="Svar på melding (MLR)", en="Message level response"
)
MESSAGE_LEVEL_STATUS = Words(
    nb="Status for melding (MLS)", nn="Status for melding (MLS)", en="Message level status"
)
EHF_ORDER = Words(nb="Ordre (EHF)", nn="Ordre (EHF)", en="Order (EHF)")
EHF_ADVANCED_ORDER = Words(
    nb="Ordre (EHF, avansert ordre)", nn="Ordre (EHF, avansert ordre)", en="Order (EHF, advanced)"
)
EHF_ORDER_CHANGE = Words(nb="Ordreendring (EHF)", nn="Ordreendring (EHF)", en="Order change (EHF)")
EHF_ORDER_RESPONSE = Words(
    nb="Ordrebekreftelse (EHF)", nn="Ordrestadfesting (EHF)", en="Order response (EHF)"
)
EHF_ADVANCED_ORDER_RESPONSE = Words(
    nb="Ordrebekreftelse (EHF, avansert ordre)",
    nn="Ordrestadfesting (EHF, avansert ordre)",
    en="Order response (EHF, advanced)",
)
WEIGHT_STATEMENT = Words(nb="Veieseddel", nn="Vegesetel", en="Weight statement")
TRANSPORT_PLAN_REQUEST = Words(
    nb="Forespørsel om transportplan",
    nn="Førespurnad om transportplan",
    en="Transport execution plan request",
)
TRANSPORT_PLAN = Words(nb="Transportplan", nn="Transportplan", en="Transport execution plan")
TRANSPORT_RESPONSE = Words(
    nb="Svar på transportplan", nn="Svar på transportplan", en="Transport plan response"
)
WAYBILL = Words(nb="Fraktbrev", nn="Fraktbrev", en="Waybill")
TRANSPORT_STATUS_REQUEST = Words(
    nb="Forespørsel om transportstatus",
    nn="Førespurnad om transportstatus",
    en="Transportation status request",
)
TRANSPORT_STATUS = Words(nb="Transportstatus", nn="Transportstatus", en="Transportation status")
EHF_ORDER_CANCELLATION = Words(
    nb="Avbestilling (EHF)", nn="Avbestilling (EHF)", en="Order cancellation (EHF)"
)
EHF_ORDER_AGREEMENT = Words(
    nb="Ordreavtale (EHF)", nn="Ordreavtale (EHF)", en="Order agreement (EHF)"
)
EHF_CATALOGUE = Words(nb="Katalog (EHF)", nn="Katalog (EHF)", en="Catalogue (EHF)")
EHF_PUNCH_OUT = Words(
    nb="Handlekurv (EHF, punch-out)",
    nn="Handlekorg (EHF, punch-out)",
    en="Punch-out cart (EHF)",
)
EHF_CATALOGUE_RESPONSE = Words(
    nb="Svar på katalog (EHF)", nn="Svar på katalog (EHF)", en="Catalogue response (EHF)"
)
EHF_DESPATCH_ADVICE = Words(nb="Pakkseddel (EHF)", nn="Pakksetel (EHF)", en="Despatch advice (EHF)")
