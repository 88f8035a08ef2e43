"""Makes the locks anew: ``make lock``. In: pyproject.toml; out: ``requirements/*.lock``.

Every requirement carries its hashes; no address of an index is written. Then it is checked
that each Python which set-up promises has a wheel of every locked package, and that the next
one does not: ``NEWEST`` in ``setup/bootstrap.py`` says what is true.
"""

import subprocess
import sys
from pathlib import Path

import bootstrap

UV = str(Path(sys.executable).with_name("uv"))
LOCKS = bootstrap.LOCKS
PLATFORMS = ("x86_64-manylinux_2_28", "aarch64-manylinux_2_28", "aarch64-apple-darwin")
PROJECT = ("pyproject.toml",)
RUN = ("-c", "requirements/run.lock")
STEPS = (
    # lock, what goes into it; run first, the others agree with it
    ("uv-tool", ("requirements/uv-tool.in",)),
    ("run", PROJECT),
    ("build", ("requirements/build.in",)),
    (
        "dev",
        (
            *PROJECT,
            "--group",
            "dev",
            "--extra",
            "documents",
            "--extra",
            "desk",
            *RUN,
            "-c",
            "requirements/build.lock",
        ),
    ),
    ("bench", (*PROJECT, "--group", "bench", *RUN)),
    ("desk", (*PROJECT, "--extra", "desk", *RUN, "-c", "requirements/build.lock")),
    ("spark", (*PROJECT, "--extra", "spark", *RUN)),
    ("documents", (*PROJECT, "--extra", "documents", *RUN)),
    ("ocr", (*PROJECT, "--extra", "ocr", *RUN)),
)


def compile_lock(name: str, sources: tuple[str, ...], options: list[str]) -> None:
    """Writes one lock, keeping the versions it holds unless asked to upgrade."""
    command = [UV, "pip", "compile", *sources, "-o", f"requirements/{name}.lock", *options]
    command += ["--universal", "--python-version", f"3.{bootstrap.OLDEST[1]}", "--quiet"]
    command += ["--generate-hashes", "--no-annotate", "--custom-compile-command", "make lock"]
    subprocess.run(command, cwd=bootstrap.ROOT, check=True)


def has_wheels(minor: int, system: str, lock: Path) -> bool:
    """Has every package in the lock a wheel for this Python on this kind of machine?"""
    command = [UV, "pip", "install", "--dry-run", "--quiet", "--target", "build/nowhere"]
    command += ["--only-binary", ":all:", "--require-hashes", "-r", str(lock)]
    command += ["--python-version", f"3.{minor}", "--python-platform", system]
    return subprocess.run(command, cwd=bootstrap.ROOT, check=False).returncode == 0


def newest_covered() -> int:
    """The newest 3.N that run.lock and dev.lock have wheels for, on every kind of machine."""
    minor = bootstrap.OLDEST[1]
    while all(
        has_wheels(minor, system, LOCKS / f"{name}.lock")
        for system in PLATFORMS
        for name in ("run", "dev")
    ):
        minor += 1
    return minor - 1


def main() -> int:
    """Makes the locks and says what they cover; 1 when bootstrap.py promises otherwise."""
    for name, sources in STEPS:
        compile_lock(name, sources, sys.argv[1:])
        print(f"requirements/{name}.lock")
    newest = newest_covered()
    print(f"wheels for Python 3.{bootstrap.OLDEST[1]} to 3.{newest}")
    if newest != bootstrap.NEWEST[1]:
        print(
            f"setup/bootstrap.py says NEWEST = {bootstrap.NEWEST}: change it to (3, {newest})"
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
