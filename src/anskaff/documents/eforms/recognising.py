"""Which notice this is, and which official rules judge it: release, subtype, Norwegian tailoring.

>>> from anskaff.documents import xml
>>> root = xml.read(b"<ContractNotice xmlns='urn:oasis:names:specification:ubl:schema:xsd:"
...     b"ContractNotice-2'/>")
>>> found = recognised(root)
>>> found is not None and (found.subtype, found.rule_set)
('', 'eu.ted.eforms::1.14.2')
"""

import atexit
import shutil
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache, partial
from pathlib import Path

from lxml import etree

from anskaff.concepts.finding import Finding, FindingKind, Severity
from anskaff.concepts.words import Words
from anskaff.documents.eforms import editions, rulebook, sdk, tailoring
from anskaff.documents.eforms.paths import EXTENSION, NAMESPACES, REGISTRATION, ROOTS
from anskaff.documents.eforms.refusing import extension_misplaced
from anskaff.documents.eforms.rulebook import ENTRY, STATIC, Rulebook
from anskaff.documents.eforms.sdk import RELEASES, Release
from anskaff.documents.eforms.subtypes import SUBTYPES
from anskaff.documents.eforms.tailoring import Tailoring
from anskaff.documents.standards.bundle import Bundle
from anskaff.documents.validation.rule_sets import RuleFile, RuleSet

Element = etree._Element  # noqa: SLF001 - the only public name for the type

DOCUMENT = "eforms-notice"
NAME = Words(nb="Kunngjøring (eForms)", nn="Kunngjering (eForms)", en="Notice (eForms)")
MOST_SHOWN = 100
MOST_KEPT = 200

RELEASE_UNKNOWN = FindingKind(
    code="notice-release-unknown",
    severity=Severity.INFORMATION,
    text=Words(
        nb="Kunngjøringen er skrevet i eForms SDK {got}, som ikke er installert. Installert: "
        "{expected}.",
        nn="Kunngjeringa er skriven i eForms SDK {got}, som ikkje er installert. Installert: "
        "{expected}.",
        en="The notice is written in eForms SDK {got}, which is not installed. Installed: "
        "{expected}.",
    ),
    cure=Words(
        nb="Den som drifter Anskaff, kan hente mappen eforms-sdk-{got}.x fra utgiveren og kjøre "
        "«anskaff standards add MAPPE --part eforms-sdk-{got}». «anskaff validate FIL --as-sdk "
        "{newest}» viser hva en nyere versjon sier.",
        nn="Den som driftar Anskaff, kan hente mappa eforms-sdk-{got}.x frå utgivaren og køyre "
        "«anskaff standards add MAPPE --part eforms-sdk-{got}». «anskaff validate FIL --as-sdk "
        "{newest}» viser kva ein nyare versjon seier.",
        en="Whoever runs Anskaff can get the folder eforms-sdk-{got}.x from its publisher and run "
        "“anskaff standards add FOLDER --part eforms-sdk-{got}”. “anskaff validate FILE --as-sdk "
        "{newest}” shows what a newer version says.",
    ),
)
RELEASE_ASKED = FindingKind(
    code="notice-as-another-release",
    severity=Severity.INFORMATION,
    text=Words(
        nb="Kunngjøringen er skrevet i {got}. Det som følger, er hva eForms SDK {expected} sier; "
        "de reglene gjelder ikke for den.",
        nn="Kunngjeringa er skriven i {got}. Det som følgjer, er kva eForms SDK {expected} seier; "
        "dei reglane gjeld ikkje for ho.",
        en="The notice is written in {got}. What follows is what eForms SDK {expected} says; "
        "those rules do not apply to it.",
    ),
    cure=Words(
        nb="Bruk det som hjelp hvis kunngjøringen skal skrives på nytt.",
        nn="Bruk det som hjelp om kunngjeringa skal skrivast på nytt.",
        en="Use it as help if the notice is to be written anew.",
    ),
)
OTHER_TAILORING = FindingKind(
    code="notice-tailoring-of-another-release",
    severity=Severity.INFORMATION,
    text=Words(
        nb="Kunngjøringen er skrevet i eForms SDK {got}. De norske reglene som er brukt, er laget "
        "for SDK {expected}.",
        nn="Kunngjeringa er skriven i eForms SDK {got}. Dei norske reglane som er brukte, er laga "
        "for SDK {expected}.",
        en="The notice is written in eForms SDK {got}. The Norwegian rules that were used are made "
        "for SDK {expected}.",
    ),
    cure=Words(
        nb="Vurder funn fra norske regler mot kunngjøringens egen tid.",
        nn="Vurder funn frå norske reglar mot tida då kunngjeringa vart skriven.",
        en="Judge findings of Norwegian rules by the notice's own time.",
    ),
)
SUBTYPE_UNKNOWN = FindingKind(
    code="notice-subtype-unknown",
    text=Words(
        nb="Kunngjøringstypen (OPP-070) er {got}. Ventet en av: {expected}.",
        nn="Kunngjeringstypen (OPP-070) er {got}. Venta ein av: {expected}.",
        en="The notice subtype (OPP-070) is {got}. Expected one of: {expected}.",
    ),
    cure=Words(
        nb="Skriv koden for kunngjøringstypen i efac:NoticeSubType.",
        nn="Skriv koden for kunngjeringstypen i efac:NoticeSubType.",
        en="Write the code of the notice subtype in efac:NoticeSubType.",
    ),
)
NO_RELEASE = Words(nb="en ukjent versjon", nn="ein ukjend versjon", en="an unknown version")
NO_SUBTYPE = Words(nb="ikke oppgitt", nn="ikkje gitt opp", en="not given")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """A notice: its root, subtype (as written), release and Norwegian tailoring."""

    name: str
    subtype: str
    customization: str
    release: Release | None
    tailoring: Tailoring | None

    @property
    def rule_set(self) -> str:
        """The dated id of the rules that judge it; empty when we do not have them."""
        if self.release is None:
            return ""
        ours = f"no.dfo.eforms-{self.tailoring}" if self.tailoring else "eu.ted.eforms"
        return f"{ours}:{self.subtype}:{self.release.version}"

    def book(self, bundle: Bundle, on: date) -> Rulebook:
        """The rules that judge it on a day.

        Raises:
            NotUsable: when the bundle does not have them.
            UnknownSubtype: when there are none for its subtype.
        """
        if self.release is None:
            raise rulebook.UnknownSubtype(self.subtype)
        book = rulebook.of(bundle, self.release, self.subtype)
        return tailoring.tailored(book, bundle, self.release, self.tailoring, on)

    def official(self, on: date) -> RuleSet | None:
        """The official files that judge it on a day."""
        if self.release is None:
            return None
        part = self.release.part
        prefix = "EFORMS" if self.name == REGISTRATION else "UBL"
        version = "" if self.name == REGISTRATION else "-2.3"
        return RuleSet(
            id=self.rule_set,
            root=self.name,
            ubl="2.3",
            customizations=(self.customization,),
            files=(RuleFile(part=part, path=f"{STATIC}/{ENTRY}", made=partial(_made, self, on)),),
            published=self.release.published,
            valid_from=self.release.published,
            source=f"eForms SDK {self.release.version}",
            schema=RuleFile(part=part, path=f"schemas/maindoc/{prefix}-{self.name}{version}.xsd"),
        )


def recognised(root: Element, releases: Sequence[Release] = RELEASES) -> Recognised | None:
    """The notice that a root element begins; `None` for any other document.

    It is judged by the release that it names, when that is among the `releases`; one that names
    none by the newest that we know ourselves.
    """
    if root.tag not in ROOTS:
        return None
    customization = (root.findtext("cbc:CustomizationID", "", NAMESPACES) or "").strip()
    code = root.findtext(f"{EXTENSION}/efac:NoticeSubType/cbc:SubTypeCode", "", NAMESPACES)
    return Recognised(
        name=etree.QName(root).localname,
        subtype=(code or "").strip(),
        customization=customization,
        release=sdk.release(customization, releases) if sdk.minor(customization) else RELEASES[-1],
        tailoring=tailoring.of_customization(customization),
    )


def written_now(subtype: str, on: date, releases: Sequence[Release] = RELEASES) -> Recognised:
    """A Norwegian notice of a subtype as it is written on a day, before there is one.

    Raises:
        KeyError: there is no such subtype.
    """
    edition = editions.customization(subtype, on, releases)
    return Recognised(
        name=SUBTYPES[subtype].document,
        subtype=subtype,
        customization=edition,
        release=sdk.release(edition, releases),
        tailoring=tailoring.of_customization(edition),
    )


def release_unknown(found: Recognised, releases: Sequence[Release] = RELEASES) -> Finding:
    """What to say of a notice whose release we do not have the rules of, and how to get them."""
    known = ", ".join(each.minor for each in releases)
    newest = RELEASES[-1].minor
    got = sdk.minor(found.customization)
    return RELEASE_UNKNOWN.at("cbc:CustomizationID", got=got, expected=known, newest=newest)


def as_asked(found: Recognised, asked: Release) -> Finding:
    """What to say when a notice is held against another release than its own."""
    got = f"«{found.customization[:MOST_SHOWN]}»" if found.customization else NO_RELEASE
    return RELEASE_ASKED.at("cbc:CustomizationID", got=got, expected=asked.version)


def other_tailoring(found: Recognised) -> Finding | None:
    """What to say when the Norwegian rules are made for another release than the notice's."""
    if found.tailoring is None or found.release is None:
        return None
    if found.release.minor == tailoring.MADE_FOR:
        return None
    got, expected = found.release.minor, tailoring.MADE_FOR
    return OTHER_TAILORING.at("cbc:CustomizationID", got=got, expected=expected)


def subtype_unknown(found: Recognised, subtypes: frozenset[str], root: Element) -> Finding:
    """What to say of a notice whose subtype the release does not have, or that hides it."""
    if not found.subtype and (odd := extension_misplaced(root)) is not None:
        return odd
    listed = ", ".join(sorted(subtypes | sdk.NATIONAL_ALIASES.keys(), key=_in_order))
    got = f"«{found.subtype[:MOST_SHOWN]}»" if found.subtype else NO_SUBTYPE
    where = f"{EXTENSION}/efac:NoticeSubType/cbc:SubTypeCode"
    return SUBTYPE_UNKNOWN.at(where, got=got, expected=listed)


def _in_order(subtype: str) -> tuple[int, int, str]:
    return (0, int(subtype), "") if subtype.isdecimal() else (1, 0, subtype)


@cache
def _folder() -> Path:
    """Where a process puts the rules that it asks, as long as it runs."""
    folder = Path(tempfile.mkdtemp(prefix="anskaff-eforms-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@lru_cache(maxsize=rulebook.MOST_BOOKS)
def _place(rule_set: str, on: date) -> Path:
    """Where the rules of a day lie."""
    name = "-".join(each for each in rule_set.split(":") if each)
    return _folder() / f"{name}-{on.isoformat()}.sch"


def _made(found: Recognised, on: date, bundle: Bundle) -> Path:
    """The official rules of one subtype on one day, as one file that includes nothing."""
    path = _place(found.rule_set, on)
    if not path.exists():
        made = sorted(_folder().glob("*.sch"), key=lambda each: each.stat().st_mtime_ns)
        for old in made[: max(0, len(made) - MOST_KEPT)]:
            old.unlink(missing_ok=True)
        beside = path.with_suffix(f".{threading.get_ident()}")
        beside.write_bytes(rulebook.as_schematron(found.book(bundle, on), on))
        beside.replace(path)
    return path
