"""`spacecat-data-access serve`: runs the local server until it receives a signal."""

import argparse
from typing import Final

SECRET_VARIABLE: Final = "PGRST_JWT_SECRET"

def serve(arguments: argparse.Namespace) -> int:
    """Serve until SIGINT or SIGTERM, and return the exit code."""
