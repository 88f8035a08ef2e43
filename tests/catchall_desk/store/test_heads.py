"""Heads signed and exported."""

import stat
from datetime import date

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ed25519, x25519
from tests.desk_builders import OFFICER, at, opening

from catchall_desk.errors import BadHeadsError
from catchall_desk.store import heads
from catchall_desk.store.desk import run
from catchall_desk.store.labels import kernel
from catchall_desk.store.models import SignedHead

DAY = date(2026, 3, 2)


def exported(tmp_path, key):
    run(opening("case"), OFFICER, at())
    with kernel():
        line = heads.exported(heads.sign(DAY, key))
    file = tmp_path / "heads.jsonl"
    file.write_text(line + "\n")
    return file


def test_the_signing_key_is_made_once_for_its_owner_alone(tmp_path):
    path = tmp_path / "keys" / "desk.pem"
    key = heads.signing_key(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert heads.signing_key(path).private_bytes_raw() == key.private_bytes_raw()


def test_the_public_key_is_enough_to_read_what_was_exported(desk_db, tmp_path):
    key = ed25519.Ed25519PrivateKey.generate()
    file, pem = exported(tmp_path, key), tmp_path / "public.pem"
    pem.write_bytes(heads.public_text(key.public_key()))
    ((_, (position, _)),) = heads.imported(file, heads.public_key(pem))[0].items()
    assert position == 1


def test_a_line_that_was_changed_is_named(desk_db, tmp_path):
    key = ed25519.Ed25519PrivateKey.generate()
    file = exported(tmp_path, key)
    file.write_text(file.read_text().replace("2026-03-02", "2026-03-03"))
    with pytest.raises(BadHeadsError, match="line 1"):
        heads.imported(file, key.public_key())


def test_heads_changed_in_the_store_are_told(desk_db, tmp_path):
    key = ed25519.Ed25519PrivateKey.generate()
    exported(tmp_path, key)
    assert len(heads.held(key.public_key())) == 1
    SignedHead.objects.update(heads="desk 9 00")
    with pytest.raises(BadHeadsError, match="2026-03-02"):
        heads.held(key.public_key())


@pytest.mark.parametrize("read", [heads.read_private, heads.public_key])
def test_what_is_no_key_of_this_kind_is_refused(tmp_path, read):
    other = x25519.X25519PrivateKey.generate()
    private = other.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    public = other.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    for number, text in enumerate([b"no key", private, public]):
        path = tmp_path / f"{number}.pem"
        path.write_bytes(text)
        with pytest.raises(BadHeadsError):
            read(path)
