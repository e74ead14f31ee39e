"""How verification and proofs grow with the log.

Prints entries against seconds for a whole verification (linear: the ratio of seconds per entry
stays near 1) and against time, hashes and bytes for one inclusion proof (logarithmic).

    python benchmarks/proof_log.py [LARGEST]          1 000 000 unless told
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "anskaff.project.settings")
os.environ["ANSKAFF_DATA_DIR"] = tempfile.mkdtemp(prefix="anskaff-bench-")

import django

django.setup()

from django.core.management import call_command
from django.db import connection, transaction

from anskaff.records import log
from anskaff.records.models import LogEntry, LogHead, LogNode
from anskaff.records.proof import canonical, merkle
from anskaff.records.proof.commitment import commitment

START = datetime(2026, 1, 1, tzinfo=UTC)
BATCH = 20_000


def grow(size: int, target: int, known: dict[tuple[int, int], bytes]) -> None:
    """Add entries as `log.append` does, many in one transaction."""
    for first in range(size, target, BATCH):
        entries, nodes = [], []
        for index in range(first, min(first + BATCH, target)):
            at = START + timedelta(seconds=index)
            body = canonical.text(
                {
                    "deed": "competition.question_asked",
                    "at": at.isoformat(),
                    "person": index % 1000,
                    "organisation": index % 100,
                    "role": "tender-manager",
                    "subject": f"2026/{index % 10_000}",
                    "facts": {"number": index},
                    "public": None,
                    "audience": index % 100,
                    "sealed": False,
                }
            )
            salt = index.to_bytes(32, "big")
            entries.append(
                LogEntry(
                    index=index,
                    body=body,
                    salt=salt,
                    deed="competition.question_asked",
                    at=at,
                    person=index % 1000,
                    organisation=index % 100,
                    subject=f"2026/{index % 10_000}",
                    audience=index % 100,
                )
            )
            leaf = merkle.leaf_hash(commitment(salt, body.encode()))
            for node in merkle.append(index, leaf, lambda *place: known[place]):
                known[node.level, node.position] = node.hash
                nodes.append(LogNode(level=node.level, position=node.position, hash=node.hash))
        with transaction.atomic():
            LogEntry.objects.bulk_create(entries)
            LogNode.objects.bulk_create(nodes)
            LogHead.objects.update_or_create(id=1, defaults={"size": entries[-1].index + 1})


def seconds(work: Callable[[], object], times: int) -> float:
    """The median of several runs."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def main(largest: int) -> None:
    """Grow the log tenfold at a time and measure at each size."""
    call_command("migrate", verbosity=0)
    known: dict[tuple[int, int], bytes] = {}
    size, first_rate = 0, 0.0
    print(
        f"{'entries':>10} {'verify s':>9} {'µs/entry':>9} {'ratio':>6}"
        f" {'proof ms':>9} {'hashes':>7} {'bytes':>6} {'queries':>8}"
    )
    for target in (n for n in (1_000, 10_000, 100_000, 1_000_000) if n <= largest):
        grow(size, target, known)
        size = target
        log.signed_checkpoint(START)
        took = seconds(
            lambda: log.verified().holds or sys.exit("does not hold"), 3 if size < 10**6 else 1
        )
        rate = took / size
        first_rate = first_rate or rate
        index = size // 3
        proof = merkle.inclusion_proof(index, size, log.stored_node)
        proof_time = seconds(lambda: merkle.inclusion_proof(index, size, log.stored_node), 7)
        connection.force_debug_cursor = True
        connection.queries_log.clear()
        merkle.inclusion_proof(index, size, log.stored_node)
        queries = len(connection.queries)
        connection.force_debug_cursor = False
        print(
            f"{size:>10} {took:>9.2f} {rate * 1e6:>9.1f} {rate / first_rate:>6.2f}"
            f" {proof_time * 1e3:>9.2f} {len(proof):>7} {sum(map(len, proof)):>6} {queries:>8}",
            flush=True,
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
