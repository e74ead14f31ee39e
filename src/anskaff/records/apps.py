"""Django's view of the room."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "anskaff.records"
    label = "records"
