"""The results of a competition, lot by lot, and how far their contracts are signed."""

from django.db.models import QuerySet

from anskaff.competition.models import Competition, LotResult


def results_of(competition: Competition) -> QuerySet[LotResult]:
    """The result of each lot, in the order of the lots."""
    return (
        LotResult.objects.filter(lot__competition=competition)
        .select_related("lot", "winner__supplier", "buyer_signed_by", "supplier_signed_by")
        .order_by("lot__position")
    )


def signatures_of(result: LotResult) -> int:
    """How many of the two parties have signed the contract of the lot."""
    return sum(at is not None for at in (result.buyer_signed_at, result.supplier_signed_at))
