"""The table of fields says what the installed SDK says: names, subtypes, codes."""

import pytest

from anskaff.competition.announcing.fields import Field, Scope
from anskaff.competition.announcing.subtypes import SUBTYPES
from anskaff.competition.announcing.table import FIELDS, fields_of
from anskaff.concepts.words import Words
from anskaff.documents.eforms import labels, sdk
from anskaff.documents.standards.bundle import Bundle
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
        "BT-141(a)-notice",
        "BT-718-notice",
        "BT-719-notice",
    }


def test_every_label_is_in_three_languages() -> None:
    assert all(isinstance(each.label, Words) for each in FIELDS)
