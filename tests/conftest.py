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

# numba writes the index and the code of its cache one after the other: two workers that compile
# at once could leave one's code under the other's name. So each has a cache of its own.
if WORKER := os.environ.get("PYTEST_XDIST_WORKER", ""):
    os.environ["NUMBA_CACHE_DIR"] = str(ROOT / "build" / "numba" / WORKER)

# a worker takes whole files, in this order: a long one taken last would keep one worker alone
LONGEST = ("test_research_lists.py", "test_boundaries.py", "test_gates.py", "test_threshold.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the files that take longest first; all others keep their order."""
    items.sort(key=lambda item: item.path.name not in LONGEST)


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
