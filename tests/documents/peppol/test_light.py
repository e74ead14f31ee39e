"""Who only reads and writes documents does not wait for our rules to be brought in."""

import subprocess
import sys

import pytest

READS = """
import sys
from importlib import import_module
from anskaff.documents.peppol import known, shelf

for each in known.DOCUMENTS:
    document = shelf.document(each)
    if document is not None:
        values = document.root(number="7")
        assert document.read(document.write(values)).number == "7", each.key
    {then}
print(*sys.modules)
"""


def brought_in(then: str = "pass") -> set[str]:
    """The modules that are there when every document was read and written once."""
    code = READS.format(then=then)
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(told.stdout.split())


@pytest.mark.parametrize(
    ("then", "there"), [("pass", False), ("shelf.rule_sets(each)", True)], ids=["read", "checked"]
)
def test_rules_are_brought_in_for_a_check_only(then: str, there: bool) -> None:
    """Issue 3: no work of more than 50 ms when a document is imported; rules are most of it."""
    modules = brought_in(then)
    rules = {
        each
        for each in modules
        if each.startswith("anskaff.documents")
        and (".rules" in each or each.endswith(("_rules", "rule_sets", ".structure", ".guards")))
    }
    assert bool(rules) is there, sorted(rules)
    assert ("django" in modules, "saxonche" in modules) == (False, False)
