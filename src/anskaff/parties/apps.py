"""Django's view of the room."""

from django.apps import AppConfig


class PartiesConfig(AppConfig):
    name = "anskaff.parties"
    label = "parties"
