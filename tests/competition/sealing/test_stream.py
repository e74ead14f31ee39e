import os
import tracemalloc
from io import BytesIO, RawIOBase
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anskaff.competition.sealing.stream import (
    CHUNK_BYTES,
    MAX_HEADER_BYTES,
    RECORD_BYTES,
    StreamReader,
    StreamSealer,
    fits,
    seal_stream,
)
from anskaff.concepts.errors import Unreadable

KEY = bytes(range(32))
BINDING = {"tender": "77", "file": "3"}


def sealed(content: bytes, key: bytes = KEY) -> bytes:
    target = BytesIO()
    seal_stream(BytesIO(content), target, key=key, binding=BINDING, random=os.urandom)
    return target.getvalue()


def reader(stream: bytes) -> StreamReader:
    return StreamReader(BytesIO(stream), key=KEY, binding=BINDING)


def code(stream: bytes) -> str:
    with pytest.raises(Unreadable) as error:
        reader(stream).verify()
    return error.value.findings[0].code


def pattern(length: int) -> bytes:
    return (bytes(range(251)) * (length // 251 + 1))[:length]


THREE_CHUNKS = pattern(2 * CHUNK_BYTES + 5)
STREAM = sealed(THREE_CHUNKS)
HEADER = STREAM[: STREAM.index(b"\n") + 1]
RECORDS = [
    STREAM[len(HEADER) + at : len(HEADER) + at + RECORD_BYTES]
    for at in range(0, len(STREAM) - len(HEADER), RECORD_BYTES)
]


@pytest.mark.parametrize(
    "length", [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 2 * CHUNK_BYTES]
)
def test_reading_inverts_sealing_at_every_edge(length: int) -> None:
    content = pattern(length)
    read = reader(sealed(content))
    assert read.content_bytes == length
    assert read.content() == content


class Trickle(RawIOBase):
    """A source that gives a few bytes at a time, as a network does."""

    def __init__(self, content: bytes) -> None:
        self.source = BytesIO(content)

    def read(self, length: int = -1) -> bytes:
        return self.source.read(min(length, 70_001))


def test_a_source_that_reads_in_pieces_makes_the_same_chunks() -> None:
    target = BytesIO()
    seal_stream(
        Trickle(THREE_CHUNKS),  # type: ignore[arg-type]
        target,
        key=KEY,
        binding=BINDING,
        random=os.urandom,
    )
    assert len(target.getvalue()) == len(STREAM)
    assert reader(target.getvalue()).content() == THREE_CHUNKS


def test_an_upload_can_stop_and_go_on_and_repeat_a_chunk(tmp_path: Path) -> None:
    path = tmp_path / "upload"
    first = StreamSealer.begin(KEY, BINDING, os.urandom)
    with path.open("wb") as file:
        file.write(first.header)
        file.write(first.seal_chunk(0, THREE_CHUNKS[:CHUNK_BYTES], last=False))
        file.write(first.seal_chunk(1, pattern(CHUNK_BYTES), last=False)[:1000])
    again = StreamSealer.resume(path.read_bytes()[: len(first.header)], KEY, BINDING, os.urandom)
    with path.open("r+b") as file:
        for index in (1, 2):
            chunk = THREE_CHUNKS[index * CHUNK_BYTES : (index + 1) * CHUNK_BYTES]
            file.seek(again.offset(index))
            file.write(again.seal_chunk(index, chunk, last=index == 2))
    assert reader(path.read_bytes()).content() == THREE_CHUNKS


def test_the_same_chunk_twice_never_uses_the_same_nonce() -> None:
    sealer = StreamSealer.begin(KEY, BINDING, os.urandom)
    assert sealer.seal_chunk(0, b"a", last=True) != sealer.seal_chunk(0, b"a", last=True)


@pytest.mark.parametrize(
    ("index", "length", "last"),
    [(0, 5, False), (0, CHUNK_BYTES + 1, True), (1, 0, True), (-1, 5, True)],
)
def test_a_chunk_of_the_wrong_size_is_refused(index: int, length: int, last: bool) -> None:
    with pytest.raises(ValueError, match="does not fit"):
        StreamSealer.begin(KEY, BINDING, os.urandom).seal_chunk(index, bytes(length), last=last)


@pytest.mark.parametrize(
    "stream",
    [
        HEADER + RECORDS[1] + RECORDS[0] + RECORDS[2],
        HEADER + RECORDS[0] + RECORDS[1],
        HEADER + RECORDS[0],
        HEADER + RECORDS[1] + RECORDS[2],
        HEADER + RECORDS[2],
        HEADER + RECORDS[0] + RECORDS[2],
        HEADER + RECORDS[0] + RECORDS[0] + RECORDS[1] + RECORDS[2],
        STREAM + b"\x00",
        STREAM[:-1],
        STREAM[: -len(RECORDS[2]) + 28],
        HEADER,
        HEADER + b"\x00" * 27,
    ],
)
def test_moved_cut_repeated_and_added_chunks_are_found(stream: bytes) -> None:
    assert code(stream) == "sealed-damaged"


def test_a_chunk_of_another_stream_under_the_same_key_is_found() -> None:
    other = sealed(THREE_CHUNKS)
    assert code(HEADER + other[len(HEADER) : len(HEADER) + RECORD_BYTES] + RECORDS[1]) == (
        "sealed-damaged"
    )


@given(st.data())
@settings(max_examples=60)
def test_any_changed_bit_is_found(data: st.DataObject) -> None:
    stream = bytearray(sealed(b"price sheet"))
    at = data.draw(st.integers(0, len(stream) - 1))
    stream[at] ^= 1 << data.draw(st.integers(0, 7))
    assert code(bytes(stream)).startswith("sealed-")


@given(st.binary(max_size=400))
def test_any_bytes_are_answered_with_a_finding(stream: bytes) -> None:
    assert code(stream) == "sealed-unreadable"


@pytest.mark.parametrize(
    "stream",
    [
        b'{"commitment":"","format":"anskaff-sealed/1","salt":""}\n',
        b" " + STREAM,
        b"{" * MAX_HEADER_BYTES * 2,
        HEADER.replace(b"/1", b"/2") + RECORDS[0],
        HEADER[:-1],
        b"[]\n",
    ],
)
def test_a_header_is_read_only_as_we_write_it(stream: bytes) -> None:
    assert code(stream) == "sealed-unreadable"


def test_wrong_key_and_wrong_binding_are_refused_before_any_chunk() -> None:
    for key, binding in ((bytes(32), BINDING), (KEY, {**BINDING, "file": "4"})):
        assert not fits(HEADER, key, binding)
        with pytest.raises(Unreadable) as error:
            StreamReader(BytesIO(STREAM), key=key, binding=binding)
        assert error.value.findings[0].code == "sealed-key-or-binding-wrong"
        with pytest.raises(Unreadable):
            StreamSealer.resume(HEADER, key, binding, os.urandom)
    with pytest.raises(ValueError, match="32 bytes"):
        fits(HEADER, b"short", BINDING)


@given(st.integers(-5, len(THREE_CHUNKS) + 5), st.integers(-5, len(THREE_CHUNKS) + 5))
@settings(max_examples=25, deadline=None)
def test_a_range_is_that_part_of_the_content(begin: int, end: int) -> None:
    assert b"".join(reader(STREAM).range(begin, end)) == THREE_CHUNKS[max(begin, 0) : max(end, 0)]


def test_a_chunk_outside_the_stream_is_an_index_error() -> None:
    with pytest.raises(IndexError):
        reader(STREAM).chunk(3)


def test_memory_stays_at_a_few_chunks_whatever_the_length(tmp_path: Path) -> None:
    content, stream = tmp_path / "content", tmp_path / "stream"
    with content.open("wb") as file:
        file.truncate(40 * CHUNK_BYTES)
    tracemalloc.start()
    try:
        with content.open("rb") as source, stream.open("wb") as target:
            seal_stream(source, target, key=KEY, binding=BINDING, random=os.urandom)
        with stream.open("rb") as source:
            StreamReader(source, key=KEY, binding=BINDING).verify()
        assert tracemalloc.get_traced_memory()[1] < 8 * CHUNK_BYTES
    finally:
        tracemalloc.stop()


def test_no_repr_shows_the_key() -> None:
    sealer = StreamSealer.begin(KEY, BINDING, os.urandom)
    assert "payload" not in repr(sealer)
