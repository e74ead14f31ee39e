"""The API and its offline documentation page."""

from typing import Any

from ninja import NinjaAPI, Swagger
from ninja.errors import ValidationError
from ninja.openapi.schema import OpenAPISchema
from ninja.renderers import JSONRenderer

from anskaff.api import competition, problems, records
from anskaff.api.schemas import Problem
from anskaff.concepts.errors import Refused

DESCRIPTION = """Published competitions, documents, questions and awards, a change feed, and the
proof log. Open to anyone, without login.

Amounts are texts with all their digits. Times are UTC (RFC 3339). Errors are
`application/problem+json` (RFC 9457) with findings: a stable code, and words in the language of
`Accept-Language` (nb, nn, en). Answers have an `ETag`; ask again with `If-None-Match`."""

EVERYWHERE = (406, 429, 500)


class Docs(Swagger):
    """The documentation page in our own template: nothing from outside, no inline script."""

    template = "api/docs.html"


class Json(JSONRenderer):
    """JSON in UTF-8, with Norwegian letters as they are."""

    json_dumps_params = {"ensure_ascii": False}


class Api(NinjaAPI):
    """Ninja's API, whose schema also tells how errors look."""

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        """The OpenAPI 3.1 document."""
        schema = super().get_openapi_schema(path_prefix=path_prefix, path_params=path_params)
        described = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
        schema["components"]["schemas"] |= described.pop("$defs") | {"Problem": described}
        for path in schema["paths"].values():
            for operation in path.values():
                operation["summary"] = operation["description"].partition("\n")[0].rstrip(".")
                asks = (404, 422) if operation.get("parameters") else ()
                for status in (*asks, *EVERYWHERE):
                    operation["responses"][status] = _problem(status)
        return schema


def _problem(status: int) -> dict[str, Any]:
    shape = {"$ref": "#/components/schemas/Problem"}
    return {
        "description": problems.TITLES[status].en,
        "content": {problems.MEDIA_TYPE: {"schema": shape}},
    }


api = Api(
    title="Anskaff",
    version="1",
    description=DESCRIPTION,
    urls_namespace="api",
    renderer=Json(),
    docs=Docs(settings={"validatorUrl": None}),
)
api.add_router("", competition.router)
api.add_router("", records.router)
api.add_exception_handler(Refused, problems.refused)
api.add_exception_handler(ValidationError, problems.not_valid)
