"""The rules on what a document says that it is: its specification and its process."""

from anskaff.concepts.words import Words
from anskaff.documents.peppol.post_award.spelling import spelled
from anskaff.documents.ubl.reading import Reading
from anskaff.documents.ubl.rules import Facts, Rule, rule
from anskaff.documents.ubl.table import Group

SPECIFICATION = Words(
    nb="Spesifikasjonen er «{got}», men skal begynne med «{expected}».",
    nn="Spesifikasjonen er «{got}», men skal begynne med «{expected}».",
    en="The specification is “{got}” but must begin with “{expected}”.",
)
EXACT_SPECIFICATION = Words(
    nb="Spesifikasjonen er «{got}», men skal være «{expected}».",
    nn="Spesifikasjonen er «{got}», men skal vere «{expected}».",
    en="The specification is “{got}” but must be “{expected}”.",
)
PROCESS = Words(
    nb="Prosessen er «{got}», men skal være {expected}.",
    nn="Prosessen er «{got}», men skal vere {expected}.",
    en="The process is “{got}” but must be {expected}.",
)
WRITE = Words(nb="Skriv {expected}.", nn="Skriv {expected}.", en="Write {expected}.")


def specification(official: str, root: type[Group], expected: str) -> Rule:
    """The rule that the specification begins as it should; one that is missing is told elsewhere.

    >>> specification("PEPPOL-T58-R001", Group, "urn:example").at
    'customization'
    """

    @rule(official, root, at="customization", says=SPECIFICATION, cure=WRITE)
    def begins_as_it_should(document: Group, _: Reading[Group]) -> Facts | None:
        got = spelled(document, "customization")
        if "customization" not in document.__dict__ or got.startswith(expected):
            return None
        return {"got": got, "expected": expected}

    return begins_as_it_should


def exact_specification(official: str, root: type[Group], expected: str) -> Rule:
    """The rule that the specification is this one; one that is missing is told elsewhere.

    >>> exact_specification("PEPPOL-T128-R001", Group, "urn:example").at
    'customization'
    """

    @rule(official, root, at="customization", says=EXACT_SPECIFICATION, cure=WRITE)
    def is_as_it_should_be(document: Group, _: Reading[Group]) -> Facts | None:
        got = spelled(document, "customization")
        if "customization" not in document.__dict__ or got == expected:
            return None
        return {"got": got, "expected": expected}

    return is_as_it_should_be


def process(official: str, root: type[Group], *allowed: str) -> Rule:
    """The rule that the process is one of these; one that is missing is told elsewhere.

    >>> process("PEPPOL-T111-R008", Group, "urn:example").at
    'profile'
    """

    @rule(official, root, at="profile", says=PROCESS, cure=WRITE)
    def is_one_of_these(document: Group, _: Reading[Group]) -> Facts | None:
        got = spelled(document, "profile")
        if "profile" not in document.__dict__ or got in allowed:
            return None
        return {"got": got, "expected": ", ".join(allowed)}

    return is_one_of_these
