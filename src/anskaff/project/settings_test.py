"""Settings for the test suite: throw-away data folder, fast passwords, the database asked for."""

import os
import tempfile
from pathlib import Path

# Each test process has its own folder: keys and files are named by ids that start again in each.
# A folder that a test names for a command it starts is kept.

if os.environ.get("ANSKAFF_DATA_DIR") in {None, os.environ.get("ANSKAFF_TEST_DATA_DIR")}:
    os.environ["ANSKAFF_DATA_DIR"] = tempfile.mkdtemp(prefix="anskaff-test-")
    os.environ["ANSKAFF_TEST_DATA_DIR"] = os.environ["ANSKAFF_DATA_DIR"]
os.environ.setdefault("ANSKAFF_SECRET_KEY", "only-for-tests")
os.environ.setdefault("ANSKAFF_DEMO", "true")
os.environ.setdefault("ANSKAFF_API_REQUESTS_PER_MINUTE", "1000000")
if url := os.environ.get("ANSKAFF_TEST_DATABASE_URL"):
    os.environ["ANSKAFF_DATABASE_URL"] = url

from anskaff.project.settings import *  # noqa: F403
from anskaff.project.settings import DATABASES, STORAGES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_AUTOREFRESH = True
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    _FOLDER = Path(tempfile.mkdtemp(prefix="anskaff-test-db-"))
    DATABASES["default"]["TEST"] = {"NAME": str(_FOLDER / "test.sqlite3")}
