"""The text of a field as it stood in the document, for rules that look at the text itself."""

from anskaff.documents.ubl.table import Group
from anskaff.documents.ubl.values import Value, normalized, written

__all__ = ["normalized", "spelled"]


def spelled(group: Group, name: str) -> str:
    r"""The first value of a field as it was spelled, without space around it; "" for none.

    >>> from anskaff.documents.ubl.table import said, text
    >>> class Note(Group):
    ...     key: str | None = text("cbc:ID", "", said("Nummer", "Nummer", "Number"))
    >>> spelled(Note(key=" 7\n"), "key"), spelled(Note(), "key")
    ('7', '')
    """
    if group.extras is not None and (name, 0) in group.extras.spelled:
        return normalized(group.extras.spelled[name, 0])
    value: Value | None = getattr(group, name)
    return "" if value is None else normalized(written(value))
