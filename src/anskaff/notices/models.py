"""Tables of the room. A notice is never changed and never deleted; a later one supersedes it."""

from django.db import models

from anskaff.concepts.notice import NoticeForm

CURRENT = models.Q(superseded_by=None)


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
    superseded_by = models.ForeignKey("self", models.PROTECT, null=True, related_name="supersedes")
    source = models.CharField(max_length=10, choices=Source.choices)
    case = models.CharField(max_length=40, blank=True)
    form = models.CharField(
        max_length=20, choices=[(form.value, form.name) for form in NoticeForm], blank=True
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
    registered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["notice", "version"], name="one_row_per_version"),
            models.UniqueConstraint(fields=["stored"], name="one_row_per_published_file"),
        ]
        indexes = [
            models.Index(fields=["-published_at", "-id"], condition=CURRENT, name="notices_newest"),
            models.Index(
                fields=["form", "-published_at", "-id"], condition=CURRENT, name="notices_of_a_form"
            ),
            models.Index(fields=["open_until"], condition=CURRENT, name="notices_open"),
            models.Index(fields=["deadline"], condition=CURRENT, name="notices_due"),
            models.Index(fields=["value"], condition=CURRENT, name="notices_by_value"),
            *(
                models.Index(
                    fields=["-published_at", "-id"],
                    condition=CURRENT & models.Q(**{mark: True}),
                    name=f"notices_{mark}",
                )
                for mark in ("green", "social", "innovation")
            ),
        ]


class SearchText(models.Model):
    """The words that a notice is found by, each once; `searching` keeps an index over it."""

    notice = models.OneToOneField(Notice, models.CASCADE, primary_key=True)
    words = models.TextField(blank=True)


class NoticeCode(models.Model):
    """A CPV or NUTS code of a notice, and each of its parents in the tree of the code list."""

    class Kind(models.TextChoices):
        CPV = "cpv"
        NUTS = "nuts"

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="codes")
    kind = models.CharField(max_length=4, choices=Kind.choices)
    code = models.CharField(max_length=10)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "code", "notice"], name="one_row_per_code_in_a_notice"
            )
        ]


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
