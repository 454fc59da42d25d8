"""`python -m newstimeline`."""

import sys

from newstimeline.cli import main

if __name__ == "__main__":
    sys.exit(main())
