"""Starting Django for a verb, and words for what an installation may lack."""

import sys
from contextlib import suppress

from anskaff.cli.output import stop

NO_DATABASE = (
    "The database cannot be used: {error}.\n"
    "Run `anskaff setup` if the installation is new, and check ANSKAFF_DATA_DIR and "
    "ANSKAFF_DATABASE_URL with `anskaff settings`."
)
WRONG_SETTING = "A setting cannot be used: {error}. `anskaff settings` shows what each one means."


def start() -> None:
    """Start Django with the settings of the environment; exit code 3 when they cannot be used."""
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except (ImproperlyConfigured, ValueError, OSError) as error:
        stop(WRONG_SETTING.format(error=_first_line(error)))


def explain(error: Exception) -> None:
    """Exit code 3, with words, when the error comes from the database; else nothing.

    The verbs that need no database never load Django, so this looks only where it is loaded.
    """
    database = sys.modules.get("django.db")
    if database is not None and isinstance(error, database.Error):
        with suppress(database.Error):
            database.connections.close_all()
        stop(NO_DATABASE.format(error=_first_line(error)))


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0].rstrip(".")
