"""Other processes: the canned server, and new processes that measure themselves."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parents[1]
_TIMEOUT: Final = 600.0  # seconds
# An installed package has bytecode, here from the second run on.
_ENVIRONMENT: Final = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


@contextmanager
def canned_server(delay: float = 0.0) -> Iterator[str]:
    """Run the canned server in its own process.

    Args:
        delay: How long it takes for each response, in seconds.

    Yields:
        Its address.
    """
    command = [sys.executable, "-m", "benchmarks.server", str(delay)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        try:
            yield server.stdout.readline().strip()
        finally:
            server.stdin.close()


def in_fresh_process(script: str, *arguments: object) -> dict[str, Any]:
    """Run a script of ``benchmarks/fresh`` in a new process, and return the JSON that it prints.

    It is run by its path, so that no module of this package is imported before it starts.

    Args:
        script: Its file name without extension.
        *arguments: Its arguments.
    """
    command = [sys.executable, str(ROOT / "benchmarks" / "fresh" / f"{script}.py"), *map(str, arguments)]
    return printed_json(command)


def printed_json(command: list[str]) -> dict[str, Any]:
    """Run a command and return the JSON that it prints."""
    done = subprocess.run(
        command, cwd=ROOT, env=_ENVIRONMENT, capture_output=True, text=True, timeout=_TIMEOUT, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{done.stderr}")
    found: dict[str, Any] = json.loads(done.stdout)
    return found
