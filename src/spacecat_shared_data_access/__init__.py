"""SpaceCat's data-access layer for Python."""
