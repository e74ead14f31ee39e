"""Filters and tags of the public pages and the supplier's desk."""

from django import template

from anskaff.web.competition.tendering import references

register = template.Library()


@register.filter
def slug_of(reference: str) -> str:
    """A case reference as it stands in an address."""
    return references.slug_of(reference)


@register.filter
def after_dot(where: str) -> str:
    """The field that a finding's place names: `prices.PL-0001` is PL-0001.

    >>> after_dot("prices.PL-0001"), after_dot("lots")
    ('PL-0001', 'lots')
    """
    return where.rpartition(".")[2]
