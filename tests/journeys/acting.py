"""What people do in a browser window: fill in fields by their labels, press by what is written."""

import math
import re
from datetime import datetime, timedelta

from playwright.sync_api import Locator, Page

from anskaff.project import clock


def starting(text: str) -> re.Pattern[str]:
    """The start of a label; a note on whether it must be filled in follows it."""
    return re.compile(rf"^\s*{_literally(text)}")


def _literally(text: str) -> str:
    """A pattern for a text, also where a slash would end the pattern."""
    return re.escape(text).replace("/", r"\/")


def fill(within: Page | Locator, written: dict[str, str]) -> None:
    """Write in text fields, each named by the start of its label."""
    for label, text in written.items():
        within.get_by_label(starting(label)).fill(text)


def choose(within: Page | Locator, chosen: dict[str, str]) -> None:
    """Choose in drop-down lists, each named by the start of its label."""
    for label, option in chosen.items():
        within.get_by_label(starting(label)).select_option(label=option)


def tick(within: Page | Locator, *labels: str) -> None:
    """Tick radio buttons and check boxes by the start of their label."""
    for label in labels:
        within.get_by_label(starting(label)).check()


def press(within: Page | Locator, name: str) -> None:
    """Press the one button with this name."""
    within.get_by_role("button", name=name, exact=True).click()


def follow(within: Page | Locator, name: str) -> None:
    """Follow the first link with this name; a count of remarks may stand after it."""
    named = re.compile(rf"^\s*{_literally(name)}(\s+\d+ \w+)?\s*$")
    within.get_by_role("link", name=named).first.click()


def says(page: Page, text: str) -> None:
    """Wait until the page shows a text."""
    page.get_by_text(text).first.wait_for()


def move_clock_to(moment: datetime) -> None:
    """Move the demo clock to a moment, at most a second past it."""
    clock.advance(timedelta(seconds=math.ceil((moment - clock.now()).total_seconds())))
