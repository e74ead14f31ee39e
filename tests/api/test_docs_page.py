"""The documentation page works with nothing but what the server itself gives."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from playwright.sync_api import Browser

DOCS = "/api/v1/docs"
ANSKAFF = Path(sys.executable).with_name("anskaff")


@pytest.mark.django_db
def test_the_page_names_no_other_host_and_no_inline_script(client: Client) -> None:
    response = client.get(DOCS)
    page = response.content.decode()
    assert response.status_code == 200
    assert "script-src 'self'" in response["Content-Security-Policy"]
    assert re.findall(r"(?:https?:)?//[\w.]+", page) == []
    scripts = re.findall(r"<script([^>]*)>(.*?)</script>", page, re.DOTALL)
    assert scripts
    for attributes, content in scripts:
        assert "src=" in attributes or 'type="application/json"' in attributes
        assert ("src=" in attributes) == (not content.strip())
    assert "<style" not in page
    assert " style=" not in page
    for address in re.findall(r'(?:src|href)="(/static/[^"]+)"', page):
        assert finders.find(address.removeprefix("/static/")), address


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """The real server with collected assets, on a free port of this machine."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    kept = {name: value for name, value in os.environ.items() if "ANSKAFF" not in name}
    env = {**kept, "ANSKAFF_DATA_DIR": str(tmp_path)}
    env.pop("DJANGO_SETTINGS_MODULE", None)
    subprocess.run([ANSKAFF, "setup"], env=env, check=True)
    server = subprocess.Popen([ANSKAFF, "serve", "--port", str(port)], env=env)
    for _ in range(200):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            break
        time.sleep(0.1)
    yield f"http://127.0.0.1:{port}"
    server.terminate()
    server.wait(timeout=20)


@pytest.mark.browser
def test_the_page_shows_every_address_without_breaking_the_policy(
    address: str, chromium: Browser
) -> None:
    asked: list[str] = []
    said: list[str] = []
    page = chromium.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{address}{DOCS}")
    page.get_by_text("/api/v1/changes").first.wait_for()
    shown = page.locator(".opblock-summary-path").all_inner_texts()
    page.get_by_text("/api/v1/changes").first.click()
    page.get_by_text("Start without after, keep last").first.wait_for()
    page.close()
    assert len(shown) == 12
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    assert [words for words in said if "Content Security Policy" in words] == []
