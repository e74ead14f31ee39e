"""The official layer as something to compare with: runs all cases of a folder on two processes."""

from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor

from anskaff.documents.validation.official import Official, Step
from tests.documents.expected import Broken, Case, rule_set_for

PROCESSES = 2


def broken_by(official: Official, case: Case) -> Broken:
    """What the official rules say of one case; every layer must have run, on every rule."""
    rules = rule_set_for(case)
    assert rules is not None, f"no rule set for {case.name}"
    schema = ""
    if case.xsd is not None:
        [layer] = official.check(case.document, rules, steps={Step.XSD}).layers
        assert layer.ran, (case.name, layer.skipped)
        schema = layer.found[0].text if layer.found else ""
    verdict = official.check(case.document, rules, steps={Step.SCHEMATRON})
    for layer in verdict.layers:
        assert layer.ran, (case.name, layer.skipped and layer.skipped.text("en"))
        assert not layer.left_out, (case.name, layer.left_out)
    counted = {
        severity: Counter(each.rule for each in verdict.found if each.severity == severity)
        for severity in ("fatal", "warning")
    }
    return Broken(counted["fatal"], counted["warning"], schema)


def all_broken(official: Official, cases: Iterable[Case]) -> Iterator[tuple[Case, Broken]]:
    """Every case with what the official rules say of it."""
    listed = list(cases)
    with ThreadPoolExecutor(PROCESSES) as threads:
        yield from zip(
            listed, threads.map(lambda case: broken_by(official, case), listed), strict=True
        )
