"""The original under Node: its installation, and the process in which it is measured."""

from __future__ import annotations

import json
import shutil
import subprocess
from types import TracebackType
from typing import Any, Final, Self

from benchmarks.processes import ROOT, printed_json

FOLDER: Final = ROOT / "benchmarks" / "original"
_PACKAGE: Final = FOLDER / "node_modules" / "@adobe" / "spacecat-shared-data-access" / "package.json"


def install() -> None:
    """Install the original next to its package.json with npm, without a lockfile."""
    if shutil.which("npm") is None or _PACKAGE.exists():
        return
    print("installing the original with npm …", flush=True)
    options = ["--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"]
    subprocess.run(["npm", "install", *options], cwd=FOLDER, check=True)  # noqa: S607 - npm from the PATH


def missing() -> str | None:
    """Return why the original cannot be measured, or None."""
    for tool in ("node", "npm"):
        if shutil.which(tool) is None:
            return f"the original is skipped: there is no {tool} here"
    return (
        None if _PACKAGE.exists() else "the original is skipped: it is not installed (make bench installs it)"
    )


def versions() -> dict[str, str]:
    """Return the versions of the original and of Node."""
    package: dict[str, Any] = json.loads(_PACKAGE.read_text())
    node = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True)  # noqa: S607 - as above
    return {package["name"]: package["version"], "Node": node.stdout.strip().removeprefix("v")}


def cold_start() -> dict[str, Any]:
    """Import the original and create a data access in a new process; return its ``seconds``."""
    return printed_json(["node", str(FOLDER / "cold_start.mjs")])


class Original:
    """The original in one Node process, which runs one action after another.

    Args:
        url: The address of the server.
    """

    def __init__(self, url: str) -> None:
        self._process = subprocess.Popen(
            ["node", str(FOLDER / "worker.mjs"), url],  # noqa: S607 - node from the PATH
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def call(self, action: str, **arguments: Any) -> dict[str, Any]:
        """Run an action; return its ``seconds`` and its other results.

        Args:
            action: A function of worker.mjs.
            **arguments: The arguments of the action.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"action": action, **arguments}) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"the original exited during {action}")
        response: dict[str, Any] = json.loads(line)
        if "error" in response:
            raise RuntimeError(f"the original failed in {action}: {response['error']}")
        return response

    def seconds(self, action: str, **arguments: Any) -> float:
        """Run an action and return its duration in seconds."""
        return float(self.call(action, **arguments)["seconds"])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._process as process:
            assert process.stdin is not None
            process.stdin.close()
