"""Pages of a long list: which one is asked for, and what comes before and after."""

from dataclasses import dataclass

from django.http import HttpRequest

from anskaff.web.request import whole_number

PAGE_SIZE = 50
LAST_PAGE = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """Where in a list the reader is; pages count from 1."""

    page: int
    total: int
    size: int = PAGE_SIZE

    @property
    def offset(self) -> int:
        return (self.page - 1) * self.size

    @property
    def last(self) -> int:
        return max(1, -(-self.total // self.size))

    @property
    def before(self) -> int | None:
        return self.page - 1 if self.page > 1 else None

    @property
    def after(self) -> int | None:
        return self.page + 1 if self.page < self.last else None


def wanted_page(request: HttpRequest) -> int:
    """The page number in the address; 1 when it is missing or makes no sense."""
    asked = whole_number(request.GET.get("side", ""))
    return min(asked, LAST_PAGE) if asked else 1
