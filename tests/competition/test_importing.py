"""Any published notice becomes a draft of one's own; hostile bytes change nothing."""

import pytest

from anskaff.competition.actions import importing
from anskaff.competition.models import Case, Competition
from anskaff.competition.queries import preparing as queries
from anskaff.concepts.actor import Actor, Role
from anskaff.concepts.errors import Conflict, Forbidden, Unreadable
from anskaff.records.models import LogEntry, StoredDocument
from tests import given
from tests.conftest import STANDARDS

pytestmark = pytest.mark.django_db
NOTICES = sorted((STANDARDS / "real-notices").glob("*/*.xml"))


def an_officer() -> Actor:
    return given.a_person(given.a_buyer(), Role.PROCUREMENT_OFFICER, "Kari Nes")


@pytest.mark.standards
def test_every_real_notice_becomes_a_draft_that_opens() -> None:
    officer = an_officer()
    assert NOTICES
    for path in NOTICES:
        imported = importing.import_notice(path.read_bytes(), path.name, by=officer, at=given.START)
        view = queries.case(imported.reference, officer, given.START)
        assert view.plan.need.title
        assert view.imported is not None
        assert view.imported.unread == imported.unread
        assert view.plan.lots


@pytest.mark.standards
def test_the_same_notice_twice_is_refused_while_its_draft_stands() -> None:
    officer = an_officer()
    data = NOTICES[0].read_bytes()
    importing.import_notice(data, "a.xml", by=officer, at=given.START)
    with pytest.raises(Conflict, match="notice-already-imported"):
        importing.import_notice(data, "a.xml", by=officer, at=given.START)
    assert Case.objects.count() == 1


@pytest.mark.standards
def test_the_original_bytes_are_kept() -> None:
    officer = an_officer()
    data = NOTICES[0].read_bytes()
    imported = importing.import_notice(data, "a.xml", by=officer, at=given.START)
    competition = Competition.objects.get(case__reference=imported.reference)
    assert competition.imported_from.size == len(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not xml",
        b"<Invoice/>",
        b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
        b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;'>]><a>&c;</a>",
        b"<a>" * 5000,
        "<a>æ</a>".encode("utf-16")[:-3],
    ],
)
def test_hostile_bytes_give_findings_and_change_nothing(data: bytes) -> None:
    officer = an_officer()
    before = LogEntry.objects.count()
    with pytest.raises(Unreadable) as refused:
        importing.import_notice(data, "a.xml", by=officer, at=given.START)
    assert refused.value.findings
    assert LogEntry.objects.count() == before
    assert not Case.objects.exists()
    assert not StoredDocument.objects.exists()


def test_only_a_procurement_officer_imports() -> None:
    person = given.a_person(given.a_buyer(), Role.EMPLOYEE, "Per Nes")
    with pytest.raises(Forbidden):
        importing.import_notice(b"<a/>", "a.xml", by=person, at=given.START)


def a_notice(value: str = "") -> bytes:
    total = f"<cac:RequestedTenderTotal>{value}</cac:RequestedTenderTotal>" if value else ""
    return f"""<ContractNotice
 xmlns="urn:oasis:names:specification:ubl:schema:xsd:ContractNotice-2"
 xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
 xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
<cbc:CustomizationID>eforms-sdk-1.13</cbc:CustomizationID><cbc:ID>1</cbc:ID>
<cac:ProcurementProject><cbc:Name languageID="NOR">Stoler</cbc:Name>
{total}</cac:ProcurementProject></ContractNotice>""".encode()


AMOUNT = (
    "<cbc:EstimatedOverallContractAmount currencyID='{}'>2000000"
    "</cbc:EstimatedOverallContractAmount>"
)


@pytest.mark.parametrize("value", ["", AMOUNT.format("EUR")])
def test_a_notice_without_a_value_in_kroner_says_that_the_procedure_is_not_chosen(
    value: str,
) -> None:
    officer = an_officer()
    imported = importing.import_notice(a_notice(value), "a.xml", by=officer, at=given.START)
    assert "import-procedure-not-chosen" in [one.code for one in imported.findings]


def test_a_value_in_kroner_gives_the_procedure_of_its_part() -> None:
    data = a_notice(AMOUNT.format("NOK"))
    imported = importing.import_notice(data, "a.xml", by=an_officer(), at=given.START)
    assert "import-procedure-not-chosen" not in [one.code for one in imported.findings]
    plan = Competition.objects.get(case__reference=imported.reference)
    assert plan.procedure == "open-national"
