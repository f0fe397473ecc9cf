"""The package's version, written by the release."""

__version__ = "0.1.0"
