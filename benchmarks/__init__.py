"""What this package is measured by: ``make bench``, or ``python -m benchmarks --help``."""
