"""Words on the seller's answer to an order, whole and line by line."""

from anskaff.documents.ubl.table import said

ORDER_NUMBER = said(
    "Ordrenummer", "Ordrenummer", "Order number",
    "Nummeret kjøperen har gitt ordren",
    "Nummeret kjøparen har gitt ordren",
    "The number that the buyer has given the order",
)  # fmt: skip
CHANGE_NUMBER = said("Ordreendringens nummer", "Nummeret på ordreendringa", "Order change number")
DELIVERY = said(
    "Levering", "Levering", "Delivery",
    "Når selgeren vil levere",
    "Når seljaren vil levere",
    "When the seller will deliver",
)  # fmt: skip
PROMISED = said(
    "Lovet leveringstid", "Lova leveringstid", "Promised delivery period",
    "Tidsrommet selgeren lover å levere i",
    "Tidsrommet seljaren lovar å levere i",
    "The period that the seller promises to deliver in",
)  # fmt: skip
LINE = said(
    "Linje", "Linje", "Line",
    "Svaret på én linje i ordren",
    "Svaret på éi linje i ordren",
    "The answer to one line of the order",
)  # fmt: skip
LINE_ITEM = said("Svar på linjen", "Svar på linja", "Answer to the line")
LINE_NUMBER = said("Linjenummer", "Linjenummer", "Line number")
LINE_NOTE = said(
    "Merknad til linjen", "Merknad til linja", "Note on the line",
    "Grunnen til svaret på linjen, i fri tekst",
    "Grunnen til svaret på linja, i fri tekst",
    "Why the line is answered so, in free text",
)  # fmt: skip
LINE_STATUS = said(
    "Linjens status", "Status for linja", "Line status",
    "1 er lagt til, 3 endret, 5 godtatt uten endring, 7 ikke godtatt, 42 allerede levert",
    "1 er lagd til, 3 endra, 5 godteken utan endring, 7 ikkje godteken, 42 alt levert",
    "1 is added, 3 changed, 5 accepted without change, 7 not accepted, 42 already delivered",
)  # fmt: skip
QUANTITY = said(
    "Mengde", "Mengd", "Quantity",
    "Mengden selgeren vil levere",
    "Mengda seljaren vil levere",
    "The quantity that the seller will deliver",
)  # fmt: skip
BACKORDER = said(
    "Restordre", "Restordre", "Backorder quantity",
    "Mengden som leveres senere",
    "Mengda som blir levert seinare",
    "The quantity that is delivered later",
)  # fmt: skip
SUBSTITUTE = said(
    "Erstatning", "Erstatning", "Substitute",
    "Varen selgeren tilbyr i stedet",
    "Vara seljaren tilbyr i staden",
    "The item that the seller offers instead",
)  # fmt: skip
SUBSTITUTE_NUMBER = said(
    "Erstatningens linjenummer", "Linjenummer for erstatninga", "Substitute line number"
)
ORDER_LINE = said(
    "Linje i ordren", "Linje i ordren", "Order line",
    "Linjen i ordren som det svares på",
    "Linja i ordren som det blir svart på",
    "The line of the order that is answered",
)  # fmt: skip
ORDER_LINE_NUMBER = said("Ordrens linjenummer", "Linjenummer i ordren", "Order line number")
