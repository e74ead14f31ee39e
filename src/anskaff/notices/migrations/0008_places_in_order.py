"""What notices are found by in one row: words, names, codes, marks, and the place in order.

The index over it is made anew by the next migration.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

BATCH = 1000
KEY_BITS, SECOND_BITS = 29, 33
KINDS = {"competition": "pc", "planning": "pp", "consultation": "pp"}
MARKS = {"green": "mg", "social": "ms", "innovation": "mi"}
SOURCES = {"own": "so", "imported": "si"}
SHORT = re.compile(r"(?<![^\W_])[^\W_]{1,2}(?![^\W_])")
UPDATE = (
    "UPDATE notices_searchtext SET place = %s, words = %s, buyers = %s, winners = %s, facts = %s"
    " WHERE notice_id = %s"
)
CURRENT = models.Q(superseded_by=None)


def unmake(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Drop the index over words alone."""
    if schema_editor.connection.vendor == "sqlite":
        for name in ("add", "remove", "change"):
            schema_editor.execute(f"DROP TRIGGER IF EXISTS notices_search_{name}")
        schema_editor.execute("DROP TABLE IF EXISTS notices_search")
    else:
        schema_editor.execute("DROP INDEX IF EXISTS notices_search")


def fill(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Fill the rows, a batch of notices at a time."""
    connection = schema_editor.connection
    keys = list(
        apps.get_model("notices", "SearchText")
        .objects.using(connection.alias)
        .order_by("pk")
        .values_list("pk", flat=True)
    )
    with connection.cursor() as cursor:
        for start in range(0, len(keys), BATCH):
            rows = list(_rows(apps, connection.alias, keys[start : start + BATCH]))
            cursor.executemany(UPDATE, rows)


def _rows(apps: StateApps, alias: str, keys: list[int]) -> Iterator[tuple[object, ...]]:
    def rows(model: str) -> models.QuerySet:
        return apps.get_model("notices", model).objects.using(alias)

    codes, parts = defaultdict(list), defaultdict(list)
    for key, kind, code in (
        rows("NoticeCode").filter(notice__in=keys).values_list("notice_id", "kind", "code")
    ):
        codes[key, kind].append(code)
    involved = rows("Involvement").filter(notice__in=keys).order_by("position")
    for key, part, name, number in involved.values_list(
        "notice_id", "part", "organisation__name", "organisation__number"
    ):
        parts[key, part] += [word for word in (name, number) if word]
    words = dict(rows("SearchText").filter(pk__in=keys).values_list("pk", "words"))
    for row in rows("Notice").filter(pk__in=keys).defer("title", "description"):
        second = min(max(int(row.published_at.timestamp()), 0), 2**SECOND_BITS - 1)
        kind = "px" if row.cancelled else KINDS.get(row.form, "pr")
        facts = [f"c{code}" for code in _narrowest(codes[row.pk, "cpv"])]
        facts += [f"n{code.casefold()}" for code in _narrowest(codes[row.pk, "nuts"])]
        facts += [short for mark, short in MARKS.items() if getattr(row, mark)]
        text = " ".join([*facts, SOURCES[row.source], kind])
        yield (
            second << KEY_BITS | row.pk % 2**KEY_BITS,
            _each_word_once(words[row.pk]),
            _between_bars(parts[row.pk, "buyer"]),
            _between_bars(parts[row.pk, "winner"]),
            f" {text} ",
            row.pk,
        )


def _narrowest(codes: list[str]) -> list[str]:
    return [one for one in codes if not any(each != one and each.startswith(one) for each in codes)]


def _between_bars(words: list[str]) -> str:
    return f"|{'|'.join(words)}|".casefold() if words else ""


def _each_word_once(text: str) -> str:
    words = text.split()
    short = (part for word in words for part in SHORT.findall(word))
    return f" {' '.join(dict.fromkeys((*words, *short)))} "


class Migration(migrations.Migration):
    dependencies = [("notices", "0007_saved_search")]
    operations = [
        migrations.RunPython(unmake),
        migrations.AddField("searchtext", "place", models.BigIntegerField(null=True)),
        migrations.AddField("searchtext", "buyers", models.TextField(blank=True, default="")),
        migrations.AddField("searchtext", "winners", models.TextField(blank=True, default="")),
        migrations.AddField("searchtext", "facts", models.TextField(blank=True, default="")),
        migrations.RunPython(fill),
    ]
