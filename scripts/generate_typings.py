"""Write the stubs in typings/ from the sources and the schemas. With ``--check``, only compare them."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from filecmp import cmp
from pathlib import Path

from marked_parts import ROOT

from spacecat_shared_data_access.cli.stubs.package import PackageStubs
from spacecat_shared_data_access.cli.stubs.sources import PACKAGE, Sources
from spacecat_shared_data_access.models.base import EntityRegistry

# A partial stub package (PEP 561): type checkers read a module that has no stub here from its source.
STUBS = ROOT / "typings" / f"{PACKAGE}-stubs"


def write_stubs(folder: Path) -> None:
    """Write the stub package to a folder, formatted."""
    folder.mkdir()
    (folder / "py.typed").write_text("partial\n", encoding="utf-8")
    for module, text in PackageStubs(Sources(ROOT / "src" / PACKAGE), EntityRegistry.schemas()).texts():
        path = folder / module.path.with_suffix(".pyi")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    ruff = [str(Path(sys.executable).with_name("ruff"))]
    settings = ["--config", str(STUBS.parent / "ruff.toml"), "--quiet", "--no-cache", str(folder)]
    for step in (["check", "--select=I,UP,RUF022", "--fix"], ["format"]):
        subprocess.run([*ruff, *step, *settings], cwd=ROOT, check=True, timeout=60)  # noqa: S603 - our own linter


def differences(generated: Path) -> list[str]:
    """Return the files that are new, changed or no longer generated."""
    files = {
        path.relative_to(each) for each in (generated, STUBS) for path in each.rglob("*") if path.is_file()
    }
    return [
        str(name)
        for name in sorted(files)
        if not (
            (generated / name).is_file()
            and (STUBS / name).is_file()
            and cmp(generated / name, STUBS / name, shallow=False)
        )
    ]


def main() -> int:
    """Write the stubs, or report with ``--check`` which of them are out of date."""
    with tempfile.TemporaryDirectory() as folder:
        generated = Path(folder) / PACKAGE
        write_stubs(generated)
        if "--check" in sys.argv[1:]:
            changed = differences(generated)
            for name in changed:
                print(f"{STUBS.relative_to(ROOT)}/{name} is out of date: make typings")
            return 1 if changed else 0
        shutil.rmtree(STUBS, ignore_errors=True)
        shutil.copytree(generated, STUBS)
    return 0


if __name__ == "__main__":
    sys.exit(main())
