"""Build the function's deployment packages from wheels: ``python build.py --help``."""

import argparse
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
REPOSITORY: Final = HERE.parents[1]
PLATFORMS: Final = {
    "x86_64": ("manylinux_2_28_x86_64", "manylinux2014_x86_64"),
    "arm64": ("manylinux_2_28_aarch64", "manylinux2014_aarch64"),
}
# Not needed at run time: stubs for type checkers, command-line programs, and the local server for development.
LEFT_OUT: Final = ("**/*.pyi", "bin", "spacecat_shared_data_access/local")


def main() -> None:
    """Build a package for each architecture, and print its size and what dominates it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("architectures", nargs="*", metavar="ARCHITECTURE", help=", ".join(PLATFORMS))
    parser.add_argument("--python", default="3.13", help="the Python of the function (%(default)s)")
    parser.add_argument("--wheel", type=Path, help="spacecat-shared-data-access, if it is built already")
    parser.add_argument("--output", type=Path, default=HERE / "build", help="the folder (%(default)s)")
    arguments = parser.parse_args()
    for architecture in arguments.architectures or list(PLATFORMS):
        if architecture not in PLATFORMS:
            parser.error(f"unknown architecture {architecture!r}: use {' or '.join(PLATFORMS)}")
        package = arguments.output / architecture
        try:
            build(package, PLATFORMS[architecture], arguments.python, arguments.wheel)
        except subprocess.CalledProcessError:
            sys.exit(f"{architecture}: not built; pip has said why")
        zipped = zip_folder(package)
        print(f"{architecture}: {megabytes(size_of(package))}, {megabytes(size_of(zipped))} zipped")
        parts = sorted(((size_of(each), each.name) for each in package.iterdir()), reverse=True)
        for size, name in parts[:5]:
            print(f"  {megabytes(size):>8}  {name}")


def build(package: Path, platforms: Iterable[str], python: str, wheel: Path | None) -> None:
    """Install the requirements and the function's code into a folder, without what is not needed there."""
    shutil.rmtree(package, ignore_errors=True)
    with tempfile.TemporaryDirectory() as wheels:
        if wheel is None:
            pip("wheel", "--no-deps", "--wheel-dir", wheels, str(REPOSITORY))
        else:
            shutil.copy(wheel, wheels)
        pip(
            "install",
            *(f"--platform={each}" for each in platforms),
            f"--python-version={python}",
            "--only-binary=:all:",
            "--no-compile",
            f"--target={package}",
            f"--find-links={wheels}",
            f"--requirement={HERE / 'requirements.txt'}",
        )
    for path in unneeded(package):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    shutil.copy(HERE / "app.py", package)


def pip(*arguments: str) -> None:
    """Run pip. Its output is shown only if it fails."""
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments]
    subprocess.run(command, check=True)  # noqa: S603 - pip, with our own arguments


def unneeded(package: Path) -> Iterator[Path]:
    """Yield the files and folders that are left out."""
    for pattern in LEFT_OUT:
        yield from list(package.glob(pattern))


def zip_folder(package: Path) -> Path:
    """Write a folder into a zip file beside it, and return that."""
    path = package.with_suffix(".zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for each in sorted(package.rglob("*")):
            archive.write(each, each.relative_to(package))
    return path


def size_of(path: Path) -> int:
    """Return the size of a file, or of all files in a folder, in bytes."""
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(each.stat().st_size for each in files if each.is_file())


def megabytes(size: int) -> str:
    """Return a size as text."""
    return f"{size / 1e6:.1f} MB"


if __name__ == "__main__":
    main()
