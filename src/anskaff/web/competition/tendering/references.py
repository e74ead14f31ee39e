"""Case references in addresses: 2026/1042 is written 2026-1042."""


def reference_of(slug: str) -> str:
    """The reference that an address names.

    >>> reference_of("2026-1042")
    '2026/1042'
    """
    return slug.replace("-", "/", 1)


def slug_of(reference: str) -> str:
    """How a reference is written in an address."""
    return reference.replace("/", "-")
