"""Files from an ordinary form, encrypted while the request is read: no plaintext touches the disk.

Works without JavaScript and with any size; one mebibyte is in memory at a time.
"""

from io import BytesIO
from typing import Any

from django.core.files.uploadhandler import (
    FileUploadHandler,
    MemoryFileUploadHandler,
    SkipFile,
    StopUpload,
)
from django.http import QueryDict
from django.http.multipartparser import MultiPartParser

from anskaff.competition import arriving, file_types
from anskaff.competition.actions import uploads
from anskaff.competition.sealing.stream import CHUNK_BYTES
from anskaff.concepts.actor import Actor
from anskaff.concepts.errors import Invalid
from anskaff.concepts.finding import Finding
from anskaff.project import clock
from anskaff.web.request import PageRequest

HEAD_BYTES = 64 * 1024


class KeptInMemory(MemoryFileUploadHandler):
    """Holds a file whose size the caller has limited in memory, never in a temporary file."""

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:
        """Always take it, whatever the site's limit for files in memory is."""
        super().handle_raw_input(*args, **kwargs)
        self.activated = True


class _OnlyFields(FileUploadHandler):
    """Stops at the first file."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Read no further."""
        del args, kwargs
        raise StopUpload(connection_reset=True)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Never asked: no file is begun."""

    def file_complete(self, file_size: int) -> None:
        """Never asked: no file is begun."""


class SentForm:
    """A form with files, whose fields before the first file are known before any file is read.

    They are the `POST` of the request until `read_to` has read the rest, so that the form's token
    can be checked while nothing is stored. Only `HEAD_BYTES` are held.
    """

    def __init__(self, request: PageRequest) -> None:
        self._request = request
        self._has_files = request.content_type == "multipart/form-data"
        self._head = BytesIO()
        if self._has_files:
            head = request.read(HEAD_BYTES)
            self._head = BytesIO(head)
            parser = MultiPartParser(
                request.META, BytesIO(head), [_OnlyFields()], request.encoding or "utf-8"
            )
            request.POST, _ = parser.parse()  # type: ignore[assignment]

    def read_to(self, handler: FileUploadHandler) -> QueryDict:
        """Hand every file to the handler; returns all fields.

        Raises:
            UnreadablePostError: the line broke.
        """
        if not self._has_files:
            return self._request.POST
        parser = MultiPartParser(
            self._request.META,
            self,  # type: ignore[arg-type]
            [handler],
            self._request.encoding or "utf-8",
        )
        fields, _ = parser.parse()
        return fields

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes: first those that were read already."""
        return self._head.read(size) or self._request.read(size)


class SealingHandler(FileUploadHandler):
    """Sends each file of a multipart request to the sealed part of the file store.

    `arrived` holds the keys of whole files, `problems` a name and a finding for each that was
    refused. `discard` throws away what was not taken into the tender.
    """

    chunk_size = CHUNK_BYTES // 4

    def __init__(self, tender: int, by: Actor) -> None:
        super().__init__()
        self.arrived: list[str] = []
        self.problems: list[tuple[str, Finding]] = []
        self._begun: list[str] = []
        self._tender = tender
        self._by = by
        self._held = bytearray()
        self._sent = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Make room for the next file, or pass over one that is not accepted."""
        super().new_file(*args, **kwargs)
        self._held.clear()
        self._sent = 0
        name = self.file_name or ""
        try:
            key = uploads.begin_upload(
                self._tender, name=name, size=None, by=self._by, at=clock.now()
            )
        except Invalid as refused:
            self.problems += [(name, finding) for finding in refused.findings]
            raise SkipFile from refused
        self._begun.append(key)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Encrypt every whole mebibyte that is known not to be the last."""
        del start
        self._held += raw_data
        while len(self._held) > CHUNK_BYTES:
            self._send(bytes(self._held[:CHUNK_BYTES]), last=False)
            del self._held[:CHUNK_BYTES]

    def file_complete(self, file_size: int) -> None:
        """Encrypt the rest; an empty file is refused."""
        name = self.file_name or ""
        if file_size == 0:
            self.problems.append(("", file_types.EMPTY_FILE.at("file", name=name)))
            return
        try:
            self._send(bytes(self._held), last=True)
        except Invalid as refused:
            self.problems += [(name, finding) for finding in refused.findings]
            return
        self.arrived.append(self._begun[-1])

    def take(self, requirement: str) -> None:
        """Take the files that arrived into the tender, as answers to a requirement."""
        for key in self.arrived:
            name = arriving.name_of(key, by=self._by)
            try:
                examined = arriving.examine(key, by=self._by)
                check = uploads.finish_upload(
                    key, examined=examined, requirement=requirement, by=self._by, at=clock.now()
                )
            except Invalid as refused:
                self.problems += [(name, finding) for finding in refused.findings]
                continue
            self._begun.remove(key)
            if check == uploads.Check.INFECTED:
                self.problems.append((name, uploads.INFECTED.at("file")))

    def discard(self) -> None:
        """Throw away what was begun and not taken: cut or refused."""
        for key in self._begun:
            arriving.discard(key)
        self._begun.clear()

    def _send(self, piece: bytes, *, last: bool) -> None:
        self._sent = arriving.append(
            self._begun[-1],
            offset=self._sent,
            piece=piece,
            last=last,
            by=self._by,
            at=clock.now(),
        )
