"""Writes the stubs in typings/ from the sources and the schemas. ``--check`` only tells what is new."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from filecmp import cmp
from pathlib import Path

from marked_parts import ROOT
from stubs.package import PackageStubs
from stubs.sources import PACKAGE, Sources

TYPINGS = ROOT / "typings" / PACKAGE


def write_stubs(folder: Path) -> None:
    """Write all stubs below a folder, formatted."""
    for module, text in PackageStubs(Sources(ROOT / "src" / PACKAGE)).texts():
        path = folder / module.path.with_suffix(".pyi")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    ruff = [str(Path(sys.executable).with_name("ruff"))]
    settings = ["--config", str(ROOT / "pyproject.toml"), "--quiet", "--no-cache", str(folder)]
    for step in (["check", "--select=I,UP,RUF022", "--fix"], ["format"]):
        subprocess.run([*ruff, *step, *settings], cwd=ROOT, check=True, timeout=60)  # noqa: S603 - our own linter


def differences(made: Path) -> list[str]:
    """Give the stubs that are new, changed or no longer made."""
    names = {path.relative_to(each) for each in (made, TYPINGS) for path in each.rglob("*.pyi")}
    return [
        str(name)
        for name in sorted(names)
        if not (
            (made / name).is_file()
            and (TYPINGS / name).is_file()
            and cmp(made / name, TYPINGS / name, shallow=False)
        )
    ]


def main() -> int:
    """Write the stubs, or tell with ``--check`` which of them are out of date."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / PACKAGE
        write_stubs(made)
        changed = differences(made)
        if "--check" in sys.argv[1:]:
            for name in changed:
                print(f"typings/{PACKAGE}/{name} is out of date: make typings")
            return 1 if changed else 0
        shutil.rmtree(TYPINGS, ignore_errors=True)
        shutil.copytree(made, TYPINGS)
    return 0


if __name__ == "__main__":
    sys.exit(main())
