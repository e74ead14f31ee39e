"""Sealed tenders open only after the deadline, by enough officers, and each by itself."""

from datetime import timedelta

import pytest

from anskaff.competition import drafts, opened_content, sealed_files
from anskaff.competition.actions import opening, tendering
from anskaff.competition.models import (
    Competition,
    EnvelopeShare,
    OpenedFile,
    OpenedTender,
    Tender,
    TenderVersion,
    Upload,
)
from anskaff.competition.states import State
from anskaff.concepts.actor import Actor, Role
from anskaff.concepts.errors import Conflict, Forbidden, Invalid, NotFound
from anskaff.records import files, log
from anskaff.records.models import LogEntry, Notification
from tests import given

pytestmark = pytest.mark.django_db


def open_by(case: given.ACase, number: int = 0, **changes) -> opening.Opening:
    told = {
        "passphrase": given.PASSPHRASE,
        "by": case.openers[number],
        "at": given.OPENED_AT,
        **changes,
    }
    return opening.open_tenders(case.reference, **told)


def codes(refused) -> list[str]:
    return [finding.code for finding in refused.value.findings]


def test_two_officers_open_all_tenders_at_one_instant() -> None:
    case = given.a_case_with_tenders(files={"Brosjyre.pdf": b"%PDF-1.7 brosjyre"})
    first = open_by(case)
    assert (first.confirmed, first.required, first.is_open, first.tenders) == (1, 2, False, 0)
    assert not OpenedTender.objects.exists()
    second = open_by(case, 1)
    assert (second.is_open, second.tenders, second.failed) == (True, 3, {})
    competition = Competition.objects.get(case__reference=case.reference)
    assert competition.state == State.OPENED
    assert competition.opened_at == given.OPENED_AT
    numbers = list(OpenedTender.objects.values_list("number", "supplier__name"))
    assert numbers == list(enumerate(given.SUPPLIERS[:3], 1))
    file = OpenedFile.objects.get()
    assert file.name == "Brosjyre.pdf"
    assert b"".join(files.chunks(file.stored_id)) == b"%PDF-1.7 brosjyre"


def test_opening_one_second_before_the_deadline_is_refused_and_noted() -> None:
    case = given.a_case_with_tenders()
    for early in (given.DEADLINE - timedelta(seconds=1), given.DEADLINE):
        with pytest.raises(Conflict) as refused:
            open_by(case, at=early)
        assert codes(refused) == ["opening-before-deadline"]
    assert refused.value.findings[0].source == "FOA § 22-3"
    noted = LogEntry.objects.filter(deed="competition.opening_refused")
    assert noted.count() == 2
    assert "opening-before-deadline" in noted[0].body
    assert not EnvelopeShare.objects.exclude(released=None).exists()
    assert log.verified().holds


def test_one_officer_cannot_confirm_for_two() -> None:
    case = given.a_case_with_tenders()
    open_by(case)
    with pytest.raises(Conflict) as refused:
        open_by(case)
    assert codes(refused) == ["opening-already-confirmed"]


def test_a_wrong_passphrase_opens_nothing_and_is_noted() -> None:
    case = given.a_case_with_tenders()
    with pytest.raises(Invalid) as refused:
        open_by(case, passphrase="noe helt annet enn dette")
    assert codes(refused) == ["passphrase-wrong"]
    assert LogEntry.objects.filter(deed="competition.opening_refused").count() == 1
    assert open_by(case).confirmed == 1


def test_only_opening_officers_of_the_case_open() -> None:
    case = given.a_case_with_tenders()
    for someone in (case.officer, case.evaluators[0]):
        with pytest.raises(Forbidden):
            open_by(case, by=someone)
    outsider = given.a_person(given.a_buyer(77, name="Fjern kommune"), Role.EMPLOYEE, "Fjern Åpner")
    for someone in (outsider, case.tenderers[0]):
        with pytest.raises(NotFound):
            open_by(case, by=someone)
    other = Actor(person=case.openers[0].person, organisation=999, role=Role.EMPLOYEE)
    with pytest.raises(NotFound):
        open_by(case, by=other)


def test_opening_is_over_when_the_tenders_are_open() -> None:
    case = given.a_case_with_tenders(openers=3)
    open_by(case)
    open_by(case, 1)
    with pytest.raises(Conflict) as refused:
        open_by(case, 2)
    assert codes(refused) == ["wrong-state"]


@pytest.mark.parametrize("count", [0, 1])
def test_no_tender_and_a_single_tender_open_too(count: int) -> None:
    case = given.a_case_with_tenders(tenders=given.WORKED_EXAMPLE[:count])
    open_by(case)
    assert open_by(case, 1).tenders == count


def test_an_envelope_that_does_not_open_does_not_stop_the_others() -> None:
    case = given.a_case_with_tenders()
    broken = TenderVersion.objects.order_by("delivered_at")[1]
    path = files.path_of(broken.sealed_id)
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    open_by(case)
    result = open_by(case, 1)
    assert result.tenders == 2
    assert result.failed == {broken.receipt_number: ("envelope-content-differs",)}
    assert [tender.supplier.name for tender in OpenedTender.objects.all()] == [
        given.SUPPLIERS[0],
        given.SUPPLIERS[2],
    ]
    entry = LogEntry.objects.filter(deed="competition.tenders_opened").latest("index")
    assert "envelope-content-differs" in entry.body


def test_a_damaged_share_is_a_finding_of_that_envelope_only() -> None:
    case = given.a_case_with_tenders()
    version = TenderVersion.objects.order_by("delivered_at")[0]
    other = TenderVersion.objects.order_by("delivered_at")[1]
    TenderVersion.objects.filter(pk=version.pk).update(header=other.header)
    open_by(case)
    result = open_by(case, 1)
    assert result.tenders == 2
    assert list(result.failed) == [version.receipt_number]


def test_only_the_newest_standing_version_of_each_tender_is_opened() -> None:
    case = given.a_case_with_tenders()
    at = given.DEADLINE - timedelta(days=1)
    first, second = Tender.objects.order_by("id")[:2]
    tendering.save_draft(first.pk, prices={"PL-0001": "1"}, by=case.tenderers[0], at=at)
    tendering.deliver_tender(first.pk, by=case.tenderers[0], at=at)
    tendering.withdraw_tender(second.pk, by=case.tenderers[1], at=at)
    open_by(case)
    assert open_by(case, 1).tenders == 2
    prices = {
        tender.supplier.name: tender.answers["prices"]["PL-0001"]
        for tender in OpenedTender.objects.all()
    }
    assert prices[given.SUPPLIERS[0]] == "1"
    assert given.SUPPLIERS[1] not in prices


def test_drafts_are_forgotten_at_the_opening(django_capture_on_commit_callbacks) -> None:
    case = given.a_case_with_tenders()
    open_by(case)
    assert all(bytes(tender.draft) for tender in Tender.objects.all())
    with django_capture_on_commit_callbacks(execute=True):
        open_by(case, 1)
    assert not any(bytes(tender.draft) for tender in Tender.objects.all())
    assert drafts.read(Tender.objects.select_related("competition__case")[0]) == drafts.Draft()


def test_an_officer_with_a_new_key_needs_the_old_passphrase_for_older_envelopes() -> None:
    case = given.a_case_with_tenders()
    officer = case.openers[0]
    new = "fire gule båter synger stille"
    given.an_officer_key(officer, passphrase=new)
    with pytest.raises(Invalid) as refused:
        open_by(case, passphrase=new)
    assert codes(refused) == ["opening-needs-older-key"]
    told = open_by(case, passphrase=new, earlier_passphrases=[given.PASSPHRASE])
    assert told.confirmed == 1
    assert open_by(case, 1).tenders == 3


def test_the_log_says_when_it_was_opened_and_nothing_of_what_was_offered() -> None:
    case = given.an_opened_competition()
    entry = LogEntry.objects.filter(deed="competition.tenders_opened").latest("index")
    assert given.OPENED_AT.isoformat() in entry.body
    assert "90000" not in entry.body
    assert not any(name in entry.body for name in given.SUPPLIERS)
    assert case.reference == entry.subject
    assert log.verified().holds


def test_the_content_must_have_the_hash_of_the_receipt() -> None:
    case = given.a_case_with_tenders()
    version = TenderVersion.objects.order_by("delivered_at")[0]
    TenderVersion.objects.filter(pk=version.pk).update(content_sha256="0" * 64)
    open_by(case)
    result = open_by(case, 1)
    assert result.failed[version.receipt_number] == (opened_content.CONTENT_UNREADABLE.code,)


def retry_by(case: given.ACase, number: int = 0, **changes) -> opening.Opening:
    told = {
        "passphrase": given.PASSPHRASE,
        "by": case.openers[number],
        "at": given.OPENED_AT + timedelta(hours=1),
        **changes,
    }
    return opening.retry_opening(case.reference, **told)


def with_other_last_byte(content: bytes) -> bytes:
    return content[:-1] + bytes([content[-1] ^ 1])


def test_an_envelope_that_comes_back_from_the_backup_opens_at_a_second_try() -> None:
    case = given.a_case_with_tenders(files={"Brosjyre.pdf": b"%PDF-1.7 brosjyre"})
    broken = TenderVersion.objects.order_by("delivered_at")[1]
    path = files.path_of(broken.sealed_id)
    sealed = path.read_bytes()
    path.write_bytes(with_other_last_byte(sealed))
    open_by(case)
    assert list(open_by(case, 1).failed) == [broken.receipt_number]
    again = retry_by(case)
    assert (again.tenders, list(again.failed)) == (2, [broken.receipt_number])
    assert not Notification.objects.filter(kind="tender-opened-late").exists()
    path.write_bytes(sealed)
    done = retry_by(case, 1)
    assert (done.is_open, done.tenders, done.failed) == (True, 3, {})
    told = Notification.objects.filter(kind="tender-opened-late").values_list("person", flat=True)
    assert {case.officer.person, case.evaluators[0].person} <= set(told)
    assert list(OpenedTender.objects.values_list("number", "supplier__name")) == [
        (1, given.SUPPLIERS[0]),
        (2, given.SUPPLIERS[2]),
        (3, given.SUPPLIERS[1]),
    ]
    competition = Competition.objects.get(case__reference=case.reference)
    assert competition.opened_at == given.OPENED_AT
    entry = LogEntry.objects.filter(deed="competition.opening_retried").latest("index")
    assert broken.receipt_number in entry.body
    assert log.verified().holds
    with pytest.raises(Conflict) as refused:
        retry_by(case)
    assert codes(refused) == ["nothing-left-to-open"]


@pytest.mark.parametrize("damage", ["wrapped", "released"])
def test_a_third_officer_replaces_a_share_that_was_wrong(damage: str) -> None:
    case = given.a_case_with_tenders(openers=3)
    version = TenderVersion.objects.order_by("delivered_at")[0]
    wrong = EnvelopeShare.objects.get(version=version, officer=case.openers[0].person)
    if damage == "wrapped":
        own = bytes(wrong.wrapped)
        version.header = version.header.replace(own.hex(), with_other_last_byte(own).hex())
        version.save()
    open_by(case)
    if damage == "released":
        wrong.refresh_from_db()
        wrong.released = with_other_last_byte(bytes(wrong.released or b""))
        wrong.save()
    assert list(open_by(case, 1).failed) == [version.receipt_number]
    assert retry_by(case, 2).failed == {}
    assert OpenedTender.objects.get(version=version).number == 3


def test_a_file_that_comes_back_from_the_backup_is_taken_in_once() -> None:
    case = given.a_case_with_tenders(files={"A.pdf": b"%PDF-1.7 a", "B.pdf": b"%PDF-1.7 b"})
    upload = Upload.objects.order_by("id")[1]
    path = sealed_files.path_of(upload.key)
    sealed = path.read_bytes()
    path.write_bytes(with_other_last_byte(sealed))
    open_by(case)
    assert len(open_by(case, 1).failed) == 1
    before = OpenedFile.objects.count()
    path.write_bytes(sealed)
    assert retry_by(case).failed == {}
    assert OpenedFile.objects.count() == before + 1
    assert OpenedTender.objects.count() == 3


def test_a_second_try_is_for_opening_officers_after_the_opening() -> None:
    case = given.a_case_with_tenders()
    with pytest.raises(Conflict) as refused:
        retry_by(case)
    assert codes(refused) == ["wrong-state"]
    broken = TenderVersion.objects.order_by("delivered_at")[1]
    files.path_of(broken.sealed_id).unlink()
    open_by(case)
    open_by(case, 1)
    for someone in (case.officer, case.evaluators[0]):
        with pytest.raises(Forbidden):
            retry_by(case, by=someone)
    with pytest.raises(Invalid) as invalid:
        retry_by(case, passphrase="noe helt annet enn dette")
    assert codes(invalid) == ["passphrase-wrong"]
    noted = LogEntry.objects.filter(deed="competition.opening_refused")
    assert "passphrase-wrong" in noted.latest("index").body
