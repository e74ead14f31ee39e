"""The change feed and the proof log, for anyone."""

import base64
import re
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Path, Query, Router, Schema
from pydantic import Field

from anskaff.api.competition import MOST_ID, ref_of
from anskaff.api.problems import only_known
from anskaff.api.schemas import ChangeOut, Changes, ConsistencyOut, InclusionOut
from anskaff.concepts.actor import PUBLIC
from anskaff.project import clock
from anskaff.records import queries

router = Router()
TEXT = "text/plain; charset=utf-8"


class Since(Schema):
    """From where, and how much."""

    after: int = Field(-1, ge=-1, le=MOST_ID, description="`last` of the answer before.")
    limit: int = Field(100, ge=1, le=1000, description="At most so many.")


class Size(Schema):
    """Which log."""

    size: int | None = Field(None, ge=1, le=MOST_ID, description="Entries; the log as it is now.")


class Sizes(Schema):
    """Two sizes of the log."""

    old: int = Field(ge=1, le=MOST_ID, description="Entries in the older log.")
    new: int = Field(ge=1, le=MOST_ID, description="Entries in the newer log.")


def _text(description: str) -> dict[str, Any]:
    content = {"text/plain": {"schema": {"type": "string"}}}
    return {"responses": {200: {"description": description, "content": content}}}


@router.get("/changes", response=Changes, operation_id="changes", tags=["Changes"])
def changes(request: HttpRequest, since: Query[Since]) -> Changes:
    """Every public change once, in the order of commits.

    Start without `after`, keep `last`, and ask again with it as `after`. An index is given under a
    lock that is held until commit, so nothing can appear later below an index that you have seen.
    """
    only_known(request, Since.model_fields)
    found = queries.public_feed(PUBLIC, since.after, since.limit + 1)
    shown = found[: since.limit]
    return Changes(
        items=[
            ChangeOut(
                index=one.index,
                deed=one.deed,
                at=one.at,
                subject=one.subject,
                competition=ref_of(one.subject)
                if re.fullmatch(r"\d{4}/\d+", one.subject)
                else None,
                facts=dict(one.facts),
            )
            for one in shown
        ],
        last=shown[-1].index if shown else since.after,
        more=len(found) > len(shown),
    )


@router.get(
    "/log/checkpoint",
    operation_id="checkpoint",
    tags=["Proof"],
    openapi_extra=_text("A C2SP note"),
)
def checkpoint(request: HttpRequest, log: Query[Size]) -> HttpResponse:
    """The signed checkpoint of the log as it is now, or the one that was signed for a size."""
    only_known(request, Size.model_fields)
    if log.size is None:
        note = queries.checkpoint(PUBLIC, clock.now())
    else:
        note = queries.checkpoint_of(log.size, PUBLIC)
    return HttpResponse(note, content_type=TEXT)


@router.get(
    "/log/key", operation_id="key", tags=["Proof"], openapi_extra=_text("A C2SP verifier key")
)
def key(request: HttpRequest) -> HttpResponse:
    """The log's public key. Keep it; compare it with the one on the buyer's own website."""
    del request
    return HttpResponse(queries.log_key(PUBLIC) + "\n", content_type=TEXT)


@router.get(
    "/log/entries/{index}/proof",
    response=InclusionOut,
    operation_id="inclusion",
    tags=["Proof"],
)
def inclusion(
    request: HttpRequest,
    index: Annotated[int, Path(ge=0, le=MOST_ID)],
    log: Query[Size],
) -> InclusionOut:
    """Proof that an entry is in the log of a size; it shows nothing of what the entry says."""
    only_known(request, Size.model_fields)
    proof = queries.inclusion(index, log.size, PUBLIC)
    return InclusionOut(
        index=proof.index,
        size=proof.size,
        leaf=_base64(proof.leaf),
        hashes=[_base64(one) for one in proof.hashes],
    )


@router.get("/log/consistency", response=ConsistencyOut, operation_id="consistency", tags=["Proof"])
def consistency(request: HttpRequest, sizes: Query[Sizes]) -> ConsistencyOut:
    """Proof that a newer log begins with an older one: nothing was removed or changed."""
    only_known(request, Sizes.model_fields)
    hashes = queries.consistency(sizes.old, sizes.new, PUBLIC)
    return ConsistencyOut(old=sizes.old, new=sizes.new, hashes=[_base64(one) for one in hashes])


def _base64(raw: bytes) -> str:
    return base64.b64encode(raw).decode()
