"""The official verdict: which rules, layer by layer, and why something did not run."""

import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from anskaff.concepts.errors import Unreadable
from anskaff.documents.standards.bundle import Bundle
from anskaff.documents.standards.parts import Part, hashed, tree_hash
from anskaff.documents.ubl.table import CBC
from anskaff.documents.validation.answer import Answer, Found, Job, Kind, LeftOut, Unasked
from anskaff.documents.validation.official import Official, Result, Step
from anskaff.documents.validation.pool import Pool
from anskaff.documents.validation.rule_sets import (
    BILLING,
    EHF_PROFILE,
    EN16931,
    FORWARD_BILLING,
    RULE_SETS,
    UBL,
    RuleFile,
    RuleSet,
    find,
    find_for,
)
from anskaff.documents.validation.schemas import SchemaError, Schemas

INVOICE = f"{UBL}Invoice-2"
XSD = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="{INVOICE}"
  xmlns:cbc="{CBC}" targetNamespace="{INVOICE}" elementFormDefault="qualified">
  <xs:import namespace="{CBC}" schemaLocation="../common/cbc.xsd"/>
  <xs:element name="Invoice"><xs:complexType><xs:sequence>
  <xs:element ref="cbc:ID" maxOccurs="9"/></xs:sequence></xs:complexType></xs:element>
</xs:schema>"""
COMMON = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="{CBC}">
  <xs:element name="ID" type="xs:integer"/></xs:schema>"""
FILES = {
    "ubl-xsd/2.1/maindoc/UBL-Invoice-2.1.xsd": XSD,
    "ubl-xsd/2.1/common/cbc.xsd": COMMON,
    "rules/R.sch": "<schema/>",
}


class Says:
    """An engine that gives the same answer to everyone, and remembers what it was asked."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        self.jobs: list[Job] = []

    def ask(self, job: Job, document: bytes) -> Answer:
        assert document.startswith(b"<")
        self.jobs.append(job)
        return self.answer


NOTHING = Answer()


def an_installation(
    folder: Path, answer: Answer = NOTHING, files: Mapping[str, str] = FILES
) -> Official:
    """Official files of our own in a folder, and an engine that says what it is told."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    parts = {
        name: Part(name=name, title=name, version="1", publisher="us", folders=(place,))
        for name, place in (("ubl-2.1", "ubl-xsd/2.1"), ("rules", "rules"))
    }
    known = {
        name: replace(part, hash=tree_hash(hashed(part, folder))) for name, part in parts.items()
    }
    return Official(Bundle(folder, known), Says(answer), packages=False)


RULES = RuleSet(
    id="test:rules:1",
    root="Invoice",
    ubl="2.1",
    customizations=("x",),
    files=(RuleFile(part="rules", path="R.sch", without=frozenset({"OFF"})),),
    published=date(2026, 1, 1),
    valid_from=date(2026, 1, 1),
    source="us",
)


def an_invoice(*ids: str) -> bytes:
    lines = "".join(f"<c:ID>{each}</c:ID>" for each in ids)
    return f'<Invoice xmlns="{INVOICE}" xmlns:c="{CBC}">{lines}</Invoice>'.encode()


def test_a_document_without_faults_is_valid(tmp_path: Path) -> None:
    official = an_installation(tmp_path)
    verdict = official.check(an_invoice("1"), RULES)
    assert verdict.result is Result.VALID
    assert [(layer.step, layer.file, layer.ran) for layer in verdict.layers] == [
        (Step.XSD, "maindoc/UBL-Invoice-2.1.xsd", True),
        (Step.SCHEMATRON, "R.sch", True),
    ]
    assert isinstance(official.engine, Says)
    assert official.engine.jobs == [
        Job(Kind.SCHEMATRON, tmp_path / "rules/R.sch", tmp_path / "rules")
    ]


def test_rules_are_not_asked_of_a_document_that_breaks_the_schema(tmp_path: Path) -> None:
    official = an_installation(tmp_path)
    verdict = official.check(an_invoice("1", "x", "y"), RULES)
    assert verdict.result is Result.INVALID
    assert [(one.rule, one.where, one.text[:30]) for one in verdict.found] == [
        ("xsd", "cbc:ID[2]", "line 1: Element 'cbc:ID': 'x' "),
        ("xsd", "cbc:ID[3]", "line 1: Element 'cbc:ID': 'y' "),
    ]
    skipped = verdict.layers[1].skipped
    assert skipped is not None
    assert skipped.code == "official-schema-first"
    forced = official.check(an_invoice("x"), RULES, steps={Step.SCHEMATRON})
    assert [layer.ran for layer in forced.layers] == [True]


def test_what_the_publisher_switches_off_does_not_count(tmp_path: Path) -> None:
    answer = Answer(
        found=(Found("OFF", "fatal", "", ""), Found("ON", "warning", "", "")),
        unasked=(Unasked("OFF", "fatal", "", "", ""),),
    )
    verdict = an_installation(tmp_path, answer).check(an_invoice("1"), RULES)
    assert [one.rule for one in verdict.found] == ["ON"]
    assert verdict.result is Result.VALID


@pytest.mark.parametrize(
    ("answer", "result"),
    [
        (Answer(found=(Found("R", "fatal", "", ""),)), Result.INVALID),
        (Answer(unasked=(Unasked("R", "warning", "", "", ""),)), Result.VALID),
        (Answer(unasked=(Unasked("R", "fatal", "", "", ""),)), Result.UNKNOWN),
        (Answer(left_out=(LeftOut("R", ("R",), ""),)), Result.UNKNOWN),
        (Answer(stopped="it broke."), Result.UNKNOWN),
    ],
)
def test_what_was_not_asked_leaves_the_verdict_open(
    tmp_path: Path, answer: Answer, result: Result
) -> None:
    assert an_installation(tmp_path, answer).check(an_invoice("1"), RULES).result is result


def test_an_engine_that_takes_too_long_is_told_in_three_languages(tmp_path: Path) -> None:
    hanging = (sys.executable, "-c", "import sys; sys.stdin.buffer.read()")
    official = an_installation(tmp_path)
    with Pool(1, timeout_seconds=2, command=hanging) as pool:
        official.engine = pool
        verdict = official.check(an_invoice("1"), RULES)
    [*_, layer] = verdict.layers
    assert layer.skipped is not None
    for language, why in {
        "nb": "den offisielle motoren brukte mer enn 2 sekunder",
        "nn": "den offisielle motoren brukte meir enn 2 sekund",
        "en": "the official engine took more than 2 seconds",
    }.items():
        assert layer.skipped.text(language).endswith(f": {why}.")


def test_a_skipped_layer_says_why_in_three_languages(tmp_path: Path) -> None:
    stopped = an_installation(tmp_path / "a", Answer(stopped="it broke in {a."))
    [*_, layer] = stopped.check(an_invoice("1"), RULES).layers
    assert layer.skipped is not None
    assert layer.skipped.text("en") == (
        "The official rules in R.sch could not be run on the document: it broke in (a."
    )
    damaged = an_installation(tmp_path / "b")
    for name in FILES:
        (tmp_path / "b" / name).write_text("<changed/>")
    verdict = damaged.check(an_invoice("1"), RULES)
    assert [layer.skipped and layer.skipped.code for layer in verdict.layers] == [
        "official-files-damaged"
    ] * 2
    empty = Official(Bundle(tmp_path / "c"), Says(Answer()), packages=False)
    peppol = find("Order", "urn:fdc:peppol.eu:poacc:trns:order:3", "", on=date(2026, 11, 1))
    assert peppol is not None
    verdict = empty.check(an_invoice("1"), peppol)
    assert verdict.result is Result.UNKNOWN
    for layer in verdict.layers:
        assert layer.skipped is not None
        assert layer.skipped.code == "official-files-missing"
        for language in ("nb", "nn", "en"):
            assert layer.skipped.text(language)
            assert "anskaff standards add" in layer.skipped.cure(language)


def test_en16931_is_there_without_a_bundle(tmp_path: Path) -> None:
    """The package that is always installed has the rules and the schemas of invoices."""
    rules = find("Invoice", EN16931, "", on=date(2026, 11, 1))
    assert rules is not None
    with Pool(1) as pool:
        official = Official(Bundle(tmp_path), pool)
        broken = official.check(an_invoice("1"), rules)
        asked = official.check(an_invoice("1"), rules, steps={Step.SCHEMATRON})
    assert [(layer.ran, layer.package) for layer in broken.layers] == [
        (True, "facturx"),
        (False, ""),
    ]
    assert "BR-01" in {one.rule for one in asked.found}
    assert [layer.package for layer in asked.layers] == ["facturx"]


def test_bytes_that_are_not_a_document_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable):
        an_installation(tmp_path).check(b"<!DOCTYPE a><a/>", RULES)


def test_a_schema_opens_nothing_outside_its_folder(tmp_path: Path) -> None:
    (tmp_path / "outside.xsd").write_text(COMMON)
    for wanted in ("../../../../outside.xsd", "http://127.0.0.1:9/x.xsd", "../common/none.xsd"):
        changed = {name: text.replace("../common/cbc.xsd", wanted) for name, text in FILES.items()}
        official = an_installation(tmp_path / "x" / str(len(wanted)), files=changed)
        [layer] = official.check(an_invoice("1"), RULES, steps={Step.XSD}).layers
        assert layer.skipped is not None
        assert layer.skipped.code == "official-rules-stopped"


SMALL = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:a"
  xmlns="urn:a"><xs:element name="a"><xs:complexType><xs:sequence>
  <xs:element name="b" type="xs:integer" maxOccurs="9"/></xs:sequence></xs:complexType></xs:element>
</xs:schema>"""


@pytest.mark.parametrize(
    ("document", "where"),
    [
        ("<a xmlns='urn:a'><b xmlns=''>1</b><b xmlns=''>x</b></a>", "b[2]"),
        ("<p:a xmlns:p='urn:a'><b>1</b><q:c xmlns:q='urn:q'/></p:a>", "c"),
        ("<a xmlns='urn:a'><b xmlns=''>1</b><c/><c/></a>", "c"),
        ("<b/>", ""),
    ],
)
def test_the_place_of_a_fault_is_found_whatever_the_prefixes(
    tmp_path: Path, document: str, where: str
) -> None:
    xsd = tmp_path / "a.xsd"
    xsd.write_text(SMALL)
    schemas = Schemas()
    for _ in range(2):
        [fault] = schemas.faults(etree.fromstring(document), xsd, within=tmp_path)
        assert (fault.where, fault.rule) == (where, "xsd")
    with pytest.raises(SchemaError, match=r"none\.xsd"):
        schemas.faults(etree.fromstring(document), tmp_path / "none.xsd", within=tmp_path)


def test_rule_sets_have_their_own_ids_and_say_what_is_assumed() -> None:
    ids = [rules.id for rules in RULE_SETS]
    assert len(ids) == len(set(ids))
    for rules in RULE_SETS:
        assert rules.published <= rules.valid_from
        assert rules.source
        assert rules.name == rules.id.rpartition(":")[0]
    assumed = {rules.id.split(":")[0] for rules in RULE_SETS if rules.assumption}
    assert "eu.peppol.bis3" not in assumed  # its days are told by the publisher


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2023, 2, 14), None),
        (date(2026, 1, 1), "no.ehf.g3:forward-billing-invoice:2023.2"),
        (date(2026, 9, 28), "no.ehf.g3:forward-billing-invoice:2023.2"),
        (date(2026, 9, 29), "no.ehf.g3:forward-billing-invoice:2026.9"),
    ],
)
def test_the_day_decides_which_release_holds(day: date, found: str | None) -> None:
    rules = find("Invoice", FORWARD_BILLING, f"{EHF_PROFILE}08:1.0", on=day)
    assert (rules and rules.id) == found


def test_a_release_may_be_followed_from_the_day_it_is_published() -> None:
    assert find("Invoice", BILLING, "", on=date(2026, 5, 17)) is None
    first = find("Invoice", BILLING, "", on=date(2026, 5, 18))
    assert first is not None
    assert first.id == "eu.peppol.bis3:invoice:2026.5"


def test_profiles_tell_documents_with_the_same_customization_apart() -> None:
    order = (
        "urn:fdc:peppol.eu:poacc:trns:order:3:extended:urn:fdc:anskaffelser.no:2019:ehf:spec:3.0"
    )
    on = date(2026, 11, 1)
    plain = find("Order", order, f"{EHF_PROFILE}02:1.0", on=on)
    advanced = find("Order", order, f"{EHF_PROFILE}09:1.0", on=on)
    assert plain is not None
    assert advanced is not None
    assert (plain.name, advanced.name) == ("no.ehf.g3:order", "no.ehf.g3:advanced-order-initiation")
    assert find("Order", order, "other", on=on) is None


def test_an_invoice_that_builds_on_en16931_is_judged_by_it() -> None:
    cius = find("Invoice", f"{EN16931}#compliant#urn:xyz", "", on=date(2026, 11, 1))
    assert cius is not None
    assert cius.id == "eu.cen.en16931:invoice:1.3.16"
    assert find("Invoice", f"{EN16931}9", "", on=date(2026, 11, 1)) is None


def test_the_document_itself_tells_its_rule_set() -> None:
    ids = f"<c:CustomizationID> {BILLING}\n</c:CustomizationID>".encode()
    document = etree.fromstring(an_invoice().replace(b"></", b">" + ids + b"</", 1))
    found = find_for(document, on=date(2026, 11, 1))
    assert found is not None
    assert (found.id, found.namespace) == ("eu.peppol.bis3:invoice:2026.5", INVOICE)
    assert find_for(etree.fromstring("<Invoice/>"), on=date(2026, 11, 1)) is None
