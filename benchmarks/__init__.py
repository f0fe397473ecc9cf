"""Benchmarks of the package: ``make bench``, or ``python -m benchmarks --help``."""
