"""`spacecat-data-access serve`: the local server, until a signal comes."""

import argparse
from typing import Final

SECRET_VARIABLE: Final = "PGRST_JWT_SECRET"

def serve(arguments: argparse.Namespace) -> int:
    """Serve until SIGINT or SIGTERM comes."""
