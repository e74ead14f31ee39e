"""How long a page takes: asked for in rounds, the quietest of them counts."""

import statistics
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


@dataclass(frozen=True, slots=True)
class Round:
    """Milliseconds of each request, by the clock and of this process on a processor."""

    wall: list[float]
    processor: list[float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Milliseconds at the 95th percentile of the quietest round; queries and content of a page."""

    wall: float
    processor: float
    queries: int
    content: bytes

    @classmethod
    def of(cls, rounds: Sequence[Round], queries: int, content: bytes) -> "Measured":
        """What rounds tell of a page."""
        return cls(
            wall=min(p95(each.wall) for each in rounds),
            processor=min(p95(each.processor) for each in rounds),
            queries=queries,
            content=content,
        )


def measure(client: Client, address: str, rounds: int, requests: int) -> Measured:
    """One page, asked for so many times in each of so many rounds."""
    taken = [asked(client, address, requests) for _ in range(rounds)]
    return Measured.of(taken, *seen(client, address))


def asked(client: Client, address: str, requests: int) -> Round:
    """One page, asked for so many times after a first time that is not counted."""
    client.get(address)
    taken = [_timed(client, address) for _ in range(requests)]
    return Round([wall for wall, _ in taken], [processor for _, processor in taken])


def seen(client: Client, address: str) -> tuple[int, bytes]:
    """How many queries a page needs when it was asked for before, and its content."""
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address)
        queries = len(captured)
    if response.status_code != 200:
        sys.exit(f"{address} answered {response.status_code}")
    return queries, response.content


def tell(sizes: Sequence[int], measured: Mapping[str, Sequence[Measured]]) -> None:
    """Print the table: each page at the smallest and the largest size."""
    print(f"{'page':<24}{sizes[0]:>9,}{sizes[-1]:>9,} {'ratio':>6} {'of CPU':>6} {'queries':>8}")
    for name, (few, many) in measured.items():
        print(
            f"{name:<24}{few.wall:>9.1f}{many.wall:>9.1f} {many.wall / few.wall:>6.2f}"
            f" {many.processor / few.processor:>6.2f} {few.queries:>4} →{many.queries:>4}"
        )


def _timed(client: Client, address: str) -> tuple[float, float]:
    """Milliseconds of one request by the clock, and of this process on a processor."""
    began, used = time.perf_counter(), time.process_time()
    client.get(address)
    return (time.perf_counter() - began) * 1000, (time.process_time() - used) * 1000


def p95(taken: Sequence[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(taken, n=20)[-1]
