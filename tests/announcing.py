"""Answers to everything that a notice asks, as a buyer in good faith gives them."""

from collections.abc import Mapping

from anskaff.competition.announcing.facts import CaseFacts
from anskaff.competition.announcing.fields import Kind, Scope
from anskaff.competition.announcing.values import FieldValue, values_of, wanted

WRITTEN = {
    Kind.DAY: "2026-12-17",
    Kind.INSTANT: "2027-01-20T11:00:00+00:00",
    Kind.WHOLE: "2",
    Kind.MONEY: "1500000",
    Kind.YES_NO: "false",
    Kind.EMAIL: "post@example.org",
    Kind.URL: "https://example.org/",
}
SAID = {
    "BT-501": "310000000",
    "BT-512": "7010",
    "BT-513": "Trondheim",
    "BT-507": "NO060",
    "BT-503": "+47 73000000",
    "BT-99": "Krav om midlertidig forføyning må fremmes i karensperioden.",
    "BT-1501(n)-Contract": "6f7f9e0a-5d3c-4b5e-9a44-0f1d6c8a2b10-01",
}
OWN_CHANGE = ("change:BT-141(a)-notice|own-1",)
OF_THE_REVIEW_BODY = {"BT-500": "Trøndelag tingrett", "BT-501": "926722808"}


def answered(
    facts: CaseFacts,
    subtype: str,
    *,
    correction: bool = False,
    optional: bool = False,
    given: Mapping[str, str] | None = None,
) -> Mapping[str, str]:
    """Answers by key to all that is needed beside those given; with `optional` to all that may."""
    answers: dict[str, str] = dict(given or {})
    for _ in range(2):
        values = values_of(facts, subtype, answers, correction=correction)
        answers |= {each.key: _said(each) for each in wanted(values)}
        if optional:
            answers |= {
                each.key: _said(each) for each in values if each.editable and not each.value
            }
    if correction:
        answers |= dict.fromkeys(OWN_CHANGE, "Nye tegninger.")
        answers |= {f"{key}@en": "New drawings." for key in OWN_CHANGE if values.languages[1:]}
        answers["change:BT-13716-notice|own-1"] = "PROCEDURE"
    return answers


def _said(each: FieldValue) -> str:
    field = each.field
    if field.scope is Scope.REVIEW_BODY and field.id in OF_THE_REVIEW_BODY:
        return OF_THE_REVIEW_BODY[field.id]
    if field.id == "BT-1375-Procedure":
        return " ".join(field.codes)
    if field.codes:
        return next(iter(field.codes))
    if field.id in SAID and each.language in {"", "no"}:
        return SAID[field.id]
    return WRITTEN.get(field.kind, f"Tekst om {field.label.nb.lower()}")
