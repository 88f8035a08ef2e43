"""One process with threads."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

from catchall_desk.program import serve


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def answer(url):
    for _ in range(100):
        try:
            return urllib.request.urlopen(url)  # noqa: S310 - this machine
        except urllib.error.URLError:
            time.sleep(0.1)
    raise TimeoutError(url)


def test_one_process_with_threads_is_asked_for():
    settings = serve.Server(serve.options("127.0.0.1", 8000, 3)).cfg.settings
    assert (settings["workers"].get(), settings["threads"].get()) == (1, 3)


def test_in_production_nothing_is_served_while_something_is_wrong(
    db, call, monkeypatch, settings
):
    settings.PRODUCTION = True
    monkeypatch.setattr(serve, "bring", lambda: None)
    monkeypatch.setattr(serve, "wrong", lambda: ["the key is short"])
    done = call(serve.serve)
    assert (done.return_value, done.stderr) == (2, "the key is short\n")


def test_the_desk_answers_until_it_is_told_to_stop(tmp_path, sqlite_migrated):
    shutil.copy(sqlite_migrated, tmp_path / "desk.sqlite3")
    port = free_port()
    words = [sys.executable, "-c", "from catchall_desk.program.group import desk; desk()"]
    environ = {**os.environ, "CATCHALL_HOME": str(tmp_path)}
    with subprocess.Popen([*words, "serve", "--port", str(port)], env=environ) as served:
        try:
            page = answer(f"http://127.0.0.1:{port}/account/login/")
            style = answer(f"http://127.0.0.1:{port}/static/web/desk.css")
        finally:
            served.send_signal(signal.SIGTERM)
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert style.headers["Content-Type"].startswith("text/css")
    assert served.returncode == 0
