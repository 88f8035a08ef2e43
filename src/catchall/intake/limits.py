"""How much one input may hold before it is refused. In: nothing; out: numbers.

Reading against these numbers belongs to the modules that read.
"""

from dataclasses import dataclass

KIBI, MEBI = 1 << 10, 1 << 20


@dataclass(frozen=True)
class Limits:
    """Limits of one input. A line or field above them is rejected, a whole file refused.

    ``field`` and ``line`` count characters; ``quoted_lines`` is how many physical lines one
    quoted record may span; ``ratio``, ``total`` (bytes) and ``members`` bound what a
    compressed file unpacks to; ``ratio`` is not asked below ``tiny`` bytes; ``cells`` bounds
    the rectangle of a sheet and the values of a Parquet file.
    """

    field: int = 64 * KIBI
    line: int = MEBI
    quoted_lines: int = 64
    ratio: int = 100
    tiny: int = MEBI
    total: int = 256 * MEBI
    members: int = 1_000
    cells: int = 50_000_000


DEFAULT = Limits()
