"""The package's version, written by the release."""

__version__: str
