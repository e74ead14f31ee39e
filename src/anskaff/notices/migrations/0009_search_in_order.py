"""An index of three signs in a row over all that notices are found by, in the order of publication.

On SQLite, triggers keep it. Changing the table `notices_searchtext` makes Django build it anew
there, without triggers, so a later migration that does so ends with `make` again.
"""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

CURRENT = models.Q(superseded_by=None)
COLUMNS = ("words", "buyers", "winners", "facts")
POSTGRESQL = (
    "CREATE INDEX notices_search ON notices_searchtext USING gin"
    f" ({', '.join(f'{column} gin_trgm_ops' for column in COLUMNS)})",
)
NEW = ", ".join(f"new.{column}" for column in COLUMNS)
OLD = ", ".join(f"old.{column}" for column in COLUMNS)
ADD = f"INSERT INTO notices_search(rowid, {', '.join(COLUMNS)}) VALUES (new.place, {NEW})"
REMOVE = (
    f"INSERT INTO notices_search(notices_search, rowid, {', '.join(COLUMNS)})"
    f" VALUES ('delete', old.place, {OLD})"
)
SQLITE = (
    f"CREATE VIRTUAL TABLE notices_search USING fts5({', '.join(COLUMNS)},"
    " content='notices_searchtext', content_rowid='place', tokenize='trigram')",
    f"CREATE TRIGGER notices_search_add AFTER INSERT ON notices_searchtext BEGIN {ADD}; END",
    f"CREATE TRIGGER notices_search_remove AFTER DELETE ON notices_searchtext BEGIN {REMOVE}; END",
    "CREATE TRIGGER notices_search_change AFTER UPDATE ON notices_searchtext"
    f" BEGIN {REMOVE}; {ADD}; END",
    "INSERT INTO notices_search(notices_search) VALUES ('rebuild')",
)


def make(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Make the index and fill it with what is there."""
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("notices", "0008_places_in_order")]
    operations = [
        migrations.AlterField("searchtext", "place", models.BigIntegerField(unique=True)),
        migrations.AlterField("searchtext", "buyers", models.TextField(blank=True)),
        migrations.AlterField("searchtext", "winners", models.TextField(blank=True)),
        migrations.AlterField("searchtext", "facts", models.TextField(blank=True)),
        migrations.DeleteModel("NoticeCode"),
        migrations.RemoveIndex("notice", "notices_open"),
        migrations.AddIndex(
            "notice",
            models.Index(
                fields=["open_until", "published_at"], condition=CURRENT, name="notices_open"
            ),
        ),
        migrations.RunPython(make),
    ]
