"""How many verdicts of other libraries for invoices agree with the expected ones, and ours.

    python -m venv /tmp/peers && /tmp/peers/bin/pip install verifyhash-einvoice mock-einvoice peppol-py
    nice .venv/bin/python benchmarks/peers.py /tmp/peers/bin/python

They are for comparison only and none of them is among our packages. A verdict agrees when every
rule that is expected is told and no rule that must hold is; how often, and how severely, is not
asked. peppol-py compiles the official rules anew for each document, so it gets every tenth case.
"""

import base64
import json
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.conftest import STANDARDS
from tests.documents import expected, native_engine

PEERS = """
import base64, json, sys
import einvoice, mockeinvoice
from mockeinvoice.rules import check
from mockeinvoice.ubl import parse_tree
from peppol_py.validation import validate_peppol_document

def verifyhash(data, peppol):
    told = einvoice.validate_bytes(data, profile="en16931")
    return [each["rule"] for each in told.get("violations", ())]

def mock(data, peppol):
    document, findings, sent = parse_tree(data)
    return [each.code for each in check(document, "peppol", findings, sent).findings]

def peppol_py(data, peppol):
    files = ["CEN-EN16931-UBL.xsl"] + (["PEPPOL-EN16931-UBL.xsl"] if peppol else [])
    return [each["code"] for each in validate_peppol_document(data, files, warnings=True)]

PEERS = {"verifyhash-einvoice": verifyhash, "mock-einvoice": mock, "peppol-py": peppol_py}
for line in sys.stdin:
    peer, data, peppol = json.loads(line)
    try:
        answer = sorted(set(PEERS[peer](base64.b64decode(data), peppol)))
    except Exception as error:
        answer = type(error).__name__
    print(json.dumps(answer), flush=True)
"""
FOLDERS = ("en16931-1.3.16", "peppol-billing-3.0.21")
EACH = {"verifyhash-einvoice": 1, "mock-einvoice": 1, "peppol-py": 10}
EUROPEAN = ("BR-", "UBL-")


def agrees(case: expected.Case, found: set[str]) -> bool:
    """Whether these are the rules that the case is made to break."""
    wanted = {*case.fatal, *case.warning}
    if not wanted <= found or case.kept & found:
        return False
    of_case = EUROPEAN if case.folder == FOLDERS[0] else ("",)
    return not case.exact or {each for each in found if each.startswith(of_case)} == wanted


def main(python: str) -> int:
    print(
        f"{'library':22}{'folder':24}{'cases':>7}{'agree':>7}{'differ':>8}{'refused':>9}{'seconds':>9}"
    )
    with subprocess.Popen(
        [python, "-c", PEERS], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for peer, each in EACH.items():
            for folder in FOLDERS:
                began = time.monotonic()
                counted: Counter[str] = Counter()
                for case in list(expected.cases(STANDARDS, folder))[::each]:
                    data = base64.b64encode(case.document).decode()
                    process.stdin.write(f"{json.dumps([peer, data, folder != FOLDERS[0]])}\n")
                    process.stdin.flush()
                    answer = json.loads(process.stdout.readline())
                    if isinstance(answer, str):
                        counted["refused"] += 1
                    else:
                        counted["agree" if agrees(case, set(answer)) else "differ"] += 1
                show(peer, folder, counted, time.monotonic() - began)
        process.stdin.close()
    for folder in FOLDERS:
        began = time.monotonic()
        counted = Counter()
        for case in expected.cases(STANDARDS, folder):
            broken = native_engine.broken_by(case)
            told = {*broken.fatal, *broken.warning} if broken else set()
            counted[
                "refused" if broken is None else "agree" if agrees(case, told) else "differ"
            ] += 1
        show("anskaff", folder, counted, time.monotonic() - began)
    return 0


def show(peer: str, folder: str, counted: Counter[str], seconds: float) -> None:
    cases = counted.total()
    row = "".join(
        f"{counted[each]:>{size}}" for each, size in (("agree", 7), ("differ", 8), ("refused", 9))
    )
    print(f"{peer:22}{folder:24}{cases:>7}{row}{seconds:>9.0f}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
