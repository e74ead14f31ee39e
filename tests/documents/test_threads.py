"""Documents are read and checked in several threads at once, as a web server does."""

import subprocess
import sys

CHECKS = """
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

from anskaff.documents import checking
from anskaff.documents.peppol import known, shelf
from anskaff.documents.ubl.example import example

THREADS = 8
sys.setswitchinterval(1e-6)
documents = [document for each in known.DOCUMENTS if (document := shelf.document(each))]
for document in documents:
    data = document.write(example(document))
    together = Barrier(THREADS)

    def told(_):
        together.wait()
        report = checking.check(data, on=date(2026, 11, 21))
        return [(each.code, each.where) for each in report.findings], document.read(data)

    with ThreadPoolExecutor(THREADS) as threads:
        first, *others = threads.map(told, range(THREADS))
    assert all(each == first for each in others), document.key
print(len(documents))
"""


def test_documents_that_are_checked_at_once_are_told_alike():
    """Nothing is kept yet in a new process, and all threads begin with the same document."""
    command = [sys.executable, "-c", CHECKS]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr[-2000:]
    assert int(told.stdout) > 30
