"""Verbs about the installation: settings, serving, background work, the demo clock."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Annotated

import typer

from anskaff.cli.installation import start
from anskaff.cli.output import WRONG_USE, AsJson, show_json, stop

PANEL = "Installation"
clock_verbs = typer.Typer(help="The demo clock.", no_args_is_help=True)
demo_verbs = typer.Typer(help="The demo municipality.", no_args_is_help=True)

SETTINGS = {
    "ANSKAFF_DATA_DIR": "Database, files, log keys and standards; default var/",
    "ANSKAFF_DATABASE_URL": "postgres://… in production; default SQLite in the data folder",
    "ANSKAFF_STANDARDS": "The official standards; default standards/ in the data folder",
    "ANSKAFF_DEMO": "true: demo logins, demo data, movable clock; default false",
    "ANSKAFF_HOSTS": "Host names that are answered, comma-separated; default this machine",
    "ANSKAFF_TRUSTED_ORIGINS": "Origins that may post forms, comma-separated",
    "ANSKAFF_BASE_URL": "Address in e-mails; default http://127.0.0.1:8000",
    "ANSKAFF_HTTPS": "true: cookies only over HTTPS",
    "ANSKAFF_SECRET_KEY": "Signs sessions; default made once in the data folder",
    "ANSKAFF_LOG_ORIGIN": "Name of the proof log; default anskaff.local/log",
    "ANSKAFF_LOG_LEVEL": "DEBUG, INFO, WARNING, ERROR; default WARNING",
    "ANSKAFF_SECOND_FACTOR_ROLES": "Roles that must log in with a second factor, comma-separated",
    "ANSKAFF_SESSION_MINUTES": "How long a login lasts without use; default 120",
    "ANSKAFF_PROXIES": "Trusted proxies in front, whose X-Forwarded-* headers count; default 0",
    "ANSKAFF_CACHE_URL": "Counts log-in tries and API requests; default in memory, per process",
    "ANSKAFF_API_REQUESTS_PER_MINUTE": "From one address; default 600",
    "ANSKAFF_DOCUMENT_CHECKS_PER_FIVE_MINUTES": "From one address; default 60",
    "ANSKAFF_CLAMD": "host:port of a ClamAV daemon that checks uploads; default none",
    "ANSKAFF_NOTICE_SERVICE_URL": "Address of the Notices API; default none: notices are not sent",
    "ANSKAFF_NOTICE_SERVICE_KEY": "Subscription key there; without it notices are not sent",
    "ANSKAFF_NOTICE_SERVICE_EMAIL": "Who gets the operator's letters; default ANSKAFF_MAIL_FROM",
    "ANSKAFF_PUBLIC_NOTICES_URL": "Address of the public API for `anskaff notices fetch`",
    "ANSKAFF_PUBLIC_NOTICES_KEY": "Subscription key there",
    "ANSKAFF_UPLOAD_LIMIT_BYTES": "Largest file; default 2 GiB",
    "ANSKAFF_SMTP_HOST": "Mail server; default prints e-mails, in demo mode keeps them in letters/",
    "ANSKAFF_SMTP_PORT": "Default 25",
    "ANSKAFF_SMTP_USER": "Default none",
    "ANSKAFF_SMTP_PASSWORD": "Default none",
    "ANSKAFF_SMTP_TLS": "true: STARTTLS",
    "ANSKAFF_MAIL_FROM": "Sender of e-mails",
    "ANSKAFF_LANGUAGE": "Language of findings on the command line: nb, nn, en",
}
LONGEST_STOP_SECONDS = 20
DEMO_KEY = "only-for-the-demo"
SECRET = ("PASSWORD", "SECRET", "DATABASE_URL", "CACHE_URL", "_KEY")


def add_to(app: typer.Typer) -> None:
    """Put this room's verbs on the command line; the clock moves in demo mode only."""
    app.command("up", rich_help_panel=PANEL)(up)
    app.command("serve", rich_help_panel=PANEL)(serve)
    app.command("work", rich_help_panel=PANEL)(work)
    app.command("setup", rich_help_panel=PANEL)(setup)
    app.command("settings", rich_help_panel=PANEL)(list_settings)
    if in_demo_mode():
        app.add_typer(clock_verbs, name="clock", rich_help_panel="Demo")
        app.add_typer(demo_verbs, name="demo", rich_help_panel="Demo")


def in_demo_mode() -> bool:
    """Whether the environment asks for demo mode; read here since verbs depend on it."""
    return os.environ.get("ANSKAFF_DEMO", "").lower() in {"1", "true", "yes", "on"}


def list_settings(*, json: AsJson = False) -> None:
    """List the settings and what they are now; secrets are not shown."""
    listed = [
        {"name": name, "value": _shown(name), "meaning": meaning}
        for name, meaning in SETTINGS.items()
    ]
    if json:
        show_json(listed)
        return
    for one in listed:
        typer.echo(f"{one['name']}={one['value']}\n    {one['meaning']}")


def _shown(name: str) -> str:
    value = os.environ.get(name, "")
    return "(set)" if value and any(word in name for word in SECRET) else value


def setup() -> None:
    """Bring the database up to date and collect static files; safe to repeat."""
    start()
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    Path(settings.ANSKAFF_DATA_DIR).mkdir(parents=True, exist_ok=True)
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0)
    stamp = Path(settings.STATIC_ROOT) / ".collected"
    wanted = _static_digest()
    if not stamp.exists() or stamp.read_text() != wanted:
        call_command("collectstatic", verbosity=0, interactive=False)
        stamp.write_text(wanted)


def _static_digest() -> str:
    """What the static files are made from: names, sizes and times of our own ones."""
    folder = Path(__file__).parents[1] / "web/static"
    seen = sha256(sys.version.encode())
    for path in sorted(folder.rglob("*")):
        state = path.stat()
        seen.update(f"{path}{state.st_size}{state.st_mtime_ns}".encode())
    return seen.hexdigest()


def serve(
    port: Annotated[int, typer.Option(help="Port on this machine.")] = 8000,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
) -> None:
    """Serve pages and API with one worker process (SQLite wants one; PostgreSQL takes more)."""
    os.execv(sys.executable, _server(host, port))  # noqa: S606 - no shell, our own words


def _server(host: str, port: int) -> list[str]:
    return [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host),
        *("--port", str(port), "--workers", "1", "--blocking-threads", "8", "--no-ws"),
        *("--log-level", "error", "anskaff.project.wsgi:application"),
    ]


def work() -> None:
    """Do background work until stopped: letters and reminders."""
    start()
    from anskaff.cli import worker
    from anskaff.project import gateways

    try:
        gateways.notice_service()
    except ValueError as error:
        stop(f"Notices cannot be sent: {error}.", WRONG_USE)
    worker.run()


def up(
    port: Annotated[int, typer.Option(help="Port on this machine.")] = 8000,
    only_setup: Annotated[
        bool, typer.Option("--setup", help="Install and migrate, then stop.")
    ] = False,
) -> None:
    """Set up, load the demo when asked for and empty, and serve with a worker beside."""
    os.environ.setdefault("ANSKAFF_BASE_URL", f"http://127.0.0.1:{port}")
    setup()
    if in_demo_mode():
        from anskaff.demo import people

        if people.is_empty() and not only_setup:
            from anskaff.demo import story

            typer.echo("· Loading the demo municipality …")
            story.tell(_demo_service())
    if only_setup:
        typer.echo("Set up. Start with ./run")
        return
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            stop(f"Port {port} is taken. Stop what uses it, or choose another with --port.")
    anskaff = str(Path(sys.executable).with_name("anskaff"))
    beside = []
    if in_demo_mode() and not os.environ.get("ANSKAFF_NOTICE_SERVICE_URL"):
        free = _free_port()
        os.environ.update(_service_of_the_demo(free))
        beside.append(_beside([anskaff, "demo", "notice-service", "--port", str(free)]))
    server = _beside(_server("127.0.0.1", port))
    worker = _beside([anskaff, "work"])
    for asked in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(asked, _interrupt)
    try:
        _greet(port)
        while server.poll() is None and worker.poll() is None:
            time.sleep(0.5)
    except KeyboardInterrupt:
        typer.echo("Stopping.")
    finally:
        for process in (server, worker, *beside):
            with suppress(ProcessLookupError):
                process.terminate()
        for process in (server, worker, *beside):
            try:
                process.wait(timeout=LONGEST_STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _service_of_the_demo(port: int) -> dict[str, str]:
    """The settings that lead server and worker to the demo's own notice service."""
    address = f"http://127.0.0.1:{port}"
    return {
        "ANSKAFF_NOTICE_SERVICE_URL": address,
        "ANSKAFF_NOTICE_SERVICE_KEY": DEMO_KEY,
        "ANSKAFF_PUBLIC_NOTICES_URL": address,
        "ANSKAFF_PUBLIC_NOTICES_KEY": DEMO_KEY,
    }


def _beside(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """A process of its own session, so that Ctrl-C reaches us only, and we stop it once."""
    return subprocess.Popen(command, start_new_session=True)  # noqa: S603 - our own verbs


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def _greet(port: int) -> None:
    from django.conf import settings

    base = f"http://127.0.0.1:{port}"
    typer.echo(f"Anskaff: {base}/   API: {base}/api/v1/docs   (stop with Ctrl-C)")
    if in_demo_mode():
        from anskaff.demo import people

        logins = tuple(people.logins())
        passwords = ", ".join(sorted({one.password for one in logins}))
        typer.echo(f"E-mails of the demo are kept in {settings.ANSKAFF_DATA_DIR / 'letters'}")
        typer.echo(f"Log in at {base}/nb/demo/ as anyone, or by e-mail with password {passwords}:")
        for one in logins:
            typer.echo(f"  {one.email:<24} {one.what}")


@clock_verbs.command("advance")
def advance(by: Annotated[str, typer.Argument(help="How far: 15d, 3h, 20m.")]) -> None:
    """Move the demo clock forward, through deadlines and standstill."""
    parts = re.fullmatch(r"(\d{1,4})([dhm])", by)
    if parts is None:
        stop(f"“{by}” is not a length of time. Write for example 15d, 3h or 20m.", WRONG_USE)
    unit = {"d": "days", "h": "hours", "m": "minutes"}[parts[2]]
    start()
    from anskaff.project import clock

    typer.echo(clock.advance(timedelta(**{unit: int(parts[1])})).isoformat())


@clock_verbs.command("show")
def show() -> None:
    """Print the time that the demo lives in."""
    start()
    from anskaff.project import clock

    typer.echo(clock.now().isoformat())


@demo_verbs.command("notice-service")
def notice_service(
    port: Annotated[int, typer.Option(help="Port on this machine.")],
) -> None:
    """Play the national notice service on this machine, with its rules; it publishes nothing."""
    start()
    from django.conf import settings

    from anskaff.demo.notice_rules import by_the_rules
    from anskaff.demo.notice_service import NoticeServiceSandbox
    from anskaff.documents.standards.bundle import Bundle
    from anskaff.documents.validation.official import Official
    from anskaff.documents.validation.pool import Pool
    from anskaff.project import clock

    standards = Path(settings.ANSKAFF_STANDARDS)
    with Pool(1) as pool:
        official = Official(Bundle(standards), pool)
        judge = by_the_rules(clock.now, standards if standards.is_dir() else None, official)
        service = NoticeServiceSandbox(
            _demo_service(), key=DEMO_KEY, now=clock.now, judge=judge, port=port
        )
        service.serve()


@demo_verbs.command("load")
def load() -> None:
    """Load the demo municipality into an empty database."""
    setup()
    from anskaff.demo import people, story

    if not people.is_empty():
        stop("The database is not empty. Point ANSKAFF_DATA_DIR at a new folder.", WRONG_USE)
    story.tell(_demo_service())


def _demo_service() -> Path:
    """Where the demo's notice service keeps what it is sent."""
    from django.conf import settings

    return Path(settings.ANSKAFF_DATA_DIR) / "notice-service"
