"""Stops a temporary PostgreSQL and removes its data, if the program that started it did not.

PostgreSQL outlives a program that is killed. The watchdog is a separate process that reads from a pipe, which
is closed when the program ends in any way.
"""

from pathlib import Path

class Watchdog:
    """Removes the data directory of a temporary PostgreSQL when this program ends.

    Args:
        data_dir: The data directory.
    """

    def __init__(self, data_dir: Path) -> None: ...
    def stop(self) -> None:
        """Stop the process. It removes the directory if it still exists."""

def watch(data_dir: Path) -> None:
    """Wait for the end of standard input, then stop the server of a data directory and remove it."""
