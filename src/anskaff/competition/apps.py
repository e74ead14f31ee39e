"""Django's view of the room."""

from django.apps import AppConfig


class CompetitionConfig(AppConfig):
    name = "anskaff.competition"
    label = "competition"
