"""A command run as a person would."""

import pytest
from click.testing import CliRunner


@pytest.fixture
def call():
    """Runs a command with what is typed; what it answers, raises and prints."""

    def run(command, *words, typed=""):
        return CliRunner().invoke(command, list(words), input=typed, standalone_mode=False)

    return run
