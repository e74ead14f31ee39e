"""The schemes that identifiers and electronic addresses of post-award documents are from."""

from anskaff.documents.ubl.table import Attribute

ENDPOINT_SCHEME = Attribute(name="schemeID", least=1, codes="eas")
PARTY_SCHEME = Attribute(name="schemeID", codes="ICD")
