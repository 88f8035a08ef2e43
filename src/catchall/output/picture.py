"""Real terminal output as an SVG picture for the README. In: text with colours; out: SVG.

The picture asks for nothing from outside: the reader's own fixed-width font is used.
"""

import io

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

# calm colours with a contrast of 4.5 to 1 or better on their ground
_COLOURS = [
    (24, 28, 33), (255, 138, 128), (133, 207, 153), (242, 179, 92),
    (142, 194, 245), (191, 176, 240), (120, 205, 215), (222, 227, 232),
]  # fmt: skip
THEME = TerminalTheme((24, 28, 33), (222, 227, 232), _COLOURS, _COLOURS)

FORMAT = """\
<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg" role="img">
<style>
.{unique_id}-matrix {{
  font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace;
  font-size: {char_height}px; line-height: {line_height}px;
}}
.{unique_id}-title {{ font: 600 16px system-ui, sans-serif; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})"
 clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">{matrix}</g>
</g>
</svg>
"""


def svg(shown: str, title: str, width: int = 110, most: int = 60) -> str:
    """Terminal output, with or without ANSI colours, as a picture of ``most`` lines at most.

    The same output gives the same picture, byte for byte.
    """
    lines = shown.rstrip("\n").split("\n")
    if len(lines) > most:
        lines = [*lines[: most - 1], "…"]
    console = Console(record=True, width=width, file=io.StringIO(), color_system="truecolor")
    for line in lines:
        console.print(Text.from_ansi(line))
    return console.export_svg(
        title=title,
        theme=THEME,
        code_format=FORMAT,
        unique_id="catchall",
        font_aspect_ratio=0.6,
    )
