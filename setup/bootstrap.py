"""Sets the project up in .venv: ``python3 setup/bootstrap.py run`` (or dev, or an extra).

In: the locks in ``requirements/``. Out: ``.venv`` with every locked package, checked by hash,
and the project itself. uv is taken from the package index into ``.venv``; where it cannot be
had, pip does the work. Outside the project's folder only the installers' own caches change.

Only the standard library, and only syntax that Python 3.6 reads: an old Python has to get as
far as being told that it is too old. Index, proxy and certificates come from the environment.
"""

import hashlib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Dict, List, Tuple

OLDEST = (3, 11)
NEWEST = (3, 14)  # the newest that every locked package has a wheel for; `make lock` checks it

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ROOT / "requirements"
VENV = ROOT / ".venv"
STAMP = VENV / "set-up.json"
PYTHON = VENV / "bin" / "python"
# measured: .venv and the installers' caches; the extras come on top of run or dev
NEEDED_MB = {"run": 800, "dev": 1400, "desk": 250, "spark": 2400, "documents": 100, "ocr": 600}

HASHED = ["--require-hashes"]
WHEELS = ["--only-binary", ":all:"]
NETWORK = re.compile(
    r"(?i)connection|resolve host|name resolution|timed out|certificate|proxy|dns|error sending"
)
NO_WHEEL = re.compile(
    r"(?i)no usable wheels|no matching distribution|failed to build|failed building|gcc"
)


class SetUpError(Exception):
    """Set-up cannot go on; the text says what is wrong and what to type."""


def covered() -> str:
    """The versions of Python that the locks cover, in words."""
    return f"3.{OLDEST[1]} to 3.{NEWEST[1]}"


def is_covered(version: Tuple[int, int]) -> bool:
    """Do the locks cover this version of Python?"""
    return OLDEST <= version <= NEWEST


def other_python() -> str:
    """A Python on PATH that the locks cover and that can make a venv, newest first; or ''."""
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        # a name on PATH may be a shim that runs nothing, so it has to prove itself
        proof = f"import sys, ensurepip; sys.exit(sys.version_info[1] != {minor})"
        quiet = subprocess.DEVNULL
        if found and not subprocess.call([found, "-c", proof], stdout=quiet, stderr=quiet):
            return found
    return ""


def check_python(arguments: List[str]) -> None:
    """Goes on under a covered Python: this one, else another on PATH unless one was chosen.

    Raises:
        SetUpError: there is none.
    """
    if is_covered(sys.version_info[:2]):
        return
    other = "" if "--only-this-python" in arguments else other_python()
    if other:
        say(f"python3 is {platform.python_version()}, not {covered()}: using {other}")
        os.execv(other, [other, *sys.argv])  # noqa: S606 - no shell: this process goes on as it
    raise SetUpError(
        f"this is Python {platform.python_version()}; the locked packages cover {covered()}.\n"
        "Install one of those (Debian, Ubuntu: sudo apt install python3 python3-venv), "
        f"or name one that you have: make PYTHON=/path/to/python3.{NEWEST[1]}"
    )


def check_venv_module() -> None:
    """Can this Python make a venv with pip? Debian keeps that in a package of its own.

    Raises:
        SetUpError: a module is missing.
    """
    try:
        __import__("ensurepip")
        __import__("venv")
    except ImportError as error:
        raise SetUpError(
            f"this Python cannot make a virtual environment: it has no module {error.name}.\n"
            f"Debian, Ubuntu: sudo apt install python3.{sys.version_info[1]}-venv; "
            "then run make again."
        ) from error


def check_disk(names: List[str]) -> None:
    """Is there room where the project lies?

    Raises:
        SetUpError: there is less free than the packages were measured to need.
    """
    base = max(NEEDED_MB["dev"] if "dev" in names else 0, NEEDED_MB["run"])
    need = base + sum(NEEDED_MB[name] for name in names if name not in ("run", "dev"))
    free = shutil.disk_usage(str(ROOT)).free // 2**20
    if free < need:
        raise SetUpError(
            f"{free} MB are free where the project lies, about {need} MB are needed.\n"
            "Make room, or move the project to a larger disk; then run make again."
        )


def fingerprint(names: List[str]) -> Dict[str, str]:
    """What a set-up rests on: the hashes of locks and project, the Python, the place."""
    files = [ROOT / "pyproject.toml", LOCKS / "build.lock"]
    files += [LOCKS / f"{name}.lock" for name in names]
    prints = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    return {**prints, **home()}


def home() -> Dict[str, str]:
    """What a venv is bound to: its Python, and its place, since its scripts hold full paths."""
    return {"python": platform.python_version(), "place": str(ROOT)}


def stamp() -> Dict[str, str]:
    """What the last set-up wrote when it was done; empty when there was none."""
    try:
        done = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return done if isinstance(done, dict) else {}


def run(command: List[str], env: Dict[str, str]) -> Tuple[int, str]:
    """Runs a command, its output shown as it comes: exit status and output."""
    lines = []
    with subprocess.Popen(
        command,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        universal_newlines=True,
    ) as process:
        for line in process.stdout or ():
            sys.stdout.write("    " + line)
            sys.stdout.flush()
            lines.append(line)
    return process.returncode, "".join(lines)


def environment() -> Dict[str, str]:
    """The caller's own, unharmed; uv is told of the index that pip was told of."""
    env = dict(os.environ)
    if "PIP_INDEX_URL" in env and not {"UV_DEFAULT_INDEX", "UV_INDEX_URL"} & set(env):
        env["UV_DEFAULT_INDEX"] = env["PIP_INDEX_URL"]
    for name in ("PYTHONPATH", "PYTHONHOME"):  # another Python's modules
        env.pop(name, None)
    env["VIRTUAL_ENV"] = str(VENV)
    return env


def venv_serves(done: Dict[str, str], env: Dict[str, str]) -> bool:
    """Is there a .venv of this Python in this place, with a pip that runs?"""
    if any(done.get(key, value) != value for key, value in home().items()):
        return False
    proof = "import pip, platform, sys; sys.exit(platform.python_version() != sys.argv[1])"
    try:
        quiet = subprocess.DEVNULL
        command = [str(PYTHON), "-c", proof, platform.python_version()]
        return not subprocess.call(command, env=env, stdout=quiet, stderr=quiet)
    except OSError:
        return False


def make_venv(env: Dict[str, str]) -> None:
    """An empty .venv of this Python.

    Raises:
        SetUpError: the venv module failed.
    """
    say(f"making .venv with Python {platform.python_version()}")
    status, output = run([sys.executable, "-m", "venv", "--clear", str(VENV)], env)
    if status:
        raise SetUpError(
            f"the venv module failed: {last_line(output)}\n"
            f"Debian, Ubuntu: sudo apt install python3.{sys.version_info[1]}-venv"
        )


def install(names: List[str], env: Dict[str, str]) -> None:
    """Installs the locks, then the project.

    Raises:
        SetUpError: something is missing; the text says what.
    """
    status, output = install_locks(names, env)
    if not status:
        say("catchall itself")
        itself = ["--quiet", "--no-deps", "--no-build-isolation", "--editable", str(ROOT)]
        status, output = run([*pip_install(), *itself], env)
    if not status:
        status, output = run([str(PYTHON), "-m", "compileall", "-q", str(ROOT / "src")], env)
    if status:
        raise SetUpError(advice(output))


def install_locks(names: List[str], env: Dict[str, str]) -> Tuple[int, str]:
    """With uv, else with pip; wheels, else built here: status and output of the last try."""
    say("uv, from the package index")
    tool = ["-r", str(LOCKS / "uv-tool.lock")]
    locks = [str(LOCKS / f"{name}.lock") for name in ["build", *names]]
    # compiled now, as pip does: a machine that writes no bytecode would start each run with it
    uv = [str(VENV / "bin" / "uv"), "pip", "sync", "--compile-bytecode", *HASHED, *locks]
    pip = [*pip_install(), *HASHED, *[part for lock in locks for part in ("-r", lock)]]
    status, output = run([*pip_install(), *HASHED, *WHEELS, "--quiet", *tool], env)
    tries = [("pip", pip)] if status else [("uv", uv), ("pip", pip)]
    for tool_name, command in tries:
        say(f"the packages of {' and '.join(names)}, with {tool_name}")
        status, output = run([*command, *WHEELS], env)
        if status and not NETWORK.search(output):
            say("building what has no wheel for this machine")
            status, output = run(command, env)
        if not status:
            break
    return status, output


def pip_install() -> List[str]:
    """The pip of .venv, quiet about its own newer versions."""
    return [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install"]


def advice(output: str) -> str:
    """What to do about an installer's failure, from what it said."""
    said = f"the packages could not be installed: {last_line(output)}\n"
    if "No space left" in output:
        return said + "The disk is full. Make room; then run make again."
    if NETWORK.search(output):
        return said + (
            "The package index was not reached. Check the network, and HTTPS_PROXY, PIP_CERT "
            "and PIP_INDEX_URL where your network needs them; then run make again."
        )
    if NO_WHEEL.search(output):
        machine = f"{platform.machine()}, Python {platform.python_version()}"
        return said + (
            f"A package has no ready-made wheel for this machine ({machine}): it has to be "
            "compiled.\nDebian, Ubuntu: sudo apt install build-essential python3-dev; "
            "then run make again."
        )
    return said + "All that the installer said stands above."


def last_line(output: str) -> str:
    """The last line that says something."""
    said = [line.strip() for line in output.splitlines() if line.strip()]
    return said[-1] if said else "no message"


def say(text: str) -> None:
    """One line of progress for the person who typed make."""
    print("set-up: " + text, flush=True)


def set_up(names: List[str]) -> None:
    """Brings .venv to where the locks of ``names`` are installed; at once if it is there.

    Raises:
        SetUpError: something is missing; the text says what to install.
    """
    done = stamp()
    if fingerprint(names).items() <= done.items():
        return
    check_venv_module()
    # what was asked for earlier stays installed
    wanted = [name for name in NEEDED_MB if name in names or name + ".lock" in done]
    check_disk(wanted)
    env = environment()
    if not venv_serves(done, env):
        make_venv(env)
    # what is stopped half-way is not done, but stays wanted
    unfinished = {name + ".lock": "unfinished" for name in wanted}
    STAMP.write_text(json.dumps({**unfinished, **home()}), encoding="utf-8")
    install(wanted, env)
    STAMP.write_text(json.dumps(fingerprint(wanted), indent=1), encoding="utf-8")
    say("done")


def main(arguments: List[str]) -> int:
    """Sets up what the arguments name; 1 with a reason and advice when it cannot."""
    names = [name for name in arguments if name != "--only-this-python"]
    if not names or set(names) - set(NEEDED_MB):
        say("say which: " + " ".join(NEEDED_MB))
        return 2
    try:
        check_python(arguments)
        set_up(["run", *names])  # the other locks hold what this one holds
    except SetUpError as error:
        sys.stderr.write(f"\nset-up stopped: {error}\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("\nset-up stopped half-way; the next make goes on\n")
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
