"""Passwords of the demo, quick to keep: `./run` prints them, and anyone logs in as anyone."""

from django.contrib.auth.hashers import PBKDF2PasswordHasher


class QuickHasher(PBKDF2PasswordHasher):
    """As Django keeps passwords, with few rounds; only used in demo mode."""

    iterations = 1_000
