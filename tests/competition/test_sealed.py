"""Before the opening, nothing that was tendered can be read from database, file store or keys."""

import base64
import sqlite3
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection

from anskaff.competition import drafts, envelopes, kept_keys, opened_content
from anskaff.competition.actions import specifying, tendering
from anskaff.competition.models import Competition, Tender, TenderVersion, Upload
from anskaff.competition.plan import AnswerKind, RequirementKind, RequirementPlan
from anskaff.competition.queries import tendering as queries
from anskaff.competition.sealing import envelope as sealing
from anskaff.competition.sealing import officer_keys
from anskaff.competition.sealing.shamir import Share
from anskaff.concepts.errors import Conflict, Invalid, Unreadable
from anskaff.parties import queries as parties
from anskaff.records import files
from tests import given

pytestmark = pytest.mark.django_db

ANSWER = "MARKERSVARkløverdrage"
FILE_TEXT = "MARKERFILinnholdsulv"
FILE_NAME = "MARKERNAVNtranebaer.txt"
PRICE = "918273645.5432"
MARKERS = (ANSWER, FILE_TEXT, FILE_NAME, "MARKERNAVNtranebaer", PRICE, "918273645")


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, settings: object) -> None:
    settings.ANSKAFF_FILES_DIR = tmp_path / "files"  # type: ignore[attr-defined]
    settings.ANSKAFF_KEYS_DIR = tmp_path / "keys"  # type: ignore[attr-defined]


def a_sealed_competition() -> given.ACase:
    """Two suppliers have delivered, one of them twice, and one has only a draft."""
    case = given.a_draft_case()
    specifying.set_requirements(
        case.reference,
        [
            *given.REQUIREMENTS,
            RequirementPlan(
                kind=RequirementKind.SPECIFICATION,
                text="Beskriv løsningen.",
                answer=AnswerKind.TEXT,
                key="REQ-0009",
            ),
        ],
        by=case.officer,
        at=given.START,
    )
    given.publish(case)
    first, second = (
        given.a_supplier_with_manager(101),
        given.a_supplier_with_manager(102, name="Annen AS"),
    )
    at = given.PUBLISHED_AT
    for supplier in (first, second):
        given.a_delivered_tender(
            case.reference,
            supplier,
            prices={"PL-0001": PRICE.replace(".", ",")},
            answers={"REQ-0009": f"Vi tilbyr {ANSWER}."},
            files={FILE_NAME: FILE_TEXT.encode() * 3},
        )
    tender = queries.tender_id_of(case.reference, first)
    tendering.save_draft(tender, prices={"PL-0002": PRICE}, by=first, at=at)
    tendering.deliver_tender(tender, by=first, at=at)
    third = given.a_supplier_with_manager(103, name="Bare Utkast AS")
    draft = tendering.start_tender(case.reference, by=third, at=at)
    tendering.save_draft(
        draft, prices={"PL-0001": PRICE}, answers={"REQ-0009": ANSWER}, by=third, at=at
    )
    given.an_upload(draft, FILE_NAME, FILE_TEXT.encode(), by=third, at=at)
    return case


def everything_in_the_database() -> bytes:
    """Every column of every row of every table, as text and as bytes."""
    parts: list[bytes] = []
    for model in apps.get_models(include_auto_created=True):
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')
            for row in cursor.fetchall():
                parts += [_bytes(value) for value in row]
    return b"\n".join(parts)


def _bytes(value: object) -> bytes:
    if isinstance(value, (bytes, memoryview)):
        return bytes(value)
    return str(value).encode()


def files_under(folder: Path) -> Iterator[tuple[Path, bytes]]:
    for path in folder.rglob("*"):
        if path.is_file():
            yield path, path.read_bytes()


def disguises(marker: str) -> Iterator[bytes]:
    """The marker as it could lie in a dump: plain, UTF-16, hex, base64 at each of three offsets."""
    for plain in (marker.encode(), marker.encode("utf-16-le"), marker.encode("utf-16-be")):
        yield plain
        yield plain.hex().encode()
        yield plain.hex().upper().encode()
        yield base64.b32encode(plain)[: len(plain) * 8 // 5]
        for shift in range(3):
            encoded = base64.b64encode(bytes(shift) + plain)
            yield encoded[-(-shift * 4 // 3) : len(encoded) - 4]
            yield base64.urlsafe_b64encode(bytes(shift) + plain)[-(-shift * 4 // 3) : -4]


def inflated(dump: bytes) -> Iterator[bytes]:
    """Everything in the dump that a zlib, gzip or raw deflate stream may begin."""
    for begin in _starts(dump, (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda", b"\x1f\x8b")):
        try:
            yield zlib.decompressobj(wbits=47).decompress(dump[begin : begin + 2**20])
        except zlib.error:
            continue


def _starts(dump: bytes, heads: tuple[bytes, ...]) -> Iterator[int]:
    for head in heads:
        at = dump.find(head)
        while at >= 0:
            yield at
            at = dump.find(head, at + 1)


def leaks(dump: bytes) -> list[str]:
    found = [marker for marker in MARKERS for form in disguises(marker) if form in dump]
    for plain in inflated(dump):
        found += [marker for marker in MARKERS if marker.encode() in plain]
    return found


def test_the_search_finds_what_is_not_hidden() -> None:
    for form in disguises(ANSWER):
        assert leaks(b"xx" + form + b"yy"), form
    assert leaks(b"xx" + zlib.compress(ANSWER.encode()) + b"yy")
    assert leaks(b"x" + base64.b64encode(b"ab" + FILE_TEXT.encode() + b"tail"))


def test_no_table_and_no_stored_file_holds_tender_content() -> None:
    case = a_sealed_competition()
    assert TenderVersion.objects.count() == 3
    supplier = TenderVersion.objects.order_by("id")[0].tender.started_by
    mine = parties.actor_for(supplier.pk, None)
    assert mine is not None
    said = queries.receipt_of(case.reference, None, mine).statement
    assert said is not None
    assert all(marker in said.as_bytes().decode() for marker in MARKERS if marker != FILE_TEXT)
    assert leaks(everything_in_the_database()) == []
    folder = Path(settings.ANSKAFF_FILES_DIR)
    stored = list(files_under(folder))
    assert len(stored) >= 6
    for path, content in stored:
        assert leaks(content) == [], path
        assert leaks(str(path.relative_to(folder)).encode()) == []


@pytest.mark.django_db(transaction=True)
def test_the_pages_of_the_database_itself_hold_no_tender_content() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("reads the database file of SQLite")
    a_sealed_competition()
    copy = sqlite3.connect(":memory:")
    connection.ensure_connection()
    connection.connection.backup(copy)
    assert leaks(copy.serialize()) == []
    copy.close()


def test_database_files_and_keys_together_do_not_open_an_envelope() -> None:
    a_sealed_competition()
    version = TenderVersion.objects.order_by("id")[0]
    envelope = envelopes.envelope_of(version)
    platform = envelopes.platform_part(version)
    with pytest.raises(Conflict):
        sealing.combine(envelope, [], platform)
    guesses = [Share(number=n, value=platform) for n in (1, 2)]
    with pytest.raises(Unreadable):
        sealing.combine(envelope, guesses, platform)
    everything = [kept_keys.kept_key(envelopes.PLATFORM_KEY), platform]
    everything += [
        content for _, content in files_under(Path(settings.ANSKAFF_KEYS_DIR)) if len(content) == 32
    ]
    for key in everything:
        with files.opened(version.sealed.sha256) as sealed, pytest.raises(Unreadable):
            sealing.unseal(envelope, sealed, key=key, binding=envelope.binding)
    share = version.shares.select_related("officer_key")[0]
    with pytest.raises(Invalid):
        officer_keys.unlock(
            share.officer_key.protected_private_key.encode(), "feil passordfrase her"
        )


def test_one_officer_and_the_platform_do_not_open_an_envelope_for_two() -> None:
    a_sealed_competition()
    version = TenderVersion.objects.select_related(
        "tender__competition", "sealed", "platform_share"
    ).order_by("id")[0]
    row = version.shares.select_related("officer_key")[0]
    key = officer_keys.unlock(row.officer_key.protected_private_key.encode(), given.PASSPHRASE)
    share = opened_content.release_share(version, key)
    with pytest.raises(Conflict) as refused:
        opened_content.unseal_version(version, [share], at=given.DEADLINE)
    assert refused.value.findings[0].code == "envelope-too-few-shares"


@pytest.mark.django_db(transaction=True)
def test_forgotten_drafts_cannot_be_read_with_any_key_that_is_left() -> None:
    case = a_sealed_competition()
    kept = {tender.pk: bytes(tender.draft) for tender in Tender.objects.all()}
    drafts.forget(Competition.objects.get(case__reference=case.reference))
    assert {bytes(tender.draft) for tender in Tender.objects.all()} == {b""}
    assert {bytes(upload.details) for upload in Upload.objects.all()} == {b""}
    left = [content for _, content in files_under(Path(settings.ANSKAFF_KEYS_DIR))]
    for pk, draft in kept.items():
        for key in left:
            if len(key) != 32:
                continue
            with pytest.raises(Unreadable):
                kept_keys.decrypt(key, draft, about=f"draft/{pk}")
