"""Published notices come into the register once, are read for search, and keep their versions."""

import dataclasses

import pytest

from anskaff.concepts.actor import SYSTEM, Role
from anskaff.concepts.errors import Forbidden, Unreadable
from anskaff.notices.actions import registering
from anskaff.notices.actions.registering import Registered, Source
from anskaff.notices.models import Involvement, NamedOrganisation, Notice, SearchText
from anskaff.records import files
from anskaff.records.models import LogEntry, StoredDocument
from tests import given
from tests.conftest import STANDARDS
from tests.published import Published

pytestmark = pytest.mark.django_db
REAL = sorted((STANDARDS / "real-notices").glob("*/*.xml"))
FIRST = Published()


def registered(published: Published, source: Source = Source.IMPORTED) -> Registered:
    return registering.register(published.xml(), source, by=SYSTEM, at=given.START)


def row_of(published: Published) -> Notice:
    return Notice.objects.get(notice=published.notice, version=published.version)


def test_a_notice_is_kept_with_its_bytes_and_what_it_is_found_by() -> None:
    kept = registered(FIRST)
    assert kept == Registered(notice=FIRST.notice, version="01", is_new=True)
    row = row_of(FIRST)
    assert b"".join(files.chunks(row.stored_id)) == FIRST.xml()
    assert row.title == {"nb": FIRST.title}
    assert (row.form, row.subtype, row.cpv) == ("competition", "16", "39130000")
    assert (str(row.value), row.currency) == ("2500000.00", "NOK")
    assert row.searchtext.facts == " c3913 nno060 si pc "
    assert row.searchtext.buyers == "|nordvik kommune|974760673|"
    buyer = row.involved.get().organisation
    assert (buyer.name, buyer.number) == ("Nordvik kommune", "974760673")


def test_the_same_notice_again_makes_no_second_row() -> None:
    registered(FIRST)
    again = registered(FIRST)
    other_bytes = registered(dataclasses.replace(FIRST, publication="123-2026"))
    assert (again.is_new, other_bytes.is_new) == (False, False)
    assert Notice.objects.count() == 1


def test_a_new_version_supersedes_the_old_and_keeps_it_whichever_came_first() -> None:
    second = dataclasses.replace(FIRST, version="02", title="Kontormøbler, rettet")
    third = dataclasses.replace(FIRST, version="03", title="Kontormøbler, rettet igjen")
    for published in (second, FIRST, third):
        registered(published)
    assert row_of(FIRST).superseded_by == row_of(second)
    assert row_of(second).superseded_by == row_of(third)
    assert row_of(third).superseded_by is None


@pytest.mark.parametrize("change_first", [False, True])
@pytest.mark.parametrize("names", ["{notice}-01", "{notice}", "77-2026"])
def test_a_change_notice_supersedes_what_it_changes(change_first: bool, names: str) -> None:
    original = dataclasses.replace(FIRST, publication="77-2026")
    change = dataclasses.replace(
        FIRST,
        notice="0b5a4ad6-0000-4000-8000-000000000002",
        sent="2026-08-10",
        changes=names.format(notice=FIRST.notice),
    )
    for published in (change, original) if change_first else (original, change):
        registered(published)
    assert row_of(original).superseded_by == row_of(change)
    assert row_of(change).superseded_by is None


def test_a_notice_of_another_procedure_supersedes_nothing() -> None:
    registered(FIRST)
    foreign = dataclasses.replace(FIRST, notice="x-2", procedure="another", changes=FIRST.notice)
    registered(foreign)
    assert row_of(FIRST).superseded_by is None


def test_two_notices_that_claim_to_change_each_other_do_not_both_vanish() -> None:
    one = dataclasses.replace(FIRST, notice="x-1", changes="x-2")
    other = dataclasses.replace(FIRST, notice="x-2", changes="x-1")
    registered(one)
    registered(other)
    assert Notice.objects.filter(superseded_by=None).count() == 1


@pytest.mark.parametrize(
    ("published", "marks"),
    [
        (FIRST, (False, False, False)),
        (dataclasses.replace(FIRST, criterion="quality-nor-env-criteria"), (True, False, False)),
        (dataclasses.replace(FIRST, criterion="quality-nor-env-spec"), (True, False, False)),
        (
            dataclasses.replace(FIRST, criterion="quality-nor-env-exempt-insignificant"),
            (False, False, False),
        ),
        (dataclasses.replace(FIRST, aims=(("gpp-criteria", "none"),)), (False, False, False)),
        (dataclasses.replace(FIRST, aims=(("gpp-criteria", "eu"),)), (True, False, False)),
        (
            dataclasses.replace(FIRST, aims=(("environmental-impact", "circ-econ"),)),
            (True, False, False),
        ),
        (dataclasses.replace(FIRST, aims=(("social-objective", "opp"),)), (False, True, False)),
        (
            dataclasses.replace(FIRST, aims=(("innovative-acquisition", "rd-act"),)),
            (False, False, True),
        ),
        (
            dataclasses.replace(
                FIRST,
                aims=(("strategic-procurement", "soc-obj"), ("strategic-procurement", "inn-pur")),
            ),
            (False, True, True),
        ),
    ],
)
def test_strategic_aims_are_marked(published: Published, marks: tuple[bool, bool, bool]) -> None:
    registered(published)
    row = row_of(published)
    assert (row.green, row.social, row.innovation) == marks


def test_a_result_tells_winner_value_and_number_of_tenders() -> None:
    result = dataclasses.replace(FIRST, form="result", subtype="29", winner="Fjellvatn Møbler AS")
    registered(result)
    row = row_of(result)
    assert (str(row.value), row.tenders_received) == ("2300000.00", 3)
    winner = row.involved.get(part=Involvement.Part.WINNER).organisation
    assert (winner.name, winner.number) == ("Fjellvatn Møbler AS", "914778271")


def test_many_are_kept_in_one_deed_with_one_entry_in_the_log() -> None:
    several = [dataclasses.replace(FIRST, notice=f"n-{number}") for number in range(5)]
    arrived = [registering.arrived(each.xml()) for each in (*several, several[0])]
    answers = registering.register_all(arrived, Source.IMPORTED, by=SYSTEM, at=given.START)
    assert [each.is_new for each in answers] == [True] * 5 + [False]
    assert LogEntry.objects.filter(deed="notices.notices_imported").count() == 1
    assert NamedOrganisation.objects.count() == 1
    assert SearchText.objects.filter(facts__contains=" c39").count() == 5


@pytest.mark.parametrize("data", [b"", b"not xml", b"<Invoice/>", FIRST.xml()[:-40]])
def test_what_is_no_notice_is_refused_and_leaves_nothing(data: bytes) -> None:
    with pytest.raises(Unreadable):
        registering.register(data, Source.IMPORTED, by=SYSTEM, at=given.START)
    assert (Notice.objects.count(), StoredDocument.objects.count()) == (0, 0)


def test_a_notice_without_identifier_is_refused_with_the_cure() -> None:
    with pytest.raises(Unreadable, match="notice-without-identifier"):
        registered(dataclasses.replace(FIRST, notice=""))


def test_only_the_system_and_administrators_register() -> None:
    officer = given.a_person(given.a_buyer(), Role.PROCUREMENT_OFFICER, "Kari Nes")
    with pytest.raises(Forbidden, match="notice-not-registrar"):
        registering.register(FIRST.xml(), Source.IMPORTED, by=officer, at=given.START)


@pytest.mark.standards
def test_every_real_notice_is_registered() -> None:
    arrived = [registering.arrived(path.read_bytes()) for path in REAL]
    assert arrived
    answers = registering.register_all(arrived, Source.IMPORTED, by=SYSTEM, at=given.START)
    assert all(each.is_new for each in answers)
    assert Notice.objects.exclude(form="").count() == len(REAL)
    assert Involvement.objects.filter(part=Involvement.Part.WINNER).exists()
    assert not Notice.objects.filter(publication__iexact="n.a.").exists()
