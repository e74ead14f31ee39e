"""Words in a table of their own, the first deadline, and until when a competition is open."""

from datetime import timedelta

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.db.models import DurationField, F, Value
from django.db.models.functions import Coalesce



BATCH = 500


def move(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take the words over, and tell until when competitions are open."""
    alias = schema_editor.connection.alias
    rows = apps.get_model("notices", "Notice").objects.using(alias)
    texts = apps.get_model("notices", "SearchText")
    texts.objects.using(alias).bulk_create(
        (texts(notice_id=pk, words=words) for pk, words in rows.values_list("pk", "search_text")),
        batch_size=BATCH,
    )
    year = Value(timedelta(days=365), output_field=DurationField())
    rows.filter(form="competition", cancelled=False).update(
        open_until=Coalesce(F("deadline"), F("published_at") + year)
    )


class Migration(migrations.Migration):
    dependencies = [("notices", "0001_initial")]
    operations = [
        migrations.CreateModel(
            name="SearchText",
            fields=[
                (
                    "notice",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        serialize=False,
                        to="notices.notice",
                    ),
                ),
                ("words", models.TextField(blank=True)),
            ],
        ),
        migrations.RenameField("notice", "tender_deadline", "deadline"),
        migrations.AddField("notice", "open_until", models.DateTimeField(null=True)),
        migrations.RunPython(move, migrations.RunPython.noop),
    ]
