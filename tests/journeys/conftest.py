"""The browser, for journeys too."""

from tests.web.browser import chromium, site

__all__ = ["chromium", "site"]
