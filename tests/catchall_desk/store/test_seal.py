"""Sealing records."""

import pytest
from cryptography.exceptions import InvalidTag

from catchall_desk.store.seal import decrypted, encrypted, new_key


def test_a_sealed_text_opens_with_its_key_alone():
    key = new_key()
    text = encrypted(key, "event 1", "Holm Feinwerk")
    assert "Holm" not in text
    assert decrypted(key, "event 1", text) == "Holm Feinwerk"
    with pytest.raises(InvalidTag):
        decrypted(new_key(), "event 1", text)


def test_a_sealed_text_cannot_be_moved_to_another_event():
    key = new_key()
    with pytest.raises(InvalidTag):
        decrypted(key, "event 2", encrypted(key, "event 1", "Holm Feinwerk"))


def test_what_is_no_sealed_text_does_not_open():
    with pytest.raises(InvalidTag):
        decrypted(new_key(), "event 1", "no base64!")
