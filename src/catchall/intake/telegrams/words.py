"""The data files beside this package, read once. In: a name; out: plain tables of text."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def table(name: str) -> Mapping[str, Any]:
    """One of the data files that lie beside this module; every value is text.

    >>> table("stations.yaml")["also"]["HCMC"]
    'HO CHI MINH CITY'
    """
    data = (files("catchall.intake.telegrams") / name).read_bytes()
    read: Mapping[str, Any] = yaml.load(data, Loader=yaml.BaseLoader)  # noqa: S506 - guesses no type
    return read
