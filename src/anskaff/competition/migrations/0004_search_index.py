"""An index of three signs in a row over `search_text`, in the way of each database.

On SQLite, triggers keep it. Changing the table `competition_competition` makes Django build it
anew there, without triggers, so a later migration that does so ends with `make` again.
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

POSTGRESQL = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "CREATE INDEX competition_search ON competition_competition"
    " USING gin (search_text gin_trgm_ops)",
)
ADD = "INSERT INTO competition_search(rowid, search_text) VALUES (new.id, new.search_text)"
REMOVE = (
    "INSERT INTO competition_search(competition_search, rowid, search_text)"
    " VALUES ('delete', old.id, old.search_text)"
)
SQLITE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS competition_search USING fts5(search_text,"
    " content='competition_competition', content_rowid='id', tokenize='trigram')",
    "CREATE TRIGGER competition_search_add AFTER INSERT ON competition_competition"
    f" BEGIN {ADD}; END",
    "CREATE TRIGGER competition_search_remove AFTER DELETE ON competition_competition"
    f" BEGIN {REMOVE}; END",
    "CREATE TRIGGER competition_search_change AFTER UPDATE ON competition_competition"
    f" WHEN old.search_text <> new.search_text BEGIN {REMOVE}; {ADD}; END",
    "INSERT INTO competition_search(competition_search) VALUES ('rebuild')",
)


def make(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Make the index and fill it with what is there."""
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("competition", "0003_list_indexes")]
    operations = [migrations.RunPython(make)]
