"""The whole table of fields, in the order of the form."""

from anskaff.competition.announcing.choices import WEIGHTS
from anskaff.competition.announcing.fields import Field, Theme
from anskaff.competition.announcing.table_about import ABOUT, BUYER, OBJECT
from anskaff.competition.announcing.table_changes import NAMED_CHANGES
from anskaff.competition.announcing.table_framework import FRAMEWORK, FRAMEWORK_RESULT
from anskaff.competition.announcing.table_groups import GROUP_RESULT, GROUPS
from anskaff.competition.announcing.table_procedure import CRITERIA, DEADLINES, LOTS, PROCEDURE
from anskaff.competition.announcing.table_result import CHANGE, MODIFICATION, RESULT
from anskaff.competition.announcing.table_terms import DOCUMENTS, REVIEW, TERMS
from anskaff.concepts.words import Words

FIELDS = (
    *ABOUT,
    *BUYER,
    *OBJECT,
    *LOTS,
    *GROUPS,
    *PROCEDURE,
    *FRAMEWORK,
    *CRITERIA,
    *DEADLINES,
    *DOCUMENTS,
    *TERMS,
    *REVIEW,
    *RESULT,
    *FRAMEWORK_RESULT,
    *GROUP_RESULT,
    *MODIFICATION,
    *CHANGE,
    *NAMED_CHANGES,
)


def own_words(code_list: str, code: str) -> Words | None:
    """What we call a code of a list that the form or the public page has; nothing for another."""
    lists = [each.codes for each in FIELDS if each.code_list == code_list]
    lists += [WEIGHTS] if code_list == "number-weight" else []
    return next((codes[code] for codes in lists if code in codes), None)


def fields_of(subtype: str, *, correction: bool = False) -> tuple[Field, ...]:
    """The fields that a notice of this subtype may have, in the order of the form.

    A correction has the page about what is corrected too.
    """
    return tuple(
        each
        for each in FIELDS
        if subtype in each.subtypes and (correction or each.theme is not Theme.CHANGE)
    )
