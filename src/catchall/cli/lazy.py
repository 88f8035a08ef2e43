"""Commands that are loaded when they are asked for. In: names and texts; out: a click group.

``--help`` need not load the engine: it shows the texts that stand beside the names.
"""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from typing import Any, cast

import click


class Lazy(Mapping[str, click.Command]):
    """The commands by name, each loaded when it is asked for."""

    def __init__(self, texts: Mapping[str, str], load: Callable[[str], click.Command]) -> None:
        self.texts, self.load = texts, load

    def __getitem__(self, name: str) -> click.Command:
        if name not in self.texts:
            raise KeyError(name)
        return self.load(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self.texts)

    def __len__(self) -> int:
        return len(self.texts)


class LazyGroup(click.Group):
    """A group of ``Lazy`` commands, shown in their order with their texts."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order shown."""
        return list(self.commands)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the names and texts."""
        with formatter.section("Commands"):
            formatter.write_dl(list(cast(Lazy, self.commands).texts.items()))


def lazy(
    texts: Mapping[str, str], load: Callable[[str], click.Command]
) -> MutableMapping[str, Any]:
    """What ``click.group(commands=...)`` takes: click only reads it."""
    return cast(MutableMapping[str, Any], Lazy(texts, load))
