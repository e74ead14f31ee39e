"""The indexes that lists are read from, and no words in the rows themselves."""

from django.db import migrations, models

CURRENT = models.Q(superseded_by=None)
NEWEST = ["-published_at", "-id"]


def index(name: str, *fields: str, condition: models.Q = CURRENT) -> migrations.AddIndex:
    return migrations.AddIndex(
        "notice", models.Index(fields=fields, condition=condition, name=f"notices_{name}")
    )


class Migration(migrations.Migration):
    dependencies = [("notices", "0002_search_text")]
    operations = [
        migrations.RemoveField("notice", "search_text"),
        index("newest", *NEWEST),
        index("of_a_form", "form", *NEWEST),
        index("open", "open_until"),
        index("due", "deadline"),
        index("by_value", "value"),
        *(
            index(mark, *NEWEST, condition=CURRENT & models.Q(**{mark: True}))
            for mark in ("green", "social", "innovation")
        ),
    ]
