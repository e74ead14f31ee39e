"""No indexes that lists are not to be read from.

Nothing supersedes nearly all of the notices, and SQLite read lists from the index that told so.
Kinds and marks are found by the index over what notices are found by.
"""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("notices", "0009_search_in_order")]
    operations = [
        *(
            migrations.RemoveIndex("notice", f"notices_{name}")
            for name in ("of_a_form", "green", "social", "innovation")
        ),
        migrations.AlterField(
            "notice",
            "superseded_by",
            models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="supersedes",
                to="notices.notice",
            ),
        ),
        migrations.AddIndex(
            "notice",
            models.Index(
                fields=["superseded_by"],
                condition=models.Q(superseded_by=None, _negated=True),
                name="notices_superseded",
            ),
        ),
    ]
