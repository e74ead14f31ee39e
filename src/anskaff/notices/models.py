"""Tables of the room. A notice is never changed and never deleted; a later one supersedes it."""

from django.db import models

from anskaff.concepts.notice import NoticeForm

CURRENT = models.Q(superseded_by=None)
PROCUREMENT = tuple(form for form in NoticeForm if form is not NoticeForm.REGISTRATION)
"""What a notice here may be for; the registration of a company is no procurement."""


class Notice(models.Model):
    """One version of one published notice: what lists are filtered and sorted by.

    The stored bytes are the truth; the columns are our reading of them. `title` and `description`
    hold one text per language tag. `corrects` is the notice that this one changes, as it is
    written there (BT-758). `deadline` is the first for tenders, else for requests to take part or
    for interest; `open_until` is when a competition stops being open (None: it never was).
    """

    class Source(models.TextChoices):
        OWN = "own"
        IMPORTED = "imported"

    notice = models.CharField(max_length=80)
    version = models.CharField(max_length=20)
    procedure = models.CharField(max_length=80, blank=True, db_index=True)
    publication = models.CharField(max_length=80, blank=True, db_index=True)
    corrects = models.CharField(max_length=120, blank=True, db_index=True)
    superseded_by = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="supersedes", db_index=False
    )
    source = models.CharField(max_length=10, choices=Source.choices)
    case = models.CharField(max_length=40, blank=True)
    form = models.CharField(
        max_length=20, choices=[(form.value, form.name) for form in PROCUREMENT], blank=True
    )
    kind = models.CharField(max_length=40, blank=True)
    subtype = models.CharField(max_length=20, blank=True)
    procedure_type = models.CharField(max_length=40, blank=True)
    nature = models.CharField(max_length=20, blank=True)
    languages = models.JSONField(default=list)
    title = models.JSONField(default=dict)
    description = models.JSONField(default=dict)
    cpv = models.CharField(max_length=10, blank=True)
    place = models.CharField(max_length=10, blank=True)
    lots = models.PositiveIntegerField(default=0)
    value = models.DecimalField(max_digits=20, decimal_places=2, null=True)
    currency = models.CharField(max_length=3, blank=True)
    tenders_received = models.PositiveIntegerField(null=True)
    green = models.BooleanField(default=False)
    social = models.BooleanField(default=False)
    innovation = models.BooleanField(default=False)
    cancelled = models.BooleanField(default=False)
    dispatched_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField()
    deadline = models.DateTimeField(null=True)
    open_until = models.DateTimeField(null=True)
    stored = models.ForeignKey("records.StoredDocument", models.PROTECT, related_name="+")
    registered_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["notice", "version"], name="one_row_per_version"),
            models.UniqueConstraint(fields=["stored"], name="one_row_per_published_file"),
        ]
        indexes = [
            # Without those that nothing supersedes, which SQLite else reads lists from.
            models.Index(fields=["superseded_by"], condition=~CURRENT, name="notices_superseded"),
            models.Index(fields=["-published_at", "-id"], condition=CURRENT, name="notices_newest"),
            models.Index(
                fields=["open_until", "published_at"], condition=CURRENT, name="notices_open"
            ),
            models.Index(fields=["deadline"], condition=CURRENT, name="notices_due"),
            models.Index(fields=["value"], condition=CURRENT, name="notices_by_value"),
        ]


class SearchText(models.Model):
    """What a notice is found by, folded; `searching` says how, and keeps an index over it.

    `place` is where it stands in the order of publication, the newest highest. `words` has each
    word once, between spaces; `buyers` and `winners` have names and numbers, between bars; `facts`
    has codes, kind, marks and source, between spaces.
    """

    notice = models.OneToOneField(Notice, models.CASCADE, primary_key=True)
    place = models.BigIntegerField(unique=True)
    words = models.TextField(blank=True)
    buyers = models.TextField(blank=True)
    winners = models.TextField(blank=True)
    facts = models.TextField(blank=True)


class NamedOrganisation(models.Model):
    """An organisation as notices name it: a name and, when it is told, a number."""

    name = models.CharField(max_length=400)
    number = models.CharField(max_length=60, blank=True, db_index=True)
    folded = models.CharField(max_length=400)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["name", "number"], name="one_row_per_name_and_number")
        ]


class Involvement(models.Model):
    """An organisation's part in a notice, in the order of the notice."""

    class Part(models.TextChoices):
        BUYER = "buyer"
        WINNER = "winner"

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="involved")
    organisation = models.ForeignKey(NamedOrganisation, models.PROTECT, related_name="parts")
    part = models.CharField(max_length=10, choices=Part.choices)
    position = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "part", "notice"], name="one_part_of_a_kind_in_a_notice"
            )
        ]


class Submission(models.Model):
    """One version of one notice on its way to the national service; never sent twice.

    `stored` is what is sent. `begun_at` is set before a request leaves and emptied when we know
    that it did not arrive, so that a worker that dies in between leaves a mark (see `sending`).
    `claimed_at` says that a worker has it now. `tries` counts fruitless requests in a row, `looks`
    how often we asked for a notice that may have arrived and was not there.
    """

    class State(models.TextChoices):
        WAITING = "waiting"
        NOT_SENT = "not-sent"
        UNCERTAIN = "uncertain"
        VALIDATED = "validated"
        RECEIVED = "received"
        TED = "ted"
        PUBLISHED = "published"
        REFUSED = "refused"
        STOPPED = "stopped"
        FAILED = "failed"

    organisation = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    case = models.CharField(max_length=40, blank=True, db_index=True)
    notice = models.CharField(max_length=80)
    version = models.CharField(max_length=20)
    subtype = models.CharField(max_length=20, blank=True)
    title = models.CharField(max_length=400, blank=True)
    language = models.CharField(max_length=2, default="nb")
    to_ted = models.BooleanField()
    stored = models.ForeignKey("records.StoredDocument", models.PROTECT, related_name="+")
    submitted_by = models.BigIntegerField()
    submitted_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    changed_at = models.DateTimeField()
    next_at = models.DateTimeField(null=True)
    claimed_at = models.DateTimeField(null=True)
    begun_at = models.DateTimeField(null=True)
    stop_wanted_at = models.DateTimeField(null=True)
    stop_refused_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    looks = models.PositiveSmallIntegerField(default=0)
    outcome = models.CharField(max_length=20, blank=True)
    word = models.CharField(max_length=60, blank=True)
    faults = models.JSONField(default=list)
    publication = models.CharField(max_length=80, blank=True)
    published_on = models.DateField(null=True)
    log_index = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["notice", "version"], name="one_submission_per_version")
        ]
        indexes = [models.Index(fields=["next_at"])]


class SubmissionStep(models.Model):
    """A step that a submission has passed, and when; steps are only added."""

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="steps")
    step = models.CharField(max_length=10)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["submission", "step"], name="each_step_once")
        ]


class SubmissionAttempt(models.Model):
    """One request to the service and its raw answer; the same answer again only counts up."""

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="attempts")
    asked = models.CharField(max_length=10)
    at = models.DateTimeField()
    last_at = models.DateTimeField()
    times = models.PositiveIntegerField(default=1)
    outcome = models.CharField(max_length=20)
    status = models.PositiveSmallIntegerField(default=0)
    reason = models.CharField(max_length=200, blank=True)
    stored = models.ForeignKey(
        "records.StoredDocument", models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        indexes = [models.Index(fields=["submission", "last_at"])]


class FetchedDay(models.Model):
    """A day whose published notices were fetched, and under which numbers they are published."""

    day = models.DateField(primary_key=True)
    fetched_at = models.DateTimeField()
    publications = models.JSONField(default=list)


class SavedSearch(models.Model):
    """A search that a person follows: what is asked for, and until when they have been told.

    `query` is the address of the search, `wish` the same as the room reads it. `token` is the
    secret part of its Atom address. `told_until` is an instant of registering.
    """

    person = models.ForeignKey("parties.Person", models.CASCADE, related_name="+")
    name = models.CharField(max_length=120)
    query = models.CharField(max_length=2000, blank=True)
    wish = models.JSONField(default=dict)
    token = models.CharField(max_length=43, unique=True)
    paused = models.BooleanField(default=False)
    told_until = models.DateTimeField(db_index=True)
    saved_at = models.DateTimeField()
