"""The warden: stops a temporary PostgreSQL, and removes its data, where its program ended without doing so.

PostgreSQL outlives a program that is killed. The warden is a process of its own that reads from a pipe: the
pipe ends when the program does, in whatever way.
"""

from pathlib import Path

class Warden:
    """Watches over the data directory of a temporary PostgreSQL.

    Args:
        data_dir: Where it keeps its data. Removed with all that is in it when this program ends.
    """

    def __init__(self, data_dir: Path) -> None: ...
    def dismiss(self) -> None:
        """Let it go; the directory is removed where that is still to be done."""

def watch(data_dir: Path) -> None:
    """Wait until standard input ends, then stop the server of a data directory and remove the directory."""
