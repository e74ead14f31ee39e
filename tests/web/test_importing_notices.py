"""Administrators drop files, a folder or an archive, and read what became of each."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from anskaff.concepts.actor import Role
from anskaff.notices.models import Notice
from anskaff.records import files
from anskaff.records.models import StoredDocument
from anskaff.web.notices import importing
from tests import given
from tests.published import Published
from tests.web.logged_in import logged_in

pytestmark = pytest.mark.django_db
ADDRESS = "/nb/admin/kunngjoringer/"


@pytest.fixture
def admin() -> Client:
    return logged_in(given.a_person(given.a_buyer(), Role.ADMINISTRATOR, "Liv Haug"))


def notice(serial: int, **said: str) -> bytes:
    return Published(notice=f"0b5a4ad6-0000-4000-8000-{serial:012d}", **said).xml()


def archive(**inside: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in inside.items():
            package.writestr(name.replace("_", "."), data)
    return packed.getvalue()


def dropped(client: Client, field: str = "documents", **contents: bytes):  # type: ignore[no-untyped-def]
    sent = [SimpleUploadedFile(name.replace("_", "."), data) for name, data in contents.items()]
    return client.post(ADDRESS, {field: sent})


def test_what_was_taken_known_and_refused_is_told_with_the_reason(admin) -> None:
    dropped(admin, a_xml=notice(1))
    answer = dropped(admin, a_xml=notice(1), b_zip=archive(c_xml=notice(2), d_xml=b"<html/>"))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "3 filer er lest: 1 avvist, 1 ført i registeret, 1 fantes fra før." in page
    assert "b.zip: d.xml<br>" in page
    assert 'href="/nb/kunngjoringer/0b5a4ad6-0000-4000-8000-000000000002/"' in page
    assert Notice.objects.count() == 2
    assert admin.get("/nb/kunngjoringer/0b5a4ad6-0000-4000-8000-000000000002/").status_code == 200


def test_other_files_of_a_folder_are_passed_by(admin) -> None:
    answer = dropped(admin, "folder", a_xml=notice(1), notes_txt=b"hei", picture_png=b"\x89PNG")
    assert "1 fil er lest: 1 ført i registeret." in answer.content.decode()


def test_an_archive_that_grows_too_much_leaves_nothing(admin, monkeypatch) -> None:
    """A bomb by its ratio, one by its sum, one by its files, and one that lies of its size."""
    bomb = archive(a_xml=notice(1), b_xml=b" " * 30_000_000)
    lying = bytearray(archive(a_xml=notice(1), b_xml=notice(2) * 50))
    where = lying.rfind(b"PK\x01\x02") + 24
    lying[where : where + 4] = (10).to_bytes(4, "little")
    many = archive(**{f"n{number}_xml": notice(number) for number in range(4)})
    for content in (bomb, bytes(lying), archive(a_xml=notice(1))[:-30]):
        answer = dropped(admin, a_xml=notice(3), z_zip=content)
        assert answer.status_code == 422
        assert "Ingenting er hentet inn" in answer.content.decode()
        assert "#documents" in answer.content.decode()
    monkeypatch.setattr(importing, "MOST_NOTICES", 3)
    assert dropped(admin, z_zip=many).status_code == 422
    monkeypatch.setattr(importing, "MOST_BYTES", 5_000)
    assert dropped(admin, z_zip=many[:4_000] + many).status_code in {413, 422}
    assert (Notice.objects.count(), StoredDocument.objects.count()) == (0, 0)


def test_a_failure_on_the_way_leaves_nothing(admin, monkeypatch) -> None:
    """All that is read is registered in one deed."""

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "store_all", full)
    with pytest.raises(OSError, match="No space"):
        dropped(admin, a_xml=notice(1), b_xml=notice(2))
    assert Notice.objects.count() == 0


def test_without_a_file_the_page_says_what_to_choose(admin) -> None:
    answer = admin.post(ADDRESS)
    assert answer.status_code == 422
    assert "Velg XML-filer, en ZIP-fil eller en mappe." in answer.content.decode()


def test_only_administrators_of_buyers_may(client) -> None:
    """What is imported is read by all as published; suppliers put nothing there."""
    supplier = given.a_supplier(11)
    for person in (
        given.a_person(supplier, Role.ADMINISTRATOR, "Stein Fjell"),
        given.a_person(given.a_buyer(12), Role.PROCUREMENT_OFFICER, "Kari Strand"),
    ):
        someone = logged_in(person)
        assert someone.get(ADDRESS).status_code == 403
        assert dropped(someone, a_xml=notice(1)).status_code == 403
    assert client.get(ADDRESS).status_code in {302, 403}
    assert Notice.objects.count() == 0
