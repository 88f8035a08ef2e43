"""The chart of outcomes as inline SVG. In: counts by kind; out: SVG text without any script.

Bars, not a pie: lengths can be compared. Every bar has its word and number beside it, so that
nothing rests on colour; colours come from the style sheet of the page (``bar-stop`` ...).
"""

from collections.abc import Mapping
from html import escape

from catchall.output.totals import KINDS

LEAST = 0.1
"""The finest share told, in per cent."""
ROW, BAR, LABEL, NUMBER, WIDTH = 34, 18, 104, 96, 640


def share(part: int, whole: int) -> str:
    """A share in words that never say 0 % or 100 % of what is not so.

    >>> share(1, 4000), share(3999, 4000), share(0, 4000), share(1, 4)
    ('under 0.1 %', 'over 99.9 %', '0 %', '25 %')
    """
    percent = 100 * part / whole if whole else 0.0
    if part and percent < LEAST:
        return f"under {LEAST} %"
    if part != whole and percent > 100 - LEAST:
        return f"over {100 - LEAST} %"
    return f"{percent:.1f} %".replace(".0 %", " %")


def outcomes(counts: Mapping[str, int]) -> str:
    """The counts as horizontal bars, in the order of ``KINDS``."""
    whole, most = sum(counts.values()), max(counts.values(), default=0)
    told = "; ".join(f"{kind} {counts[kind]}" for kind in KINDS)
    room = WIDTH - LABEL - NUMBER
    body = []
    for at, kind in enumerate(KINDS):
        number, top = counts[kind], at * ROW
        # a bar of one shipment in a million is still seen
        length = max(2.0, room * number / most) if number else 0.0
        body.append(
            f'<text class="bar-label" x="{LABEL - 12}" y="{top + 22}">{escape(kind)}</text>'
            f'<rect class="bar bar-{kind.replace(" ", "-")}" x="{LABEL}" y="{top + 8}"'
            f' width="{length:.1f}" height="{BAR}" rx="2"/>'
            f'<text class="bar-number" x="{LABEL + length + 8:.1f}" y="{top + 22}">'
            f"{number:,} · {share(number, whole)}</text>"
        )
    height = ROW * len(KINDS) + 8
    return (
        f'<svg class="chart" viewBox="0 0 {WIDTH + 40} {height}" role="img"'
        ' aria-labelledby="chart-title chart-told">'
        '<title id="chart-title">Shipments by outcome</title>'
        f'<desc id="chart-told">{escape(told)}</desc>'
        f'<line class="axis" x1="{LABEL}" y1="0" x2="{LABEL}" y2="{height}"/>'
        f"{''.join(body)}</svg>"
    )
