"""The warden: stops a temporary PostgreSQL, and removes its data, where its program ended without doing so.

PostgreSQL outlives a program that is killed. The warden is a process of its own that reads from a pipe: the
pipe ends when the program does, in whatever way.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

_ATTEMPTS = 100
_PAUSE = 0.05  # seconds


class Warden:
    """Watches over the data directory of a temporary PostgreSQL.

    Args:
        data_dir: Where it keeps its data. Removed with all that is in it when this program ends.
    """

    def __init__(self, data_dir: Path) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - this very module
            # No site-packages: it starts in a few milliseconds, and nothing of them is needed.
            [sys.executable, "-I", "-S", __file__, str(data_dir)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # a signal to the program's group, such as Ctrl-C, is not for it
        )

    def dismiss(self) -> None:
        """Let it go; the directory is removed where that is still to be done."""
        self._process.communicate()


def watch(data_dir: Path) -> None:
    """Wait until standard input ends, then stop the server of a data directory and remove the directory."""
    while sys.stdin.buffer.read(1):
        pass
    with suppress(OSError, ValueError, IndexError):
        # The file is there as long as the server is; an immediate stop, since nothing is kept.
        server = int((data_dir / "postmaster.pid").read_text().split()[0])
        os.kill(server, signal.SIGQUIT)
    for _ in range(_ATTEMPTS):  # the server may still write while it stops
        shutil.rmtree(data_dir, ignore_errors=True)
        if not data_dir.exists():
            return
        time.sleep(_PAUSE)


if __name__ == "__main__":
    watch(Path(sys.argv[1]))
