"""On PostgreSQL, an index of whole terms, and a list of all terms to find those in that a part is in.

The index of three signs in a row had to read each text that has the parts of a word anywhere.
Triggers keep the list, as they keep the index of SQLite.
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

COLUMNS = ("words", "buyers", "winners", "facts")
TERMS = f"notices_terms(place, {', '.join(COLUMNS)})"
# A place is 29 bits of key below the second; 2 to the power of 18 seconds are three days. The cost is
# that of taking a text apart, so that a plan does not mean to do it row by row.
FUNCTION = """
    CREATE FUNCTION notices_terms(place bigint, words text, buyers text, winners text, facts text)
    RETURNS text[] LANGUAGE sql IMMUTABLE COST 10000 AS $$
        SELECT string_to_array(
            replace(btrim(words), ' ', E'\\x01')
            || E'\\x01 b|' || replace(btrim(buyers, '|'), '|', E'\\x01 b|')
            || E'\\x01 w|' || replace(btrim(winners, '|'), '|', E'\\x01 w|')
            || E'\\x01 ' || replace(btrim(facts), ' ', E'\\x01 ')
            || E'\\x01 t' || (place >> 47),
            E'\\x01'
        )
    $$
"""
LIST = "CREATE TABLE notices_term (term text COLLATE \"C\" PRIMARY KEY)"
FILL = f"INSERT INTO notices_term SELECT DISTINCT unnest({TERMS}) FROM notices_searchtext"
KEEP = f"""
    CREATE FUNCTION notices_keep_terms() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        INSERT INTO notices_term
        SELECT DISTINCT unnest({TERMS}) COLLATE "C" AS term FROM fresh ORDER BY term
        ON CONFLICT DO NOTHING;
        RETURN NULL;
    END $$
"""
TRIGGER = """
    CREATE TRIGGER notices_terms_{event} AFTER {event} ON notices_searchtext
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION notices_keep_terms()
"""
MAKE = (
    "DROP INDEX notices_search",
    FUNCTION,
    LIST,
    FILL,
    "CREATE INDEX notices_term_parts ON notices_term USING gin (term gin_trgm_ops)",
    "ANALYZE notices_term",
    KEEP,
    TRIGGER.format(event="insert"),
    TRIGGER.format(event="update"),
    f"CREATE INDEX notices_search ON notices_searchtext USING gin ({TERMS})",
)
UNMAKE = (
    "DROP INDEX notices_search",
    "DROP TRIGGER notices_terms_update ON notices_searchtext",
    "DROP TRIGGER notices_terms_insert ON notices_searchtext",
    "DROP FUNCTION notices_keep_terms()",
    "DROP TABLE notices_term",
    "DROP FUNCTION notices_terms",
    "CREATE INDEX notices_search ON notices_searchtext USING gin"
    f" ({', '.join(f'{column} gin_trgm_ops' for column in COLUMNS)})",
)


def make(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """List the terms, and make the index over them instead of that of three signs."""
    _execute(schema_editor, MAKE)


def unmake(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Make the index of three signs again."""
    _execute(schema_editor, UNMAKE)


def _execute(schema_editor: BaseDatabaseSchemaEditor, statements: tuple[str, ...]) -> None:
    if schema_editor.connection.vendor == "postgresql":
        for statement in statements:
            schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("notices", "0010_superseded_index")]
    operations = [migrations.RunPython(make, unmake)]
