"""The API and its offline documentation page."""

from ninja import NinjaAPI

api = NinjaAPI(title="Anskaff", version="1", urls_namespace="api")
