"""The process in which official rules run: jobs come on standard input, answers go back.

A message is two lengths of four bytes, big-endian, then a job and a document; an answer is one
length and the answer. The process ends when its input does.
"""

from typing import BinaryIO

from anskaff.documents.validation.answer import Answer, Job, packed, unpacked, unpacked_job
from anskaff.documents.validation.answer import packed_job as _packed_job
from anskaff.documents.validation.saxon import Engine

LENGTH = 4


def serve(incoming: BinaryIO, outgoing: BinaryIO) -> None:
    """Answer jobs until there are no more; a process of the pool does nothing else."""
    engine = Engine()
    while head := incoming.read(2 * LENGTH):
        job = unpacked_job(incoming.read(int.from_bytes(head[:LENGTH], "big")))
        document = incoming.read(int.from_bytes(head[LENGTH:], "big"))
        answer = packed(engine.ask(job, document.decode()))
        outgoing.write(len(answer).to_bytes(LENGTH, "big") + answer)
        outgoing.flush()


def send(outgoing: BinaryIO, job: Job, document: bytes) -> None:
    """Put a job on the way."""
    head = _packed_job(job)
    sizes = len(head).to_bytes(LENGTH, "big") + len(document).to_bytes(LENGTH, "big")
    outgoing.write(sizes + head + document)
    outgoing.flush()


def receive(incoming: BinaryIO) -> Answer | None:
    """The answer to the job that was sent; nothing when the other side is gone."""
    head = incoming.read(LENGTH)
    size = int.from_bytes(head, "big")
    data = incoming.read(size)
    return unpacked(data) if len(head) == LENGTH and len(data) == size else None
