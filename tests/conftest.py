"""Shared by all tests: the real data, when the machine has it; no clock for property tests."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[1]

# a busy machine is slow, which says nothing about the code: no time limit on one example
# the gate tries the same examples everywhere, so that its answer is the change's and not the
# dice's; `make drills` throws the dice (HYPOTHESIS=drills), each time anew
BUSY = [HealthCheck.too_slow]
settings.register_profile(
    "catchall", deadline=None, suppress_health_check=BUSY, derandomize=True
)
settings.register_profile("drills", deadline=None, suppress_health_check=BUSY)
settings.load_profile(os.environ.get("HYPOTHESIS", "catchall"))


def _folder(variable: str, default: str) -> Path:
    folder = Path(os.environ.get(variable, ROOT.parent / "shared" / default))
    if not folder.is_dir():
        pytest.skip(f"{variable}: the real data folder is not on this machine")
    return folder


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of real public lists and customs rows; skipped and counted without it."""
    return _folder("CATCHALL_DATA", "data")


@pytest.fixture(scope="session")
def real_eval() -> Path:
    """The folder of labelled cases; skipped and counted without it."""
    return _folder("CATCHALL_EVAL", "eval")
