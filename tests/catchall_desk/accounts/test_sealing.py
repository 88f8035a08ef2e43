"""Secrets at rest."""

import pytest

from catchall_desk.accounts.sealing import seal, unseal
from catchall_desk.errors import SealBrokenError


def test_a_sealed_secret_comes_back_and_does_not_show():
    sealed = seal("open sesame")
    assert "sesame" not in sealed
    assert unseal(sealed) == "open sesame"


def test_another_key_does_not_open_it(settings):
    sealed = seal("open sesame")
    settings.SECRET_KEY = "another key" * 5
    with pytest.raises(SealBrokenError, match=r"put back desk\.key"):
        unseal(sealed)
