"""The command line: `spacecat-data-access`, or `python -m spacecat_shared_data_access`."""

from collections.abc import Sequence

def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        argv: The arguments; None for those of this process.

    Returns:
        The exit code: 0 after a clean end; 1 after an error and 2 for wrong arguments, which stderr names
        in one line; 141 where the reader of a pipe has gone.

    Raises:
        SystemExit: With code 2 for arguments that cannot be read, 0 after --help and --version.
    """
