"""The table of fields says what the installed SDK says: names, subtypes, codes."""

import pytest

from anskaff.competition.announcing.checking import faults
from anskaff.competition.announcing.fields import Field, Scope
from anskaff.competition.announcing.known import ANNOUNCED, AWARD, SUM
from anskaff.competition.announcing.subtypes import SUBTYPES
from anskaff.competition.announcing.table import FIELDS, fields_of
from anskaff.competition.announcing.values import Values, values_of
from anskaff.concepts.words import Words
from anskaff.documents.eforms import labels, sdk
from anskaff.documents.standards.bundle import Bundle
from tests.announcing import answered
from tests.competition.test_announcing_official import facts_for
from tests.conftest import STANDARDS

OUR_OWN_ID = {"BT-541": "BT-541-Lot-WeightNumber"}


def official(field: Field, subtype: str) -> str:
    return OUR_OWN_ID.get(field.id, field.official(subtype))


@pytest.mark.standards
def test_no_field_is_offered_to_a_subtype_that_must_not_have_it() -> None:
    installed = sdk.installed(Bundle(STANDARDS), sdk.RELEASES[0])
    wrong = [
        f"{official(field, subtype)} in {subtype}"
        for field in FIELDS
        for subtype in sorted(field.subtypes)
        if not installed.allowed(official(field, subtype), subtype)
    ]
    assert wrong == []


@pytest.mark.standards
def test_every_code_that_we_offer_is_in_the_official_list() -> None:
    known = labels.official(STANDARDS)
    wrong = [
        f"{field.id} {field.code_list} {code}"
        for field in FIELDS
        for code in field.codes
        if field.code_list and known.code_label(field.code_list, code) is None
    ]
    assert wrong == []


def test_every_subtype_asks_for_buyer_title_and_lots() -> None:
    for subtype in SUBTYPES:
        ids = {(each.scope, each.id) for each in fields_of(subtype)}
        assert {(Scope.COMPANY, "BT-500"), (Scope.PROCEDURE, "BT-21"), (Scope.LOT, "BT-21")} <= ids


def test_a_field_is_needed_only_where_it_is_allowed() -> None:
    assert [each.id for each in FIELDS if not each.needed <= each.subtypes] == []


def test_only_a_correction_asks_what_is_corrected() -> None:
    plain = {each.id for each in fields_of("E3")}
    corrected = {each.id for each in fields_of("E3", correction=True)}
    assert corrected - plain == {
        "BT-140-notice",
        "BT-762-notice",
        "BT-13716-notice",
        "BT-141(a)-notice",
        "BT-718-notice",
        "BT-719-notice",
    }


def test_every_label_is_in_three_languages() -> None:
    assert all(isinstance(each.label, Words) for each in FIELDS)


def framework_result(subtype: str, **answers: str) -> Values:
    """A result whose lots are frameworks, with these answers of the first lot."""
    facts = facts_for(subtype)
    kinds = {f"Lot:BT-765|{lot.key}": "fa-wo-rc" for lot in facts.lots}
    own = {f"{key.replace('_', ':')}|LOT-0001": said for key, said in answers.items()}
    return values_of(facts, subtype, {**answered(facts, subtype), **kinds, **own})


def test_a_framework_that_somebody_won_says_what_it_may_come_to_or_probably_will() -> None:
    """One of BT-709 and BT-660 is demanded, unless the contract is a call-off (SDK, BT-142)."""
    lot = "LotResult:BT-709|LOT-0001"

    def missing(**answers: str) -> bool:
        return lot in {each.where for each in faults(framework_result("29", **answers))}

    blank = {"LotResult_BT-660": ""}
    assert missing(**blank)
    assert not missing()
    assert not missing(**blank, **{"LotResult_BT-709": "1"})
    assert not missing(**blank, **{"Contract_BT-768": "true", "Contract_OPT-100": "1-2026"})
    assert not missing(**blank, **{"LotResult_BT-142": "clos-nw", "LotResult_BT-144": "other"})


def test_the_values_of_a_framework_start_as_announced_and_as_awarded_and_are_summed() -> None:
    values = framework_result("29", **{"Lot_BT-271": "5000000"})
    at = {each.key: (each.value, each.source, each.editable) for each in values}
    assert at["LotResult:BT-709|LOT-0001"] == ("5000000", ANNOUNCED, True)
    assert at["LotResult:BT-660|LOT-0001"] == ("3900000", AWARD, True)
    assert at["NoticeResult:BT-118"] == ("5000000", SUM, False)
    assert at["NoticeResult:BT-1118"] == ("9000000", SUM, False)
