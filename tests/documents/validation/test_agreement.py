"""Our compiler and the official engine give the verdicts that the publishers expect."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from lxml import etree

from anskaff.documents.validation.answer import Found, Job, Kind
from anskaff.documents.validation.official import KEPT_RULES, Official
from anskaff.documents.validation.places import placed
from anskaff.documents.validation.rule_sets import RULE_SETS, find_for
from tests.conftest import STANDARDS
from tests.documents import expected
from tests.documents.official_engine import PROCESSES, all_broken

pytestmark = pytest.mark.standards


@pytest.mark.parametrize("folder", expected.FOLDERS)
def test_official_rules_say_what_their_publishers_expect(folder: str, official: Official) -> None:
    differing = [
        f"{case.name}: {told}"
        for case, broken in all_broken(official, expected.cases(STANDARDS, folder))
        for told in expected.compare(case, broken)
        if not expected.explanation(case, told)
    ]
    assert differing == []


def test_our_compiler_gives_the_same_report_as_the_publisher_s_own_stylesheet(
    official: Official,
) -> None:
    """The same EN 16931 rules: Schematron compiled by us, and XSLT compiled by the publisher."""
    source = official.bundle.file("en16931-rules", "EN16931-UBL-validation.sch")
    assert official.kept is not None
    ours = Job(Kind.SCHEMATRON, source, source.parent)
    theirs = Job(Kind.SVRL_XSLT, official.kept / KEPT_RULES, official.kept)

    def difference(case: expected.Case) -> tuple[str, list[Found]]:
        root = expected.xml.read(case.document)
        document = etree.tostring(root, encoding="unicode").encode()
        one, other = (placed(official.engine.ask(job, document), root) for job in (ours, theirs))
        assert (one.stopped, other.stopped) == ("", "")
        return case.name, sorted((Counter(one.found) - Counter(other.found)).elements()) + sorted(
            (Counter(other.found) - Counter(one.found)).elements()
        )

    cases = [case for folder in expected.FOLDERS[:2] for case in expected.cases(STANDARDS, folder)]
    with ThreadPoolExecutor(PROCESSES) as threads:
        differing = [found for found in threads.map(difference, cases) if found[1]]
    assert differing == []


def test_every_listed_document_is_compared_or_left_to_the_network(official: Official) -> None:
    left = [file for folder in expected.FOLDERS for file in expected.outside(STANDARDS, folder)]
    assert {file.split("/")[2] for file in left} <= {"sbdh"}  # an envelope, not a document


def test_every_rule_set_has_its_official_files(official: Official) -> None:
    for rules in RULE_SETS:
        for file in (rules.xsd, *rules.files):
            assert official.bundle.file(file.part, file.path).is_file(), (rules.id, file.path)


def test_the_engine_rejects_no_official_rule(official: Official) -> None:
    files = sorted({official.bundle.file(f.part, f.path) for r in RULE_SETS for f in r.files})

    def rejected(path: Path) -> list[str]:
        answer = official.engine.ask(Job(Kind.SCHEMATRON, path, path.parent), b"<a/>")
        told = (answer.stopped, *(each.what for each in answer.left_out))
        return [f"{path.name}: {one}" for one in told if one]

    with ThreadPoolExecutor(PROCESSES) as threads:
        assert [one for told in threads.map(rejected, files) for one in told] == []


def test_examples_find_their_own_rule_set() -> None:
    unknown = [
        case.file
        for folder in expected.FOLDERS
        for case in expected.cases(STANDARDS, folder)
        if not case.configuration
        and "/bad/" not in case.file
        and find_for(expected.xml.read(case.document), on=expected.ON) is None
    ]
    assert unknown == []
