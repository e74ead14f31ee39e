"""Tables of the room."""

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

from anskaff.concepts.actor import Role
from anskaff.concepts.contract_kind import BuyerKind


class Organisation(models.Model):
    """A buyer, a supplier, or both; `number` is the nine-digit organisation number (mod 11)."""

    class Size(models.TextChoices):
        UNKNOWN = ""
        MICRO = "micro"
        SMALL = "small"
        MEDIUM = "medium"
        LARGE = "large"

    number = models.CharField(max_length=9, unique=True)
    name = models.CharField(max_length=200)
    is_buyer = models.BooleanField(default=False)
    is_supplier = models.BooleanField(default=False)
    buyer_kind = models.CharField(
        max_length=10, choices=[(kind.value, kind.name) for kind in BuyerKind], blank=True
    )
    size = models.CharField(max_length=10, choices=Size.choices, blank=True)
    address = models.CharField(max_length=200, blank=True)
    postal_code = models.CharField(max_length=10, blank=True)
    city = models.CharField(max_length=80, blank=True)
    email = models.EmailField(blank=True)
    openers_required = models.PositiveSmallIntegerField(default=2)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(openers_required__gte=1), name="someone_opens"
            ),
        ]


class PersonManager(BaseUserManager["Person"]):
    """What Django's login asks for."""

    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(email__iexact=username)


class Person(AbstractBaseUser):
    """Someone who can log in; what they may do follows from memberships and case teams."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    language = models.CharField(max_length=2, default="nb")
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects: ClassVar[PersonManager] = PersonManager()

    @property
    def is_staff(self) -> bool:
        """Django's admin is not part of the product."""
        return False


class Membership(models.Model):
    """A person's role in an organisation, from one instant until another."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="memberships")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=30, choices=[(role.value, role.name) for role in Role])
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "organisation", "role"],
                condition=models.Q(until=None),
                name="one_running_membership_per_role",
            )
        ]


class Invitation(models.Model):
    """An invitation to join an organisation; only a hash of its token is kept."""

    organisation = models.ForeignKey(Organisation, models.PROTECT)
    email = models.EmailField()
    role = models.CharField(max_length=30, choices=[(role.value, role.name) for role in Role])
    token_sha256 = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(Person, models.PROTECT)
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)


class OfficerKey(models.Model):
    """An opening officer's key pair; the private half only opens with the officer's passphrase.

    The passphrase never reaches the database. A replaced key is retired, never deleted, since
    envelopes sealed before still need it.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="officer_keys")
    public_key = models.BinaryField(max_length=32)
    protected_private_key = models.TextField()
    made_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(retired_at=None), name="one_key_in_use"
            )
        ]
