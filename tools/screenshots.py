"""Take the pictures of the README and the guides, from the demo on a throw-away server.

    .venv/bin/python tools/screenshots.py            all of them
    .venv/bin/python tools/screenshots.py NAME…      only these, such as document-check

Needs Chromium and the development tools. The pictures land in docs/images.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from anskaff.documents.peppol import despatch_advice
from anskaff.documents.ubl.example import example

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs/images"
SIZE = ViewportSize(width=1280, height=800)
WAIT_SECONDS = 180
GUIDE = "innkjop/ny/?hva=goods&verdi=4200000&varighet=24&dato=2026-12-01&sted=NO060&sektor=classic"

CHECKED = "document-check"
OPENING_MILLISECONDS = 1000

# Picture, who looks, the beginning of the case's title, the address, and what to press there.
PICTURES = (
    ("home", "", "", "", ""),
    ("guide-result", "Kari Strand", "", GUIDE, ""),
    ("case", "Kari Strand", "Vintervedlikehold", "innkjop/{ref}/", ""),
    (
        "announcement",
        "Kari Strand",
        "Lekeapparater",
        "innkjop/{ref}/kunngjoringer/",
        "main a[href*='/kunngjoringer/']",
    ),
    ("submission", "Kari Strand", "", "innkjop/kunngjoringer/?tilstand=refused", "td a"),
    ("notice", "", "", "kunngjoringer/?fase=alle&ord=skolemat", ".hits a"),
    ("matrix", "Jonas Dahl", "Rådgiver", "innkjop/{ref}/evaluering/", ""),
    (
        "ranking",
        "Kari Strand",
        "Snøskutere",
        "innkjop/{ref}/evaluering/resultat/",
        "main details summary",
    ),
    ("protocol", "Kari Strand", "Trykksaker", "innkjop/{ref}/protokoll/", ""),
    (
        "tender-checklist",
        "Nora Fjell",
        "Skolemat",
        "konkurranser/{ref}/",
        "form[action$='/tilbud/'] button",
    ),
    ("receipt", "Tuva Lyng", "Skolemat", "leverandor/tilbud/{ref}/kvittering/", ""),
)


def main() -> None:
    """Serve the demo, look at each page as its person, and keep the picture."""
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("Chromium is not installed. Install it and try again.")
    IMAGES.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        served(Path(folder)) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        wanted = sys.argv[1:]
        if not wanted or CHECKED in wanted:
            check_document(browser, address, Path(folder))
        for name, person, case, path, pressed in PICTURES:
            if wanted and name not in wanted:
                continue
            page = logged_in(browser, address, person)
            ref = reference(page, address, case) if case else ""
            answer = page.goto(f"{address}/nb/{path.format(ref=ref)}")
            if answer is None or not answer.ok:
                sys.exit(f"{person} is not shown {path}.")
            if pressed:
                page.locator(pressed).first.click()
                page.wait_for_load_state("networkidle")
            if page.locator("main details[open]").count():
                page.locator("main details[open]").first.scroll_into_view_if_needed()
            page.screenshot(path=IMAGES / f"{name}.png", animations="disabled")
            page.context.close()
        browser.close()


def check_document(browser: Browser, address: str, folder: Path) -> None:
    """Keep the picture of an invented despatch advice with a fault, checked by anyone."""
    file = folder / "pakkseddel.xml"
    file.write_bytes(despatch_advice.write(example(despatch_advice.DOCUMENT)))
    page = logged_in(browser, address, "")
    page.goto(f"{address}/nb/dokumentsjekk/")
    page.get_by_label("Filer", exact=True).set_input_files(file)
    page.get_by_role("button", name="Kontroller").click()
    page.get_by_text("Les dokumentet").click()
    page.wait_for_timeout(OPENING_MILLISECONDS)
    page.evaluate("document.querySelector('#report').scrollIntoView()")
    page.screenshot(path=IMAGES / f"{CHECKED}.png", animations="disabled")
    page.context.close()


def logged_in(browser: Browser, address: str, person: str) -> Page:
    """A window of somebody in the demo, or of anyone when no name is given."""
    page = browser.new_page(viewport=SIZE, locale="nb-NO")
    if person:
        page.goto(f"{address}/nb/demo/")
        page.get_by_role("button", name=re.compile(f"^Logg inn som {person}")).first.click()
        page.wait_for_load_state()
    return page


def reference(page: Page, address: str, title: str) -> str:
    """The part of an address for the case whose title begins like this."""
    own = page.get_by_role("link", name=re.compile(f"^{title}")).first
    if not own.count():
        page.goto(f"{address}/nb/sok/?fase=alle&ord={title}")
    found = re.search(r"\d{4}-\d+", own.get_attribute("href") or "")
    if found is None:
        sys.exit(f"There is no case called {title}.")
    return found.group()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The demo on a free port with its own data; its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    environment = os.environ | {"ANSKAFF_DATA_DIR": str(folder), "ANSKAFF_DEMO": "true"}
    with (folder / "server.log").open("w") as log:
        command = [str(ROOT / ".venv/bin/anskaff"), "up", "--port", str(port)]
        server = subprocess.Popen(command, env=environment, stdout=log, stderr=log, cwd=folder)
        try:
            wait_for(port, server)
            yield address
        finally:
            server.terminate()
            server.wait()


def wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    """Return when the server listens; stop when it does not."""
    for _ in range(WAIT_SECONDS):
        if server.poll() is not None:
            sys.exit("The server stopped before it answered.")
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionRefusedError:
            time.sleep(1)
        else:
            return
    sys.exit("The server did not answer in time.")


if __name__ == "__main__":
    main()
