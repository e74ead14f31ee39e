"""An index of three signs in a row over the words of notices, in the way of each database.

On SQLite, triggers keep it. Changing the table `notices_searchtext` makes Django build it anew
there, without triggers, so a later migration that does so ends with `make` again.
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

POSTGRESQL = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "CREATE INDEX notices_search ON notices_searchtext USING gin (words gin_trgm_ops)",
)
ADD = "INSERT INTO notices_search(rowid, words) VALUES (new.notice_id, new.words)"
REMOVE = (
    "INSERT INTO notices_search(notices_search, rowid, words)"
    " VALUES ('delete', old.notice_id, old.words)"
)
SQLITE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS notices_search USING fts5(words,"
    " content='notices_searchtext', content_rowid='notice_id', tokenize='trigram')",
    "CREATE TRIGGER notices_search_add AFTER INSERT ON notices_searchtext"
    f" BEGIN {ADD}; END",
    "CREATE TRIGGER notices_search_remove AFTER DELETE ON notices_searchtext"
    f" BEGIN {REMOVE}; END",
    "CREATE TRIGGER notices_search_change AFTER UPDATE ON notices_searchtext"
    f" WHEN old.words <> new.words BEGIN {REMOVE}; {ADD}; END",
    "INSERT INTO notices_search(notices_search) VALUES ('rebuild')",
)


def make(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Make the index and fill it with what is there."""
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("notices", "0003_search_order")]
    operations = [migrations.RunPython(make)]
