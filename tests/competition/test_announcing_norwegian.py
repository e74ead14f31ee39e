"""The Norwegian tailoring of the notices that we write, line by line against the publisher's files.

Source: eforms-nor 1.14.2-patch6: `src/fields/*.yaml`, `docs/notice-identifiers.md` (R-1 to R-8),
`src/codelists-no/award-criterion-type.no.yaml`.
"""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from anskaff.competition.announcing.building import REGULATIONS
from anskaff.competition.announcing.facts import CaseFacts
from anskaff.competition.announcing.fields import Scope
from anskaff.competition.announcing.known import CLIMATE_GROUNDS
from anskaff.competition.announcing.subtypes import SUBTYPES
from anskaff.competition.announcing.values import values_of
from anskaff.concepts.notice import CLIMATE_CRITERION, NoticeReading
from anskaff.documents import checking, eforms
from anskaff.documents.checking import Report
from anskaff.documents.eforms import editions, tailoring
from anskaff.documents.eforms.subtypes import SUBTYPES as STANDARD
from anskaff.law.procedure_guide import Sector
from anskaff.notices.models import Notice
from tests.announcing import answered
from tests.competition.test_announcing_official import NOTICE, NOW, facts_for, written
from tests.conftest import STANDARDS

pytestmark = pytest.mark.standards
RULES = STANDARDS / "eforms-nor/src/fields"
CODES = STANDARDS / "eforms-nor/src/codelists-no/award-criterion-type.no.yaml"
NATIONAL = [code for code, each in SUBTYPES.items() if each.national]
EUROPEAN = [code for code, each in SUBTYPES.items() if not each.national]
LANGUAGES = {"NOR", "NOB", "NNO"}


def read_yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else {"codes": []}


def rule(file: str, wanted: str) -> str:
    """The test of a published rule."""
    [found] = [
        each["test"]
        for rules in read_yaml(RULES / file)["rules"].values()
        for each in rules
        if each["id"] == wanted
    ]
    return str(found)


def notice(subtype: str, **changed: Any) -> NoticeReading:
    return eforms.read(written(replace(facts_for(subtype), **changed), subtype))


def report(data: bytes) -> Report:
    [(_, told)] = checking.check_file(data, on=NOW.date(), bundle=STANDARDS)
    return told


def stops(data: bytes) -> set[str]:
    return {each.kind.rule for each in report(data).findings if each.stops}


def swapped(data: bytes, old: bytes, new: bytes) -> bytes:
    changed = re.sub(old, new, data)
    assert changed != data, old
    return changed


# The climate duty: award-criterion-type.no.yaml, FOA § 7-9.


@pytest.mark.parametrize("code", [each["code"] for each in read_yaml(CODES)["codes"]])
def test_ted_gets_the_plain_code_that_the_list_maps_each_norwegian_code_to(code: str) -> None:
    [row] = [each for each in read_yaml(CODES)["codes"] if each["code"] == code]
    data = written(facts_for("16"), "16").replace(CLIMATE_CRITERION.encode(), code.encode())
    assert code in data.decode()
    plain = editions.plain(data).decode()
    assert code not in plain
    assert row["ted_mapping"] == row["ted_mapping"] | {"code": "quality", "mode": "map-to-parent"}
    assert ">quality<" in plain
    assert "anskaffelser.no" not in plain


def test_the_codes_that_we_write_for_the_climate_duty_hold_on_the_day() -> None:
    holding = set(tailoring.award_codes(CODES, NOW.date()))
    assert {CLIMATE_CRITERION, *CLIMATE_GROUNDS.values()} <= holding
    assert holding - {CLIMATE_CRITERION, *CLIMATE_GROUNDS.values()} == set()
    before = set(tailoring.award_codes(CODES, date(2026, 6, 30)))
    assert {code for code in CLIMATE_GROUNDS.values() if "exempt" in code}.isdisjoint(before)


def test_a_climate_criterion_is_written_with_the_norwegian_code_and_its_weight() -> None:
    for lot in notice("E3").lots:
        [climate] = [each for each in lot.award_criteria if each.climate]
        assert (climate.code, climate.weight_percent) == (CLIMATE_CRITERION, 30)


@pytest.mark.parametrize(
    ("old", "new", "broken"),
    [
        (CLIMATE_CRITERION.encode(), b"quality", "EFORMS-NOR-NATIONAL-EC-R001C"),
        (b">30</efbc:ParameterNumeric>", b">29</efbc:ParameterNumeric>", "EC-R001D"),
    ],
)
def test_national_criteria_without_climate_or_with_too_little_are_refused(
    old: bytes, new: bytes, broken: str
) -> None:
    data = swapped(written(facts_for("E3"), "E3"), old, new)
    assert any(each.endswith(broken) for each in stops(data))


# Legal basis: national-e.yaml, LB-R010A to LB-R013A.


@pytest.mark.parametrize("subtype", SUBTYPES)
def test_the_regulation_that_carries_out_the_directive_is_named_by_its_eli(subtype: str) -> None:
    said = [each.reference for each in notice(subtype).legislation]
    listed = re.findall(r"https://lovdata\.no/[^']+", rule("national-e.yaml", LB + "R010A"))
    assert set(REGULATIONS.values()) == set(listed)
    basis = STANDARD[subtype].basis
    numbers = {"32014L0024": "974", "32014L0025": "975", "32014L0023": "976", "other": "974"}
    assert [each.rpartition("/")[2] for each in said] == [
        number for each, number in numbers.items() if each == basis
    ]


LB = "EFORMS-NOR-NATIONAL-LB-"


@pytest.mark.parametrize("subtype", NATIONAL)
@pytest.mark.parametrize("part", ["I", "II"])
def test_below_the_threshold_the_fixed_words_name_the_part(subtype: str, part: str) -> None:
    [law] = notice(subtype, part=part).legislation
    assert law.description.by_language
    for tag, name in (("no", "R012B"), ("en", "R012C")):
        allowed = re.findall(r"'(NOR — [^']+)'", rule("national-e.yaml", LB + name))
        if tag in law.description.by_language:
            assert law.description.by_language[tag] in allowed
            assert ("1 og 2" in law.description.in_("no")) is (part == "II")
    assert set(law.description.by_language) <= {"no", "en"}  # R013A


SECTOR_RULES = {
    Sector.UTILITIES: ("975", "R012L", "R012M"),
    Sector.CONCESSION: ("976", "R012V", "R012W"),
}


@pytest.mark.parametrize("subtype", NATIONAL)
@pytest.mark.parametrize("sector", SECTOR_RULES)
def test_a_national_notice_names_the_regulation_of_its_sector(subtype: str, sector: Sector) -> None:
    facts = facts_for(subtype)
    data = written(replace(facts, plan=replace(facts.plan, sector=sector)), subtype)
    number, norwegian, english = SECTOR_RULES[sector]
    [law] = eforms.read(data).legislation
    assert law.reference.endswith(f"/{number}")
    for tag, name in (("no", norwegian), ("en", english)):
        allowed = re.findall(r"'(NOR — [^']+)'", rule("national-e.yaml", LB + name))
        assert law.description.by_language.get(tag, allowed[0]) in allowed
    assert stops(data) == set()


@pytest.mark.parametrize("subtype", NATIONAL)
def test_a_purchase_below_the_lower_limit_is_announced_as_exempt(subtype: str) -> None:
    data = written(replace(facts_for(subtype), part="outside"), subtype)
    [law] = eforms.read(data).legislation
    assert law.reference == "LocalLegalBasis"
    for tag, name in (("no", "R005B"), ("en", "R005C")):
        allowed = re.findall(r"'(NOR — [^']+)'", rule("national-e.yaml", LB + name))
        assert law.description.by_language.get(tag, allowed[0]) in allowed
    assert stops(data) == set()


def test_for_defence_no_regulation_is_proposed_since_the_rules_have_none() -> None:
    facts = facts_for("E3")
    defence = replace(facts, plan=replace(facts.plan, sector=Sector.DEFENCE))
    assert values_of(defence, "E3", {}).text(Scope.PROCEDURE, "BT-01(c)") == ""
    assert values_of(facts, "E3", {}).text(Scope.PROCEDURE, "BT-01(c)").endswith("/974")


def test_a_regulation_that_does_not_fit_its_words_is_refused_by_the_official_rules() -> None:
    data = written(facts_for("E3"), "E3")
    swap = swapped(data, b"2016/8/12/974", b"2016/8/12/975")
    assert LB + "R011B" in stops(swap)


# Languages: eu.yaml R004, R008; national-e.yaml LG-R001B.


@pytest.mark.parametrize("subtype", SUBTYPES)
def test_every_notice_is_in_norwegian_and_above_the_threshold_in_an_eu_language(
    subtype: str,
) -> None:
    read = notice(subtype)
    said = {*read.languages, *read.more_languages}
    assert said & {"no", "nb", "nn"}
    assert subtype in NATIONAL or "en" in said


def test_a_national_notice_without_norwegian_is_refused() -> None:
    data = written(facts_for("E3"), "E3")
    english = swapped(data, rb"(NoticeLanguageCode>)NOR", rb"\1ENG")
    assert "EFORMS-NOR-NATIONAL-LG-R001B" in stops(english)


# Currency: national-e.yaml, CR-R001B and the like.


@pytest.mark.parametrize("subtype", NATIONAL)
def test_amounts_are_in_kroner_and_any_other_currency_is_refused(subtype: str) -> None:
    data = written(facts_for(subtype), subtype)
    assert set(re.findall(rb'currencyID="(\w+)"', data)) <= {b"NOK"}
    if b'currencyID="NOK"' in data:
        euro = swapped(data, rb'currencyID="NOK"', rb'currencyID="EUR"')
        assert any("-CR-R00" in each for each in stops(euro))


# The buyer's legal type: national-e.yaml, LT-R001B, LT-R002B.


def test_only_detailed_legal_types_are_offered_and_a_general_or_missing_one_is_refused() -> None:
    allowed = re.findall(r"'([a-z-]+)'", rule("national-e.yaml", "EFORMS-NOR-NATIONAL-LT-R002B"))
    facts = facts_for("E3")
    values = values_of(facts, "E3", answered(facts, "E3"))
    [legal_type] = [
        each.field for each in values if (each.field.scope, each.field.id) == (Scope.BUYER, "BT-11")
    ]
    assert set(legal_type.codes) <= set(allowed)
    data = written(facts, "E3")
    general = swapped(data, rb'(listName="buyer-legal-type">)[^<]*', rb"\1body-pl")
    assert "EFORMS-NOR-NATIONAL-LT-R002B" in stops(general)
    without = swapped(
        data,
        rb'<cac:ContractingPartyType>\s*<cbc:PartyTypeCode listName="buyer-legal[^$]*?PartyType>',
        b"",
    )
    assert "EFORMS-NOR-NATIONAL-LT-R001B" in stops(without)


def test_health_services_cannot_follow_part_two() -> None:
    """TH-R008I: they follow part I, and part IV above the threshold."""
    assert "Part II" in rule_message("EFORMS-NOR-NATIONAL-TH-R008I")
    [law] = notice("E3", part="IV").legislation
    assert law.description.in_("no") == "NOR — Anskaffelsesforskriften Del 1"


def rule_message(wanted: str) -> str:
    [found] = [
        each["message"]
        for rules in read_yaml(RULES / "national-e.yaml")["rules"].values()
        for each in rules
        if each["id"] == wanted
    ]
    return str(found)


# Identifiers: docs/notice-identifiers.md, R-1 to R-8.


def test_the_procedure_has_an_identifier_of_its_own_that_all_its_notices_share() -> None:
    """R-1, R-2, R-4: a notice's identifier never stands for the procedure's."""
    call, award = notice("16"), notice("29")
    assert call.procedure == award.procedure
    assert re.fullmatch(
        r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-.*", call.procedure
    )
    assert call.procedure not in {call.notice, award.notice}


def test_a_new_version_keeps_the_identifier_and_names_the_version_that_it_changes() -> None:
    """R-7, R-8: stable identifier; a reference to a version includes the version."""
    facts: CaseFacts = facts_for("16")
    first, second = (
        eforms.read(written(facts, "16")),
        eforms.read(written(facts, "16", correction=True)),
    )
    assert (first.notice, second.notice) == (NOTICE, NOTICE)
    assert (first.version, second.version) == ("01", "02")
    assert [each.notice for each in second.changes] == [f"{NOTICE}-01"]
    assert first.procedure == second.procedure


def test_what_a_publisher_calls_a_notice_is_kept_apart_from_what_the_notice_calls_itself() -> None:
    """R-3, R-5, R-6: the public register has a column for each, and one row for each version."""
    columns = {each.name for each in Notice._meta.get_fields()}
    assert {"notice", "version", "procedure", "publication"} <= columns
    unique = [set(getattr(each, "fields", ())) for each in Notice._meta.constraints]
    assert {"notice", "version"} in unique
    read = notice("16")
    assert (read.publication, read.gazette) == ("", "")


@pytest.mark.parametrize("subtype", EUROPEAN[:1] + NATIONAL[:1])
def test_the_customization_has_the_form_that_the_publisher_asks_for(subtype: str) -> None:
    """R001 of `eu.yaml` and CI-R001A of `national-e.yaml`, asked by our own engine."""
    data = written(facts_for(subtype), subtype)
    assert stops(data) == set()
    odd = swapped(data, rb"#extended#urn:fdc:anskaffelser\.no", rb"#extended#urn:fdc:example.no")
    assert stops(odd)
