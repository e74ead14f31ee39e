"""The counterpart of the service judges by the official rules, and our client reads why not."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from anskaff.demo.notice_rules import by_the_rules
from anskaff.demo.notice_service import NoticeServiceSandbox
from anskaff.documents.eforms import notice as eforms
from anskaff.documents.standards.bundle import Bundle
from anskaff.documents.validation.official import Official
from anskaff.documents.validation.pool import Pool
from anskaff.notices.gateway.service import Outcome
from tests.conftest import STANDARDS
from tests.documents.notices import NORWEGIAN, ON, content
from tests.notices.a_notice import Clock, a_client, a_notice, a_service

VALID = NORWEGIAN / "national-e/VALID-national-e2-minimum.xml"
BROKEN = NORWEGIAN / "national-e/INVALID-national-e2-with-wrong-procedure-currency.xml"
CLOCK = Clock(datetime(ON.year, ON.month, ON.day, 10, tzinfo=UTC))


@pytest.fixture
def service(tmp_path: Path) -> Iterator[NoticeServiceSandbox]:
    with Pool(1, timeout_seconds=180) as pool:
        judge = by_the_rules(CLOCK, STANDARDS, Official(Bundle(STANDARDS), pool))
        with a_service(tmp_path, CLOCK, judge=judge) as running:
            yield running


@pytest.mark.standards
def test_a_notice_that_follows_the_rules_is_taken_and_others_are_explained(service) -> None:
    client = a_client(service, seconds=180)

    def sent(data: bytes) -> tuple[Outcome, set[str]]:
        number = eforms.read(data)
        answer = client.submit(data, notice_id=number.notice, version=number.version, language="nb")
        judged = client.validate(data, notice_id=number.notice, version=number.version)
        return answer.outcome, {fault.rule for fault in judged.faults if fault.stops}

    valid, broken = content(VALID), content(BROKEN)
    unknown = valid.replace(b"<cbc:VersionID>", b"<cbc:Unknown/><cbc:VersionID>")
    assert sent(valid) == (Outcome.DONE, set())
    assert sent(broken) == (Outcome.REFUSED, {"EFORMS-NOR-NATIONAL-CR-R001B"})
    outcome, rules = sent(unknown)
    assert outcome is Outcome.REFUSED
    assert rules
    assert len(service.kept()) == 1


def test_without_the_bundle_a_notice_only_has_to_be_one() -> None:
    judge = by_the_rules(CLOCK, None)
    assert judge(a_notice()) == ()
    assert judge(b"<html/>")
