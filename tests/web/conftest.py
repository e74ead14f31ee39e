"""Fixtures for the pages."""

from tests.web.browser import chromium, site

__all__ = ["chromium", "site"]
