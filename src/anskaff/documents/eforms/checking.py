"""Check an eForms notice: the schema, then the rules of its subtype, as findings in our words."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path

from lxml import etree

from anskaff.concepts.finding import Finding
from anskaff.concepts.words import LANGUAGES, Words
from anskaff.documents.eforms import recognising, sdk, wording
from anskaff.documents.eforms.asking.engine import Engine
from anskaff.documents.eforms.explaining import Explainer
from anskaff.documents.eforms.labels import Labels
from anskaff.documents.eforms.recognising import Recognised
from anskaff.documents.eforms.rulebook import MOST_BOOKS, Rulebook, UnknownSubtype
from anskaff.documents.eforms.sdk import Release
from anskaff.documents.standards.bundle import Bundle, NotUsable
from anskaff.documents.validation.answer import Found
from anskaff.documents.validation.official import not_usable
from anskaff.documents.validation.schemas import Schemas

Element = etree._Element  # noqa: SLF001 - the only public name for the type

NOT_INSTALLED = Words(
    nb="de offisielle filene for eForms er ikke installert",
    nn="dei offisielle filene for eForms er ikkje installerte",
    en="the official files of eForms are not installed",
)
NO_RULES = Words(
    nb="eForms SDK {release} er ikke installert",
    nn="eForms SDK {release} er ikkje installert",
    en="eForms SDK {release} is not installed",
)
NO_SUBTYPE = Words(
    nb="kunngjøringstypen er ukjent", nn="kunngjeringstypen er ukjend", en="its type is unknown"
)

TOO_LARGE = Words(
    nb="kunngjøringen har flere enn {limit} elementer",
    nn="kunngjeringa har fleire enn {limit} element",
    en="the notice has more than {limit} elements",
)
MOST_ELEMENTS = 50_000
CAUSES = frozenset({wording.CODE.code, wording.PATTERN.code})
"""Kinds of fault that lead to others; they are told first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What our own check found, whether the schema and the rules were asked, and why not.

    `faults` are against the schema, `findings` all the rest; `unasked` names the rules that our
    engine could not try.
    """

    findings: tuple[Finding, ...] = ()
    faults: tuple[Found, ...] = ()
    unasked: tuple[str, ...] = ()
    schema: bool = False
    rules: bool = False
    why: Words | None = None


class Checker:
    """What one bundle says of notices; files are read when they are first needed."""

    def __init__(self, bundle: Bundle) -> None:
        self.bundle = bundle
        self.labels = Labels(bundle)
        self.schemas = Schemas()

    def check(self, root: Element, notice: Recognised, on: date) -> Checked:
        """Our own check of a notice by the rules of a day."""
        if notice.release is None:
            return self._without_its_release(root, notice, on)
        try:
            faults = self._faults(root, notice, on)
            explainer = self.explainer(notice, on)
        except NotUsable as error:
            return Checked(findings=(not_usable(error),), why=NOT_INSTALLED)
        except UnknownSubtype:
            known = sdk.installed(self.bundle, notice.release).subtypes
            unknown = recognising.subtype_unknown(notice, known, root)
            return Checked(findings=(unknown,), why=NO_SUBTYPE)
        if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
            return Checked(faults=faults, schema=True, why=_too_large())
        answer = _engine(explainer.book).ask(root, on)
        told = (explainer.finding(each, root) for each in answer.found)
        untried = [rule for each in answer.left_out for rule in each.rules or (each.what,)]
        untried += [each.rule for each in answer.unasked]
        other = recognising.other_tailoring(notice)
        ordered = sorted(filter(None, told), key=lambda each: each.code not in CAUSES)
        return Checked(
            findings=tuple(each for each in (other, *ordered) if each is not None),
            faults=faults,
            unasked=tuple(dict.fromkeys(untried)),
            schema=True,
            rules=True,
        )

    def _without_its_release(self, root: Element, notice: Recognised, on: date) -> Checked:
        """What we can say of a notice whose own release is not here: the schema, if it is known.

        A release may have the schema of another that is here.
        """
        unknown = recognising.release_unknown(notice, self.releases)
        why = not_here(notice)
        twin = sdk.SAME_SCHEMA.get(sdk.minor(notice.customization), "")
        same = next((each for each in self.releases if each.minor == twin), None)
        if same is None:
            return Checked(findings=(unknown,), why=why)
        try:
            faults = self._faults(root, replace(notice, release=same), on)
        except NotUsable as error:
            return Checked(findings=(unknown, not_usable(error)), why=why)
        return Checked(findings=(unknown,), faults=faults, schema=True, why=why)

    @cached_property
    def releases(self) -> tuple[Release, ...]:
        """The releases whose rules the bundle may have, oldest first."""
        return sdk.releases(self.bundle)

    def explainer(self, notice: Recognised, on: date) -> Explainer:
        """What puts the rules of a notice into words.

        Raises:
            NotUsable: when the bundle does not have them.
            UnknownSubtype: when there are none for its subtype.
        """
        if notice.release is None:
            raise UnknownSubtype(notice.subtype)
        return Explainer(
            book=notice.book(self.bundle, on),
            sdk=sdk.installed(self.bundle, notice.release),
            subtype=notice.subtype,
            label=self.labels.field_label,
        )

    def _faults(self, root: Element, notice: Recognised, on: date) -> tuple[Found, ...]:
        rules = notice.official(on)
        assert rules is not None
        xsd = self.bundle.file(rules.xsd.part, rules.xsd.path)
        return self.schemas.faults(root, xsd, within=xsd.parents[1])


def not_here(notice: Recognised) -> Words:
    """Why the rules of a notice were not asked, when its own release is not installed."""
    wanted = sdk.minor(notice.customization)
    return Words(**{each: NO_RULES.in_(each).format(release=wanted) for each in LANGUAGES})


def _too_large() -> Words:
    return Words(**{each: TOO_LARGE.in_(each).format(limit=MOST_ELEMENTS) for each in LANGUAGES})


@lru_cache(maxsize=MOST_BOOKS)
def _engine(book: Rulebook) -> Engine:
    """A rulebook, compiled once."""
    return Engine(book)


@lru_cache(maxsize=4)
def checker(folder: Path) -> Checker:
    """The checker of a bundle; a bundle does not change while a program runs."""
    return Checker(Bundle(folder))
