"""Fetching official files: from a server on this machine, through the real client."""

import io
import threading
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from anskaff.documents.standards import fetching
from anskaff.documents.standards.bundle import State, Taken, status
from anskaff.documents.standards.fetching import FetchError
from anskaff.documents.standards.https import Client
from anskaff.documents.standards.parts import PARTS, Archive, Part
from tests.documents.standards.test_bundle import a_folder, known

ARCHIVE = Archive(repository="somebody/rules", commit="abc", folder="src/rules")


def an_archive(files: Mapping[str, str]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.mkdir("top")
        for name, text in files.items():
            archive.writestr(f"top/{name}", text)
    return held.getvalue()


WHOLE = an_archive(
    {
        "src/rules/a.sch": "<a/>",
        "src/rules/deep/b.sch": "<b/>",
        "src/rules/c.txt": "",
        "src/other.sch": "",
        "src/rules/../rules/d.sch": "<d/>",
    }
)


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    """Answers /whole with the archive, /moved with a redirect, /cut with nothing."""

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path == "/moved":
                self.send_response(302)
                self.send_header("Location", "/whole")
                self.end_headers()
                return
            if self.path == "/cut":
                return
            body = {"/whole": WHOLE, "/page": b"<html>"}.get(self.path)
            self.send_response(200 if body else 404)
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    made = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    thread = threading.Thread(target=made.serve_forever, daemon=True)
    thread.start()
    yield made
    made.shutdown()
    made.server_close()
    thread.join()


def base(server: ThreadingHTTPServer) -> str:
    return f"http://127.0.0.1:{server.server_port}"


def a_part(tmp_path: Path, archive: Archive | None = ARCHIVE) -> dict[str, Part]:
    source = a_folder(tmp_path / "source")
    return {"rules": replace(known(source)["rules"], archive=archive)}


CLIENT = Client(schemes={"http"}, timeout_seconds=5)


@pytest.mark.parametrize("page", ["/whole", "/moved"])
def test_a_missing_part_is_fetched_and_checked(
    server: ThreadingHTTPServer, tmp_path: Path, page: str
) -> None:
    parts, place = a_part(tmp_path), tmp_path / "bundle"
    done, failed = fetching.fetch(
        place, CLIENT.get, parts=parts, where=lambda _: base(server) + page
    )
    assert [one.taken for one in done.parts] == [Taken.ADDED]
    assert failed == {}
    assert status(place, parts=parts)[0].state is State.PRESENT
    again, _ = fetching.fetch(place, CLIENT.get, parts=parts, where=lambda _: "http://none")
    assert again.parts == ()


def test_files_in_folders_of_an_archive_can_be_laid_side_by_side(tmp_path: Path) -> None:
    flat = replace(ARCHIVE, flat=True)
    source = a_folder(tmp_path / "flat", {"rules/a.sch": "<a/>", "rules/b.sch": "<b/>"})
    parts = {"rules": replace(known(source)["rules"], archive=flat)}
    archive = an_archive({"src/rules/a.sch": "<a/>", "src/rules/x/y/b.sch": "<b/>"})
    done, failed = fetching.fetch(tmp_path / "bundle", lambda _: archive, parts=parts)
    assert ([one.taken for one in done.parts], failed) == ([Taken.ADDED], {})


@pytest.mark.parametrize(
    ("page", "why"),
    [
        ("/nothing", "no answer"),
        ("/cut", "no whole answer"),
        ("/page", "not an archive"),
    ],
)
def test_what_cannot_be_fetched_is_told_with_its_source(
    server: ThreadingHTTPServer, tmp_path: Path, page: str, why: str
) -> None:
    parts, place = a_part(tmp_path), tmp_path / "bundle"
    done, failed = fetching.fetch(
        place, CLIENT.get, parts=parts, where=lambda _: base(server) + page
    )
    assert done.parts == ()
    assert why in failed["rules"]
    assert "repository somebody/rules, commit abc" in failed["rules"]


def test_an_answer_that_is_too_large_is_refused(server: ThreadingHTTPServer) -> None:
    with pytest.raises(FetchError, match="larger than 10 bytes"):
        Client(schemes={"http"}, most_bytes=10).get(base(server) + "/whole")


@pytest.mark.parametrize("address", ["http://127.0.0.1/x", "file:///etc/hostname", "x"])
def test_only_encrypted_connections_are_made(address: str) -> None:
    with pytest.raises(FetchError, match="only encrypted"):
        Client().get(address)


def test_an_archive_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    _, failed = fetching.fetch(
        tmp_path / "b", lambda _: WHOLE, parts=a_part(tmp_path), most_unpacked=5
    )
    assert "unpacks to too much" in failed["rules"]


def test_a_part_from_several_sources_says_that_it_must_be_added_from_a_folder(
    tmp_path: Path,
) -> None:
    _, failed = fetching.fetch(tmp_path / "b", lambda _: b"", parts=a_part(tmp_path, None))
    assert failed == {
        "rules": "Somebody: Rules 1; put together from several sources, so add it from a folder"
    }


def test_archives_are_asked_for_over_https_once_for_all_their_parts(tmp_path: Path) -> None:
    asked: list[str] = []

    def get(address: str) -> bytes:
        asked.append(address)
        return an_archive({})

    done, failed = fetching.fetch(tmp_path, get)
    assert len(asked) == len(set(asked))
    assert all(address.startswith("https://") for address in asked)
    assert {one.taken for one in done.parts} == {Taken.MISSING}
    assert {one.part.name for one in done.parts} | failed.keys() == PARTS.keys()
