"""How much memory the server takes while a supplier uploads a large file without JavaScript.

Starts a real server on a free port, logs in as a demo supplier, posts one multipart form with a
file of 200 MB, and prints the highest resident memory of the server's processes against the file.

    python benchmarks/upload.py [MEGABYTES]
"""

import http.client
import http.cookiejar
import os
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

BOUNDARY = "----anskaff-benchmark"
PIECE = b"0123456789abcdef" * 65536


def resident_mb(root: int) -> float:
    """Resident memory of a process and all below it, in MB, from /proc."""
    parents: dict[int, int] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            status = (folder / "status").read_text()
        except OSError:
            continue
        found = re.search(r"PPid:\s+(\d+)", status)
        parents[int(folder.name)] = int(found[1]) if found else 0
    family, grown = {root}, True
    while grown:
        more = {pid for pid, parent in parents.items() if parent in family} - family
        family |= more
        grown = bool(more)
    total = 0
    for pid in family:
        try:
            found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
        except OSError:
            continue
        total += int(found[1]) if found else 0
    return total / 1024


def form(token: str, name: str, megabytes: int) -> Iterator[bytes]:
    """A multipart body, piece by piece; the last field says that the form is whole."""
    yield _field("csrfmiddlewaretoken", token)
    yield (
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"; filename="stor.txt"\r\n'
        "Content-Type: text/plain\r\n\r\n"
    ).encode()
    for _ in range(megabytes):
        yield PIECE
    yield b"\r\n" + _field("slutt", "1") + f"--{BOUNDARY}--\r\n".encode()


def _field(name: str, value: str) -> bytes:
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'
    return f"{head}{value}\r\n".encode()


def main(megabytes: int) -> None:  # noqa: PLR0915 - one story from start to figures
    """Serve, upload, measure."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folder = tempfile.mkdtemp(prefix="anskaff-bench-")
    environment = {**os.environ, "ANSKAFF_DATA_DIR": folder, "ANSKAFF_DEMO": "true"}
    anskaff = Path(sys.executable).with_name("anskaff")
    subprocess.run([anskaff, "setup"], env=environment, check=True)
    subprocess.run([anskaff, "demo", "load"], env=environment, check=True)
    server = subprocess.Popen([anskaff, "serve", "--port", str(port)], env=environment)
    base = f"http://127.0.0.1:{port}"
    highest = [0.0]
    stop = threading.Event()

    def watch() -> None:
        while not stop.is_set():
            highest[0] = max(highest[0], resident_mb(server.pid))
            time.sleep(0.05)

    try:
        jar = http.cookiejar.CookieJar()
        web = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
        for _ in range(100):
            try:
                page = web.open(f"{base}/nb/demo/").read().decode()
                break
            except OSError:
                time.sleep(0.2)
        person = re.search(
            r'name="membership"[^>]*value="(\d+)"[^>]*>(?:(?!</form>).)*Tuva', page, re.DOTALL
        )
        token = re.search(r'csrfmiddlewaretoken" value="([^"]+)"', page)
        assert person, "the demo page has no login for Tuva"
        assert token
        body = urllib.parse.urlencode(
            {"csrfmiddlewaretoken": token[1], "membership": person[1]}
        ).encode()
        web.open(urllib.request.Request(f"{base}/nb/demo/", body, {"Referer": f"{base}/nb/demo/"}))
        home = web.open(f"{base}/nb/leverandor/").read().decode()
        tender = re.findall(r'href="(/nb/leverandor/tilbud/[^/"]+/)', home)[0]
        files = web.open(f"{base}{tender}filer/").read().decode()
        token = re.search(r'csrfmiddlewaretoken" value="([^"]+)"', files)
        field = re.search(r'<input[^>]*type="file"[^>]*name="([^"]+)"', files) or re.search(
            r'name="([^"]+)"[^>]*type="file"', files
        )
        assert token
        assert field
        before = resident_mb(server.pid)
        threading.Thread(target=watch, daemon=True).start()
        cookies = "; ".join(f"{one.name}={one.value}" for one in jar)
        length = sum(map(len, form(token[1], field[1], 0))) + megabytes * len(PIECE)
        link = http.client.HTTPConnection("127.0.0.1", port, timeout=300)
        began = time.perf_counter()
        link.request(
            "POST",
            f"{tender}filer/",
            body=form(token[1], field[1], megabytes),
            headers={
                "Content-Type": f"multipart/form-data; boundary={BOUNDARY}",
                "Cookie": cookies,
                "Content-Length": str(length),
                "Referer": f"{base}{tender}filer/",
                "X-CSRFToken": token[1],
            },
        )
        answer = link.getresponse()
        answer.read()
        took = time.perf_counter() - began
        stop.set()
        if answer.status != 302:
            sys.exit(f"The upload was answered with {answer.status}")
        print(f"{megabytes} MB in {took:.1f} s, answer {answer.status}")
        print(f"server memory: {before:.0f} MB before, {highest[0]:.0f} MB at most")
        print(f"growth against file: {(highest[0] - before) / megabytes:.2f}")
    finally:
        stop.set()
        server.terminate()
        server.wait(timeout=20)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
