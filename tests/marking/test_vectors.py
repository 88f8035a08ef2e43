"""The shared vectors with their public sources; skipped and counted where they are absent."""

import json
import runpy

import pytest

from catchall import marking


@pytest.fixture(scope="module")
def vectors(real_eval):
    """The vectors, and the function of their own runner that tries one."""
    folder = real_eval / "markings"
    cases = json.loads((folder / "vectors.json").read_text(encoding="utf-8"))["vectors"]
    return cases, runpy.run_path(str(folder / "score.py"))["run"]


def test_every_shared_vector_passes(vectors):
    cases, run = vectors
    assert len(cases) >= 100
    got = {case["id"]: run(marking, case) for case in cases}
    assert {name: what for name, (passed, what) in got.items() if not passed} == {}
