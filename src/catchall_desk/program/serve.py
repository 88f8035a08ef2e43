"""``catchall desk serve``: one process with threads. In: an address; out: answers.

One process, since the database may be SQLite, which takes one writer at a time.
"""

import threading
from importlib import import_module
from typing import Any

import click
from django.conf import settings
from django.core.management import call_command
from gunicorn.app.base import BaseApplication

from catchall.cli.surroundings import out, say
from catchall_desk.program import screen, uploads
from catchall_desk.program.check import WRONG, wrong
from catchall_desk.program.migrate import bring

THREADS = 8
PATIENCE_SECONDS = 60
LOOK_SECONDS = 5.0
"""How often what waits is looked for."""


class Server(BaseApplication):  # type: ignore[misc] # gunicorn has no types
    """gunicorn, told what to do by us and not by files."""

    def __init__(self, options: dict[str, Any]) -> None:
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        """Takes the options."""
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """The application, in the worker, with threads beside it: one screens, one uploads."""
        for beside in (uploads.forever, screen.forever):
            threading.Thread(target=beside, args=(LOOK_SECONDS,), daemon=True).start()
        return import_module("catchall_desk.wsgi").application


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to bind.")
@click.option("--port", default=8443, show_default=True, help="The port to bind.")
@click.option("--threads", default=THREADS, show_default=True, help="Requests at a time.")
def serve(host: str, port: int, threads: int) -> int:
    """Serve the desk, its database brought to this version first. Ctrl-C stops it.

    Put a server with https before it when others than this machine are to reach it, and set
    CATCHALL_DESK_PRODUCTION: then nothing is served while catchall desk check finds something.
    """
    bring()
    call_command("clearsessions")
    findings = list(wrong()) if settings.PRODUCTION else []
    for finding in findings:
        say(finding)
    if findings:
        return WRONG
    out().print(f"the desk answers on http://{host}:{port}/")
    Server(options(host, port, threads)).run()
    return 0


def options(host: str, port: int, threads: int) -> dict[str, Any]:
    """What gunicorn is told.

    >>> options("127.0.0.1", 8443, 8)["bind"]
    '127.0.0.1:8443'
    """
    return {
        "bind": f"{host}:{port}",
        "worker_class": "gthread",
        "workers": 1,
        "threads": threads,
        "timeout": PATIENCE_SECONDS,
        "graceful_timeout": PATIENCE_SECONDS,
        "worker_tmp_dir": None,
        "accesslog": None,
        "errorlog": "-",
        "loglevel": "warning",
    }
