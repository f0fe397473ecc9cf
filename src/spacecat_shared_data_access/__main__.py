"""`python -m spacecat_shared_data_access` is `spacecat-data-access`."""

import sys

from spacecat_shared_data_access.cli import main

if __name__ == "__main__":
    sys.exit(main())
