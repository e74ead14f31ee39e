"""Files in pieces: encrypted as they arrive, resumed, checked, refused."""

import io
import socket
import threading
import zipfile
from datetime import timedelta
from hashlib import sha256

import pytest

from anskaff.competition import arriving, file_types, sealed_files, virus_check
from anskaff.competition.actions import tendering, uploads
from anskaff.competition.models import Upload
from anskaff.competition.queries import tendering as queries
from anskaff.concepts.actor import Actor
from anskaff.concepts.errors import Conflict, Invalid, NotFound, Refused
from tests import given

pytestmark = pytest.mark.django_db
AT = given.PUBLISHED_AT + timedelta(days=3)
MIB = 1024 * 1024


def codes(error: pytest.ExceptionInfo[Refused]) -> list[str]:
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


def send(key: str, offset: int, piece: bytes, by: Actor) -> int:
    return arriving.append(key, offset=offset, piece=piece, by=by, at=AT)


def test_a_file_in_pieces_has_the_hash_of_the_whole(
    case: given.ACase, supplier: Actor, tender: int
) -> None:
    content = bytes(range(256)) * 4096 * 2 + b"resten"
    key = uploads.begin_upload(tender, name="a.txt", size=len(content), by=supplier, at=AT)
    assert send(key, 0, content[:MIB], supplier) == MIB
    assert send(key, MIB, content[MIB:], supplier) == len(content)
    examined = arriving.examine(key, by=supplier)
    assert examined.hashes.content == sha256(content).hexdigest()
    stored = sealed_files.path_of(key).read_bytes()
    assert b"resten" not in stored
    assert examined.hashes.sealed == sha256(stored).hexdigest()


def test_a_finished_file_shows_hash_and_that_no_virus_check_ran(
    case: given.ACase, supplier: Actor, tender: int
) -> None:
    given.an_upload(tender, "a.txt", b"innhold", requirement="REQ-0002", by=supplier, at=AT)
    (line,) = queries.tender_of(case.reference, supplier, AT).files
    assert (line.complete, line.check, line.requirement) == (True, "not-run", "REQ-0002")
    assert line.sha256 == sha256(b"innhold").hexdigest()


def test_a_cut_upload_goes_on_where_it_stopped(supplier: Actor, tender: int) -> None:
    """UX G10."""
    key = uploads.begin_upload(tender, name="a.txt", size=MIB + 3, by=supplier, at=AT)
    send(key, 0, b"a" * MIB, supplier)
    with pytest.raises(Conflict) as again:
        send(key, 0, b"a" * MIB, supplier)
    assert codes(again) == ["upload-offset-wrong"]
    assert again.value.findings[0].facts["expected"] == MIB
    with pytest.raises(Conflict):
        arriving.examine(key, by=supplier)
    assert send(key, MIB, b"abc", supplier) == MIB + 3


@pytest.mark.parametrize("piece", [b"", b"a" * 5, b"a" * (MIB + 1), b"a" * (3 * MIB)])
def test_a_piece_that_does_not_fit_is_refused_and_changes_nothing(
    supplier: Actor, tender: int, piece: bytes
) -> None:
    key = uploads.begin_upload(tender, name="a.txt", size=2 * MIB + 9, by=supplier, at=AT)
    before = sealed_files.path_of(key).read_bytes()
    with pytest.raises(Invalid) as refused:
        send(key, 0, piece, supplier)
    assert codes(refused) == ["upload-piece-wrong"]
    assert sealed_files.path_of(key).read_bytes() == before


@pytest.mark.parametrize(
    ("name", "size", "code"),
    [
        ("a.txt", 0, "file-empty"),
        ("a.txt", -5, "file-empty"),
        ("a.txt", 2**40, "file-too-large"),
        ("", 5, "file-name-wrong"),
        ("x" * 300 + ".txt", 5, "file-name-wrong"),
        ("a\x00b.txt", 5, "file-name-wrong"),
        ("\ud800.txt", 5, "file-name-wrong"),
        ("virus.exe", 5, "file-type-not-allowed"),
        ("ingen-endelse", 5, "file-type-not-allowed"),
    ],
)
def test_what_cannot_be_uploaded_is_refused_before_a_byte_is_sent(
    supplier: Actor, tender: int, name: str, size: int, code: str
) -> None:
    with pytest.raises(Invalid) as refused:
        uploads.begin_upload(tender, name=name, size=size, by=supplier, at=AT)
    assert codes(refused) == [code]
    assert not Upload.objects.exists()


def test_an_unknown_requirement_is_named(supplier: Actor, tender: int) -> None:
    with pytest.raises(Invalid) as refused:
        uploads.begin_upload(tender, name="a.txt", size=1, requirement="REQ-77", by=supplier, at=AT)
    assert codes(refused) == ["file-requirement-unknown"]


def zipped(*names: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return content.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"%PDF-1.7\n%\xe2\xe3"),
        ("a.docx", zipped("[Content_Types].xml", "word/document.xml")),
        ("a.xlsx", zipped("[Content_Types].xml", "xl/workbook.xml")),
        ("a.odt", zipped("mimetype", "content.xml")),
        ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(20)),
        ("a.JPG", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(20)),
        ("a.txt", "Blåbær".encode()),
        ("a.csv", "Blåbær;1".encode("latin-1")),
        ("a.xml", b"<?xml version='1.0'?><a/>"),
    ],
)
def test_content_that_is_what_its_name_says_is_taken(name: str, content: bytes) -> None:
    assert file_types.check(name, content) == ()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"MZ\x90\x00" + bytes(100)),
        ("a.pdf", b"hei"),
        ("a.docx", b"%PDF-1.7\n"),
        ("a.txt", b"MZ\x90\x00" + bytes(100)),
        ("a.txt", b"\x7fELF" + bytes(30)),
        ("a.png", b"GIF89a"),
        ("a.csv", b"PK\x03\x04" + bytes(30)),
    ],
)
def test_content_that_is_not_what_its_name_says_is_refused(
    supplier: Actor, tender: int, name: str, content: bytes
) -> None:
    with pytest.raises(Invalid) as refused:
        given.an_upload(tender, name, content, by=supplier, at=AT)
    assert codes(refused) == ["file-content-differs"]


def test_another_suppliers_upload_is_as_if_it_were_not_there(supplier: Actor, tender: int) -> None:
    key = uploads.begin_upload(tender, name="a.txt", size=3, by=supplier, at=AT)
    other = given.a_supplier_with_manager(102, name="Annen AS")
    for attempt in (
        lambda: send(key, 0, b"abc", other),
        lambda: arriving.examine(key, by=other),
        lambda: uploads.remove_upload(key, by=other, at=AT),
        lambda: send("finnes-ikke", 0, b"abc", supplier),
    ):
        with pytest.raises(NotFound) as refused:
            attempt()
        assert codes(refused) == ["upload-not-found"]


def test_a_file_is_finished_once(supplier: Actor, tender: int) -> None:
    key = given.an_upload(tender, "a.txt", b"abc", by=supplier, at=AT)
    examined = arriving.examine(key, by=supplier)
    with pytest.raises(Conflict) as refused:
        uploads.finish_upload(key, examined=examined, by=supplier, at=AT)
    assert codes(refused) == ["upload-already-complete"]
    with pytest.raises(Conflict):
        send(key, 3, b"mer", supplier)


def test_a_removed_file_that_was_never_delivered_leaves_no_bytes(
    supplier: Actor, tender: int
) -> None:
    key = given.an_upload(tender, "a.txt", b"abc", by=supplier, at=AT)
    uploads.remove_upload(key, by=supplier, at=AT)
    assert not sealed_files.path_of(key).exists()
    with pytest.raises(NotFound):
        uploads.remove_upload(key, by=supplier, at=AT)


def test_an_unfinished_file_stops_the_delivery(
    case: given.ACase, supplier: Actor, tender: int
) -> None:
    uploads.begin_upload(tender, name="a.txt", size=3, by=supplier, at=AT)
    missing = queries.tender_of(case.reference, supplier, AT).missing
    assert "tender-upload-unfinished" in [finding.code for finding in missing]


class Daemon:
    """A virus checker on a local port that says what it is told to say."""

    def __init__(self, answer: bytes) -> None:
        self.received = b""
        self._answer = answer
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self._listening.getsockname()[1]}"
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        asking, _ = self._listening.accept()
        with asking:
            while not self.received.endswith(bytes(4)):
                self.received += asking.recv(65536)
            asking.sendall(self._answer)

    def close(self) -> None:
        self._thread.join(5)
        self._listening.close()


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        (b"stream: OK\0", "clean"),
        (b"stream: Eicar-Signature FOUND\0", "infected"),
        (b"INSTREAM size limit exceeded. ERROR\0", "not-run"),
        (b"", "not-run"),
    ],
)
def test_the_virus_checker_is_asked_and_believed(answer: bytes, verdict: str) -> None:
    daemon = Daemon(answer)
    assert virus_check.ask(daemon.address, [b"abc", b"de"]) == verdict
    daemon.close()
    assert daemon.received == b"zINSTREAM\0\0\0\0\x03abc\0\0\0\x02de\0\0\0\0"


def test_without_a_virus_checker_the_file_is_not_called_clean() -> None:
    assert virus_check.ask("", [b"abc"]) == "not-run"
    assert virus_check.ask("127.0.0.1:1", [b"abc"]) == "not-run"


def test_an_infected_file_is_thrown_away(
    case: given.ACase, supplier: Actor, tender: int, settings: object
) -> None:
    daemon = Daemon(b"stream: Eicar-Signature FOUND\0")
    settings.ANSKAFF_CLAMD = daemon.address  # type: ignore[attr-defined]
    key = given.an_upload(tender, "a.txt", b"abc", by=supplier, at=AT)
    daemon.close()
    assert not sealed_files.path_of(key).exists()
    assert queries.tender_of(case.reference, supplier, AT).files == ()
