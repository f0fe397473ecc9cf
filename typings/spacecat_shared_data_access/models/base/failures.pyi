"""Failures: how an error of the wire becomes the one that a collection raises, logged once."""

from logging import Logger

from spacecat_shared_data_access.errors import DataAccessError, ValidationError
from spacecat_shared_data_access.schema import Schema

def failure(schema: Schema, log: Logger, message: str, cause: DataAccessError) -> DataAccessError:
    """Make the error that tells what failed, and log it.

    Values that the database quoted are kept out of the log, and out of the error too where the entity
    holds secrets.

    Args:
        schema: The entity at hand.
        log: Where to.
        message: What failed.
        cause: Why.
    """

def refused(log: Logger, message: str) -> ValidationError:
    """Make the error for a call that cannot be done as it was made, and log it."""
