"""Keep each word once in `search_text`, as `searching.each_word_once` does for new cases."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

BATCH = 500


def shorten(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take repeated words out of the text of every case; what can be found stays the same."""
    alias = schema_editor.connection.alias
    rows = apps.get_model("competition", "Competition").objects.using(alias)
    longer = []
    for row in rows.only("search_text").iterator(chunk_size=BATCH):
        shorter = " ".join(dict.fromkeys(row.search_text.casefold().split()))
        if shorter != row.search_text:
            row.search_text = shorter
            longer.append(row)
        if len(longer) == BATCH:
            rows.bulk_update(longer, ["search_text"])
            longer = []
    rows.bulk_update(longer, ["search_text"])


class Migration(migrations.Migration):
    dependencies = [("competition", "0005_unsaved_page")]
    operations = [migrations.RunPython(shorten, migrations.RunPython.noop)]
