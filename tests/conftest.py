"""Shared by all tests: which database, and what may be skipped."""

import os

if url := os.environ.get("ANSKAFF_TEST_DATABASE_URL"):
    os.environ["ANSKAFF_DATABASE_URL"] = url
