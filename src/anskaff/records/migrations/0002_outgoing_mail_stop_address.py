"""A letter knows where it is stopped (RFC 8058)."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('records', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='outgoingmail',
            name='stop_address',
            field=models.CharField(blank=True, max_length=500),
        ),
    ]
