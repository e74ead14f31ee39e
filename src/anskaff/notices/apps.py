"""Django's view of the room."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "anskaff.notices"
    label = "notices"
