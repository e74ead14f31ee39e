import io
import zipfile

import pytest

from anskaff.concepts.errors import Unreadable
from anskaff.documents import archive


def packed(*files, **options):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", **options) as package:
        for name, content in files:
            package.writestr(name, content)
    return target.getvalue()


def refusal(data):
    with pytest.raises(Unreadable) as refused:
        list(archive.files_in(data))
    [finding] = refused.value.findings
    assert all(finding.text(language) for language in ("nb", "nn", "en"))
    return finding.code


def test_files_come_out_in_order_and_folders_are_passed_over():
    data = packed(("a/", ""), ("a/1.xml", "<a/>"), ("b.txt", "hei"))
    assert archive.is_archive(data)
    assert list(archive.files_in(data)) == [("a/1.xml", b"<a/>"), ("b.txt", b"hei")]
    assert not archive.is_archive(b"<a/>")


def test_a_bomb_is_refused_before_it_is_unpacked():
    bomb = packed(("a", b"0" * 20_000_000), compression=zipfile.ZIP_DEFLATED)
    assert len(bomb) < 100_000
    assert refusal(bomb) == "archive-too-big"


def test_an_archive_that_was_cut_short_is_refused():
    assert refusal(packed(("a", "hei"))[:-10]) == "archive-damaged"


def test_a_header_that_lies_about_the_size_is_refused():
    data = packed(("a", "x" * 1000))
    at = data.rindex(b"PK\x01\x02")
    lying = data[: at + 24] + (10).to_bytes(4, "little") + data[at + 28 :]
    assert refusal(lying) == "archive-damaged"


def test_an_unusual_packing_is_refused():
    with pytest.raises(Unreadable) as caught:
        list(archive.files_in(packed(("a", "x" * 99), compression=zipfile.ZIP_BZIP2)))
    assert "packed in a way" in caught.value.findings[0].text("en")


def test_a_locked_archive_is_refused():
    data = bytearray(packed(("a", "hei")))
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1
    with pytest.raises(Unreadable) as caught:
        list(archive.files_in(bytes(data)))
    [told] = caught.value.findings
    assert (told.code, told.text("nn")) == (
        "archive-damaged",
        "Arkivet kan ikkje pakkast ut: det har passord.",
    )


def test_a_file_without_a_name_is_a_file_all_the_same():
    """Found by fuzzing: asking whether it is a folder ended in an error."""
    nameless = zipfile.ZipInfo("a")
    nameless.filename = ""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr(nameless, "<a/>")
    assert list(archive.files_in(made.getvalue())) == [("", b"<a/>")]
