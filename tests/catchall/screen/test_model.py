"""The types of screening carry no hidden state."""

from dataclasses import FrozenInstanceError

import pytest

from catchall.screen.model import Asked


def test_a_name_that_is_looked_up_cannot_change():
    with pytest.raises(FrozenInstanceError):
        Asked("Kavzel").name = "Moravit"  # type: ignore[misc]
