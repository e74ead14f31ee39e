"""A supplier's tender: saved, checked, delivered, replaced, withdrawn, and refused in time."""

from datetime import timedelta

import pytest

from anskaff.competition import opened_content
from anskaff.competition.actions import tendering
from anskaff.competition.models import Competition, Tender, TenderVersion
from anskaff.competition.queries import tendering as queries
from anskaff.competition.sealing import officer_keys
from anskaff.concepts.errors import Conflict, Forbidden, Invalid, NotFound
from anskaff.concepts.errors import Unreadable
from tests import given

pytestmark = pytest.mark.django_db
AT = given.PUBLISHED_AT + timedelta(days=3)


def codes(error: pytest.ExceptionInfo) -> list[str]:
    return [finding.code for finding in error.value.findings]


def test_a_delivered_tender_has_a_receipt_that_counts() -> None:
    case = given.a_published_competition()
    supplier = given.a_supplier_with_manager()
    given.a_delivered_tender(case.reference, supplier, files={"pris.txt": b"hei"})
    seen = queries.tender_of(case.reference, supplier, AT)
    assert seen.counting is not None
    assert seen.counting.receipt.startswith("2026-")
    receipt = queries.receipt_of(case.reference, None, supplier)
    assert receipt.statement is not None
    assert [file.name for file in receipt.statement.files] == ["pris.txt"]
    assert receipt.statement.sha256 == receipt.version.content_sha256


def test_enough_officers_open_what_was_delivered() -> None:
    case = given.a_published_competition()
    supplier = given.a_supplier_with_manager()
    given.a_delivered_tender(
        case.reference, supplier, prices={"PL-0001": "1 234,50"}, files={"a.txt": b"hemmelig"}
    )
    competition = Competition.objects.get(case__reference=case.reference)
    (version,) = opened_content.versions_that_count(competition.pk)
    shares = []
    for share in version.shares.select_related("officer_key"):
        key = officer_keys.unlock(
            share.officer_key.protected_private_key.encode(), given.PASSPHRASE
        )
        shares.append(opened_content.release_share(version, key))
    with pytest.raises(Conflict) as early:
        opened_content.unseal_version(version, shares, at=AT)
    assert codes(early) == ["opening-before-deadline"]
    with pytest.raises(Conflict) as few:
        opened_content.unseal_version(version, shares[:1], at=given.DEADLINE)
    assert codes(few) == ["envelope-too-few-shares"]
    content = opened_content.unseal_version(version, shares, at=given.DEADLINE)
    assert f"{content.statement.prices['PL-0001']:f}" == "1234.50"
    assert b"".join(opened_content.file_chunks(content, 0)) == b"hemmelig"
