"""Official names of codes from the installed standards: the label first, the code after (UX G3).

Without the standards the words of our own form stand, as for the subtypes that we write;
else the code stands alone, as the notice wrote it.
"""

from anskaff.competition.announcing.subtypes import SUBTYPES
from anskaff.competition.announcing.table import own_words
from anskaff.concepts.words import Words
from anskaff.documents.vocabularies import cpv
from anskaff.web.codes.kinds import CPV, NUTS
from anskaff.web.codes.names import official
from anskaff.web.request import language

PAGE_TAG = 2
# The EU's languages by their codes of ISO 639-3, and by those of ISO 639-1.
PAGE_TAGS = {
    "no": "nb",
    "bul": "bg",
    "ces": "cs",
    "dan": "da",
    "deu": "de",
    "ell": "el",
    "est": "et",
    "fin": "fi",
    "fra": "fr",
    "gle": "ga",
    "hrv": "hr",
    "hun": "hu",
    "isl": "is",
    "ita": "it",
    "lav": "lv",
    "lit": "lt",
    "mlt": "mt",
    "nld": "nl",
    "pol": "pl",
    "por": "pt",
    "ron": "ro",
    "slk": "sk",
    "slv": "sl",
    "spa": "es",
    "swe": "sv",
}
LANGUAGES = {"no": "NOR", "nb": "NOB", "nn": "NNO", "en": "ENG", "se": "SME"}


def named(code: str, label: Words | None) -> str:
    """A code as people read it."""
    if label is None:
        return code
    text = label.in_(language())
    return text if text == code else f"{text} ({code})"


def cpv_name(code: str) -> str:
    """A CPV code with its name; a beginning of one is shown as its group."""
    whole = code.ljust(cpv.DIGITS, "0") if code.isdecimal() else code
    return named(code, CPV.tree.label(whole))


def nuts_name(code: str) -> str:
    """A place with its name."""
    return named(code, NUTS.tree.label(code))


def code_name(code_list: str, code: str) -> str:
    """A code of an eForms list with its name; nothing for no code."""
    return named(code, _label(code_list, code)) if code else ""


def plain_name(code_list: str, code: str) -> str:
    """The name alone, where the code means nothing to people; else the code."""
    label = _label(code_list, code) if code else None
    return label.in_(language()) if label else code


def _label(code_list: str, code: str) -> Words | None:
    return official().code_label(code_list, code) or own_words(code_list, code)


def subtype_name(subtype: str) -> str:
    """A notice subtype with its name."""
    label = official().notice_label(subtype)
    if label is None and subtype in SUBTYPES:
        label = SUBTYPES[subtype].name
    return named(subtype, label) if subtype else ""


def page_tag(tag: str) -> str:
    """Our tag for a language as pages write it (BCP 47); nothing for one we do not know.

    >>> page_tag("no"), page_tag("deu"), page_tag("en"), page_tag("zzz")
    ('nb', 'de', 'en', '')
    """
    return PAGE_TAGS.get(tag, tag if len(tag) == PAGE_TAG else "")


def language_name(tag: str) -> str:
    """The name of a language by our tag for it."""
    return plain_name("language", LANGUAGES.get(tag, tag.upper())) if tag else ""
