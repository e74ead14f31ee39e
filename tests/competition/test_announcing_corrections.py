"""What a correction names: each field that differs, and what the buyer adds."""

from datetime import timedelta

import pytest
from hypothesis import given as many
from hypothesis import strategies as st

from anskaff.competition.announcing.building import Identity, build
from anskaff.competition.announcing.checking import faults
from anskaff.competition.announcing.correcting import Correction, correction_of, places
from anskaff.competition.announcing.values import values_of
from anskaff.concepts.notice import ChangedPart
from anskaff.documents import checking, eforms
from tests.announcing import answered
from tests.competition.test_announcing_official import NOTICE, NOW, facts_for
from tests.conftest import STANDARDS

WHY = {"notice:BT-762-notice": "Nye tegninger.", "notice:BT-762-notice@en": "New drawings."}
DEADLINE = "Lot:BT-131(d)"
EARLIER = (NOW + timedelta(days=30)).isoformat()
BOTH_DEADLINES = {f"{DEADLINE}|LOT-0001": EARLIER, f"{DEADLINE}|LOT-0002": EARLIER}
IDENTITY = Identity(notice=NOTICE, version=2, at=NOW, corrects=f"{NOTICE}-01")


def a_correction(
    subtype: str, before: dict[str, str], own: dict[str, str] | None = None
) -> Correction:
    """A correction of a notice that said something else in some fields."""
    facts = facts_for(subtype)
    answers = {**answered(facts, subtype), **WHY}
    said = {each.key: each.value for each in values_of(facts, subtype, answers) if each.value}
    return correction_of(facts, subtype, answers | (own or {}), said | before)


def parts_of(correction: Correction, subtype: str) -> tuple[ChangedPart, ...]:
    reading = build(correction.values, facts_for(subtype), IDENTITY)
    return eforms.read(eforms.write(reading)).changes[0].parts


def test_a_deadline_moved_in_two_lots_is_one_change_that_names_both() -> None:
    (part,) = parts_of(a_correction("16", BOTH_DEADLINES), "16")
    assert part.sections == ("LOT-0001", "LOT-0002")
    assert part.description.in_("nb").replace("\xa0", " ") == (
        "Tilbudsfrist: endret fra mandag 21.12.2026 kl. 10.00 (norsk tid) til "
        "torsdag 31.12.2026 kl. 10.00 (norsk tid)."
    )
    assert part.description.in_("en").startswith("Deadline for tenders: changed from Monday")


def test_lots_that_changed_differently_are_told_apart() -> None:
    later = (NOW + timedelta(days=31)).isoformat()
    before = {f"{DEADLINE}|LOT-0001": EARLIER, f"{DEADLINE}|LOT-0002": later}
    (part,) = parts_of(a_correction("16", before), "16")
    first, second = part.description.in_("nb").split("\n")
    assert first.startswith("Tilbudsfrist (Bibliotek): endret fra mandag 21.12.2026")
    assert second.startswith("Tilbudsfrist (Kulturhus): endret fra tirsdag 22.12.2026")


def test_the_buyer_names_a_document_that_changed_in_each_lot() -> None:
    """The deadline differs; that a drawing is new, only the buyer knows."""
    own = {
        "change:BT-13716-notice|own-1": "LOT-0001",
        "change:BT-141(a)-notice|own-1": "Tegning A.",
        "change:BT-141(a)-notice|own-1@en": "Drawing A.",
        "change:BT-718-notice|own-1": "true",
        "change:BT-719-notice|own-1": "2026-11-20",
        "change:BT-13716-notice|own-2": "LOT-0002",
        "change:BT-141(a)-notice|own-2": "Tegning B.",
        "change:BT-141(a)-notice|own-2@en": "Drawing B.",
    }
    correction = a_correction("16", BOTH_DEADLINES, own)
    assert faults(correction.values) == ()
    assert places(correction.values) == (DEADLINE, "own-1", "own-2")
    deadline, first, second = parts_of(correction, "16")
    assert (deadline.sections, deadline.documents_changed) == (("LOT-0001", "LOT-0002"), None)
    assert (first.sections, first.documents_changed) == (("LOT-0001",), True)
    assert str(first.documents_changed_on) == "2026-11-20"
    assert (second.sections, second.description.in_("en")) == (("LOT-0002",), "Drawing B.")


def test_what_is_half_said_of_a_change_is_asked_for_and_what_is_not_begun_is_not() -> None:
    def missing(before: dict[str, str], own: dict[str, str]) -> set[str]:
        return {each.where for each in faults(a_correction("E3", before, own).values)}

    words, where = "change:BT-141(a)-notice|own-1", "change:BT-13716-notice|own-1"
    assert missing({}, {}) == {words}
    assert missing(BOTH_DEADLINES, {}) == set()
    assert missing(BOTH_DEADLINES, {where: "LOT-0002"}) == {words}
    assert missing(BOTH_DEADLINES, {words: "Tegning A."}) == {where}
    assert missing(BOTH_DEADLINES, {"change:BT-718-notice|own-1": "true"}) == {
        words,
        where,
        "change:BT-719-notice|own-1",
    }
    assert missing(BOTH_DEADLINES, {f"change:BT-141(a)-notice|{DEADLINE}": ""}) == {
        f"change:BT-141(a)-notice|{DEADLINE}"
    }
    assert missing(BOTH_DEADLINES, {words: "Tegning A.", where: "LOT-0009"}) == {where}


def test_a_long_text_is_named_and_not_told_again() -> None:
    before = {"Procedure:BT-24": "En helt annen beskrivelse. " * 20}
    (part,) = parts_of(a_correction("E3", before), "E3")
    assert part.sections == ("PROCEDURE",)
    assert part.description.in_("nb") == "Beskrivelse: endret."


KEYS = sorted(
    {
        each.key
        for each in values_of(facts_for("16"), "16", answered(facts_for("16"), "16"))
        if each.value
    }
)


@pytest.mark.standards
@many(st.dictionaries(st.sampled_from(KEYS), st.just("Noe annet"), max_size=6))
def test_whatever_differs_is_named_once_where_it_stands_and_breaks_no_published_rule(
    before: dict[str, str],
) -> None:
    own = {
        "change:BT-13716-notice|own-1": "ORG-0001",
        "change:BT-141(a)-notice|own-1": "Mer.",
        "change:BT-141(a)-notice|own-1@en": "More.",
    }
    correction = a_correction("16", before, own)
    fields = {key.partition("|")[0].partition("@")[0] for key in before}
    assert set(places(correction.values)) == fields | {"own-1"}
    assert faults(correction.values) == ()
    data = eforms.write(build(correction.values, facts_for("16"), IDENTITY))
    parts = eforms.read(data).changes[0].parts
    lots = {key.partition("|")[2][:8] for key in before if "|LOT" in key}
    assert lots <= {section for part in parts for section in part.sections}
    assert all(part.sections and part.description.in_("nb") for part in parts)
    report = checking.check(data, on=NOW.date(), bundle=STANDARDS)
    assert [each.kind.rule for each in report.findings if each.stops] == []
