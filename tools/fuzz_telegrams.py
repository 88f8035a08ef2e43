"""Feed damaged telegrams to the reader: nothing may crash it, and each takes a bounded time.

``python tools/fuzz_telegrams.py [HEADERS] [MESSAGES]`` (100,000 and 5,000 unless told). Prints
the slowest of each and what failed; exit status 1 when anything did. Texts are invented styles,
cut, doubled, shuffled and sprinkled with signs; and long runs of one sign, which catch a
pattern that goes back and forth.
"""

import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "bench"))

from telegram_damage import DAMAGE
from telegram_styles import message

from catchall.intake.telegrams import as_dict, header, read

HEADERS, MESSAGES, SECONDS_A_MEGABYTE, LEAST = 100_000, 5_000, 30.0, 0.5
BITS = (
    "REF: ",
    "A. ",
    "(B)",
    "E.O. 12958: ",
    "TAGS: ",
    "SUBJECT: ",
    "Classified By: ",
    "1.4 (b)",
    "SECTION 02 OF 03",
    "PAGE 02 ROME 01196",
    "\n",
    "\r\n",
    "\n\n",
    "\xa0",
    "\xb6",
    "1. (C) ",
    "BEGIN TEXT:",
    "END TEXT.",
    "(Note: ",
    "--------",
    "S E C R E T ",
    "FM ",
    "TO ",
    "INFO ",
    "XMT ",
    "NNNN",
    "0",
    "O4 ",
    "AND PREVIOUS",
    "\x00",
    "\ud7ff",
    "\U0001f600",
    "&#x000A;",
    "\\",
    "FROM: ",
    "OUR REF: ",
    "Message Attributes\n",
)
RUNS = (
    "A",
    "1",
    " ",
    "-",
    "\n",
    ".",
    "(",
    "A. ",
    "1. ",
    "REF: A. ",
    "0 ",
    "E.O. ",
    "(C) ",
    "ROME 1 ",
    ", ",
    "R ",
    "PAGE ",
    "X-01 ",
    "= ",
    "AND ",
)


def _cut(text: str, rng: random.Random) -> str:
    a, b = sorted(rng.randrange(len(text) + 1) for _ in range(2))
    return text[a:b]


def _sprinkled(text: str, rng: random.Random) -> str:
    for _ in range(rng.randint(1, 12)):
        at = rng.randrange(len(text) + 1)
        text = text[:at] + rng.choice(BITS) + text[at + rng.choice((0, 0, 1, 5)) :]
    return text


def _shuffled(text: str, rng: random.Random) -> str:
    lines = text.split("\n")
    rng.shuffle(lines)
    return "\n".join(lines)


def _run(text: str, rng: random.Random) -> str:
    at = rng.randrange(len(text) + 1)
    return text[:at] + rng.choice(RUNS) * rng.randint(20, 400) + text[at:]


def _spoiled(text: str, rng: random.Random) -> str:
    return rng.choice(list(DAMAGE.values()))(text, rng)


CHANGES: tuple[Callable[[str, random.Random], str], ...] = (
    _cut,
    _sprinkled,
    _sprinkled,
    _shuffled,
    _run,
    _spoiled,
)


def changed(text: str, rng: random.Random) -> str:
    """The text after one to three changes."""
    for _ in range(rng.randint(1, 3)):
        text = rng.choice(CHANGES)(text, rng)
    return text


def headers(count: int) -> Iterator[str]:
    """Damaged tops of telegrams."""
    for seed in range(count):
        rng = random.Random(seed)  # noqa: S311 - reproducible, no secret
        text = message(seed % 500)[0]
        top = text[: rng.randint(40, 900)] if rng.randrange(3) > 0 else text[300:900]
        yield changed(top, rng)


def messages(count: int) -> Iterator[bytes]:
    """Damaged whole telegrams, some of random bytes in part."""
    for seed in range(count):
        rng = random.Random(seed)  # noqa: S311 - reproducible, no secret
        data = changed(message(seed)[0], rng).encode("utf-8", "replace")
        if rng.randrange(10) == 0:
            at = rng.randrange(len(data) + 1)
            data = data[:at] + rng.randbytes(40) + data[at:]
        yield data


def _checked(work: Callable[[], object], size: int) -> tuple[float, str | None]:
    """Seconds, and what went wrong."""
    start = time.process_time()
    try:
        work()
    except Exception as error:
        return time.process_time() - start, repr(error)
    spent = time.process_time() - start
    slow = spent > max(LEAST, SECONDS_A_MEGABYTE * size / 1e6)
    return spent, f"{spent:.1f} seconds for {size} characters" if slow else None


def _whole(data: bytes) -> None:
    found = read(data, "fuzz.txt")
    as_dict(found)
    for one in found.paragraphs:
        start, end = one.passage.raw
        if not 0 <= start <= end <= len(found.raw):
            raise IndexError(one.passage.raw)


def main(arguments: list[str]) -> int:
    """Run both; the number of failures decides the exit status."""
    counts = [int(a) for a in arguments] + [HEADERS, MESSAGES][len(arguments) :]
    failures = 0
    jobs: tuple[tuple[str, Iterator[str | bytes], Callable[..., object]], ...] = (
        ("headers", headers(counts[0]), lambda text: header(text, year=2009, own="09ROME12")),
        ("messages", messages(counts[1]), _whole),
    )
    for name, texts, work in jobs:
        slowest, number = 0.0, 0
        for number, text in enumerate(texts, 1):
            spent, wrong = _checked(lambda t=text, w=work: w(t), len(text))  # type: ignore[misc]
            slowest = max(slowest, spent)
            if wrong:
                failures += 1
                print(f"{name} {number - 1}: {wrong}")
        print(f"{name}: {number} read, slowest {slowest * 1000:.0f} ms")
    print(f"{failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
