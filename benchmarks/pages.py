"""How long a page takes: asked for in rounds, the quietest of them counts."""

import statistics
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Milliseconds at the 95th percentile of the quietest round; queries and content of a page."""

    wall: float
    processor: float
    queries: int
    content: bytes


def measure(client: Client, address: str, rounds: int, requests: int) -> Measured:
    """One page, asked for so many times in each of so many rounds."""
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address)
        queries = len(captured)
    if response.status_code != 200:
        sys.exit(f"{address} answered {response.status_code}")
    walls, processors = [], []
    for _ in range(rounds):
        taken = [_timed(client, address) for _ in range(requests)]
        walls.append(_p95([wall for wall, _ in taken]))
        processors.append(_p95([processor for _, processor in taken]))
    return Measured(
        wall=min(walls), processor=min(processors), queries=queries, content=response.content
    )


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


def _p95(taken: list[float]) -> float:
    return statistics.quantiles(taken, n=20)[-1]
