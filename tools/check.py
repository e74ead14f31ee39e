"""Run everything that must hold, fastest first, and say at the end what was skipped and why.

`./test` calls this after set-up. Arguments name the steps to run (all when there are none):
style, map, types, knowledge, sqlite, postgres, browser.
"""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
SKIPS = Path(tempfile.mkdtemp(prefix="anskaff-check-")) / "skips"
atexit.register(shutil.rmtree, SKIPS.parent, ignore_errors=True)
ENGLISH = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "docs/decisions"]
LOWER = ["concepts", "documents", "law", "calculations"]


def main(wanted: list[str]) -> int:
    """Run the steps; the answer is 0 when all held."""
    steps = {
        "style": style,
        "map": imports,
        "types": types,
        "knowledge": knowledge,
        "sqlite": sqlite,
        "postgres": postgres,
        "browser": browser,
    }
    unknown = [name for name in wanted if name not in steps]
    if unknown:
        print(f"Unknown step: {', '.join(unknown)}. Steps: {', '.join(steps)}")
        return 2
    failed = []
    for name, step in steps.items():
        if wanted and name not in wanted:
            continue
        began = time.monotonic()
        print(f"── {name}", flush=True)
        if not step():
            failed.append(name)
        print(f"── {name}: {time.monotonic() - began:.0f} s", flush=True)
    skipped = sorted(set(SKIPS.read_text().splitlines())) if SKIPS.exists() else []
    if failed:
        print(f"Failed: {', '.join(failed)}")
    print(f"Skipped: {'; '.join(skipped)}" if skipped else "Skipped: nothing")
    return 1 if failed else 0


def style() -> bool:
    """Lint, format, unused dependencies, migrations that are missing, spelling."""
    return all(
        [
            tool("ruff", "check", "--quiet", "."),
            tool("ruff", "format", "--check", "--quiet", "."),
            tool("deptry", "src", quiet=True),
            tool(
                *("python", "-m", "django", "makemigrations", "--check", "--dry-run"),
                env={"DJANGO_SETTINGS_MODULE": "anskaff.project.settings_test"},
                quiet=True,
            ),
            tool("codespell", *ENGLISH, quiet=True),
        ]
    )


def imports() -> bool:
    """The map of rooms."""
    return tool("lint-imports", "--no-cache")


def types() -> bool:
    """mypy, strict."""
    return tool("mypy", "--no-error-summary")


def knowledge() -> bool:
    """The lower storey: no database, its own examples and all its branches."""
    rooms = [f"src/anskaff/{room}" for room in LOWER]
    return pytest(
        "-m",
        "not django_db and not browser",
        *rooms,
        *[f"tests/{room}" for room in LOWER if (ROOT / "tests" / room).exists()],
    )


def sqlite() -> bool:
    """All the rest on SQLite, with the documents of the project."""
    ignored = [f"--ignore={place}/{room}" for room in LOWER for place in ("src/anskaff", "tests")]
    return pytest("-m", "not browser", *ignored, "tests", "src", "docs", "README.md")


def postgres() -> bool:
    """Every test that needs a database, on PostgreSQL."""
    with a_postgres() as url:
        if url is None:
            note("PostgreSQL tests: no server answers and no initdb is here")
            return True
        return pytest(
            "-m", "django_db and not browser", "tests", env={"ANSKAFF_TEST_DATABASE_URL": url}
        )


def browser() -> bool:
    """Journeys in Chromium."""
    if not chromium():
        note("browser journeys: Chromium is not here and could not be installed")
        return True
    return pytest("-m", "browser", "tests", parallel=False)


def pytest(*arguments: str, env: Mapping[str, str] | None = None, parallel: bool = True) -> bool:
    """One run of the test suite; no test at all counts as a failure."""
    several = ["-n", "2", "--dist", "loadfile"] if parallel else []
    return tool("pytest", "-q", "--doctest-glob=*.md", "-rfE", *several, *arguments, env=env)


def tool(
    name: str, *arguments: str, env: Mapping[str, str] | None = None, quiet: bool = False
) -> bool:
    """Run one tool of the environment."""
    done = subprocess.run(
        [str(BIN / name), *arguments],
        cwd=ROOT,
        check=False,
        env={**os.environ, "ANSKAFF_SKIPS": str(SKIPS), **(env or {})},
        stdin=subprocess.DEVNULL,
        capture_output=quiet,
        text=True,
    )
    if quiet and done.returncode:
        print(done.stdout, done.stderr)
    return done.returncode == 0


def note(text: str) -> None:
    """Remember what was skipped and why, for the last line."""
    with SKIPS.open("a") as kept:
        kept.write(text + "\n")


def chromium() -> bool:
    """Whether Chromium is here, installing Debian's package when we may."""
    if shutil.which("chromium"):
        return True
    if os.geteuid() == 0 and shutil.which("apt-get"):
        for command in (
            ["apt-get", "update", "-qq"],
            ["apt-get", "install", "-y", "-qq", "chromium"],
        ):
            subprocess.run(command, check=False, capture_output=True)
    return shutil.which("chromium") is not None


@contextmanager
def a_postgres() -> Iterator[str | None]:
    """A PostgreSQL database to test on: the named one, the local one, or a throw-away cluster."""
    named = os.environ.get("ANSKAFF_TEST_POSTGRES")
    if named:
        yield named
        return
    for address in ("postgres:///postgres", "postgres://postgres@127.0.0.1:5432/postgres"):
        if answers(address):
            yield address
            return
    initdb = find_initdb()
    if initdb is None:
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="anskaff-pg-") as folder:
        yield from a_cluster(initdb, Path(folder))


def a_cluster(initdb: Path, folder: Path) -> Iterator[str | None]:
    """A throw-away cluster that listens on a socket in its own folder only."""
    as_user: list[str] = []
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
        as_user = ["runuser", "-u", "postgres", "--"]
    control = str(initdb.with_name("pg_ctl"))
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
    subprocess.run(
        [*as_user, str(initdb), "-D", f"{folder}/data", "-U", "postgres", "-A", "trust"],
        check=True,
        capture_output=True,
    )
    subprocess.run(
        [*as_user, control, "-D", f"{folder}/data", "-o", options, "-w", "start"],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    try:
        yield f"postgres://postgres@/postgres?host={folder}"
    finally:
        subprocess.run(
            [*as_user, control, "-D", f"{folder}/data", "-m", "immediate", "stop"],
            check=False,
            capture_output=True,
        )


def answers(address: str) -> bool:
    """Whether a server answers and lets us make databases."""
    import psycopg

    try:
        with psycopg.connect(address, connect_timeout=3) as connection:
            may = connection.execute(
                "select rolcreatedb or rolsuper from pg_roles where rolname = current_user"
            ).fetchone()
    except psycopg.Error:
        return False
    return bool(may and may[0])


def find_initdb() -> Path | None:
    """Debian keeps initdb outside PATH."""
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    found = shutil.which("initdb")
    return places[0] if places else (Path(found) if found else None)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
