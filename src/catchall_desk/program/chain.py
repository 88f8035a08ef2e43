"""``catchall desk verify``, ``heads``: is the log as it was written?

In: the log, signed heads; out: a sentence and a status; a line of signed heads, to be kept
where the desk cannot reach.
"""

import os
from collections.abc import Mapping
from pathlib import Path

import click
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.utils import timezone

from catchall.cli.surroundings import home, out, say
from catchall_desk import environment
from catchall_desk.store import heads as store_heads
from catchall_desk.store import health
from catchall_desk.store.labels import kernel
from catchall_desk.store.models import SignedHead
from catchall_desk.store.verify import verify as verify_log

DAMAGED = 2
FILE = click.Path(dir_okay=False, path_type=Path)
GIVEN = click.Path(dir_okay=False, exists=True, path_type=Path)
Heads = Mapping[str, tuple[int, str]]


@click.command()
@click.option("--heads", "file", type=GIVEN, help="Exported heads that the log must hold too.")
@click.option("--public", type=GIVEN, help="The public key of the heads, if kept elsewhere.")
def verify(file: Path | None, public: Path | None) -> int:
    """Verify the log, record by record; the first bad one is named, and the status is 2.

    Heads that the desk signed itself, and those of FILE, must stand in it unchanged.
    """
    with kernel():
        bad = verify_log(signed(file, public))
    if bad is None:
        health.note_verified(home(), timezone.now())
        out().print("the log is as it was written")
        return 0
    where = f"record {bad.position} of {bad.writer}" if bad.writer else "the log"
    named = f", event {bad.event}" if bad.event else ""
    say(f"{where}{named}: {bad.problem}; keep this database, and compare with a backup")
    return DAMAGED


def signed(file: Path | None, public: Path | None) -> list[Heads]:
    """The signed heads to compare with: the desk's own, and those of a file."""
    if file is None and not SignedHead.objects.exists():
        return []
    key = public_key(public)
    exported = store_heads.imported(file, key) if file else []
    return [*store_heads.held(key), *exported]


def public_key(given: Path | None) -> Ed25519PublicKey:
    """The key that verifies heads: the one given, else that of the desk's signing key."""
    if given:
        return store_heads.public_key(given)
    return store_heads.read_private(environment.signing_key(os.environ, home())).public_key()


@click.command()
@click.argument("file", type=FILE)
@click.option("--public", type=FILE, help="Write the public key to this file as well.")
def heads(file: Path, public: Path | None) -> int:
    """Sign today's heads of the log and add them to FILE as one line: let a timer run it daily.

    Keep FILE where whoever can change the database cannot change it.
    """
    key = store_heads.signing_key(environment.signing_key(os.environ, home()))
    with kernel():
        line = store_heads.exported(store_heads.sign(timezone.now().date(), key))
    with file.open("a", encoding="utf-8") as out_file:
        out_file.write(line + "\n")
        out_file.flush()
        os.fsync(out_file.fileno())
    if public:
        public.write_bytes(store_heads.public_text(key.public_key()))
    out().print(f"signed; one line added to {file}")
    return 0
