"""The command line: `spacecat-data-access`, or `python -m spacecat_shared_data_access`."""

from collections.abc import Sequence

def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        argv: The arguments; None for those of this process.

    Returns:
        The exit code: 0 for success, 1 for an error and 2 for wrong arguments, both with one line on stderr,
        141 if the reader of a pipe has closed it.

    Raises:
        SystemExit: With code 2 for arguments that cannot be parsed, 0 for --help and --version.
    """
