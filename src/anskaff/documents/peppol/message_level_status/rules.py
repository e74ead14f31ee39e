"""The rules of the Peppol network on the message level status (SCH-MLS-01 to 31).

An empty field breaks several of them at once: that it stands, that it says something, and how.
The official rules stop where UBL allows several of what they take for one: two explanations of the
same thing, or two kinds of one finding. They then tell nothing there, and neither do we.
"""

import re
from collections.abc import Callable, Iterator

from anskaff.concepts.words import Words
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.message_level_status.table import (
    Answer,
    AnsweredMessage,
    Decision,
    Found,
    Issue,
    IssuePlace,
    IssueStatus,
    MessageLevelStatus,
    ServiceProvider,
)
from anskaff.documents.peppol.post_award.spelling import spelled
from anskaff.documents.ubl.reading import Reading
from anskaff.documents.ubl.rules import Facts, Rule, rule
from anskaff.documents.ubl.table import Group

KNOWN = BY_KEY["message_level_status"]
PROVIDER = re.compile(r"[0-9]{6}(-[0-9A-Z_]{3,12}(\.[0-9A-Z\-._~]{3,24})?)?", re.IGNORECASE)
PROVIDER_SCHEME = "0242"
ZONE = re.compile(r"([+-]\d{2}:\d{2}|Z)$")
DAY_LENGTH = 10
DECISIONS = frozenset({"AP", "AB", "RE"})
KINDS = frozenset({"BV", "BW", "FD", "SV"})
FAILURES = ("BV", "FD", "SV")
REJECTED = "RE"

MISSING = Words(
    nb="{what} mangler eller er tomt.",
    nn="{what} manglar eller er tomt.",
    en="{what} is missing or empty.",
)
FILL_IN = Words(nb="Fyll ut feltet.", nn="Fyll ut feltet.", en="Fill in the field.")
OTHER_VALUE = Words(
    nb="Ventet {expected}, fant «{got}».",
    nn="Venta {expected}, fann «{got}».",
    en="Expected {expected}, found “{got}”.",
)
WRITE = Words(nb="Skriv {expected}.", nn="Skriv {expected}.", en="Write {expected}.")
REPEATED = Words(
    nb="Det skal være ett {what}, men det er {got}.",
    nn="Det skal vere eitt {what}, men det er {got}.",
    en="There must be one {what} but there are {got}.",
)
KEEP_ONE = Words(
    nb="Behold ett og fjern resten.",
    nn="Behald eitt og fjern resten.",
    en="Keep one and remove the rest.",
)
Shape = Callable[[str], bool]
AskAnswer = Callable[[Answer], Facts | None]


def _stands(official: str, kind: type[Group], name: str) -> Rule:
    """The rule that a field stands, whatever it says."""
    row = kind.field(name)

    @rule(official, kind, at=name, says=MISSING, cure=FILL_IN)
    def field_stands(group: Group, _: Reading[Group]) -> Facts | None:
        held = name in group.__dict__ or (group.extras and (name, 0) in group.extras.spelled)
        return None if held else {"what": row.said.label}

    return field_stands


def _says_something(official: str, kind: type[Group], name: str) -> Rule:
    """The rule that a field is there and is not blank."""
    row = kind.field(name)

    @rule(official, kind, at=name, says=MISSING, cure=FILL_IN)
    def field_says_something(group: Group, _: Reading[Group]) -> Facts | None:
        told = spelled(group, name) or _repeats(group, name)
        return None if told else {"what": row.said.label}

    return field_says_something


def _repeats(group: Group, name: str) -> bool:
    """Whether a field stands more than once."""
    return group.extras is not None and name in group.extras.repeated


def _is(official: str, kind: type[Group], name: str, expected: str, right: Shape) -> Rule:
    """The rule that the text of a field has the right shape; one that is missing has not."""

    @rule(official, kind, at=name, says=OTHER_VALUE, cure=WRITE)
    def field_is_right(group: Group, _: Reading[Group]) -> Facts | None:
        got = spelled(group, name)
        return None if right(got) else {"got": got, "expected": expected}

    return field_is_right


def _endpoint(party: str) -> Callable[[MessageLevelStatus], ServiceProvider]:
    def of(document: MessageLevelStatus) -> ServiceProvider:
        found = getattr(document, party)
        return found if isinstance(found, ServiceProvider) else ServiceProvider(endpoint=None)

    return of


def _provider(party: str, numbers: tuple[str, ...]) -> Iterator[Rule]:
    """The rules on the number of a service provider, the same for sender and receiver."""
    of = _endpoint(party)

    @rule(numbers[0], MessageLevelStatus, at=party, says=MISSING, cure=FILL_IN)
    def stands(document: MessageLevelStatus, _: Reading[MessageLevelStatus]) -> Facts | None:
        label = ServiceProvider.field("endpoint").said.label
        return {"what": label} if of(document).endpoint is None else None

    @rule(numbers[1], MessageLevelStatus, at=party, says=MISSING, cure=FILL_IN)
    def is_not_blank(document: MessageLevelStatus, _: Reading[MessageLevelStatus]) -> Facts | None:
        label = ServiceProvider.field("endpoint").said.label
        return None if spelled(of(document), "endpoint") else {"what": label}

    @rule(numbers[2], MessageLevelStatus, at=party, says=OTHER_VALUE, cure=WRITE)
    def is_a_number(document: MessageLevelStatus, _: Reading[MessageLevelStatus]) -> Facts | None:
        got = spelled(of(document), "endpoint")
        return None if PROVIDER.fullmatch(got) else {"got": got, "expected": "000123"}

    @rule(numbers[3], MessageLevelStatus, at=party, says=OTHER_VALUE, cure=WRITE)
    def scheme_stands(document: MessageLevelStatus, _: Reading[MessageLevelStatus]) -> Facts | None:
        endpoint = of(document).endpoint
        stray = of(document).extras
        held = (endpoint is not None and endpoint.scheme) or (
            stray is not None and "schemeID" in stray.attributes.get(("endpoint", 0), {})
        )
        return None if held else {"got": "", "expected": f"@schemeID={PROVIDER_SCHEME}"}

    @rule(numbers[4], MessageLevelStatus, at=party, says=OTHER_VALUE, cure=WRITE)
    def scheme_is_right(
        document: MessageLevelStatus, _: Reading[MessageLevelStatus]
    ) -> Facts | None:
        endpoint = of(document).endpoint
        got = endpoint.scheme if endpoint else ""
        expected = f"@schemeID={PROVIDER_SCHEME}"
        return None if got == PROVIDER_SCHEME else {"got": got, "expected": expected}

    yield from (stands, is_not_blank, is_a_number, scheme_stands, scheme_is_right)


def _decided(answer: Answer) -> str:
    return spelled(answer.decision, "code") if answer.decision else ""


def _has_failure(answer: Answer) -> bool:
    """Whether a finding of the answer is a failure and not only a warning."""
    return any(_is_of(each, *FAILURES) for issue in answer.issues for each in issue.found)


def _is_of(found: Found, *kinds: str) -> bool:
    """Whether one of its statuses is; it should have one, but may be given with several."""
    statuses = found.all(found.field("status"))
    return any(
        isinstance(each, IssueStatus) and spelled(each, "code") in kinds for each in statuses
    )


def _stops(answer: Answer) -> bool:
    """Whether the official rules stop at the answer: they look for each kind until one is found."""
    findings = [each for issue in answer.issues for each in issue.found]
    for kind in FAILURES:
        for each in findings:
            if _kinds_told(each) > 1:
                return True
            if _is_of(each, kind):
                return False
    return False


def _kinds_told(found: Found) -> int:
    statuses = found.all(found.field("status"))
    return sum(isinstance(each, IssueStatus) and each.code is not None for each in statuses)


def _of_answer(official: str, at: str, says: Words, cure: Words) -> Callable[[AskAnswer], Rule]:
    """A rule on the whole answer, which is not asked where the official rules stop."""

    def made(find: AskAnswer) -> Rule:
        @rule(official, Answer, at=at, says=says, cure=cure)
        def found(answer: Answer, _: Reading[MessageLevelStatus]) -> Facts | None:
            return None if _stops(answer) else find(answer)

        return found

    return made


@rule("SCH-MLS-17", MessageLevelStatus, at="answer", says=REPEATED, cure=KEEP_ONE)
def there_is_one_answer(
    document: MessageLevelStatus, _: Reading[MessageLevelStatus]
) -> Facts | None:
    """One message is answered, no more and no less."""
    row = document.field("answer")
    count = len(document.all(row))
    return None if count == 1 else {"what": row.said.label, "got": count}


@_of_answer("SCH-MLS-18", "decision", MISSING, FILL_IN)
def decision_stands(answer: Answer) -> Facts | None:
    """The decision has a code."""
    held = answer.decision is not None and answer.decision.code is not None
    return None if held else {"what": Decision.field("code").said.label}


@_of_answer("SCH-MLS-19", "decision", OTHER_VALUE, WRITE)
def decision_is_known(answer: Answer) -> Facts | None:
    """The code is one of three."""
    got = _decided(answer)
    return None if got in DECISIONS else {"got": got, "expected": ", ".join(sorted(DECISIONS))}


@_of_answer("SCH-MLS-20", "decision", MISSING, FILL_IN)
def rejection_has_words(answer: Answer) -> Facts | None:
    """A rejection has an explanation."""
    stands = answer.decision is not None and answer.decision.description is not None
    if _decided(answer) != REJECTED or stands:
        return None
    return {"what": Decision.field("description").said.label}


@_of_answer("SCH-MLS-21", "decision", MISSING, FILL_IN)
def rejection_is_explained(answer: Answer) -> Facts | None:
    """The explanation of a rejection is not blank."""
    decision = answer.decision
    says = decision is not None and (
        spelled(decision, "description") or _repeats(decision, "description")
    )
    if _decided(answer) != REJECTED or says:
        return None
    return {"what": Decision.field("description").said.label}


@_of_answer("SCH-MLS-22", "document", REPEATED, KEEP_ONE)
def one_message_is_answered(answer: Answer) -> Facts | None:
    """The answer is about one message."""
    row = answer.field("document")
    count = len(answer.all(row))
    return None if count == 1 else {"what": row.said.label, "got": count}


@_of_answer("SCH-MLS-23", "issues", MISSING, FILL_IN)
def rejection_has_issues(answer: Answer) -> Facts | None:
    """A rejection says what is wrong."""
    if _decided(answer) != REJECTED or answer.issues:
        return None
    return {"what": answer.field("issues").said.label}


@_of_answer(
    "SCH-MLS-24",
    "issues",
    says=Words(
        nb="Meldingen er avvist, men ingen av feilene er alvorlige nok.",
        nn="Meldinga er avvist, men ingen av feila er alvorlege nok.",
        en="The message is rejected but none of the issues is serious enough.",
    ),
    cure=Words(
        nb="Oppgi minst én feil av typen BV, SV eller FD.",
        nn="Oppgje minst éin feil av typen BV, SV eller FD.",
        en="State at least one issue of the kind BV, SV or FD.",
    ),
)
def rejection_has_a_failure(answer: Answer) -> Facts | None:
    """A rejection rests on more than warnings."""
    return {} if _decided(answer) == REJECTED and not _has_failure(answer) else None


@_of_answer(
    "SCH-MLS-25",
    "issues",
    says=Words(
        nb="Meldingen er ikke avvist, men svaret har alvorlige feil.",
        nn="Meldinga er ikkje avvist, men svaret har alvorlege feil.",
        en="The message is not rejected but the answer has serious issues.",
    ),
    cure=Words(
        nb="Avvis meldingen (RE), eller oppgi bare advarsler (BW).",
        nn="Avvis meldinga (RE), eller oppgje berre åtvaringar (BW).",
        en="Reject the message (RE), or state warnings (BW) only.",
    ),
)
def acceptance_has_no_failure(answer: Answer) -> Facts | None:
    """What is not rejected has warnings at most."""
    return {} if _decided(answer) != REJECTED and _has_failure(answer) else None


@rule("SCH-MLS-27", Issue, at="place", says=MISSING, cure=FILL_IN)
def issue_has_a_place(issue: Issue, _: Reading[MessageLevelStatus]) -> Facts | None:
    """Each issue says where it is, or NA."""
    says = issue.place is not None and spelled(issue.place, "path")
    return None if says else {"what": IssuePlace.field("path").said.label}


RULES: tuple[Rule, ...] = (
    _is(
        "SCH-MLS-01",
        MessageLevelStatus,
        "customization",
        KNOWN.customization,
        lambda got: got == KNOWN.customization,
    ),
    _is(
        "SCH-MLS-02",
        MessageLevelStatus,
        "profile",
        KNOWN.profiles[0],
        lambda got: got == KNOWN.profiles[0],
    ),
    _says_something("SCH-MLS-03", MessageLevelStatus, "number"),
    _is(
        "SCH-MLS-04", MessageLevelStatus, "issued", "2026-12-31", lambda got: len(got) == DAY_LENGTH
    ),
    _stands("SCH-MLS-05", MessageLevelStatus, "issued_at"),
    _is(
        "SCH-MLS-06",
        MessageLevelStatus,
        "issued_at",
        "12:30:00Z",
        lambda got: ZONE.search(got) is not None,
    ),
    *_provider("sender", tuple(f"SCH-MLS-{at:02}" for at in range(7, 12))),
    *_provider("receiver", tuple(f"SCH-MLS-{at:02}" for at in range(12, 17))),
    there_is_one_answer,
    decision_stands,
    decision_is_known,
    rejection_has_words,
    rejection_is_explained,
    one_message_is_answered,
    rejection_has_issues,
    rejection_has_a_failure,
    acceptance_has_no_failure,
    _says_something("SCH-MLS-26", AnsweredMessage, "number"),
    issue_has_a_place,
    _stands("SCH-MLS-28", Found, "description"),
    _says_something("SCH-MLS-29", Found, "description"),
    _stands("SCH-MLS-30", Found, "status"),
    _is("SCH-MLS-31", IssueStatus, "code", ", ".join(sorted(KINDS)), lambda got: got in KINDS),
)
