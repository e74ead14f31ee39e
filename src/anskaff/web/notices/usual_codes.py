"""Our own words for the short code lists of notices, for when the official names are not installed.

The codes are those of eForms SDK 1.14.2 (checked 21 November 2026); the words are ours.

>>> word("procurement-procedure-type", "open").in_("nb")
'Åpen anbudskonkurranse'
>>> word("procurement-procedure-type", "strange") is None
True
"""

from collections.abc import Mapping

from anskaff.concepts.words import Words

PROCEDURES = {
    "open": ("Åpen anbudskonkurranse", "Open anbodskonkurranse", "Open procedure"),
    "restricted": (
        "Begrenset anbudskonkurranse",
        "Avgrensa anbodskonkurranse",
        "Restricted procedure",
    ),
    "neg-w-call": (
        "Konkurranse med forhandling etter kunngjøring",
        "Konkurranse med forhandling etter kunngjering",
        "Competitive procedure with negotiation",
    ),
    "neg-wo-call": (
        "Anskaffelse uten kunngjort konkurranse",
        "Innkjøp utan kunngjord konkurranse",
        "Negotiated procedure without a call",
    ),
    "comp-dial": ("Konkurransepreget dialog", "Konkurranseprega dialog", "Competitive dialogue"),
    "innovation": ("Innovasjonspartnerskap", "Innovasjonspartnarskap", "Innovation partnership"),
    "oth-single": (
        "Annen prosedyre i ett trinn",
        "Annan prosedyre i eitt steg",
        "Other procedure in one stage",
    ),
    "oth-mult": (
        "Annen prosedyre i flere trinn",
        "Annan prosedyre i fleire steg",
        "Other procedure in several stages",
    ),
}
FRAMEWORKS = {
    "none": ("Ingen rammeavtale", "Ingen rammeavtale", "No framework agreement"),
    "fa-wo-rc": (
        "Rammeavtale uten ny konkurranse",
        "Rammeavtale utan ny konkurranse",
        "Framework agreement without reopened competition",
    ),
    "fa-w-rc": (
        "Rammeavtale med ny konkurranse",
        "Rammeavtale med ny konkurranse",
        "Framework agreement with reopened competition",
    ),
    "fa-mix": (
        "Rammeavtale, dels med ny konkurranse",
        "Rammeavtale, dels med ny konkurranse",
        "Framework agreement, partly with reopened competition",
    ),
}
WEIGHTS = {
    "dec-exa": ("vekt", "vekt", "weight"),
    "dec-mid": ("vekt, midt i et spenn", "vekt, midt i eit spenn", "weight, middle of a range"),
    "ord-imp": ("i prioritert rekkefølge", "i prioritert rekkjefølgje", "in order of importance"),
    "per-exa": ("prosent", "prosent", "per cent"),
    "per-mid": (
        "prosent, midt i et spenn",
        "prosent, midt i eit spenn",
        "per cent, middle of a range",
    ),
    "poi-exa": ("poeng", "poeng", "points"),
    "poi-mid": ("poeng, midt i et spenn", "poeng, midt i eit spenn", "points, middle of a range"),
}
CRITERIA = {
    "price": ("Pris", "Pris", "Price"),
    "cost": ("Kostnad", "Kostnad", "Cost"),
    "quality": ("Kvalitet", "Kvalitet", "Quality"),
}
OUTCOMES = {
    "selec-w": ("Minst én vinner er valgt", "Minst éin vinnar er vald", "A winner was chosen"),
    "open-nw": (
        "Ingen vinner er valgt ennå",
        "Ingen vinnar er vald enno",
        "No winner is chosen yet",
    ),
    "clos-nw": (
        "Avsluttet uten vinner",
        "Avslutta utan vinnar",
        "Closed without a winner",
    ),
}
NOT_AWARDED = {
    "all-rej": ("Alle tilbud er avvist", "Alle tilbod er avviste", "All tenders were rejected"),
    "chan-need": ("Behovet er endret", "Behovet er endra", "The need has changed"),
    "ins-fund": ("Det mangler midler", "Det manglar midlar", "Funds are lacking"),
    "no-rece": ("Ingen tilbud kom inn", "Ingen tilbod kom inn", "No tenders were received"),
    "no-signed": (
        "Den som vant, ville ikke signere",
        "Den som vann, ville ikkje signere",
        "The winner would not sign",
    ),
    "one-admis": (
        "Bare ett tilbud kunne godtas",
        "Berre eitt tilbod kunne godtakast",
        "Only one tender could be accepted",
    ),
    "other": ("Annet", "Anna", "Other"),
    "rev-body": (
        "Vedtak i klageorgan eller domstol",
        "Vedtak i klageorgan eller domstol",
        "Decision of a review body or court",
    ),
    "rev-buyer": (
        "Oppdragsgiver omgjorde etter klage",
        "Oppdragsgivaren gjorde om etter klage",
        "The buyer decided anew after a complaint",
    ),
    "tch-pr-error": (
        "Teknisk feil eller saksbehandlingsfeil",
        "Teknisk feil eller sakshandsamingsfeil",
        "Technical or procedural errors",
    ),
}
LISTS: Mapping[str, Mapping[str, tuple[str, str, str]]] = {
    "procurement-procedure-type": PROCEDURES,
    "framework-agreement": FRAMEWORKS,
    "number-weight": WEIGHTS,
    "award-criterion-type": CRITERIA,
    "winner-selection-status": OUTCOMES,
    "non-award-justification": NOT_AWARDED,
}


def word(code_list: str, code: str) -> Words | None:
    """What a code of these lists means, or nothing."""
    said = LISTS.get(code_list, {}).get(code)
    return Words(nb=said[0], nn=said[1], en=said[2]) if said else None
