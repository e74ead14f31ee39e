"""The buyer of the case also stands on its competition, so that lists can be indexed by it."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def fill(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Give each competition the buyer of its case."""
    case = apps.get_model("competition", "Case")
    buyer = case.objects.filter(pk=models.OuterRef("case")).values("buyer")[:1]
    apps.get_model("competition", "Competition").objects.update(buyer=models.Subquery(buyer))


class Migration(migrations.Migration):
    dependencies = [("competition", "0001_initial"), ("parties", "0001_initial")]
    operations = [
        migrations.AddField(
            model_name="competition",
            name="buyer",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="parties.organisation",
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
