"""``python -m catchall.cli``: the same as ``catchall``."""

import sys

from catchall.cli.program import main

sys.exit(main())
