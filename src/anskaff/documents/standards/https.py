"""The client that fetches archives over HTTPS, with a limit on size and time.

What comes is judged by its hash, so the connection only has to be encrypted and bounded.
"""

from collections.abc import Collection
from dataclasses import dataclass
from http.client import HTTPException
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from anskaff.documents.standards.fetching import FetchError

TIMEOUT_SECONDS = 60
MOST_BYTES = 300_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """Gets what lies at an address; `schemes` other than HTTPS are for tests."""

    schemes: Collection[str] = frozenset({"https"})
    most_bytes: int = MOST_BYTES
    timeout_seconds: int = TIMEOUT_SECONDS

    def get(self, address: str) -> bytes:
        """The bytes at an address.

        Raises:
            FetchError: when the address is not accepted or answered, or answers with too much.
        """
        self._accept(address)
        request = Request(address, headers={"User-Agent": "anskaff"})  # noqa: S310 - accepted above
        try:
            with urlopen(request, timeout=self.timeout_seconds) as response:  # noqa: S310
                self._accept(response.url)
                content: bytes = response.read(self.most_bytes + 1)
        except URLError as error:
            raise FetchError(f"no answer ({error.reason})") from None
        except (HTTPException, OSError) as error:
            raise FetchError(f"no whole answer ({type(error).__name__})") from None
        if len(content) > self.most_bytes:
            raise FetchError(f"the answer is larger than {self.most_bytes} bytes")
        return content

    def _accept(self, address: str) -> None:
        scheme = urlsplit(address).scheme
        if scheme not in self.schemes:
            raise FetchError(f"{scheme or 'no scheme'} is not accepted, only encrypted connections")
