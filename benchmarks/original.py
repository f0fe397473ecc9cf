"""The original, under Node: installed when asked for, measured in a process that takes its turns."""

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
    """Install the original beside its package.json, by npm; no lockfile is written."""
    if shutil.which("npm") is None or _PACKAGE.exists():
        return
    print("installing the original by npm …", flush=True)
    options = ["--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"]
    subprocess.run(["npm", "install", *options], cwd=FOLDER, check=True)  # noqa: S607 - the npm of the PATH


def missing() -> str | None:
    """Say why the original cannot be measured; None where it can."""
    for tool in ("node", "npm"):
        if shutil.which(tool) is None:
            return f"the original is skipped: there is no {tool} here"
    return None if _PACKAGE.exists() else "the original is skipped: it is not installed (make bench does)"


def versions() -> dict[str, str]:
    """Give the versions of the original and of Node."""
    package: dict[str, Any] = json.loads(_PACKAGE.read_text())
    node = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True)  # noqa: S607 - as above
    return {package["name"]: package["version"], "Node": node.stdout.strip().removeprefix("v")}


def cold_start() -> dict[str, Any]:
    """Import the original in a new process and make a data access; gives ``seconds``."""
    return printed_json(["node", str(FOLDER / "cold_start.mjs")])


class Original:
    """The original in one process of Node, which does one thing after the other when it is asked to.

    Args:
        url: The server that it talks to.
    """

    def __init__(self, url: str) -> None:
        self._process = subprocess.Popen(
            ["node", str(FOLDER / "worker.mjs"), url],  # noqa: S607 - the node of the PATH
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, action: str, **arguments: Any) -> dict[str, Any]:
        """Let it do something; gives ``seconds``, and what else the action tells.

        Args:
            action: A function of worker.mjs.
            **arguments: What the action takes.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"action": action, **arguments}) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"the original ended while asked to {action}")
        answer: dict[str, Any] = json.loads(line)
        if "error" in answer:
            raise RuntimeError(f"the original failed to {action}: {answer['error']}")
        return answer

    def seconds(self, action: str, **arguments: Any) -> float:
        """Let it do something, and give the seconds it took."""
        return float(self.ask(action, **arguments)["seconds"])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._process as process:
            assert process.stdin is not None
            process.stdin.close()
