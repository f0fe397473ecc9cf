"""Test the release process with a copy of this project in a local bare repository.

Each kind of commit is tried in a dry run, then a full release is made: version, changelog, build, commit,
tag and push. Only the step @semantic-release/github is left out: it needs GitHub and a token.
Nothing leaves the machine. Needs ``make release-tools``.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from zipfile import ZipFile

from release_tools import ROOT, MissingToolError, command_of, environment

PACKAGE: Final = "spacecat_shared_data_access"
BASE: Final = "1.0.0"  # the first release, and the previous one in all other cases
NEXT: Final = re.compile(r"next release version is (\S+)")

# The commits since the last release and the version of the next one; None for no release.
CASES: Final[tuple[tuple[str, tuple[str, ...], str | None], ...]] = (
    ("a fix", ("fix: correct it",), "1.0.1"),
    ("more speed", ("perf: faster",), "1.0.1"),
    ("a feature", ("feat: add more",), "1.1.0"),
    ("a feature and a fix", ("fix: correct it", "feat(cli): add more"), "1.1.0"),
    ("a break, by footer", ("fix: correct it\n\nBREAKING CHANGE: it is different",), "2.0.0"),
    ("a break, by mark", ("feat!: change it",), "2.0.0"),
    ("documents and tests", ("docs: explain it", "test: cover it"), None),
)


class ReleaseError(Exception):
    """A release was not as expected."""


@dataclass(frozen=True)
class Copy:
    """A copy of the project without any release, cloned from a bare repository next to it."""

    origin: Path
    work: Path

    @classmethod
    def make(cls, folder: Path) -> Copy:
        """Create a copy of all files that git tracks or would track, as they are now."""
        copy = cls(folder / "origin.git", folder / "work")
        _run("git", "init", "--quiet", "--bare", "--initial-branch=main", str(copy.origin), cwd=folder)
        _run("git", "clone", "--quiet", copy.origin.as_uri(), str(copy.work), cwd=folder)
        listed = _run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=ROOT)
        for name in filter(None, listed.split("\0")):
            source, target = ROOT / name, copy.work / name
            if source.is_file():
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, target)
        _leave_out_github(copy.work / ".releaserc.json")
        copy.git("add", "--all")
        copy.commit("feat: the whole project")
        copy.git("push", "--quiet", "origin", "HEAD:main")
        return copy

    def git(self, *arguments: str) -> str:
        """Run git in the clone."""
        return _run("git", *arguments, cwd=self.work)

    def commit(self, message: str) -> None:
        """Commit what is staged, which may be nothing: only the message matters."""
        author = ("-c", "user.name=release", "-c", "user.email=release@example.test")
        self.git(*author, "commit", "--quiet", "--no-verify", "--allow-empty", "--message", message)

    def tag(self, version: str) -> None:
        """Tag the current commit as a release."""
        self.git("tag", f"v{version}")
        self.git("push", "--quiet", "--tags")

    def commit_since_base(self, messages: tuple[str, ...]) -> None:
        """Create these commits, the only ones since the last release."""
        self.git("reset", "--quiet", "--hard", f"v{BASE}")
        for message in messages:
            self.commit(message)
        self.git("push", "--quiet", "--force", "origin", "HEAD:main")

    def next_version(self) -> str | None:
        """Return the version of the next release from a dry run; None for no release."""
        found = NEXT.search(self.release("--dry-run"))
        return found[1] if found else None

    def release(self, *options: str) -> str:
        """Run semantic-release and return its output."""
        # Variables of a CI system would point it at another repository and branch.
        hidden = ("CI", "GITHUB_", "GH_", "GIT_", "NPM_")
        given = {name: value for name, value in os.environ.items() if not name.startswith(hidden)}
        command = [*command_of("semantic-release"), "--no-ci", *options]
        return _run(*command, cwd=self.work, env=environment(given))


def prove(folder: Path) -> None:
    """Try all cases, then make a release.

    Raises:
        MissingToolError: A program is not installed.
        ReleaseError: A version, or a part of the release, was not as expected.
    """
    copy = Copy.make(folder)
    version = copy.next_version()
    _expect(version == BASE, f"the first release is {version}, not {BASE}")
    print(f"the first release: {version}")
    copy.tag(BASE)
    for name, messages, expected in CASES:
        copy.commit_since_base(messages)
        version = copy.next_version()
        _expect(version == expected, f"{name} gave {version or 'no release'}, not {expected or 'none'}")
        print(f"{name}: {BASE} -> {version or 'no release'}")
    copy.commit_since_base(("fix: correct it", "feat: add more", "feat!: change it"))
    copy.release()
    for fact in _check_release(copy, "2.0.0"):
        print(f"released 2.0.0: {fact}")


def _check_release(copy: Copy, version: str) -> list[str]:
    pushed = _run("git", "show", "main:src/" + PACKAGE + "/_version.py", cwd=copy.origin)
    _expect(f'__version__ = "{version}"' in pushed, f"the pushed version is {pushed}")
    changelog = _run("git", "show", "main:CHANGELOG.md", cwd=copy.origin)
    head, _, notes = changelog.partition(f"\n## [{version}]")
    _expect(head.startswith("# Changelog\n") and "add more" in notes, f"the changelog is {changelog}")
    tagged = _run("git", "rev-parse", f"v{version}^{{commit}}", "main", cwd=copy.origin).split()
    _expect(len(set(tagged)) == 1, "the tag is not where main is")
    subject = _run("git", "log", "-1", "--format=%s", "main", cwd=copy.origin).strip()
    _expect(subject == f"chore(release): {version} [skip ci]", f"the commit is {subject}")
    built = sorted(each.name for each in (copy.work / "dist").iterdir())
    wheel = f"{PACKAGE}-{version}-py3-none-any.whl"
    _expect(built == [wheel, f"{PACKAGE}-{version}.tar.gz"], f"dist has {', '.join(built)}")
    with ZipFile(copy.work / "dist" / wheel) as archive:
        metadata = archive.read(f"{PACKAGE}-{version}.dist-info/METADATA").decode()
        inside = archive.read(f"{PACKAGE}/_version.py").decode()
    _expect(f"\nVersion: {version}\n" in metadata and version in inside, "the wheel says another version")
    return ["_version.py and CHANGELOG.md are pushed", f"tagged v{version}", *built]


def _leave_out_github(path: Path) -> None:
    config = json.loads(path.read_text(encoding="utf-8"))
    config["plugins"] = [each for each in config["plugins"] if each[0] != "@semantic-release/github"]
    path.write_text(json.dumps(config), encoding="utf-8")


def _run(*command: str, cwd: Path, env: dict[str, str] | None = None) -> str:
    done = subprocess.run(  # noqa: S603 - our own commands
        command, cwd=cwd, env=env, capture_output=True, encoding="utf-8", check=False
    )
    _expect(done.returncode == 0, f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout


def _expect(holds: bool, otherwise: str) -> None:  # noqa: FBT001 - a condition, as of assert
    if not holds:
        raise ReleaseError(otherwise)


def main() -> int:
    """Test the release process in a temporary folder.

    Returns:
        The exit status: 0, 1 if something was not as expected, 2 if a program is missing.
    """
    try:
        with TemporaryDirectory() as folder:
            prove(Path(folder))
    except MissingToolError as error:
        print(error, file=sys.stderr)
        return 2
    except ReleaseError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
