"""Tables of the room. Log rows are only ever added."""

from django.db import models


class LogHead(models.Model):
    """The one row that says how long the log is; locking it puts deeds in commit order."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    size = models.BigIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="one_log_head")]


class LogEntry(models.Model):
    """One deed: its canonical body, the salt that hides it, and columns to search by.

    `body` is the truth (canonical JSON); the other columns repeat parts of it and are checked
    against it by `anskaff log verify`.
    """

    index = models.BigIntegerField(primary_key=True)
    body = models.TextField()
    salt = models.BinaryField(max_length=32)
    deed = models.CharField(max_length=80)
    at = models.DateTimeField()
    person = models.BigIntegerField()
    organisation = models.BigIntegerField()
    subject = models.CharField(max_length=80)
    public = models.BooleanField(default=False)
    audience = models.BigIntegerField(null=True)
    sealed = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(fields=["subject", "index"]),
            models.Index(
                fields=["index"], condition=models.Q(public=True), name="public_entries_in_order"
            ),
        ]


class LogNode(models.Model):
    """The hash of one complete subtree; level 0 holds the leaves."""

    level = models.PositiveSmallIntegerField()
    position = models.BigIntegerField()
    hash = models.BinaryField(max_length=32)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["level", "position"], name="one_hash_per_subtree")
        ]


class Checkpoint(models.Model):
    """A signed statement of the log's size and root, as a C2SP note."""

    size = models.BigIntegerField(primary_key=True)
    note = models.TextField()
    at = models.DateTimeField()


class StoredDocument(models.Model):
    """Bytes kept for ever under their SHA-256 (hex); the bytes lie in the file store."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    size = models.BigIntegerField()
    media_type = models.CharField(max_length=120)
    stored_at = models.DateTimeField()


class Notification(models.Model):
    """A message in a person's inbox; title and text are made from kind and facts when shown."""

    person = models.BigIntegerField()
    kind = models.CharField(max_length=80)
    subject = models.CharField(max_length=80)
    facts = models.JSONField(default=dict)
    path = models.CharField(max_length=300)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["person", "-at"])]


class NotificationChoice(models.Model):
    """How a person wants one kind of message by e-mail; no row means at once."""

    class Frequency(models.TextChoices):
        NEVER = "never"
        AT_ONCE = "at-once"
        DAILY = "daily"

    person = models.BigIntegerField()
    kind = models.CharField(max_length=80)
    frequency = models.CharField(max_length=10, choices=Frequency.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "kind"], name="one_choice_per_kind")
        ]


class OutgoingMail(models.Model):
    """A letter in the outbox; written in the deed's transaction, sent by the worker.

    Text and stop address are emptied once the letter is sent: they may hold a secret.
    """

    class State(models.TextChoices):
        WAITING = "waiting"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"

    recipient = models.EmailField()
    title = models.CharField(max_length=300)
    text = models.TextField(blank=True)
    stop_address = models.CharField(max_length=500, blank=True)
    language = models.CharField(max_length=2, default="nb")
    bundled = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    send_after = models.DateTimeField()
    changed_at = models.DateTimeField()
    failure = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [models.Index(fields=["state", "send_after"])]


class OnceToken(models.Model):
    """A request that was already carried out, so that repeating it gives the same answer."""

    actor = models.CharField(max_length=80)
    key = models.CharField(max_length=120)
    request_sha256 = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(default=200)
    answer = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["actor", "key"], name="one_answer_per_key")]
