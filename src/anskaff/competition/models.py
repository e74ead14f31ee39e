"""Tables of the room; constraints are here, decisions are in `actions`.

Keys such as `LOT-0001`, `AC-0001`, `REQ-0001`, `PL-0001` are made once and never renumbered:
scores, protocol, contract and statistics refer to them.
"""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from anskaff.competition.states import State
from anskaff.concepts.actor import TeamRole
from anskaff.concepts.contract_kind import BuyerKind, ContractKind
from anskaff.concepts.criterion import CriterionKind

MONEY: dict[str, Any] = {"max_digits": 20, "decimal_places": 2}
QUANTITY: dict[str, Any] = {"max_digits": 20, "decimal_places": 4}
POINTS: dict[str, Any] = {"max_digits": 8, "decimal_places": 4}


class Case(models.Model):
    """Everything about one procurement; `reference` is like 2026/1042 and is shown to people."""

    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    reference = models.CharField(max_length=20, unique=True)
    ocid = models.CharField(max_length=60, unique=True)
    buyer = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="cases")
    created_by = models.ForeignKey("parties.Person", models.PROTECT, related_name="+")
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["year", "number"], name="one_case_per_number")
        ]


class Competition(models.Model):
    """The procedure inside a case; `buyer` is that of the case, here for the indexes of lists."""

    case = models.OneToOneField(Case, models.PROTECT, related_name="competition")
    buyer = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, choices=State.choices(), default=State.DRAFT.value)
    title = models.CharField(max_length=200)
    need = models.TextField(blank=True)
    description = models.TextField(blank=True)
    language = models.CharField(max_length=2, default="nb")
    kind = models.CharField(max_length=20, choices=[(k.value, k.name) for k in ContractKind])
    buyer_kind = models.CharField(max_length=10, choices=[(k.value, k.name) for k in BuyerKind])
    estimated_value_nok = models.DecimalField(**MONEY, null=True)
    cpv = models.CharField(max_length=10, blank=True)
    more_cpv = models.JSONField(default=list)
    place = models.CharField(max_length=10, blank=True)
    duration_months = models.PositiveSmallIntegerField(null=True)
    contract_start = models.DateField(null=True)
    guide_answers = models.JSONField(default=dict)
    regulation_part = models.CharField(max_length=5, blank=True)
    procedure = models.CharField(max_length=30, default="open")
    deviation_reason = models.TextField(blank=True)
    climate_ground = models.CharField(max_length=40, blank=True)
    climate_reason = models.TextField(blank=True)
    no_lots_reason = models.TextField(blank=True)
    price_model = models.CharField(max_length=10, default="M-LIN")
    tie_rule = models.TextField(blank=True)
    method_salt = models.BinaryField(max_length=32, null=True)
    method_commitment = models.CharField(max_length=64, blank=True)
    question_deadline = models.DateTimeField(null=True)
    tender_deadline = models.DateTimeField(null=True)
    short_deadline_reason = models.TextField(blank=True)
    validity_days = models.PositiveSmallIntegerField(default=30)
    standstill_days = models.PositiveSmallIntegerField(default=10)
    openers_required = models.PositiveSmallIntegerField(default=2)
    links = models.JSONField(default=list)
    imported_from = models.ForeignKey(
        "records.StoredDocument", models.PROTECT, null=True, related_name="+"
    )
    imported_unread = models.JSONField(default=list)
    imported_notice = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=0)
    published_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField(null=True)
    evaluated_at = models.DateTimeField(null=True)
    awarded_at = models.DateTimeField(null=True)
    signed_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)
    cancellation_reason = models.TextField(blank=True)
    new_competition_follows = models.BooleanField(null=True)
    search_text = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["state", "-published_at"]),
            models.Index(fields=["state", "tender_deadline"]),
            models.Index(fields=["-published_at"]),
            models.Index(fields=["tender_deadline"]),
            models.Index(fields=["buyer", "state", "tender_deadline"]),
            models.Index(fields=["buyer", "tender_deadline"]),
            models.Index(fields=["buyer", "published_at"]),
            models.Index(fields=["buyer", "title"]),
            models.Index(fields=["buyer", "case"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="draft") | Q(published_at__isnull=False) | Q(state="cancelled"),
                name="published_has_a_time",
            ),
            models.CheckConstraint(
                condition=Q(opened_at=None) | Q(opened_at__gte=F("tender_deadline")),
                name="never_opened_before_the_deadline",
            ),
        ]


class TeamMember(models.Model):
    """A person's task in one case."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="team")
    person = models.ForeignKey("parties.Person", models.PROTECT, related_name="+")
    role = models.CharField(max_length=30, choices=[(role.value, role.name) for role in TeamRole])
    since = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "person", "role"], name="one_task_per_person")
        ]


class Lot(models.Model):
    """A part of the competition that is awarded on its own; there is always at least one."""

    competition = models.ForeignKey(Competition, models.PROTECT, related_name="lots")
    key = models.CharField(max_length=20)
    title = models.CharField(max_length=200)
    description = models.TextField(blank=True)
    estimated_value_nok = models.DecimalField(**MONEY, null=True)
    cpv = models.CharField(max_length=10, blank=True)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering: ClassVar = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["competition", "key"], name="one_lot_per_key")
        ]


class Requirement(models.Model):
    """Something a supplier must meet or answer; `lot` empty means all lots."""

    class Kind(models.TextChoices):
        QUALIFICATION = "qualification"
        SPECIFICATION = "specification"
        CONTRACT = "contract"

    class Answer(models.TextChoices):
        YES_NO = "yes-no"
        TEXT = "text"
        FILE = "file"

    competition = models.ForeignKey(Competition, models.PROTECT, related_name="requirements")
    lot = models.ForeignKey(Lot, models.PROTECT, null=True, related_name="+")
    key = models.CharField(max_length=20)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    text = models.TextField()
    proof = models.TextField(blank=True)
    answer = models.CharField(max_length=10, choices=Answer.choices)
    mandatory = models.BooleanField(default=True)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering: ClassVar = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["competition", "key"], name="one_requirement_per_key")
        ]


class Criterion(models.Model):
    """An award criterion row; `concepts.AwardCriterion` is how other rooms see it."""

    competition = models.ForeignKey(Competition, models.PROTECT, related_name="criteria")
    lot = models.ForeignKey(Lot, models.PROTECT, null=True, related_name="+")
    key = models.CharField(max_length=20)
    name = models.CharField(max_length=200)
    description = models.TextField(blank=True)
    scale = models.TextField(blank=True)
    kind = models.CharField(max_length=10, choices=[(k.value, k.name) for k in CriterionKind])
    weight_percent = models.DecimalField(max_digits=7, decimal_places=4, null=True)
    stated_weight = models.CharField(max_length=80, blank=True)
    climate = models.BooleanField(default=False)
    value_per_point_nok = models.DecimalField(**MONEY, null=True)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering: ClassVar = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["competition", "key"], name="one_criterion_per_key"),
            models.CheckConstraint(
                condition=Q(weight_percent=None)
                | (Q(weight_percent__gte=0) & Q(weight_percent__lte=100)),
                name="weight_between_0_and_100",
            ),
        ]


class PriceLineRow(models.Model):
    """A line of the price sheet that every tender for the lot must price."""

    competition = models.ForeignKey(Competition, models.PROTECT, related_name="price_lines")
    lot = models.ForeignKey(Lot, models.PROTECT, related_name="price_lines")
    key = models.CharField(max_length=20)
    description = models.CharField(max_length=300)
    unit = models.CharField(max_length=40)
    quantity = models.DecimalField(**QUANTITY)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering: ClassVar = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["competition", "key"], name="one_price_line_per_key"),
            models.CheckConstraint(condition=Q(quantity__gt=0), name="quantity_above_zero"),
        ]


class UnsavedPage(models.Model):
    """What one person has typed on a page of a case and not saved; for that person alone.

    `fields` is empty after the page was saved or the typing discarded, at `emptied_at`.
    """

    competition = models.ForeignKey(Competition, models.PROTECT, related_name="unsaved_pages")
    person = models.ForeignKey("parties.Person", models.PROTECT, related_name="+")
    page = models.CharField(max_length=20)
    fields = models.JSONField(default=dict)
    kept_at = models.DateTimeField()
    emptied_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["competition", "person", "page"], name="one_unsaved_page_per_person"
            )
        ]


class CompetitionDocument(models.Model):
    """A procurement document; public from publication."""

    competition = models.ForeignKey(Competition, models.PROTECT, related_name="documents")
    name = models.CharField(max_length=200)
    stored = models.ForeignKey("records.StoredDocument", models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["added_at", "id"]


class Question(models.Model):
    """A supplier's question; the asker is known to itself only, the answer goes to all (S10)."""

    competition = models.ForeignKey(Competition, models.PROTECT, related_name="questions")
    asked_by = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    text = models.TextField()
    asked_at = models.DateTimeField()
    public_text = models.TextField(blank=True)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["asked_at", "id"]
        indexes = [
            models.Index(
                fields=["competition"], condition=Q(answered_at=None), name="waits_for_an_answer"
            )
        ]


class Interest(models.Model):
    """An organisation that wants to be told of answers and changes."""

    competition = models.ForeignKey(Competition, models.PROTECT, related_name="interested")
    organisation = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    since = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["competition", "organisation"], name="one_interest")
        ]


class Tender(models.Model):
    """A supplier's answer to a competition, from first draft on.

    `draft` is the unsealed working copy, encrypted with the platform's draft key, which is kept
    outside database and file store. It is emptied when the tenders are opened.
    """

    competition = models.ForeignKey(Competition, models.PROTECT, related_name="tenders")
    supplier = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="tenders")
    started_by = models.ForeignKey("parties.Person", models.PROTECT, related_name="+")
    started_at = models.DateTimeField()
    draft = models.BinaryField(default=bytes)
    saved_at = models.DateTimeField()
    started_on_version = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["competition", "supplier"], name="one_tender_per_supplier"
            )
        ]


class Upload(models.Model):
    """A file on its way into a draft; the bytes lie encrypted in the file store's sealed part.

    `details` (name, media type, key, SHA-256 of the content) is encrypted like the draft.
    """

    class Check(models.TextChoices):
        NOT_RUN = "not-run"
        CLEAN = "clean"
        INFECTED = "infected"

    key = models.CharField(max_length=40, unique=True)
    tender = models.ForeignKey(Tender, models.PROTECT, related_name="uploads")
    details = models.BinaryField()
    declared_bytes = models.BigIntegerField()
    received_bytes = models.BigIntegerField(default=0)
    complete_at = models.DateTimeField(null=True)
    check_state = models.CharField(max_length=10, choices=Check.choices, default=Check.NOT_RUN)
    removed_at = models.DateTimeField(null=True)
    started_at = models.DateTimeField()


class TenderVersion(models.Model):
    """One delivery of a tender, sealed; the newest that is not withdrawn counts."""

    tender = models.ForeignKey(Tender, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    receipt_number = models.CharField(max_length=30, unique=True)
    delivered_at = models.DateTimeField()
    delivered_by = models.ForeignKey("parties.Person", models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    content_sha256 = models.CharField(max_length=64)
    sealed = models.ForeignKey("records.StoredDocument", models.PROTECT, related_name="+")
    header = models.TextField()
    log_index = models.BigIntegerField(null=True)
    opened = models.JSONField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tender", "number"], name="one_delivery_per_number")
        ]


class EnvelopeShare(models.Model):
    """One officer's wrapped share of an envelope's key; `released` after the officer opened it."""

    version = models.ForeignKey(TenderVersion, models.PROTECT, related_name="shares")
    officer = models.ForeignKey("parties.Person", models.PROTECT, related_name="+")
    officer_key = models.ForeignKey("parties.OfficerKey", models.PROTECT, related_name="+")
    wrapped = models.BinaryField()
    released = models.BinaryField(null=True)
    released_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "officer"], name="one_share_per_officer")
        ]


class PlatformShare(models.Model):
    """The platform's part of an envelope's key, encrypted with the platform's own key."""

    version = models.OneToOneField(TenderVersion, models.PROTECT, related_name="platform_share")
    protected = models.BinaryField()
    released_at = models.DateTimeField(null=True)


class OpeningConfirmation(models.Model):
    """An officer's part in the opening."""

    competition = models.ForeignKey(Competition, models.PROTECT, related_name="openings")
    officer = models.ForeignKey("parties.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["competition", "officer"], name="one_opening_each")
        ]


class ImpartialityDeclaration(models.Model):
    """A person's declaration before first sight of the tenders (B13)."""

    competition = models.ForeignKey(Competition, models.PROTECT, related_name="declarations")
    person = models.ForeignKey("parties.Person", models.PROTECT, related_name="+")
    has_interest = models.BooleanField()
    explanation = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["competition", "person"], name="one_declaration_each")
        ]


class OpenedTender(models.Model):
    """A tender that counts, after opening: what the buyer works with."""

    version = models.OneToOneField(TenderVersion, models.PROTECT, related_name="opened_tender")
    competition = models.ForeignKey(Competition, models.PROTECT, related_name="opened_tenders")
    supplier = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    answers = models.JSONField()
    rejected_at = models.DateTimeField(null=True)
    rejection_ground = models.CharField(max_length=20, blank=True)
    rejection_reason = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["competition", "number"], name="one_tender_per_number")
        ]


class OpenedFile(models.Model):
    """A file of an opened tender."""

    tender = models.ForeignKey(OpenedTender, models.PROTECT, related_name="files")
    name = models.CharField(max_length=255)
    requirement = models.CharField(max_length=20, blank=True)
    stored = models.ForeignKey("records.StoredDocument", models.PROTECT, related_name="+")


class Score(models.Model):
    """One evaluator's points for one tender on one criterion of one lot, with the reason (V-8)."""

    tender = models.ForeignKey(OpenedTender, models.PROTECT, related_name="scores")
    lot = models.ForeignKey(Lot, models.PROTECT, related_name="+")
    criterion = models.ForeignKey(Criterion, models.PROTECT, related_name="+")
    evaluator = models.ForeignKey("parties.Person", models.PROTECT, related_name="+")
    points = models.DecimalField(**POINTS)
    reason = models.TextField()
    changed_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["tender", "lot", "criterion", "evaluator"], name="one_score_each"
            )
        ]


class AgreedScore(models.Model):
    """The points the evaluators agreed on, with the reason that goes into letters and protocol."""

    tender = models.ForeignKey(OpenedTender, models.PROTECT, related_name="agreed_scores")
    lot = models.ForeignKey(Lot, models.PROTECT, related_name="+")
    criterion = models.ForeignKey(Criterion, models.PROTECT, related_name="+")
    points = models.DecimalField(**POINTS)
    reason = models.TextField()
    agreed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tender", "lot", "criterion"], name="one_agreed_score")
        ]


class LotResult(models.Model):
    """The outcome of one lot: the exact evaluation, the award, its standstill and signatures.

    `advantages` says, by criterion key, what the winning tender offers compared with the others.
    """

    lot = models.OneToOneField(Lot, models.PROTECT, related_name="result")
    evaluation = models.JSONField()
    winner = models.ForeignKey(OpenedTender, models.PROTECT, null=True, related_name="+")
    reason = models.TextField(blank=True)
    advantages = models.JSONField(default=dict)
    tie_broken_by = models.TextField(blank=True)
    value_nok = models.DecimalField(**MONEY, null=True)
    decided_at = models.DateTimeField(null=True)
    letters_sent_at = models.DateTimeField(null=True)
    standstill_ends = models.DateTimeField(null=True)
    buyer_signed_at = models.DateTimeField(null=True)
    buyer_signed_by = models.ForeignKey(
        "parties.Person", models.PROTECT, null=True, related_name="+"
    )
    supplier_signed_at = models.DateTimeField(null=True)
    supplier_signed_by = models.ForeignKey(
        "parties.Person", models.PROTECT, null=True, related_name="+"
    )


class AwardLetter(models.Model):
    """The award letter to one tenderer; written at the draft decision, sent once."""

    competition = models.ForeignKey(Competition, models.PROTECT, related_name="letters")
    supplier = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    language = models.CharField(max_length=2)
    content = models.JSONField()
    pdf = models.ForeignKey("records.StoredDocument", models.PROTECT, null=True, related_name="+")
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["competition", "supplier"], name="one_letter_per_tenderer"
            )
        ]


class Suspension(models.Model):
    """A request for an injunction that stops signing until it is lifted (W-4, FOA § 25-3)."""

    competition = models.ForeignKey(Competition, models.PROTECT, related_name="suspensions")
    reason = models.TextField()
    registered_at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True)
    lifted_reason = models.TextField(blank=True)


class KeptDocument(models.Model):
    """A document the case produced (protocol, letters, receipts) as it was at one instant."""

    class Kind(models.TextChoices):
        PROTOCOL = "protocol"
        LETTER = "letter"
        RECEIPT = "receipt"

    competition = models.ForeignKey(Competition, models.PROTECT, related_name="kept")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    language = models.CharField(max_length=2)
    stored = models.ForeignKey("records.StoredDocument", models.PROTECT, related_name="+")
    made_at = models.DateTimeField()


class NoticeDraft(models.Model):
    """One version of a notice of a case: the buyer's answers, and the XML once it is sent.

    `notice` is BT-701 and `number` BT-757: the same identifier in all versions, which `previous`
    ties together. A version corrects the one before, unless it `replaces` it because that was
    refused. `answers` are texts by key (`announcing.values.key_of`), right or wrong as typed;
    `said` is what stood in each field when it was sent.
    """

    competition = models.ForeignKey(Competition, models.PROTECT, related_name="notices")
    subtype = models.CharField(max_length=4)
    notice = models.UUIDField()
    number = models.PositiveSmallIntegerField(default=1)
    previous = models.OneToOneField("self", models.PROTECT, null=True, related_name="next")
    replaces = models.BooleanField(default=False)
    answers = models.JSONField(default=dict)
    said = models.JSONField(default=dict)
    created_by = models.ForeignKey("parties.Person", models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    stored = models.ForeignKey(
        "records.StoredDocument", models.PROTECT, null=True, related_name="+"
    )
    sent_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["created_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["notice", "number"], name="one_notice_per_version"),
            models.UniqueConstraint(
                fields=["competition", "subtype"],
                condition=Q(sent_at=None),
                name="one_open_notice_per_subtype",
            ),
            models.CheckConstraint(
                condition=Q(sent_at=None) | Q(stored__isnull=False), name="sent_notice_has_xml"
            ),
        ]
