"""Problems: every error of the API as `application/problem+json` (RFC 9457), in words.

A problem carries the findings with their codes, so that a program can act on them, and their texts
in the language of `Accept-Language` (nb, nn or en; nb for all others).
"""

import json
import secrets
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import structlog
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request
from ninja.errors import ValidationError

from anskaff.concepts.errors import Conflict, Forbidden, Invalid, NotFound, Refused
from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.words import Words

logger = structlog.get_logger()

MEDIA_TYPE = "application/problem+json"
STATUS: tuple[tuple[type[Exception], int], ...] = (
    (Forbidden, 403),
    (NotFound, 404),
    (Conflict, 409),
    (Refused, 422),
)
SERVER_FAULT = 500

TITLES = {
    400: Words(nb="Ugyldig forespørsel", nn="Ugyldig førespurnad", en="Bad request"),
    403: Words(nb="Ikke tillatt", nn="Ikkje tillate", en="Forbidden"),
    404: Words(nb="Finnes ikke", nn="Finst ikkje", en="Not found"),
    405: Words(nb="Metoden er ikke tillatt", nn="Metoden er ikkje tillaten", en="Wrong method"),
    406: Words(nb="Ikke i det formatet", nn="Ikkje i det formatet", en="Not acceptable"),
    409: Words(nb="Ikke mulig nå", nn="Ikkje mogleg no", en="Conflict"),
    413: Words(nb="For stor forespørsel", nn="For stor førespurnad", en="Request too large"),
    422: Words(nb="Feil i det som ble sendt", nn="Feil i det som vart sendt", en="Wrong values"),
    429: Words(nb="For mange forespørsler", nn="For mange førespurnader", en="Too many requests"),
    500: Words(nb="Feil hos oss", nn="Feil hos oss", en="Server error"),
}

MALFORMED = FindingKind(
    code="request-malformed",
    text=Words(
        nb="Forespørselen kan ikke leses.",
        nn="Førespurnaden kan ikkje lesast.",
        en="The request cannot be read.",
    ),
    cure=Words(
        nb="Kontroller adressen og hodene mot /api/v1/docs.",
        nn="Kontroller adressa og hovuda mot /api/v1/docs.",
        en="Check the address and the headers against /api/v1/docs.",
    ),
)
NOT_ALLOWED = FindingKind(
    code="request-forbidden",
    text=Words(
        nb="Forespørselen er ikke tillatt.",
        nn="Førespurnaden er ikkje tillaten.",
        en="The request is not allowed.",
    ),
    cure=Words(
        nb="Kontroller adressen mot /api/v1/docs.",
        nn="Kontroller adressa mot /api/v1/docs.",
        en="Check the address against /api/v1/docs.",
    ),
)
NO_SUCH_ADDRESS = FindingKind(
    code="address-unknown",
    text=Words(
        nb="Adressen finnes ikke i API-et.",
        nn="Adressa finst ikkje i API-et.",
        en="The API has no such address.",
    ),
    cure=Words(
        nb="Finn riktig adresse på /api/v1/docs.",
        nn="Finn rett adresse på /api/v1/docs.",
        en="Find the right address at /api/v1/docs.",
    ),
)
WRONG_METHOD = FindingKind(
    code="method-not-allowed",
    text=Words(
        nb="Denne adressen tar ikke imot {method}.",
        nn="Denne adressa tek ikkje imot {method}.",
        en="This address does not take {method}.",
    ),
    cure=Words(
        nb="Bruk en av metodene i hodet Allow.",
        nn="Bruk ein av metodane i hovudet Allow.",
        en="Use one of the methods in the Allow header.",
    ),
)
NOT_ACCEPTABLE = FindingKind(
    code="format-not-available",
    text=Words(
        nb="Svaret finnes som {available}, ikke i et format som Accept nevner.",
        nn="Svaret finst som {available}, ikkje i eit format som Accept nemner.",
        en="The answer exists as {available}, not in a format that Accept names.",
    ),
    cure=Words(
        nb="Legg {available} til i Accept, eller ta bort hodet.",
        nn="Legg {available} til i Accept, eller ta bort hovudet.",
        en="Add {available} to Accept, or leave the header out.",
    ),
)
TOO_LARGE = FindingKind(
    code="request-too-large",
    text=Words(
        nb="Forespørselen er større enn {limit} byte.",
        nn="Førespurnaden er større enn {limit} byte.",
        en="The request is larger than {limit} bytes.",
    ),
    cure=Words(
        nb="Send forespørselen uten innhold.",
        nn="Send førespurnaden utan innhald.",
        en="Send the request without a body.",
    ),
)
TOO_MANY = FindingKind(
    code="too-many-requests",
    text=Words(
        nb="Det kom mer enn {limit} forespørsler fra adressen din på ett minutt.",
        nn="Det kom meir enn {limit} førespurnader frå adressa di på eitt minutt.",
        en="More than {limit} requests came from your address in one minute.",
    ),
    cure=Words(
        nb="Vent så mange sekunder som Retry-After sier, og bruk endringsstrømmen /changes i "
        "stedet for å hente alt på nytt.",
        nn="Vent så mange sekund som Retry-After seier, og bruk endringsstraumen /changes i "
        "staden for å hente alt på nytt.",
        en="Wait as many seconds as Retry-After says, and use the feed /changes instead of reading "
        "everything again.",
    ),
)
OUR_FAULT = FindingKind(
    code="server-error",
    text=Words(
        nb="Noe gikk galt hos oss. Feilen har nummer {number}.",
        nn="Noko gjekk gale hos oss. Feilen har nummer {number}.",
        en="Something went wrong on our side. The fault has number {number}.",
    ),
    cure=Words(
        nb="Prøv igjen om litt. Oppgi nummeret hvis feilen varer ved.",
        nn="Prøv igjen om litt. Oppgi nummeret om feilen varer ved.",
        en="Try again in a while. Give the number if the fault stays.",
    ),
)
NOT_WHOLE = FindingKind(
    code="parameter-not-a-whole-number",
    text=Words(
        nb="{name} må være et helt tall.",
        nn="{name} må vere eit heilt tal.",
        en="{name} must be a whole number.",
    ),
    cure=Words(
        nb="Skriv bare sifre, for eksempel 100.",
        nn="Skriv berre siffer, til dømes 100.",
        en="Write digits only, for example 100.",
    ),
)
TOO_SMALL = FindingKind(
    code="parameter-too-small",
    text=Words(
        nb="{name} må være minst {limit}.",
        nn="{name} må vere minst {limit}.",
        en="{name} must be at least {limit}.",
    ),
    cure=Words(nb="Bruk et større tall.", nn="Bruk eit større tal.", en="Use a larger number."),
)
TOO_BIG = FindingKind(
    code="parameter-too-large",
    text=Words(
        nb="{name} må være høyst {limit}.",
        nn="{name} må vere høgst {limit}.",
        en="{name} must be at most {limit}.",
    ),
    cure=Words(nb="Bruk et mindre tall.", nn="Bruk eit mindre tal.", en="Use a smaller number."),
)
TOO_LONG = FindingKind(
    code="parameter-too-long",
    text=Words(
        nb="{name} har mer enn {limit} tegn.",
        nn="{name} har meir enn {limit} teikn.",
        en="{name} has more than {limit} characters.",
    ),
    cure=Words(nb="Kort ned verdien.", nn="Kort ned verdien.", en="Shorten the value."),
)
WRONG_FORM = FindingKind(
    code="parameter-wrong-form",
    text=Words(
        nb="{name} har ikke formen {expected}.",
        nn="{name} har ikkje forma {expected}.",
        en="{name} does not have the form {expected}.",
    ),
    cure=Words(
        nb="Se eksemplene på /api/v1/docs.",
        nn="Sjå døma på /api/v1/docs.",
        en="See the examples at /api/v1/docs.",
    ),
)
NOT_A_CHOICE = FindingKind(
    code="parameter-not-a-choice",
    text=Words(
        nb="{name} må være en av {expected}.",
        nn="{name} må vere ein av {expected}.",
        en="{name} must be one of {expected}.",
    ),
    cure=Words(nb="Velg en av dem.", nn="Vel ein av dei.", en="Choose one of them."),
)
NOT_A_DAY = FindingKind(
    code="parameter-not-a-day",
    text=Words(
        nb="{name} må være en dato.", nn="{name} må vere ein dato.", en="{name} must be a date."
    ),
    cure=Words(
        nb="Skriv år, måned og dag, for eksempel 2026-12-17.",
        nn="Skriv år, månad og dag, til dømes 2026-12-17.",
        en="Write year, month and day, for example 2026-12-17.",
    ),
)
NOT_A_PLACE = FindingKind(
    code="cursor-unknown",
    text=Words(
        nb="cursor viser ikke til et sted i listen.",
        nn="cursor viser ikkje til ein stad i lista.",
        en="cursor does not point to a place in the list.",
    ),
    cure=Words(
        nb="Bruk verdien i next fra siden før, uendret.",
        nn="Bruk verdien i next frå sida før, uendra.",
        en="Use the value of next from the page before, unchanged.",
    ),
)
UNKNOWN_PARAMETER = FindingKind(
    code="parameter-unknown",
    text=Words(
        nb="Adressen har ingen parameter {name}.",
        nn="Adressa har ingen parameter {name}.",
        en="The address has no parameter {name}.",
    ),
    cure=Words(
        nb="Se hvilke parametre som finnes på /api/v1/docs.",
        nn="Sjå kva parametrar som finst på /api/v1/docs.",
        en="See which parameters there are at /api/v1/docs.",
    ),
)
WRONG_VALUE = FindingKind(
    code="parameter-wrong",
    text=Words(
        nb="{name} mangler eller har en verdi som ikke er gyldig.",
        nn="{name} manglar eller har ein verdi som ikkje er gyldig.",
        en="{name} is missing or has a value that is not valid.",
    ),
    cure=Words(
        nb="Se eksemplene på /api/v1/docs.",
        nn="Sjå døma på /api/v1/docs.",
        en="See the examples at /api/v1/docs.",
    ),
)
FINDING_KINDS = (
    *(MALFORMED, NOT_ALLOWED, NO_SUCH_ADDRESS, WRONG_METHOD, NOT_ACCEPTABLE, TOO_LARGE, TOO_MANY),
    *(OUR_FAULT, NOT_WHOLE, TOO_SMALL, TOO_BIG, TOO_LONG, WRONG_FORM, NOT_A_CHOICE, NOT_A_DAY),
    *(NOT_A_PLACE, UNKNOWN_PARAMETER, WRONG_VALUE),
)

_BY_PYDANTIC: Mapping[str, tuple[FindingKind, str, str]] = {
    "int_parsing": (NOT_WHOLE, "", ""),
    "int_parsing_size": (NOT_WHOLE, "", ""),
    "int_from_float": (NOT_WHOLE, "", ""),
    "greater_than_equal": (TOO_SMALL, "limit", "ge"),
    "less_than_equal": (TOO_BIG, "limit", "le"),
    "string_too_long": (TOO_LONG, "limit", "max_length"),
    "string_pattern_mismatch": (WRONG_FORM, "expected", "pattern"),
    "enum": (NOT_A_CHOICE, "expected", "expected"),
    "date_parsing": (NOT_A_DAY, "", ""),
    "date_from_datetime_parsing": (NOT_A_DAY, "", ""),
    "date_from_datetime_inexact": (NOT_A_DAY, "", ""),
}
"""Pydantic's kind of error, our finding, the fact it names and where pydantic keeps that."""


def answer(
    request: HttpRequest,
    status: int,
    findings: Sequence[Finding],
    headers: Mapping[str, str] | None = None,
) -> HttpResponse:
    """The answer that tells a problem."""
    language = get_language_from_request(request)
    told = {
        "type": "about:blank",
        "title": TITLES.get(status, TITLES[400]).in_(language),
        "status": status,
        "detail": " ".join(finding.text(language) for finding in findings),
        "findings": [_as_json(finding, language) for finding in findings],
    }
    response = HttpResponse(
        json.dumps(told, ensure_ascii=False),
        status=status,
        content_type=MEDIA_TYPE,
        headers={"Content-Language": language, "Cache-Control": "no-store", **(headers or {})},
    )
    patch_vary_headers(response, ("Accept-Language",))
    return response


def refused(request: HttpRequest, error: Refused | type[Refused]) -> HttpResponse:
    """The problem that a query or deed was refused."""
    assert isinstance(error, Refused)
    status = next(code for kind, code in STATUS if isinstance(error, kind))
    return answer(request, status, error.findings)


def only_known(request: HttpRequest, known: Collection[str]) -> None:
    """Refuse query parameters that the address does not have, which would else be ignored.

    Raises:
        Invalid: one finding for each.
    """
    unknown = sorted(set(request.GET).difference(known))
    if unknown:
        raise Invalid(
            *(UNKNOWN_PARAMETER.at(f"query.{one[:40]}", name=one[:40]) for one in unknown[:10])
        )


def not_valid(request: HttpRequest, error: ValidationError | type[ValidationError]) -> HttpResponse:
    """The problem that parameters are wrong: one finding for each."""
    assert isinstance(error, ValidationError)
    return answer(request, 422, [_parameter(one) for one in error.errors])


def of_status(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The problem in place of an error that was answered without one."""
    status = response.status_code
    if status >= SERVER_FAULT:
        number = secrets.token_hex(4)
        logger.error("api failed", number=number, path=request.path)
        return answer(request, SERVER_FAULT, [OUR_FAULT.at("server", number=number)])
    if status == 404:  # noqa: PLR2004 - HTTP
        return answer(request, status, [NO_SUCH_ADDRESS.at("path")])
    if status == 405:  # noqa: PLR2004 - HTTP
        allowed = ", ".join(sorted({*response.get("Allow", "").split(", "), "HEAD"} - {""}))
        found = WRONG_METHOD.at("method", method=str(request.method)[:20])
        return answer(request, status, [found], {"Allow": allowed})
    kind = NOT_ALLOWED if status == 403 else MALFORMED  # noqa: PLR2004 - HTTP
    return answer(request, status, [kind.at("request")])


def _parameter(error: Mapping[str, Any]) -> Finding:
    place, *path = [str(part) for part in error["loc"]]
    name = path[-1] if path else place
    kind, fact, kept = _BY_PYDANTIC.get(error["type"], (WRONG_VALUE, "", ""))
    facts = {fact: str(error["ctx"][kept]).replace(" or ", ", ")} if fact else {}
    return kind.at(f"{place}.{name}", name=name, **facts)


def _as_json(finding: Finding, language: str) -> dict[str, str]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "where": finding.where,
        "text": finding.text(language),
        "cure": finding.cure(language),
        "source": finding.source,
    }
