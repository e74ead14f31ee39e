"""A supplier's tender: saved, checked, delivered, replaced, withdrawn, and refused in time."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from hypothesis import given as law
from hypothesis import strategies as st

from anskaff.competition import drafts, opened_content, reminders
from anskaff.competition.actions import tendering, uploads
from anskaff.competition.models import Competition, Interest, Tender, TenderVersion, Upload
from anskaff.competition.plan import LotPlan
from anskaff.competition.queries import tendering as queries
from anskaff.competition.sealing import officer_keys
from anskaff.competition.statement import StatedFile, Statement, read
from anskaff.concepts.actor import PUBLIC, SYSTEM, Actor, Role
from anskaff.concepts.errors import Conflict, Forbidden, Invalid, NotFound, Refused, Unreadable
from anskaff.records import files as file_store
from anskaff.records.models import LogEntry, Notification, OutgoingMail
from anskaff.records.proof import receipt as receipts
from tests import given

pytestmark = pytest.mark.django_db
AT = given.PUBLISHED_AT + timedelta(days=3)
SECOND = timedelta(seconds=1)
MIB = 1024 * 1024
TWO_LOTS = (
    LotPlan(key="LOT-0001", title="Stoler"),
    LotPlan(key="LOT-0002", title="Bord"),
)


def codes(error: pytest.ExceptionInfo[Refused] | pytest.ExceptionInfo[Unreadable]) -> list[str]:
    return [finding.code for finding in error.value.findings]


@pytest.fixture
def case() -> given.ACase:
    return given.a_published_competition()


@pytest.fixture
def supplier() -> Actor:
    return given.a_supplier_with_manager()


@pytest.fixture
def tender(case: given.ACase, supplier: Actor) -> int:
    return tendering.start_tender(case.reference, by=supplier, at=AT)


def fill(tender: int, supplier: Actor, price: str = "100") -> None:
    tendering.save_draft(
        tender,
        answers={"REQ-0001": "yes"},
        prices={"PL-0001": price, "PL-0002": price},
        by=supplier,
        at=AT,
    )


def opened(case: given.ACase) -> list[opened_content.OpenedContent]:
    competition = Competition.objects.get(case__reference=case.reference)
    contents = []
    for version in opened_content.versions_that_count(competition.pk):
        shares = [
            opened_content.release_share(
                version,
                officer_keys.unlock(
                    row.officer_key.protected_private_key.encode(), given.PASSPHRASE
                ),
            )
            for row in version.shares.select_related("officer_key")
        ]
        contents.append(opened_content.unseal_version(version, shares, at=given.DEADLINE))
    return contents


def test_starting_twice_gives_the_same_tender(
    case: given.ACase, supplier: Actor, tender: int
) -> None:
    assert tendering.start_tender(case.reference, by=supplier, at=AT) == tender
    assert Interest.objects.count() == 1


def test_the_buyer_and_other_roles_cannot_tender(case: given.ACase) -> None:
    with pytest.raises(Forbidden):
        tendering.start_tender(case.reference, by=case.officer, at=AT)
    archivist = given.a_person(given.a_supplier(), Role.ARCHIVIST, "Arne Arkivar")
    with pytest.raises(Forbidden):
        tendering.start_tender(case.reference, by=archivist, at=AT)
    with pytest.raises(Forbidden):
        tendering.show_interest(case.reference, by=SYSTEM, at=AT)


def test_a_draft_case_is_not_found_by_suppliers(supplier: Actor) -> None:
    draft = given.a_draft_case(serial=7)
    with pytest.raises(NotFound):
        tendering.start_tender(draft.reference, by=supplier, at=AT)


def test_another_suppliers_tender_is_as_if_it_were_not_there(
    case: given.ACase, tender: int
) -> None:
    other = given.a_supplier_with_manager(102, name="Annen AS")
    for attempt in (
        lambda: tendering.save_draft(tender, prices={}, by=other, at=AT),
        lambda: tendering.deliver_tender(tender, by=other, at=AT),
        lambda: tendering.withdraw_tender(tender, by=other, at=AT),
        lambda: tendering.deliver_tender(tender + 999, by=other, at=AT),
        lambda: uploads.begin_upload(tender, name="a.txt", size=1, by=other, at=AT),
        lambda: queries.tender_of(case.reference, other, AT),
        lambda: queries.tender_of(case.reference, case.officer, AT),
        lambda: queries.tender_of(case.reference, PUBLIC, AT),
    ):
        with pytest.raises(NotFound) as refused:
            attempt()
        assert codes(refused) == ["tender-not-found"]


def test_a_draft_keeps_what_was_not_sent_again(
    case: given.ACase, supplier: Actor, tender: int
) -> None:
    tendering.save_draft(tender, answers={"REQ-0001": "no"}, by=supplier, at=AT)
    tendering.save_draft(tender, prices={"PL-0001": "1 234,50"}, by=supplier, at=AT)
    seen = queries.tender_of(case.reference, supplier, AT)
    assert seen.answers == {"REQ-0001": "no"}
    assert seen.prices == {"PL-0001": "1234.50"}
    assert seen.line_sum("PL-0001") == Decimal(123450)
    assert [finding.code for finding in seen.missing] == [
        "tender-answered-no",
        "tender-price-missing",
    ]
    tendering.save_draft(tender, prices={"PL-0001": ""}, by=supplier, at=AT)
    assert queries.tender_of(case.reference, supplier, AT).prices == {}


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        ({"lots": ["LOT-9999"]}, "tender-field-unknown"),
        ({"answers": {"REQ-9999": "x"}}, "tender-field-unknown"),
        ({"answers": {"REQ-0002": "a file is asked for"}}, "tender-field-unknown"),
        ({"answers": {"REQ-0001": "maybe"}}, "tender-answer-not-yes-or-no"),
        ({"prices": {"PL-9999": "1"}}, "tender-field-unknown"),
        ({"prices": {"PL-0001": "mye"}}, "amount-unreadable"),
        ({"prices": {"PL-0001": "-1"}}, "amount-negative"),
        ({"prices": {"PL-0001": "1" * 400}}, "amount-too-long"),
        ({"prices": {"PL-0001": "\x00"}}, "amount-unreadable"),
    ],
)
def test_what_cannot_be_saved_is_named_and_nothing_changes(
    case: given.ACase, supplier: Actor, tender: int, sent: dict[str, object], code: str
) -> None:
    before = bytes(Tender.objects.get(pk=tender).draft)
    with pytest.raises(Invalid) as refused:
        tendering.save_draft(tender, **sent, by=supplier, at=AT)  # type: ignore[arg-type]
    assert codes(refused) == [code]
    assert bytes(Tender.objects.get(pk=tender).draft) == before


def test_delivering_an_incomplete_tender_lists_all_that_is_missing(
    supplier: Actor, tender: int
) -> None:
    with pytest.raises(Invalid) as refused:
        tendering.deliver_tender(tender, by=supplier, at=AT)
    assert [(finding.code, finding.where) for finding in refused.value.findings] == [
        ("tender-answer-missing", "requirements.REQ-0001"),
        ("tender-price-missing", "prices.PL-0001"),
        ("tender-price-missing", "prices.PL-0002"),
    ]
    assert not TenderVersion.objects.exists()


def test_a_tender_for_some_lots_is_asked_for_their_prices_only(supplier: Actor) -> None:
    case = given.a_published_competition(lots=TWO_LOTS)
    tender = tendering.start_tender(case.reference, by=supplier, at=AT)
    with pytest.raises(Invalid) as refused:
        tendering.deliver_tender(tender, by=supplier, at=AT)
    assert codes(refused)[0] == "tender-lot-missing"
    given.a_delivered_tender(case.reference, supplier, lots=["LOT-0002"])
    (content,) = opened(case)
    assert content.statement.lots == ("LOT-0002",)
    assert set(content.statement.prices) == {"PL-0003", "PL-0004"}


def test_the_receipt_shows_the_deed_in_the_log(case: given.ACase, supplier: Actor) -> None:
    given.a_delivered_tender(case.reference, supplier, files={"pris.txt": b"hei"})
    found = queries.receipt_of(case.reference, None, supplier)
    assert found.version.log_index is not None
    written = queries.receipt_file(case.reference, 1, supplier, at=AT)
    from anskaff.records import log

    note = log.signed_checkpoint(AT).note.encode()
    answer = receipts.verify(written, note, key=log.signing_key().verifier.vkey)
    assert isinstance(answer, receipts.Verified)
    assert answer.entry["facts"] == {
        "version": 1,
        "receipt": found.version.receipt,
        "content_sha256": found.version.content_sha256,
    }
    assert found.statement is not None
    assert found.statement.sha256 == found.version.content_sha256


def test_enough_officers_open_what_was_delivered(case: given.ACase, supplier: Actor) -> None:
    given.a_delivered_tender(
        case.reference, supplier, prices={"PL-0001": "1 234,50"}, files={"a.txt": b"hemmelig"}
    )
    (content,) = opened(case)
    assert f"{content.statement.prices['PL-0001']:f}" == "1234.50"
    assert b"".join(opened_content.file_chunks(content, 0)) == b"hemmelig"
    stated, sha256 = opened_content.store_file(content, 0, at=given.DEADLINE)
    assert stated.name == "a.txt"
    assert b"".join(file_store.chunks(sha256)) == b"hemmelig"


def test_nothing_is_unsealed_before_the_deadline(case: given.ACase, supplier: Actor) -> None:
    given.a_delivered_tender(case.reference, supplier)
    competition = Competition.objects.get(case__reference=case.reference)
    (version,) = opened_content.versions_that_count(competition.pk)
    with pytest.raises(Conflict) as early:
        opened_content.unseal_version(version, [], at=given.DEADLINE - SECOND)
    assert codes(early) == ["opening-before-deadline"]


def test_a_changed_file_is_found_at_the_opening(case: given.ACase, supplier: Actor) -> None:
    from anskaff.competition import sealed_files

    given.a_delivered_tender(case.reference, supplier, files={"a.txt": b"hemmelig"})
    path = sealed_files.path_of(Upload.objects.get().key)
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    (content,) = opened(case)
    with pytest.raises(Unreadable) as refused:
        opened_content.store_file(content, 0, at=given.DEADLINE)
    assert codes(refused) == ["opened-file-changed"]


def test_the_newest_version_counts_and_the_draft_may_change_after(
    case: given.ACase, supplier: Actor
) -> None:
    tender = given.a_delivered_tender(case.reference, supplier, files={"a.txt": b"first"})
    upload = Upload.objects.get()
    uploads.remove_upload(upload.key, by=supplier, at=AT)
    (first,) = opened(case)
    assert b"".join(opened_content.file_chunks(first, 0)) == b"first"
    tendering.save_draft(tender, prices={"PL-0001": "7"}, by=supplier, at=AT)
    (still_first,) = opened(case)
    assert still_first.statement.version == 1
    tendering.deliver_tender(tender, by=supplier, at=AT)
    (second,) = opened(case)
    assert (second.statement.version, second.statement.files) == (2, ())


def test_delivering_the_same_twice_makes_one_version(case: given.ACase, supplier: Actor) -> None:
    tender = given.a_delivered_tender(case.reference, supplier)
    with pytest.raises(Conflict) as refused:
        tendering.deliver_tender(tender, by=supplier, at=AT)
    assert codes(refused) == ["tender-unchanged"]
    assert TenderVersion.objects.count() == 1


def test_a_withdrawn_tender_does_not_count_and_can_be_delivered_again(
    case: given.ACase, supplier: Actor
) -> None:
    tender = given.a_delivered_tender(case.reference, supplier)
    tendering.save_draft(tender, prices={"PL-0001": "7"}, by=supplier, at=AT)
    tendering.deliver_tender(tender, by=supplier, at=AT)
    tendering.withdraw_tender(tender, by=supplier, at=AT)
    assert opened(case) == []
    with pytest.raises(Conflict) as refused:
        tendering.withdraw_tender(tender, by=supplier, at=AT)
    assert codes(refused) == ["no-tender-to-withdraw"]
    tendering.deliver_tender(tender, by=supplier, at=AT)
    assert [content.statement.version for content in opened(case)] == [3]


def test_a_tender_is_taken_in_the_last_second_and_refused_the_next(
    supplier: Actor, tender: int
) -> None:
    fill(tender, supplier)
    tendering.deliver_tender(tender, by=supplier, at=given.DEADLINE)
    late = given.DEADLINE + SECOND
    for attempt in (
        lambda: tendering.save_draft(tender, prices={"PL-0001": "1"}, by=supplier, at=late),
        lambda: tendering.deliver_tender(tender, by=supplier, at=late),
        lambda: tendering.withdraw_tender(tender, by=supplier, at=late),
        lambda: uploads.begin_upload(tender, name="a.txt", size=1, by=supplier, at=late),
    ):
        with pytest.raises(Conflict) as refused:
            attempt()
        assert codes(refused) == ["tender-deadline-passed"]
        assert "12:00:01" in refused.value.findings[0].text("nb")
    assert TenderVersion.objects.filter(withdrawn_at=None).count() == 1


def test_the_draft_can_be_read_after_the_deadline(
    case: given.ACase, supplier: Actor, tender: int
) -> None:
    fill(tender, supplier)
    seen = queries.tender_of(case.reference, supplier, given.DEADLINE + SECOND)
    assert not seen.is_open
    assert seen.prices == {"PL-0001": "100", "PL-0002": "100"}


def test_the_receipt_number_tells_nothing_about_how_many_there_are(case: given.ACase) -> None:
    for serial in range(201, 204):
        given.a_delivered_tender(
            case.reference, given.a_supplier_with_manager(serial, name=f"L{serial} AS")
        )
    numbers = set(TenderVersion.objects.values_list("receipt_number", flat=True))
    assert len(numbers) == 3
    assert all(len(number.rpartition("-")[2]) == 10 for number in numbers)


def test_the_log_keeps_what_bidders_do_for_themselves(case: given.ACase, supplier: Actor) -> None:
    given.a_delivered_tender(case.reference, supplier, files={"pris.txt": b"hei"})
    mine = LogEntry.objects.filter(person=supplier.person, subject=case.reference)
    assert mine.count() >= 4
    for entry in mine:
        assert (entry.sealed, entry.public, entry.audience) == (True, False, supplier.organisation)
        assert "pris.txt" not in entry.body


def test_letters_hold_no_tender_content_and_go_to_the_supplier_only(
    case: given.ACase, supplier: Actor
) -> None:
    before = set(OutgoingMail.objects.values_list("pk", flat=True))
    given.a_delivered_tender(case.reference, supplier, files={"pris.txt": b"hei"})
    (letter,) = OutgoingMail.objects.exclude(pk__in=before)
    assert letter.recipient == "tilbyder.101@example.org"
    assert "pris.txt" not in letter.text
    assert "/kvittering/" in letter.text


def test_reminders_are_sent_once_for_each_moment(
    case: given.ACase, supplier: Actor, tender: int
) -> None:
    """UX G18."""

    def sent() -> int:
        return Notification.objects.filter(kind="tender-not-delivered").count()

    for before, expected in (
        (timedelta(days=8), 0),
        (timedelta(days=7), 1),
        (timedelta(days=6), 1),
        (timedelta(days=2), 2),
        (timedelta(hours=4), 3),
        (timedelta(hours=1), 3),
        (-SECOND, 3),
    ):
        reminders.send_reminders(given.DEADLINE - before)
        reminders.send_reminders(given.DEADLINE - before)
        assert sent() == expected, before
    assert Notification.objects.filter(kind="tender-not-delivered", person=supplier.person)


def test_a_delivered_tender_needs_no_reminder(case: given.ACase, supplier: Actor) -> None:
    given.a_delivered_tender(case.reference, supplier)
    assert reminders.send_reminders(given.DEADLINE - timedelta(days=1)) == 0


def test_the_working_copy_is_gone_after_it_is_forgotten(case: given.ACase, supplier: Actor) -> None:
    given.a_delivered_tender(case.reference, supplier, files={"a.txt": b"x"})
    drafts.forget(Competition.objects.get(case__reference=case.reference))
    seen = queries.tender_of(case.reference, supplier, given.DEADLINE + SECOND)
    assert (seen.draft_is_gone, seen.prices, seen.files) == (True, {}, ())
    assert queries.receipt_of(case.reference, None, supplier).statement is None


@law(
    st.dictionaries(
        st.text(st.characters(exclude_categories=["Cs"]), max_size=9),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
        max_size=4,
    ),
    st.dictionaries(
        st.sampled_from(["PL-1", "PL-2"]),
        st.decimals(0, 10**12, allow_nan=False, allow_infinity=False, places=4),
    ),
    st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), max_size=3),
)
def test_a_statement_reads_back_as_it_was_written(
    answers: dict[str, str], prices: dict[str, Decimal], names: list[str]
) -> None:
    said = Statement(
        competition="2026/1",
        tender="1",
        version=1,
        bidder="300000001",
        lots=("LOT-0001",),
        answers=answers,
        prices=prices,
        files=tuple(
            StatedFile(name=name, requirement="", media_type="text/plain", size=1, sha256="0" * 64)
            for name in names
        ),
        salt="00" * 32,
    )
    again = read(said.as_bytes())
    assert again == said
    assert again.sha256 == said.sha256


@pytest.mark.django_db(transaction=True)
def test_two_people_delivering_at_once_make_one_version() -> None:
    case = given.a_published_competition()
    first = given.a_supplier_with_manager()
    second = given.a_person(first.organisation, Role.SIGNATORY, "Siri Signatur")
    tender = tendering.start_tender(case.reference, by=first, at=AT)
    fill(tender, first)
    together = threading.Barrier(2)

    def deliver(by: Actor) -> str:
        together.wait(10)
        try:
            return tendering.deliver_tender(tender, by=by, at=AT)
        except Conflict as refused:
            return refused.findings[0].code
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as people:
        answers = list(people.map(deliver, (first, second)))
    assert "tender-unchanged" in answers
    assert TenderVersion.objects.count() == 1
