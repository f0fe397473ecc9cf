"""Stops a temporary PostgreSQL and removes its data, if the program that started it did not.

PostgreSQL outlives a program that is killed. The watchdog is a separate process that reads from a pipe, which
is closed when the program ends in any way.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

_STOP_TIMEOUT = 10.0  # seconds
_ATTEMPTS = 100
_PAUSE = 0.05  # seconds


class Watchdog:
    """Removes the data directory of a temporary PostgreSQL when this program ends.

    Args:
        data_dir: The data directory.
    """

    def __init__(self, data_dir: Path) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - this module
            # Without site-packages, which are not needed, it starts in a few milliseconds.
            [sys.executable, "-I", "-S", __file__, str(data_dir)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # signals to the program's group, such as Ctrl-C, do not reach it
        )

    def stop(self) -> None:
        """Stop the process. It removes the directory if it still exists."""
        try:
            self._process.communicate(timeout=_STOP_TIMEOUT)
        except subprocess.TimeoutExpired:  # a forked process still holds the pipe open
            self._process.kill()
            self._process.communicate()


def watch(data_dir: Path) -> None:
    """Wait for the end of standard input, then stop the server of a data directory and remove it."""
    while sys.stdin.buffer.read(1):
        pass
    with suppress(OSError, ValueError, IndexError):
        # The file exists as long as the server runs. SIGQUIT is an immediate shutdown: no data is kept.
        server = int((data_dir / "postmaster.pid").read_text().split()[0])
        os.kill(server, signal.SIGQUIT)
    for _ in range(_ATTEMPTS):  # the server may still write while it stops
        shutil.rmtree(data_dir, ignore_errors=True)
        if not data_dir.exists():
            return
        time.sleep(_PAUSE)


if __name__ == "__main__":
    watch(Path(sys.argv[1]))
