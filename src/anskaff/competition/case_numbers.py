"""Case numbers: 2026/1, 2026/2 … per year without gaps, also when many are made at once."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Max

from anskaff.competition.models import Case
from anskaff.concepts.actor import Actor
from anskaff.concepts.days import legal_day

OCID_PREFIX = "ocds-anskaff"


def new_case(buyer: int, *, by: Actor, at: datetime) -> Case:
    """Make a case with the next number of its year (the legal year in Oslo).

    Two who ask at once get the same next number; the database lets the second wait for the first,
    and then refuses it, so it asks again. Inside the deed's transaction: no deed, no number.
    """
    year = legal_day(at).year
    while True:
        last = Case.objects.filter(year=year).aggregate(last=Max("number"))["last"] or 0
        number = last + 1
        try:
            with transaction.atomic():
                return Case.objects.create(
                    year=year,
                    number=number,
                    reference=f"{year}/{number}",
                    ocid=f"{OCID_PREFIX}-{year}-{number}",
                    buyer_id=buyer,
                    created_by_id=by.person,
                    created_at=at,
                )
        except IntegrityError:
            if not Case.objects.filter(year=year, number=number).exists():
                raise
