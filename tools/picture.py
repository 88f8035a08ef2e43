"""Draw the picture of the README: real output of ``catchall screen --demo``."""

import os
import subprocess
import sys
from pathlib import Path

from catchall.output.files import write_text
from catchall.output.picture import svg

COMMAND = "catchall screen --demo"
TARGET = Path("docs/pictures/demo.svg")
WIDTH = 110


def main() -> int:
    """Run the demo as a user would at a terminal of ``WIDTH`` characters, and draw it."""
    surroundings = {
        **os.environ,
        "FORCE_COLOR": "1",
        "COLUMNS": str(WIDTH),
        "TERM": "xterm-256color",
    }
    ran = subprocess.run(
        [sys.executable, "-m", "catchall", *COMMAND.split()[1:]],
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode:
        sys.stderr.write(ran.stderr)
        return ran.returncode
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    write_text([svg(f"$ {COMMAND}\n{ran.stdout}", COMMAND, width=WIDTH)], TARGET)
    return 0


sys.exit(main())
